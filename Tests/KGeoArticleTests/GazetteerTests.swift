// Names of places and holders in every spelling.

import KGeoArticle
import KGeoCore
import Testing

@Suite("Gazetteer") struct GazetteerTests {
    private func gazetteer() throws -> Gazetteer {
        var gazetteer = Gazetteer()
        try gazetteer.add(
            csv: """
                name,names_russian,names_ukrainian,region
                Kursk,Курск; Курськ,Курск,Kursk Oblast
                Sudzha,Суджа,Суджа,Kursk Oblast
                Korenëvo,Коренёво,,Kursk Oblast
                L’gov,Льгов,,Kursk Oblast
                Kyiv,Киев,Київ,Kyiv City
                Mykolaivka,,Миколаївка,Sumy Oblast
                Mykolaivka,,Миколаївка,Odesa Oblast
                """, file: "t.csv")
        return gazetteer
    }

    @Test(
        "spellings of a region and of places in it",
        arguments: [
            "Kursk", "Kursk Oblast", "Kursk region", "the Kursk Region", "Курск", "Курськ", "KURSK",
            "Kursk’s",
            "Sudzha", "Суджа", "Korenevo", "Korenëvo", "Коренево", "Lgov", "L'gov", "Льгов",
        ])
    func meansKursk(name: String) throws { #expect(try gazetteer().means(name, "Kursk Oblast")) }

    @Test(arguments: ["Sumy", "Kur", "", "Oblast", "Belgorod", "the"])
    func doesNotMeanKursk(name: String) throws { #expect(try !gazetteer().means(name, "Kursk Oblast")) }

    @Test("a name shared by two regions means both; Kiev is Kyiv; only a region names itself")
    func others() throws {
        let gazetteer = try gazetteer()
        #expect(gazetteer.means("Mykolaivka", "Sumy Oblast") && gazetteer.means("Mykolaivka", "Odesa Oblast"))
        #expect(gazetteer.means("Kiev", "Kyiv") && gazetteer.means("Київ", "Kyiv"))
        #expect(gazetteer.names("Kursk region", "Kursk Oblast") && !gazetteer.names("Sudzha", "Kursk Oblast"))
    }

    @Test("a table without its columns is refused")
    func bad() {
        var gazetteer = Gazetteer()
        #expect(throws: Problem.self) { try gazetteer.add(csv: "a,b\n1,2\n", file: "t.csv") }
    }

    @Test(
        "holders by adjective, capital and possessive",
        arguments: [
            ("Kyiv’s forces", "Ukraine"), ("Ukrainian troops", "Ukraine"), ("Kiev", "Ukraine"),
            ("Russian forces", "Russia"), ("Moscow", "Russia"), ("the Kremlin", "Russia"),
            ("Russians", "Russia"),
        ])
    func holders(actor: String, holder: String) {
        #expect(HolderNames.holder(actor, among: ["Ukraine", "Russia"]) == holder)
    }

    @Test("what names no holder, or two", arguments: ["troops", "guards", "Russia and Ukraine", "Rus", ""])
    func noHolder(actor: String) { #expect(HolderNames.holder(actor, among: ["Ukraine", "Russia"]) == nil) }

    @Test("the same rule holds for any side")
    func neutral() {
        #expect(HolderNames.means("Israeli", "Israel") && HolderNames.means("Southland’s", "Southland"))
        #expect(HolderNames.means("Sudanese", "Sudan") && !HolderNames.means("Southern", "Southland"))
    }
}

@Suite("Article text") struct ArticleTextTests {
    @Test("words carry their places in code points, sentences and paragraphs")
    func words() {
        let text = ArticleText("Łódź fell. The U.S. said 1,300 km².\n\n<p>Next one</p>")
        #expect(text.words.map(\.text).prefix(4) == ["Łódź", "fell", "The", "U"])
        #expect(text.words[1].start == 5 && text.words[1].end == 9)
        #expect(text.words.first { $0.text == "1,300" }?.sentence == 1)
        let next = text.words.first { $0.text == "Next" }
        #expect(next?.paragraph == 1 && next?.isCapital == true)
        #expect(!text.words.contains { $0.text == "p" })
    }

    @Test("dates with a month and a year")
    func dates() {
        let text = ArticleText(
            "In August 2022, on August 6, 2024, on 6 August 2024, in May he may march in 2023.")
        #expect(text.dates.map(\.text) == ["August 2022", "August 6 2024", "6 August 2024"])
        #expect(text.dates.first?.span?.upperBound == CalendarDate(iso: "2022-08-31"))
        #expect(text.dates.last?.span?.lowerBound == CalendarDate(iso: "2024-08-06"))
    }

    @Test(
        "what is hardly a text has no dates, and its words are those that stand in it",
        arguments: [
            ("", []), (" ", []), ("<", []), ("<a", []), ("’s", ["s"]), ("....", []), ("\n\n\n", []),
            ("a’", ["a"]), ("<<<>>>", []), ("🇺🇦 5 km", ["5", "km"]),
        ])
    func odd(text: String, words: [String]) {
        let read = ArticleText(text)
        #expect(read.dates.isEmpty)
        #expect(read.words.map(\.text) == words)
    }
}
