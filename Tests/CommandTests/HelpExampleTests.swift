// Every example of every help page, run as it stands in a folder that holds what it names.

import Foundation
import TestSupport
import Testing

@Suite struct HelpExampleTests {
    /// The lines of a help page that begin with kgeo, each with those it goes on in.
    static func examples(_ discussion: String) -> [String] {
        var found: [String] = []
        var isOpen = false
        for line in discussion.split(separator: "\n") {
            let words = line.drop { $0 == " " }
            if isOpen {
                found[found.count - 1] += "\n" + words
            } else if line.hasPrefix("  kgeo ") {
                found.append(String(words))
            } else {
                continue
            }
            isOpen = words.hasSuffix("\\")
        }
        return found
    }

    /// The examples of all commands, from the parser's own account.
    static let all: [String] = {
        guard let run = try? Program.run(["--experimental-dump-help"]),
            let dump = try? run.json(), let root = dump["command"] as? [String: Any]
        else { return [] }
        func examples(of command: [String: Any]) -> [String] {
            Self.examples(command["discussion"] as? String ?? "")
                + (command["subcommands"] as? [[String: Any]] ?? []).flatMap(examples)
        }
        return examples(of: root)
    }()

    @Test func thereAreExamples() { #expect(Self.all.count > 40) }

    @Test(arguments: all) func canBePasted(_ example: String) throws {
        let installed = try Installed()
        let folder = try TemporaryFolder()
        var words = example.split(whereSeparator: { " \n\\".contains($0) }).map(String.init)
        // What is written is not there before.
        for mark in ["--output", "--write", "--export", "--to", "--chart", ">"] {
            if let i = words.firstIndex(of: mark), i + 1 < words.count { words.remove(at: i + 1) }
        }
        let isMapped = words.contains("--status-property")
        for word in words { try Self.make(String(word.prefix { $0 != "#" }), isMapped, in: folder) }
        if words.contains("front.gpkg") {
            let ready = try Program.run(
                ["-c", "command -v ogr2ogr && ogr2ogr -nln areas front.gpkg map.geojson"], in: folder,
                program: "/bin/sh")
            guard ready.code == 0 else { return }
        }
        let path = installed.prefix.path + "/bin:/usr/bin:/bin"
        let run = try Program.run(
            ["-c", example], in: folder, environment: ["PATH": path], program: "/bin/sh")
        #expect(run.code == 0 || (example.contains("--fail-on") && run.code == 2), "\(run.err)")
        #expect(!run.err.contains("error: "))
    }

    /// Makes a file of an example; words that are no such file are passed over.
    private static func make(_ name: String, _ isMapped: Bool, in folder: TemporaryFolder) throws {
        switch name {
        // Words of a status mean nothing where no option says what.
        case "map.geojson" where !isMapped, "kursk.geojson" where !isMapped:
            try folder.write(name, ground)
        case "maps/":
            try FileManager.default.createDirectory(
                atPath: folder.path + "/maps", withIntermediateDirectories: false)
            for day in ["20250501", "20250601", "20250731"] {
                try folder.write("maps/map_\(day).geojson", ground)
            }
        case "deepstate/", "isw/", "liveuamap/":
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + name, withIntermediateDirectories: false)
            for day in ["20230601", "20241001", "20241101"] {
                try folder.write(name + "map_\(day).geojson", ground)
            }
        case "map.kmz":
            try folder.write(name, bytes: ZIPWriter.archive([.init("doc.kml", kml)]))
        case "front.gpkg": try folder.write("map.geojson", map)
        default: if let text = texts[name] { try folder.write(name, text) }
        }
    }

    private static func control(_ x: Double, _ more: String, id: String) -> String {
        Samples.feature(Samples.square(x, 51, 0.2), "{\(more)}", id: id)
    }

    private static let ground = Samples.collection([Samples.feature(Samples.square(35, 51, 0.2))])

    /// A map with the properties that the examples name.
    private static let map = Samples.collection([
        control(
            35, #""status":"held","zone":"red","date":"2024-08-21","day":"2024-08-21""#, id: "a"),
        control(
            35.2, #""status":"grey","zone":"grey","date":"2024-08-21","day":"2024-08-21""#, id: "b"),
    ])

    private static let scenario = Samples.scenario(
        #"{"id":"c","kind":"area","value":1300,"unit":"km2","qualifier":"about","as_of":"2024-08-21","subject":{"holder":"Ukraine"}}"#,
        features: [
            ground(35, "held", "Ukraine", "2024-08-21"), ground(35, "spring", "Ukraine", "2025-03-07"),
            ground(35, "may", "Ukraine", "2025-05-31"), ground(35.2, "other", "Russia", "2025-05-31"),
            #"{"type":"Feature","id":"border","properties":{"role":"reference"},"geometry":{"type":"LineString","coordinates":[[34,51],[36,51]]}}"#,
            #"{"type":"Feature","id":"village","properties":{"role":"place"},"geometry":{"type":"Point","coordinates":[35.1,51.3]}}"#,
        ])

    private static func ground(_ x: Double, _ id: String, _ holder: String, _ day: String) -> String {
        control(
            x, #""role":"control","status":"controlled","holder":"\#(holder)","date":"\#(day)""#, id: id)
    }

    private static let line =
        #"{"type":"Feature","id":"pipe","properties":{},"geometry":{"type":"LineString","coordinates":[[34.9,51.1],[35.3,51.1]]}}"#

    private static func deepState(_ size: Double) -> String {
        Samples.collection([
            Samples.feature(
                Samples.square(35, 51.3, size),
                ##"{"name":"Звільнено /// Liberated /// geoJSON.status.dismissed","fill":"#01579b"}"##)
        ])
    }

    private static let kml = """
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Occupied</name><Placemark>
        <TimeStamp><when>2024-08-21</when></TimeStamp><styleUrl>#red</styleUrl><Polygon><outerBoundaryIs>
        <LinearRing><coordinates>35,51 36,51 36,52 35,51</coordinates></LinearRing></outerBoundaryIs></Polygon>
        </Placemark></Folder></Document></kml>
        """

    private static let article = "Ukraine held about 1,300 km2 of Kursk Oblast on 21 August 2024."

    private static let texts: [String: String] = [
        "map.geojson": map, "scenario.geojson": scenario, "daily.geojson": ground, "held.geojson": ground,
        "old.geojson": ground, "new.geojson": ground, "map_20250501.geojson": ground,
        "map_20250731.geojson": ground, "coastline.geojson": line, "roads.geojson": line,
        "pipeline.geojson": line,
        "places.geojson":
            #"{"type":"Feature","id":"p","properties":{},"geometry":{"type":"Point","coordinates":[35,51]}}"#,
        "town.geojson":
            #"{"type":"Feature","id":"t","properties":{},"geometry":{"type":"Point","coordinates":[36,51]}}"#,
        "kursk.geojson": Samples.collection([
            control(35, #""status":"ukrainian_controlled","date":"2024-08-21""#, id: "a"),
            control(35.2, #""status":"unknown_grey","date":"2024-08-21""#, id: "b"),
        ]),
        "districts.geojson": Samples.collection([
            Samples.feature(Samples.square(34, 50, 2), #"{"name":"District"}"#, id: "d")
        ]),
        "1724272310.geojson": deepState(0.2), "1725654859.geojson": deepState(0.3),
        "article.txt": article, "two.md": article, "one.html": "<p>\(article)</p>",
        "page.html": "<p>\(article)</p>", "articles.jsonl": "{\"id\":\"1\",\"text\":\"\(article)\"}\n",
        "figures.csv": "id,kind,value,unit,as_of\nf,area,300,km2,2025-05-01\n",
        "settlements.csv": """
        name,lon,lat,region,holder,status,date
        West,34.9,51.3,Kursk Oblast,Ukraine,controlled,2024-08-27
        Middle,35.2,51.35,Kursk Oblast,Ukraine,controlled,2024-08-27
        East,35.5,51.5,Kursk Oblast,Russia,controlled,2024-08-27

        """,
    ]
}
