// What lies in a folder before, beside and after runs that write to it: left files, rights, two runs at once, signals.

import Foundation
import TestSupport
import Testing

struct OutputSafetyTests {
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("a.geojson", Samples.oneSquare)
        return folder
    }

    static func shell(_ command: String, in folder: TemporaryFolder) throws -> ProgramRun {
        try Program.run(
            ["-c", command], in: folder, environment: ["KGEO": Program.path], program: "/bin/sh")
    }

    /// Numbers of processes come again: in a container each run may be number 1. What a killed run left blocks nothing
    /// and is named; what a run at work holds is neither.
    @Test func whatAKilledRunLeftIsNamedAndBlocksNothing() throws {
        let folder = try Self.folder()
        let left = ".out.csv.kgeo-0123456789abcdef.tmp"
        for name in [left, ".out.csv.1.tmp", ".other.csv.1.tmp", ".out.csv.kgeo-1.tmp", ".out.csv.x.tmp"] {
            try folder.write(name, "half")
        }
        let run = try Program.run(["area", "a.geojson", "--output", "out.csv"], in: folder)
        #expect(run.code == 0)
        for name in [".out.csv.1.tmp", left] {
            #expect(
                run.err.contains("note: out.csv: a run that was killed has left \(name) in this folder\n"))
        }
        #expect(run.err.split(separator: "\n").count == 4)
        #expect(folder.text(left) == "half" && folder.text("out.csv") != nil)
        let again = ["area", "a.geojson", "--output", "out.csv", "--force"]
        let quiet = try Program.run(again + ["--quiet"], in: folder)
        #expect(quiet.code == 0 && quiet.err.isEmpty)
        let object = try Program.run(again + ["--format", "json"], in: folder)
        #expect(object.err.hasPrefix(#"{"notice":{"severity":"note","code":"output-create","message":"#))
        let held = try Self.shell(
            "exec 9<\(left); flock -x 9; rm .out.csv.1.tmp; \"$KGEO\" \(again.joined(separator: " "))",
            in: folder)
        #expect(held.code == 0 && !held.err.contains("killed"), "\(held.err)")
    }

    /// Killed at the moment when files of the earlier bundle have given way: the next run does not call them needless, and
    /// says so before it refuses what it cannot account for.
    @Test func aRunThatWasKilledWhileItReplacedABundleIsNamedAsThat() throws {
        let folder = try Self.folder()
        let set = "--set status=controlled --set holder=N --set date=2024-01-01"
        let export = "\"$KGEO\" export a.geojson \(set) --to b"
        let left = ".kgeo.kgeo-0123456789abcdef.tmp"
        let run = try Self.shell(
            """
            \(export) --quiet; mkdir b/\(left); mv b/kgeo-bundle.json b/\(left)/.old-kgeo-bundle.json
            \(export) --force; echo $?
            mv b/\(left)/.old-kgeo-bundle.json b/kgeo-bundle.json; rmdir b/\(left)
            \(export) --force --quiet; echo $?
            """, in: folder)
        #expect(run.out.contains("73\n") && run.out.hasSuffix("0\n"), "\(run.out)")
        #expect(
            run.err.contains(
                "note: b: a run that was killed while it replaced a bundle has left \(left) in this folder\n")
        )
        #expect(run.err.contains(".old-NAME") && !run.err.contains("nothing that is needed"))
    }

    @Test func aNewFileHasUsualRightsAndOneThatReplacesKeepsThem() throws {
        let folder = try Self.folder()
        let run = try Self.shell(
            """
            umask 027; "$KGEO" area a.geojson -o new; stat -c %a new
            for mode in 600 644 755 664; do
              chmod $mode new; "$KGEO" area a.geojson -o new --force; stat -c %a new
            done
            """, in: folder)
        #expect(run.code == 0)
        #expect(run.out == "640\n600\n644\n755\n664\n")
    }

    @Test func aLinkIsFollowedAndOneThatLeadsNowhereRefused() throws {
        let folder = try Self.folder()
        let run = try Self.shell(
            """
            ln -s real link; ln -s nothing lost; echo old > real
            "$KGEO" area a.geojson -o link --force; test -L link && test -f real && wc -l < real
            "$KGEO" area a.geojson -o lost; echo $?; test -L lost; test ! -e nothing && echo kept
            """, in: folder)
        #expect(run.out == "4\n73\nkept\n")
        #expect(
            run.err == "kgeo: error: lost: this link leads nowhere\nhint: delete it, or name another place\n")
    }

    /// Both see at first that there is no file; one of them makes it.
    @Test func ofTwoRunsToOneOutputOneIsRefused() throws {
        let folder = try Self.folder()
        let run = try Self.shell(
            """
            mkfifo first second
            "$KGEO" length - -o out < first 2> err1 & one=$!
            "$KGEO" length - -o out < second 2> err2 & two=$!
            exec 8> first 9> second
            sleep 0.3; cat a.geojson >&8; exec 8>&-; wait $one; echo $?; cp out kept
            cat a.geojson >&9; exec 9>&-; wait $two; echo $?; cmp out kept && cat err1 err2; ls -A
            """, in: folder)
        #expect(
            run.out == """
                0
                73
                kgeo: error: out: the file exists already
                hint: --force replaces it
                a.geojson
                err1
                err2
                first
                kept
                out
                second

                """)
    }

    @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)])
    func aSignalLeavesNothing(_ signal: String, _ code: Int) throws {
        let folder = try Self.folder()
        // A shell without job control lets its jobs ignore the signals of the keyboard.
        let run = try Program.run(
            [
                "-c",
                """
                set -m; ulimit -c 0; mkfifo pipe
                '\(Program.path)' length - -o out < pipe & run=$!
                exec 8> pipe; for try in {1..300}; do ls -A | grep -q tmp && break; sleep 0.1; done
                ls -A | grep -c tmp; kill -\(signal) $run; wait $run; echo $?
                exec 8>&-; ls -A
                """,
            ], in: folder, program: "/bin/bash")
        #expect(run.out == "1\n\(code)\na.geojson\npipe\n", "\(run.err)")
    }

    @Test func aSignalThatIsIgnoredStaysIgnored() throws {
        let folder = try Self.folder()
        let run = try Self.shell(
            """
            mkfifo pipe; trap '' HUP
            "$KGEO" length - -o out < pipe & run=$!
            exec 8> pipe; sleep 0.3; kill -HUP $run; sleep 0.1; cat a.geojson >&8; exec 8>&-; wait $run; echo $?
            ls -A
            """, in: folder)
        #expect(run.out == "0\na.geojson\nout\npipe\n")
    }

    @Test func helpThatCannotBeWrittenIsAnError() throws {
        let folder = try TemporaryFolder()
        let run = try Self.shell("\"$KGEO\" --help > /dev/full; echo $?", in: folder)
        #expect(run.out == "74\n")
        #expect(run.err.hasPrefix("kgeo: error: standard output: writing failed"))
    }

    @Test func aValueOfTenMegabytesIsShortenedInAnError() throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "x", count: 10_000_000)
        try folder.write("type.geojson", "{\"type\":\"\(long)\"}")
        try folder.write(
            "status.geojson",
            Samples.collection([
                Samples.feature(
                    Samples.square(30, 50, 1),
                    "{\"role\":\"control\",\"status\":\"\(long)\",\"date\":\"2024-01-01\"}", id: long)
            ]))
        for arguments in [
            ["area", "type.geojson"], ["check-area", "status.geojson"], ["validate", "status.geojson"],
            ["area", "type.geojson", "--format", "json"],
            ["check-area", "status.geojson", "--format", "json"],
        ] {
            let run = try Program.run(arguments, in: folder)
            #expect(run.code == 65)
            #expect((run.out + run.err).utf8.count < 4_000, "\(arguments)")
            #expect((run.out + run.err).contains("xxx…xxx"))
        }
    }
}

/// What needs a namespace of its own: skipped where that is not permitted.
struct NamespaceTests {
    static let isPermitted: Bool = {
        let run = try? Program.run(
            ["-c", "unshare -rmpf sh -c 'mount -t tmpfs none /proc && test $$ = 1'"], program: "/bin/sh")
        return run?.code == 0
    }()

    @Test(.enabled(if: isPermitted, "needs unshare with a mount and a process namespace"))
    func withoutProcTheArgumentsAreMissedAndNothingSucceeds() throws {
        let folder = try OutputSafetyTests.folder()
        for arguments in ["area a.geojson", "check-area a.geojson --claim 5km2 --fail-on overstated", ""] {
            let run = try OutputSafetyTests.shell(
                "unshare -rm sh -c 'mount -t tmpfs none /proc; exec \"$KGEO\" \(arguments)'", in: folder)
            #expect(run.code == 1 && run.out.isEmpty)
            #expect(
                run.err.hasPrefix(
                    "kgeo: error: the system does not tell the arguments of the command\nhint: "))
        }
    }

    /// Process 1 is ended by no signal that it does not take.
    @Test(.enabled(if: isPermitted, "needs unshare with a mount and a process namespace"))
    func theFirstProcessOfAContainerIsEndedBySignals() throws {
        let folder = try OutputSafetyTests.folder()
        let run = try OutputSafetyTests.shell(
            """
            mkfifo pipe
            for output in '' '-o out'; do
              unshare -rpf "$KGEO" area - $output < pipe & outer=$!
              exec 8> pipe; sleep 0.4
              inner=$(cat /proc/$outer/task/$outer/children); kill -TERM $inner; wait $outer; echo $?; exec 8>&-
            done
            ls -A
            """, in: folder)
        #expect(run.out == "143\n143\na.geojson\npipe\n", "\(run.err)")
    }

    @Test(.enabled(if: isPermitted, "needs unshare with a mount and a process namespace"))
    func runsOfOneProcessNumberDoNotBlockEachOther() throws {
        let folder = try OutputSafetyTests.folder()
        let run = try OutputSafetyTests.shell(
            """
            for i in 1 2; do
              mkfifo pipe$i; unshare -rpf "$KGEO" length - -o out --force < pipe$i & eval run$i=$!
            done
            exec 8> pipe1 9> pipe2; sleep 0.4
            cat a.geojson >&8; cat a.geojson >&9; exec 8>&- 9>&-
            wait $run1; echo $?; wait $run2; echo $?; ls -A
            """, in: folder)
        #expect(run.out == "0\n0\na.geojson\nout\npipe1\npipe2\n", "\(run.err)")
    }
}

/// Names of files that are bytes and no UTF-8.
struct FileNameCommandTests {
    @Test func namesThatAreNoTextAreOpenedWrittenAndShown() throws {
        let folder = try OutputSafetyTests.folder()
        let run = try OutputSafetyTests.shell(
            #"""
            mkdir maps; in=$(printf 'maps/\377\351.geojson'); out=$(printf 'o\377ut')
            cp a.geojson "$in" 2>/dev/null && test -f "$in" || { echo no such names here; exit 0; }
            "$KGEO" area "$in" --format csv -o "$out"; cut -c1-24 "$out" | tail -1
            "$KGEO" area maps --format csv | cut -c1-24 | tail -1
            "$KGEO" area "$in" --format json | grep -c 'maps/\\\\xFF\\\\xE9.geojson'
            "$KGEO" area "$out.none"; echo $?
            "$KGEO" export "$in" --set holder=N --to "$out.d" -q && ls "$out.d" | wc -l
            """#, in: folder)
        guard !run.out.hasPrefix("no such names") else { return }
        #expect(
            run.out == """
                maps/\\xFF\\xE9.geojson,0,
                maps/\\xFF\\xE9.geojson,0,
                2
                66
                4

                """, "\(run.err)")
        #expect(run.err.contains(#"kgeo: error: o\xFFut.none: no such file"#))
    }
}

/// Faults at exact system calls: the script that `make test-faults` runs at length, with one call of each kind.
struct FaultTests {
    /// The leak sanitizer cannot work in a process that is traced.
    static let isPermitted: Bool = {
        let run = try? Program.run(["-c", "strace -o /dev/null true"], program: "/bin/sh")
        return run?.code == 0 && ProcessInfo.processInfo.environment["LSAN_OPTIONS"] == nil
    }()

    @Test(
        .enabled(if: isPermitted, "needs strace, and the right to trace"),
        .enabled(if: isRelease, "the program without optimisation is too slow for it"))
    func nothingIsHalfOrLeftBehindWhereverTheSystemFails() throws {
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run([root + "/Scripts/faults.sh", Program.path, "1"], program: "/bin/bash")
        #expect(run.code == 0 && run.out.hasSuffix(" passed, 0 failed\n"), "\(run.out)\(run.err)")
    }
}
