// Manners at a terminal: slips of the pen are understood, installed scenarios found, full devices noticed; the manual.

import Foundation
import TestSupport
import Testing

@Suite struct TerminalTests {
    @Test(arguments: [
        (["aera", "map.geojson"], "aera", "area"), (["check_area"], "check_area", "check-area"),
        (["checkarea"], "checkarea", "check-area"), (["valid"], "valid", "validate"),
        (["import", "deepstat", "f.geojson"], "import deepstat", "deepstate"),
        (["help", "diiff"], "diiff", "diff"), (["EXTRACT"], "EXTRACT", "extract"),
    ])
    func anUnknownCommandNamesItsNeighbour(_ arguments: [String], _ said: String, _ meant: String) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 64 && run.out.isEmpty)
        #expect(
            run.err.hasPrefix("kgeo: error: there is no command \"\(said)\"\nhint: did you mean \(meant)? "))
    }

    @Test func aWordNearNothingGetsTheListAlone() throws {
        let run = try Program.run(["nonsense"])
        #expect(run.code == 64 && run.err.contains("hint: the commands are check-area, "))
        #expect(!run.err.contains("manual"))
    }

    @Test func anUnknownOptionNamesItsNeighbour() throws {
        let run = try Program.run(["check-area", "map.geojson", "--windowdays", "4"])
        #expect(run.code == 64 && run.err.contains("Did you mean '--window-days'?"))
    }

    // MARK: What kgeo came with

    @Test(arguments: ["kursk-2024-08", "kursk-2024-08.geojson", "Scenarios/kursk-2024-08.geojson"])
    func anInstalledScenarioIsFoundByItsName(_ name: String) throws {
        let installed = try Installed()
        let run = try installed.run(["check-area", name, "--format", "json"])
        #expect(run.code == 0, "\(run.err)")
        let inputs = try run.json()["inputs"] as? [[String: Any]]
        #expect(inputs?.first?["path"] as? String == "Scenarios/kursk-2024-08.geojson")
        #expect(!(run.out + run.err).contains(installed.prefix.path))
        for other in [["validate"], ["area"], ["check"], ["export", "--to", "bundle"]] {
            #expect(try installed.run(other + [name]).code == 0, "\(other)")
        }
    }

    /// The order of the places: --geodata, KGEO_DATA, beside the program, the working folder; and what is there as
    /// it is named comes before them all.
    @Test func placesAreLookedThroughInOrder() throws {
        let installed = try Installed()
        let folder = try TemporaryFolder()
        for place in ["option", "variable"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/\(place)/Scenarios", withIntermediateDirectories: true)
            try folder.write(
                "\(place)/Scenarios/example.geojson", Samples.scenario("").replacing("North", with: place))
        }
        let variable = ["KGEO_DATA": folder.path + "/variable"]
        func holders(_ more: [String] = [], _ environment: [String: String] = [:]) throws -> String {
            try installed.run(["check-area", "example"] + more, in: folder, environment: environment).out
        }
        #expect(try holders(["--geodata", "option"], variable).contains("option"))
        #expect(try holders(["--geodata=option"], variable).contains("option"))
        #expect(try holders([], variable).contains("variable"))
        let plain = try holders()
        #expect(!plain.isEmpty && !plain.contains("variable") && !plain.contains("option"))
        try folder.write("example", Samples.scenario("").replacing("North", with: "here"))
        #expect(try holders(["--geodata", "option"], variable).contains("here"))
    }

    @Test func aNameThatIsNowhereIsSaidAsBefore() throws {
        let run = try Installed().run(["check-area", "kursk-1943"])
        #expect(run.code == 66 && run.err.hasPrefix("kgeo: error: kursk-1943: no such file\n"))
        #expect(try Installed().run(["check-area", "../Scenarios/example"]).code == 66)
    }

    @Test func doctorPrintsShortPaths() throws {
        let installed = try Installed()
        let run = try installed.run(["doctor"], environment: ["HOME": installed.prefix.path])
        #expect(run.out.contains("\nScenarios: "))
        let root = try #require(SharedFolder.projectRoot)
        let home = try Program.run(
            ["doctor", "--geodata", root],
            environment: ["HOME": URL(fileURLWithPath: root).deletingLastPathComponent().path])
        #expect(home.out.contains("\nGeoData: ~/"))
    }

    // MARK: A device that is full

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
        arguments: [
            "--help", "--version", "help", "help area", "check-area --help", "import --help",
            "--generate-completion-script bash", "--generate-completion-script zsh",
            "--experimental-dump-help",
            "manual", "schema",
        ])
    func whatCannotBeWrittenIsAnError(_ arguments: String) throws {
        let run = try Program.run(["-c", "'\(Program.path)' \(arguments) >/dev/full"], program: "/bin/sh")
        #expect(run.code == 74)
        #expect(run.err.hasPrefix("kgeo: error: standard output: writing failed: "))
        let good = try Program.run(["-c", "'\(Program.path)' \(arguments) >out"], program: "/bin/sh")
        #expect(good.code == 0 && good.err.isEmpty)
    }

    @Test func aClosedPipeIsAQuietSuccess() throws {
        let run = try Program.run(
            ["-c", "{ '\(Program.path)' help; echo $? >&2; } | true"], program: "/bin/sh")
        #expect(run.err == "0\n")
    }

    // MARK: The manual, and what is installed

    @Test func theManualHasAPartPerCommandAndNoFault() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["manual", "--output", "kgeo.1"], in: folder)
        #expect(run.code == 0 && run.err.isEmpty)
        let page = try #require(folder.text("kgeo.1"))
        for command in ["check\\-area <scenario> ...", "import deepstate", "schema", "convert"] {
            #expect(page.contains("\n.SS kgeo \(command)"), "\(command)")
        }
        #expect(!page.contains("kgeo manual <") && page.allSatisfy(\.isASCII))
        let groff = try Program.run(
            ["-c", "command -v groff >/dev/null || exit 9; groff -man -ww -Tutf8 -z kgeo.1"], in: folder,
            program: "/bin/sh")
        guard groff.code != 9 else { return }
        #expect(groff.code == 0 && groff.err.isEmpty, "\(groff.err)")
    }

    /// The recipe, as make would run it: building is not what is tried here.
    @Test func makeInstallPutsEverythingInItsPlace() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        // What `build` stands before is done; the rest runs on the binary of the tests.
        let run = try Program.run(
            [
                "-c",
                "cd '\(root)' && make -s install SWIFT=true BIN='\(Program.path)' SHARE='\(folder.path)/made' DESTDIR='\(folder.path)/staged' PREFIX=/opt/kgeo",
            ], program: "/bin/sh")
        #expect(run.code == 0, "\(run.err)")
        let prefix = folder.path + "/staged/opt/kgeo/"
        for file in [
            "bin/kgeo", "share/kgeo/Scenarios/example.geojson", "share/kgeo/GeoData/oblasts.geojson",
            "share/bash-completion/completions/kgeo", "share/zsh/site-functions/_kgeo",
            "share/fish/vendor_completions.d/kgeo.fish", "share/man/man1/kgeo.1",
        ] {
            let size = try? FileManager.default.attributesOfItem(atPath: prefix + file)[.size] as? Int
            #expect((size ?? 0) > 100, "\(file)")
        }
        let check = try Program.run(["check-area", "example"], program: prefix + "bin/kgeo")
        #expect(check.code == 0)
    }
}
