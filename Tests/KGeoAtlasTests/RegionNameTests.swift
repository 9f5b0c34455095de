// Names of regions: each leads to one, in every language, and none to the wrong side.

import KGeoAtlas
import KGeoCore
import KGeoJSON
import Testing

struct RegionNameTests {
    @Test(arguments: [
        ("Donetsk Oblast", "UA-14"), ("Donetsk region", "UA-14"), ("Donechchyna", "UA-14"),
        ("Донецька область", "UA-14"), ("Донецкой области", "UA-14"), ("Донеччині", "UA-14"),
        ("Oblast Donezk", "UA-14"), ("Donezker Gebiet", "UA-14"), ("région de Donetsk", "UA-14"),
        ("óblast de Donetsk", "UA-14"), ("DONETSK OBLAST", "UA-14"), ("ua-14", "UA-14"), ("Donetsk", "UA-14"),
        ("Kursk Oblast", "RU-KRS"), ("Курская область", "RU-KRS"), ("Курська область", "RU-KRS"),
        ("the Kursk region", "RU-KRS"), ("Koursk", "RU-KRS"), ("Курской области", "RU-KRS"),
        ("Donbas", "UA-DONBAS"), ("Donbass", "UA-DONBAS"), ("Донбас", "UA-DONBAS"), ("Dombás", "UA-DONBAS"),
        ("Crimea", "UA-CRIMEA"), ("Крым", "UA-CRIMEA"), ("Crimée", "UA-CRIMEA"), ("Республика Крым", "UA-43"),
        ("Autonomous Republic of Crimea", "UA-43"), ("Севастополь", "UA-40"), ("Sewastopol", "UA-40"),
        ("Kyiv", "UA-30"), ("Kiev", "UA-30"), ("Київ", "UA-30"), ("Kyiv Oblast", "UA-32"),
        ("Київська область", "UA-32"), ("Kyiv region", "UA-32"), ("Odessa", "UA-51"), ("Одещина", "UA-51"),
        ("Dnipro region", "UA-12"), ("Дніпропетровщина", "UA-12"), ("Запорожская область", "UA-23"),
        ("Запоріжжі", "UA-23"), ("Saporischschja", "UA-23"), ("Belgorod Oblast", "RU-BEL"),
        ("Krasnodar Krai", "RU-KDA"), ("Краснодарского края", "RU-KDA"), ("Kuban", "RU-KDA"),
        ("Ukraine", "UA"), ("Україна", "UA"), ("Украины", "UA"), ("Ucrania", "UA"), ("Russia", "RU"),
        ("Российская Федерация", "RU"), ("Allemagne", "DE"), ("Belarus", "BY"), ("Moskva", "RU-MOW"),
        ("Georgia, United States", "US-GA"), ("Texas", "US-TX"), ("Bayern", "DE-BY"), ("Bavaria", "DE-BY"),
        // Codes, also where a region elsewhere is called so for short.
        ("UA", "UA"), ("UA-14", "UA-14"), ("RU-KRS", "RU-KRS"), ("LU", "LU"), ("KP", "KP"),
    ])
    func namesLeadToTheirRegion(_ name: String, _ code: String) throws {
        let plain = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
        #expect(try AtlasFixture.regions().region(plain).code == code)
    }

    @Test func everyNameOfTheRegionsOfTheWarLeadsToOneAlone() throws {
        let atlas = try AtlasFixture.regions()
        let ukraine = try atlas.region("UA")
        let unions = try ["UA-DONBAS", "UA-CRIMEA", "UA-MAINLAND"].map { try atlas.region($0) }
        var names = 0
        for region in try [ukraine] + unions + atlas.parts(of: ukraine) + atlas.regions(AtlasFixture.russian)
        {
            for name in Array(region.name.values) + region.otherNames.values.flatMap(\.self) {
                #expect(try atlas.codes(named: name) == [region.code], "\(name)")
                names += 1
            }
            if region.kind != .union, region.kind != .country {
                #expect(Set(region.name.keys) == ["en", "uk", "ru", "de", "fr", "es"], "\(region.label)")
            }
        }
        #expect(names > 2_000)
    }

    /// The index was written by another program: every name must be found as it is folded here.
    @Test func everyNameOfTheWorldIsInTheIndex() throws {
        let atlas = try AtlasFixture.regions()
        let path = try AtlasFixture.geodata() + "/regions/names.tsv.gz"
        var index: [String: Set<String>] = [:]
        for line in try ByteSource(path: path).readText().split(separator: "\n") {
            let cells = line.split(separator: "\t")
            index[String(cells[0])] = Set(cells[1].split(separator: ",").map(String.init))
        }
        for code in atlas.countryCodes {
            let country = try #require(try atlas.regions([code]).first)
            for region in try [country] + atlas.parts(of: country) where region.kind != .part {
                #expect(index[NameFolding.folded(region.code)]?.contains(region.code) == true)
                for name in Array(region.name.values) + region.otherNames.values.flatMap(\.self)
                where !NameFolding.folded(name).isEmpty {
                    let codes = index[NameFolding.folded(name)] ?? []
                    // A country goes before a region of its own that is called alike.
                    #expect(codes.contains(region.code) || codes.contains(code), "\(name) of \(region.label)")
                }
            }
        }
    }

    @Test func namesThatSeveralHaveSaySo() throws {
        let atlas = try AtlasFixture.regions()
        let problem = #expect(throws: Problem.self) { try atlas.region("Georgia") }
        #expect(problem?.message == "2 regions are called \"Georgia\"")
        #expect(problem?.hint?.contains("Georgia (GE)") == true)
        #expect(problem?.hint?.contains("Georgia (US-GA), United States") == true)
    }

    @Test func namesThatNothingHasAreNotGuessed() throws {
        let atlas = try AtlasFixture.regions()
        let problem = #expect(throws: Problem.self) { try atlas.region("Donetzk Oblast") }
        #expect(problem?.message == "no region is called \"Donetzk Oblast\"")
        #expect(problem?.hint?.hasPrefix("did you mean Donetsk Oblast (UA-14)?") == true)
        for name in ["", "-", "Atlantis", "Narnia, Ukraine", "Kursk, Ukraine", "Novorossiya"] {
            #expect(try atlas.codes(named: name).isEmpty, "\(name)")
        }
    }

    @Test func namesAreTheSameInAnyLanguage() throws {
        let atlas = try AtlasFixture.regions()
        #expect(try atlas.areSame("Kursk Oblast", "Курская область"))
        #expect(try atlas.areSame("Суджа", "суджа"))
        #expect(try !atlas.areSame("Kursk Oblast", "Sumy Oblast"))
        #expect(try !atlas.areSame("Georgia", "Грузія"), "one of two meanings is not the same")
    }

    @Test(arguments: [
        ("L’gov", "lgov"), ("Кам'янське", "камянске"), ("Ка\u{301}м’янське", "камянске"),
        ("Ivano-Frankivsk", "ivano frankivsk"), ("  Côte d’Ivoire ", "cote divoire"), ("Straße", "strasse"),
        ("Орёл", "орел"), ("й", "й"), ("и\u{306}", "й"), ("м. Київ", "м київ"), ("U.S.A.", "usa"), ("—", ""),
    ])
    func foldedNamesHaveNoMarks(_ name: String, _ folded: String) {
        #expect(NameFolding.folded(name) == folded)
    }
}
