// kgeo check-article on real maps: each kind of measurement once, against numbers of shapely and pyproj (Scripts/plans.py).

import Foundation
import TestSupport
import Testing

@Suite(
    "Plans on real maps",
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)),
    .enabled(if: isRelease, "the program without optimisation is too slow for it"))
struct PlanMapsTests {
    /// A figure, what is measured for it, and what another program has, to some part of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var operation: String
        var value: Double
        var precision = 1e-6
        var testDescription: String { text }
    }

    @Test(
        "as measured by other means",
        arguments: [
            Case(
                text: "Russia now holds about 20% of Ukraine.", operation: "share, held",
                value: 0.186_430_551_378_681),
            Case(
                text: "Russia now controls 66% of Donetsk Oblast.", operation: "share, held",
                value: 0.717_889_873_717_149),
            Case(
                text: "In May 2025 Russian forces seized 449 square kilometres of Ukraine.",
                operation: "gained", value: 444_658_322.702),
            Case(
                text: "In March 2025 Ukrainian forces lost 400 square kilometres of Kursk Oblast.",
                operation: "lost", value: 341_744_153.206),
            Case(
                text: "Russian forces seized 15 square kilometres a day in Donetsk Oblast in May 2025.",
                operation: "rate, gained", value: 115.356_746_440_632),
            Case(
                text: "At its peak Ukraine held 1,300 square kilometres of Kursk Oblast.",
                operation: "peak", value: 907_498_000, precision: 2e-6),
            Case(
                text: "Russian forces are now within 5 km of Pokrovsk.", operation: "distance, held",
                value: 5_916.559_947, precision: 1e-4),
            Case(
                text: "The front line is now 1,200 km long.", operation: "length, held", value: 1_167_431.64,
                precision: 1e-4),
            // Between the corners of the outline, and nearer to the border than line and border may be off.
            Case(
                text: "Ukrainian forces have advanced 12 km into Kursk Oblast.",
                operation: "depth, held", value: 1_395.649, precision: 1e-3),
        ])
    func measured(example: Case) throws {
        let folder = try TemporaryFolder()
        try folder.write("text.txt", example.text)
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(
            [
                "check-article", "text.txt", "--format", "json", "--published", "2025-06-11", "--maps",
                try #require(SharedFolder.path("maps/occupied")), "--maps",
                try #require(SharedFolder.path("maps/kursk/kursk_control_every_day.geojson")),
            ], in: folder, environment: ["KGEO_DATA": root])
        let texts = try #require(try run.json()["texts"] as? [[String: Any]], "\(run.err)")
        let figure = try #require((texts[0]["figures"] as? [[String: Any]])?.first)
        #expect((figure["plan"] as? [String: Any])?["operation"] as? String == example.operation)
        let finding = try #require((figure["findings"] as? [[String: Any]])?.last { $0["maker"] is String })
        let rows = try #require(finding["definitions"] as? [[String: Any]])
        let value = try #require((rows.first?["measured"] as? [String: Any])?["value_si"] as? Double)
        #expect(
            abs(value - example.value) <= example.precision * abs(example.value), "\(value)")
    }
}
