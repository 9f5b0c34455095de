// Ground that nobody fights over, end to end: a fire, a flood, a reserve and an oil slick, all invented (Docs/Examples).

import Foundation
import TestSupport
import Testing

struct GroundExampleTests {
    /// Areas of the shapes in m² by pyproj 3.7.2 with PROJ 9.5.1, as Scripts/examples-areas.py prints them.
    private static let reference: [String: [Double]] = [
        "fire.geojson": [301826986.46237475, 67551127.77280326],
        "flood.geojson": [41620419174.501595, 2873894727.2030063],
        "reserve-wkt.csv": [1435669100.3698008, 442647225.25617003],
        "reserve-wkb.csv": [1435669100.3698008, 442647225.25617003],
        "slick.kml": [641179003.4700818],
    ]
    /// Both programs sum geodesic triangles in doubles.
    private static let tolerance = 1e-12

    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        let root = try #require(SharedFolder.projectRoot)
        return try Program.run(arguments, in: folder, environment: ["KGEO_DATA": root])
    }

    private func folder() throws -> TemporaryFolder {
        let root = try #require(SharedFolder.projectRoot) + "/Docs/Examples/ground"
        let folder = try TemporaryFolder()
        for name in Self.reference.keys {
            try folder.write(name, try #require(SharedFolder.text(of: root + "/" + name)))
        }
        return folder
    }

    /// The areas of a map, sorted, against those of pyproj.
    private func compare(
        _ arguments: [String], with name: String, in folder: TemporaryFolder
    ) throws {
        let run = try run(["area", "--format", "csv"] + arguments, in: folder)
        #expect(run.code == 0, "\(run.err)")
        let areas = run.lines.dropFirst().filter { !$0.isEmpty }.compactMap { line in
            Double(line.split(separator: ",", omittingEmptySubsequences: false)[3])
        }
        let wanted = try #require(Self.reference[name])
        #expect(areas.count == wanted.count, "\(run.out)")
        for (area, reference) in zip(areas.sorted(), wanted.sorted()) {
            #expect(abs(area - reference) <= Self.tolerance * reference, "\(name): \(area) \(reference)")
        }
    }

    @Test func areasAreThoseOfPyproj() throws {
        let folder = try folder()
        for name in ["fire.geojson", "flood.geojson", "reserve-wkt.csv"] {
            try compare([name], with: name, in: folder)
        }
        try compare(["reserve-wkb.csv", "--geometry-column", "outline"], with: "reserve-wkb.csv", in: folder)
        let slick = try run(["import", "kml", "slick.kml", "--output", "slick.geojson"], in: folder)
        #expect(slick.code == 0, "\(slick.err)")
        try compare(["slick.geojson"], with: "slick.kml", in: folder)
    }

    @Test func thePagesAreWhatTheProgramPrints() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/ground", withIntermediateDirectories: false)
        let run = try Program.run(
            ["bash", root + "/Scripts/ground.sh", Program.path, folder.path], in: folder,
            environment: ["KGEO_DATA": root], program: "/usr/bin/env")
        #expect(run.code == 0, "\(run.err)")
        for page in [
            "fire.md", "flood.md", "reserve.md", "slick.md", "ground/fire.geojson", "ground/slick.kml",
        ] {
            #expect(folder.text(page) == SharedFolder.text(of: root + "/Docs/Examples/" + page), "\(page)")
        }
    }

    private static let ogr2ogr = FileManager.default.isExecutableFile(atPath: "/usr/bin/ogr2ogr")

    @Test(
        .enabled(if: ogr2ogr, "ogr2ogr is not installed"),
        arguments: [
            ("fire.geojson", "GPKG", "fire.gpkg"), ("fire.geojson", "FlatGeobuf", "fire.fgb"),
            ("flood.geojson", "ESRI Shapefile", "flood.shp"),
        ])
    func binaryFormatsGiveTheSame(_ source: String, _ format: String, _ name: String) throws {
        let folder = try folder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ogr2ogr")
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.arguments = ["-f", format, name, source]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        try compare([name], with: source, in: folder)
        let isFire = source == "fire.geojson"
        let claim = isFire ? ["--claim", "about 91,000 acres"] : ["--claim", "a third", "--of", "Sindh"]
        let table = try run(["check-area", name] + claim, in: folder)
        #expect(table.code == 0 && table.out.contains("fits "), "\(table.out)\(table.err)")
        #expect(table.out.contains(isFire ? "burned" : "covered"), "\(table.out)")
    }

    /// The files say what they are, and the script draws them to the byte.
    @Test func allIsInventedAndMadeByTheScript() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try folder()
        for name in Self.reference.keys {
            #expect(
                try #require(SharedFolder.text(of: folder.path + "/" + name)).contains(
                    "invented for an example"))
        }
        let again = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", root + "/Scripts/examples.py", again.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // Without Python there is nothing to hold them against.
        guard process.terminationStatus == 0 else { return }
        for name in Self.reference.keys {
            #expect(
                SharedFolder.text(of: again.path + "/" + name)
                    == SharedFolder.text(of: folder.path + "/" + name))
        }
    }

    /// Claims in the units of their press, and what the map calls its ground.
    @Test(arguments: [
        (["check-area", "fire.geojson", "--claim", "about 91,000 acres"], "burned"),
        (["check-area", "flood.geojson", "--claim", "a third", "--of", "Sindh"], "covered"),
        (["check-area", "flood.geojson", "--claim", "17,000 square miles"], "covered"),
        (["check-area", "reserve-wkt.csv", "--claim", "188,000 ha"], "protected"),
        (["check", "slick.geojson", "--claim", "45 miles", "--kind", "extent"], "covered with oil"),
    ])
    func claimsFitInTheWordsOfTheMap(_ arguments: [String], _ word: String) throws {
        let folder = try folder()
        let slick = try run(
            [
                "import", "kml", "slick.kml", "--words", "held=covered with oil", "--output", "slick.geojson",
            ], in: folder)
        #expect(slick.code == 0 && !slick.err.contains("holder"), "\(slick.err)")
        let table = try run(arguments, in: folder)
        #expect(table.code == 0 && table.out.contains("fits "), "\(table.out)\(table.err)")
        #expect(table.out.contains(word) && !table.out.contains("controlled"), "\(table.out)")
        #expect(!table.err.contains("controlled"), "\(table.err)")
        let csv = try run(arguments + ["--format", "csv"], in: folder)
        #expect(csv.out.contains(",controlled,") && csv.lines[0].hasSuffix(",counting_words"))
        #expect(csv.lines[1].hasSuffix(",\(word)"), "\(csv.out)")
        let markdown = try run(arguments + ["--format", "markdown"], in: folder)
        #expect(markdown.out.contains("| \(word) |"), "\(markdown.out)")
        let json = try run(arguments + ["--format", "json"], in: folder).json()
        let results = try #require(json["results"] as? [[String: Any]])
        let rows = try #require(results[0]["definitions"] as? [[String: Any]])
        #expect(rows[0]["counting"] as? [String] == ["controlled"])
        #expect((results[0]["because"] as? String)?.contains(word) ?? false, "\(results)")
    }

    /// An article of each, held against a folder of scenarios that import made without a day or a holder.
    @Test func figuresOfArticlesAreRead() throws {
        let folder = try folder()
        try folder.write(
            "fire.txt", "The invented fire has burned about 91,000 acres. The slick stretched 45 miles.")
        let run = try run(["extract", "fire.txt", "--format", "json"], in: folder)
        #expect(run.out.contains("\"acre\"") && run.out.contains("\"mi\""), "\(run.out)")
    }
}
