// What all commands share: versions, usage, output files, errors, pipes.

import Foundation
import TestSupport
import Testing

struct ProgramTests {
    @Test func versionNamesTheLibraries() throws {
        let run = try Program.run(["--version"])
        #expect(run.code == 0)
        #expect(run.out.hasPrefix("kgeo ") && run.out.contains("GEOS 3") && run.out.contains("PROJ "))
    }

    @Test(arguments: ["check-area", "area", "length", "distance", "validate", "repair", "schema", "doctor"])
    func everyCommandExplainsItself(_ command: String) throws {
        let run = try Program.run([command, "--help"])
        #expect(run.code == 0)
        #expect(run.out.contains("USAGE: kgeo \(command)"))
    }

    @Test func usageErrorsAre64() throws {
        #expect(try Program.run(["area"]).code == 64)
        #expect(try Program.run(["nonsense"]).code == 64)
        #expect(try Program.run(["area", "--format", "xml", "-"]).code == 64)
        #expect(
            try Program.run(["check-area", "-", "--as-of", "2024-02-30"], input: Samples.oneSquare).code == 64
        )
        #expect(
            try Program.run(["check-area", "-", "--set", "colour=red"], input: Samples.oneSquare).code == 64)
    }

    @Test func missingAndUnreadableInputsAre66() throws {
        let folder = try TemporaryFolder()
        let missing = try Program.run(["area", "nowhere.geojson"], in: folder)
        #expect(missing.code == 66)
        #expect(missing.err.contains("nowhere.geojson: no such file"))
        let isFolder = try Program.run(["repair", "."], in: folder)
        #expect(isFolder.code == 66)
        #expect(isFolder.err.contains("this is a folder"))
        let isEmpty = try Program.run(["area", "."], in: folder)
        #expect(isEmpty.code == 66)
        #expect(isEmpty.err.contains("there is no map in this folder"))
    }

    @Test func emptyAndForeignFilesAre65() throws {
        #expect(try Program.run(["area", "-"], input: "").err.contains("the file is empty"))
        #expect(try Program.run(["area", "-"], input: "").code == 65)
        let array = try Program.run(["area", "-"], input: "[1,2]")
        #expect(array.code == 65)
        #expect(array.err.contains("not GeoJSON"))
        let cut = try Program.run(["area", "-"], input: "{\"type\":\"FeatureColl")
        #expect(cut.code == 65)
        #expect(cut.err.contains("line 1, column") && cut.err.contains("byte"))
    }

    @Test func deepNestingIsRefusedQuickly() throws {
        let run = try Program.run(["area", "-"], input: String(repeating: "[", count: 1_000_000))
        #expect(run.code == 65)
        #expect(run.err.contains("nested more than 512 deep"))
    }

    @Test func outputFilesAreWholeOrAbsent() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Samples.oneSquare)
        #expect(try Program.run(["area", "--output", "out.txt", "m.geojson"], in: folder).code == 0)
        #expect(folder.names == ["m.geojson", "out.txt"])
        let again = try Program.run(["area", "--output", "out.txt", "m.geojson"], in: folder)
        #expect(again.code == 73)
        #expect(again.err.contains("--force"))
        #expect(
            try Program.run(["area", "--output", "out.txt", "--force", "m.geojson"], in: folder).code == 0)
        #expect(try Program.run(["area", "--output", "no/such/out.txt", "m.geojson"], in: folder).code == 73)
        #expect(folder.names == ["m.geojson", "out.txt"])
    }

    @Test func textFromFilesIsMadeHarmless() throws {
        let evil = Samples.collection([Samples.feature(Samples.square(0, 0, 1), "{}", id: "\\u001b[31m=1+1")])
        let run = try Program.run(["area", "--format", "csv", "-"], input: evil)
        #expect(run.code == 0)
        #expect(!run.out.contains("\u{1B}") && run.out.contains("\\u{1b}[31m=1+1"))
        let formula = Samples.collection([Samples.feature(Samples.square(0, 0, 1), "{}", id: "=1+1")])
        #expect(try Program.run(["area", "--format", "csv", "-"], input: formula).out.contains("-,0,'=1+1,"))
    }

    @Test func aClosedPipeIsAQuietSuccess() throws {
        let folder = try TemporaryFolder()
        let many = Samples.collection((0..<20_000).map { _ in Samples.feature(Samples.square(0, 0, 1)) })
        try folder.write("m.geojson", many)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [
            "-c", "set -o pipefail; \"$0\" area m.geojson --format csv 2>err.txt | head -n 1 >/dev/null",
            Program.path,
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(folder.text("err.txt") == "")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
    func aFullDiskIs74() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "\"$0\" schema >/dev/full 2>/dev/null", Program.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
    }

    @Test func theSchemaOnDiskIsTheOneTheProgramPrints() throws {
        let root = try #require(SharedFolder.projectRoot)
        let hint: Comment = "run `make schema` and look at the difference"
        #expect(
            try Program.run(["schema"]).out
                == SharedFolder.text(of: root + "/Docs/schema/scenario.schema.json"), hint)
        #expect(
            try Program.run(["schema", "--units", "--format", "csv"]).out
                == SharedFolder.text(of: root + "/Docs/schema/units.csv"),
            hint)
    }

    @Test func theDoctorIsWell() throws {
        let run = try Program.run(["doctor", "--format", "json"])
        #expect(run.code == 0)
        #expect(try run.json()["healthy"] as? Bool == true)
    }

    @Test func anOutputNeverTakesTheInputOrADevice() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Samples.oneSquare)
        let own = try Program.run(["area", "m.geojson", "--output", "m.geojson", "--force"], in: folder)
        #expect(own.code == 73)
        #expect(own.err.contains("this file is an input"))
        #expect(folder.text("m.geojson") == Samples.oneSquare)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/m.geojson")
        #expect(try Program.run(["area", "m.geojson", "--output", "link", "--force"], in: folder).code == 73)
        #expect(try Program.run(["area", "m.geojson", "--output", "/dev/null"], in: folder).code == 0)
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #expect(try Program.run(["area", "m.geojson", "--output", ""], in: folder).code == 64)
    }
}
