// Folders that kgeo export does not write into, and what is left when it fails: everything as it was.

import Foundation
import TestSupport
import Testing

struct ExportRefusalTests {
    private func make(_ folder: TemporaryFolder, _ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }

    @Test func aFolderThatIsNotEmptyNeedsForceAndKeepsItsOtherFiles() throws {
        let folder = try ExportTests.folder()
        try make(folder, "out")
        try folder.write("out/mine.txt", "mine")
        let refused = try Program.run(["export", "s.geojson", "--to", "out"], in: folder)
        #expect(refused.code == 73)
        #expect(refused.err.contains("not empty") && refused.err.contains("hint: --force"))
        #expect(ExportTests.list(folder, "out") == ["mine.txt"])
        for _ in 1...2 {
            let forced = try Program.run(["export", "s.geojson", "--to", "out", "--force"], in: folder)
            #expect(forced.code == 0, "\(forced.err)")
            #expect(ExportTests.list(folder, "out") == (ExportTests.names + ["mine.txt"]).sorted())
        }
        #expect(folder.text("out/mine.txt") == "mine")
        #expect(folder.text("out/s-polygons.qml")?.contains("categorizedSymbol") == true)
    }

    /// The list in the folder says which files are kgeo's; without it, or with other bytes, none gives way.
    @Test func aFileThatKgeoDidNotWriteOrThatWasChangedIsNotTouched() throws {
        let export = ["export", "s.geojson", "--to", "out", "--force"]
        for (name, text, words) in [
            ("README.md", "mine", "out/README.md: kgeo did not write this file, so it is not replaced"),
            (
                "kgeo-bundle.json", "{}",
                "out/kgeo-bundle.json: this is not the list of a bundle that kgeo wrote"
            ),
        ] {
            let folder = try ExportTests.folder()
            try make(folder, "out")
            try folder.write("out/" + name, text)
            let run = try Program.run(export, in: folder)
            #expect(run.code == 73 && run.err.contains(words), "\(run.err)")
            #expect(ExportTests.list(folder, "out") == [name] && folder.text("out/" + name) == text)
        }
        let folder = try ExportTests.folder()
        #expect(try Program.run(export, in: folder).code == 0)
        try folder.write("out/s-polygons.qml", "my style")
        let run = try Program.run(export, in: folder)
        #expect(run.code == 73)
        #expect(
            run.err.contains(
                "out/s-polygons.qml: this file was changed after kgeo wrote it, so it is not replaced"))
        #expect(folder.text("out/s-polygons.qml") == "my style")
        #expect(ExportTests.list(folder, "out") == ExportTests.names)
        try FileManager.default.removeItem(atPath: folder.path + "/out/s-polygons.qml")
        #expect(try Program.run(export, in: folder).code == 0)
    }

    @Test func noLayerOfAnEarlierBundleStays() throws {
        let folder = try ExportTests.folder()
        try folder.write("other.geojson", ExportTests.scenario)
        #expect(try Program.run(["export", "other.geojson", "--to", "out"], in: folder).code == 0)
        try folder.write("out/mine.geojson", "mine")
        let run = try Program.run(["export", "s.geojson", "--to", "out", "--force"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        #expect(ExportTests.list(folder, "out") == (ExportTests.names + ["mine.geojson"]).sorted())
    }

    @Test func aListThatLeadsOutOfTheFolderIsNone() throws {
        let folder = try ExportTests.folder()
        try make(folder, "out")
        try folder.write("precious", "abc")
        // The digest of "abc".
        try folder.write(
            "out/kgeo-bundle.json",
            "{\"kgeo_bundle\":1,\"files\":{\"../precious\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}}"
        )
        let run = try Program.run(["export", "s.geojson", "--to", "out", "--force"], in: folder)
        #expect(run.code == 73 && folder.text("precious") == "abc")
    }

    @Test func anEmptyFolderIsFilled() throws {
        let folder = try ExportTests.folder()
        try make(folder, "out")
        #expect(try Program.run(["export", "s.geojson", "--to", "out"], in: folder).code == 0)
        #expect(ExportTests.list(folder, "out") == ExportTests.names)
    }

    @Test func whatIsNoFolderIsRefused() throws {
        let folder = try ExportTests.folder()
        let file = try Program.run(["export", "s.geojson", "--to", "s.geojson", "--force"], in: folder)
        #expect(file.code == 73 && file.err.contains("this is a file"))
        #expect(folder.text("s.geojson") == ExportTests.scenario)
        #expect(try Program.run(["export", "s.geojson", "--to", "no/where"], in: folder).code == 73)
        #expect(try Program.run(["export", "s.geojson", "--to", ""], in: folder).code == 64)
        #expect(try Program.run(["export", "s.geojson", "--to", "-"], in: folder).code == 64)
        #expect(try Program.run(["export", "s.geojson"], in: folder).code == 64)
        #expect(folder.names == ["s.geojson"])
    }

    @Test func aFolderInTheWayOfAFileChangesNothing() throws {
        let folder = try ExportTests.folder()
        try make(folder, "out/s-polygons.qml")
        try folder.write("out/mine.txt", "old")
        let run = try Program.run(["export", "s.geojson", "--to", "out", "--force"], in: folder)
        #expect(run.code == 73 && run.err.contains("out/s-polygons.qml: this is no file"))
        #expect(ExportTests.list(folder, "out") == ["mine.txt", "s-polygons.qml"])
        #expect(folder.text("out/mine.txt") == "old")
    }

    @Test func anInputIsNeverReplaced() throws {
        let folder = try TemporaryFolder()
        try make(folder, "in")
        try folder.write("in/s.geojson", ExportTests.scenario)
        try folder.write("in/s-polygons.geojson", ExportTests.scenario)
        let run = try Program.run(
            ["export", "in/s.geojson", "in/s-polygons.geojson", "--to", "in", "--force"], in: folder)
        #expect(run.code == 73 && run.err.contains("is an input"))
        #expect(ExportTests.list(folder, "in") == ["s-polygons.geojson", "s.geojson"])
        #expect(folder.text("in/s-polygons.geojson") == ExportTests.scenario)
    }

    @Test func aBadMapLeavesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("bad.geojson", Samples.scenario("{\"id\":\"c\"}"))
        #expect(try Program.run(["export", "bad.geojson", "--to", "out"], in: folder).code == 65)
        #expect(folder.names == ["bad.geojson"])
    }

    /// A disk that is full half way: the shell allows files of a few kilobytes only.
    @Test(arguments: [false, true])
    func whatCannotBeWrittenWholeIsNotWritten(_ isThere: Bool) throws {
        let folder = try ExportTests.folder()
        if isThere {
            try make(folder, "out")
            try folder.write("out/mine.txt", "old")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "ulimit -f 8; exec \"$0\" export s.geojson --to out --force 2>err", Program.path,
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 74)
        #expect(folder.text("err")?.contains("could not be written") == true)
        #expect(folder.names == (isThere ? ["err", "out", "s.geojson"] : ["err", "s.geojson"]))
        #expect(ExportTests.list(folder, "out") == (isThere ? ["mine.txt"] : []))
        if isThere { #expect(folder.text("out/mine.txt") == "old") }
    }

    @Test func aFileOfTheReportAndTheBundleAreBothRefusedBeforeEitherIsWritten() throws {
        let folder = try ExportTests.folder()
        try folder.write("report.json", "old")
        let run = try Program.run(
            ["check-area", "s.geojson", "--export", "out", "--output", "report.json"], in: folder)
        #expect(run.code == 73)
        #expect(folder.names == ["report.json", "s.geojson"])
    }
}

/// OGR's view of the columns, where gdal-bin is installed.
struct ExportOGRTests {
    static let ogrinfo = ["/usr/bin/ogrinfo", "/usr/local/bin/ogrinfo", "/opt/homebrew/bin/ogrinfo"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private func types(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.ogrinfo))
        process.arguments = ["-al", "-so", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test(.enabled(if: ogrinfo != nil, "needs ogrinfo (gdal-bin)"))
    func daysAreDatesAndAreasAreReals() throws {
        let folder = try ExportTests.folder()
        #expect(try Program.run(["export", "s.geojson", "--to", "out"], in: folder).code == 0)
        let polygons = try types(folder.path + "/out/s-polygons.geojson")
        for column in [
            "date: Date", "area_km2: Real", "perimeter_km: Real", "id: String", "Geometry: Polygon",
        ] {
            #expect(polygons.contains("\n" + column), "\(column)")
        }
        let findings = try types(folder.path + "/out/s-findings.geojson")
        for column in [
            "date: Date", "value_si: Real", "said_low: Real", "ratio: Real", "as_worded: Integer(Boolean)",
            "verdict: String",
        ] {
            #expect(findings.contains("\n" + column), "\(column)")
        }
        #expect(!(polygons + findings).contains("(JSON)") && !(polygons + findings).contains("List"))
    }
}
