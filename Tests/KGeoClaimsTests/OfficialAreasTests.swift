// Official areas and links.

import KGeoClaims
import KGeoCore
import Testing

@Suite("Official areas and links")
struct OfficialAreasTests {
    @Test("Ukraine has two areas in use, the official one first")
    func ukraine() throws {
        let areas = try #require(OfficialAreas.areas("UA"))
        #expect(areas.map { $0.squareMetres / 1e6 } == [603_628, 603_549])
    }

    @Test("Each area names itself and its source", arguments: OfficialAreas.codes)
    func sources(_ code: String) throws {
        let areas = try #require(OfficialAreas.areas(code))
        #expect(!areas.isEmpty)
        for area in areas {
            #expect(area.squareMetres > 0)
            #expect(!area.name.isEmpty && !area.source.isEmpty)
        }
    }

    @Test("The oblasts", arguments: [("UA-59", 23_834.0), ("RU-KRS", 29_997.0)])
    func oblasts(_ code: String, _ km2: Double) {
        #expect(OfficialAreas.areas(code)?.map { $0.squareMetres / 1e6 } == [km2])
    }

    @Test("An unknown code has none", arguments: ["", "XX", "ua"])
    func unknown(_ code: String) { #expect(OfficialAreas.areas(code) == nil) }

    @Test(
        "Links",
        arguments: [
            ("https://example.org", true), ("HTTP://EXAMPLE.ORG", true), ("mailto:a@b.c", true),
            ("doi:10.1/x", true), ("javascript:alert(1)", false), ("data:text/html,x", false), ("//x", false),
            ("", false), ("\u{200E}https://x", false), ("ftp://x", false),
        ])
    func links(_ link: String, _ isSafe: Bool) { #expect(SafeLink.isSafe(link) == isSafe) }
}
