// Every case of bad input, run on the built binary; and Docs/Errors.md, which must say the same.

import Foundation
import TestSupport
import Testing

struct ErrorCaseTests {
    @Test(arguments: ErrorCases.all.filter { $0.needs == nil && !$0.needsRights })
    func isAnsweredAsStated(_ example: ErrorCase) throws { try Self.check(example) }

    /// Cases that need a file of the system: skipped where it is not.
    @Test(
        .enabled(if: ErrorCases.all.allSatisfy { $0.needs.map(FileManager.default.fileExists) ?? true }),
        arguments: ErrorCases.all.filter { $0.needs != nil })
    func isAnsweredAsStatedOfSystemFiles(_ example: ErrorCase) throws { try Self.check(example) }

    /// Cases of what the user may not read: skipped where the superuser cannot step down.
    @Test(.enabled(if: withoutRights != nil), arguments: ErrorCases.all.filter(\.needsRights))
    func isAnsweredAsStatedWithoutRights(_ example: ErrorCase) throws { try Self.check(example) }

    @Test func everyCaseIsTried() {
        #expect(ErrorCases.all.contains { $0.needs != nil } && ErrorCases.all.contains(where: \.needsRights))
        #expect(!ErrorCases.all.contains { $0.needs != nil && $0.needsRights }, "it would be tried twice")
    }

    private static func check(_ example: ErrorCase) throws {
        let folder = try TemporaryFolder()
        for file in example.files { try Self.make(file, in: folder) }
        let run = try Self.run(example, in: folder)
        #expect(run.err == example.says + (example.says.isEmpty ? "" : "\n"))
        #expect(run.out == example.out + (example.out.isEmpty ? "" : "\n"))
        #expect(run.code == example.exit)
        #expect(folder.names == (example.files.map(\.name) + example.leaves).sorted())
        for file in example.files {
            guard case .text(let text) = file.contents else { continue }
            #expect(folder.text(file.name) == text, "an input was changed")
        }
    }

    /// A line of another kind would be a trap's, a library's or the argument parser's.
    @Test func everyLineIsAnErrorANoteOrAHint() throws {
        let members: Set<String> = [
            "code", "message", "file", "line", "column", "offset", "feature", "id", "part", "ring", "vertex",
            "claim", "property", "path", "coordinate", "hint",
        ]
        for example in ErrorCases.all {
            if example.says.hasPrefix("{") {
                let object = try JSONSerialization.jsonObject(with: Data(example.says.utf8)) as? [String: Any]
                let error = try #require(object?["error"] as? [String: Any])
                #expect(Set(error.keys) == members)
                continue
            }
            for line in example.says.split(separator: "\n") {
                #expect(
                    ["kgeo: error: ", "kgeo: warning: ", "kgeo: note: ", "hint: "].contains {
                        line.hasPrefix($0)
                    },
                    "\(example.title)")
            }
            // kgeo validate lists its errors on standard output.
            #expect(
                (example.exit == 0) == !(example.says + example.out).contains("error: "), "\(example.title)")
        }
    }

    @Test func titlesAreUnique() {
        #expect(Set(ErrorCases.all.map(\.title)).count == ErrorCases.all.count)
        #expect(ErrorCases.all.count >= 45)
    }

    @Test func theDocumentHoldsEveryCase() throws {
        let path = try #require(SharedFolder.projectRoot) + "/Docs/Errors.md"
        let text = ErrorDocument.text(ErrorCases.groups)
        if ProcessInfo.processInfo.environment["KGEO_WRITE_ERRORS_DOC"] != nil {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
        #expect(SharedFolder.text(of: path) == text, "run `make errors-doc` and look at the difference")
    }

    private static func make(_ file: ErrorCase.File, in folder: TemporaryFolder) throws {
        switch file.contents {
        case .text(let text): try folder.write(file.name, text)
        case .bytes(let bytes): try folder.write(file.name, bytes: bytes)
        case .folder:
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + file.name, withIntermediateDirectories: false)
        case .locked:
            try folder.write(file.name, "")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0], ofItemAtPath: folder.path + "/" + file.name)
        }
    }

    /// What is put before a command to run it as a user who may not read everything; nil when that cannot be done
    /// here. The superuser runs it as nobody, where that user can reach the binary.
    static let withoutRights: [String]? = {
        guard geteuid() == 0 else { return [] }
        let drop = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        guard FileManager.default.isExecutableFile(atPath: drop[0]),
            let run = try? Program.run(
                drop + ["/usr/bin/test", "-x", Program.path], program: "/usr/bin/env"),
            run.code == 0
        else { return nil }
        return drop
    }()

    private static func run(_ example: ErrorCase, in folder: TemporaryFolder) throws -> ProgramRun {
        let place = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
        let path = place + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        let drop = example.needsRights ? try #require(withoutRights) : []
        let arguments = drop + ["/bin/sh", "-c", example.command]
        return try Program.run(
            arguments, in: folder, environment: ["PATH": path], program: "/usr/bin/env")
    }
}
