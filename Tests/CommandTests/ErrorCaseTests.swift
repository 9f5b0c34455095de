// Every case of bad input, run on the built binary; and Docs/Errors.md, which must say the same.

import Foundation
import TestSupport
import Testing

struct ErrorCaseTests {
    @Test(arguments: ErrorCases.all)
    func isAnsweredAsStated(_ example: ErrorCase) throws {
        if let needs = example.needs, !FileManager.default.fileExists(atPath: needs) { return }
        let folder = try TemporaryFolder()
        for file in example.files { try Self.make(file, in: folder) }
        guard let run = try Self.run(example, in: folder) else { return }
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

    /// Runs a case; nil when it cannot be tried here.
    private static func run(_ example: ErrorCase, in folder: TemporaryFolder) throws -> ProgramRun? {
        let place = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
        let path = place + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        var arguments = ["/bin/sh", "-c", example.command]
        if example.needsRights, geteuid() == 0 {
            // The superuser may read anything: run as nobody, where that user can reach the binary.
            let drop = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            guard FileManager.default.isExecutableFile(atPath: drop[0]),
                try Program.run(drop + ["/usr/bin/test", "-x", Program.path], program: "/usr/bin/env").code
                    == 0
            else { return nil }
            arguments = drop + arguments
        }
        return try Program.run(
            arguments, in: folder, environment: ["PATH": path], program: "/usr/bin/env")
    }
}
