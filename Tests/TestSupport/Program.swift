// Runs the built binary in a temporary folder and says what it printed, wrote and ended with.

import Foundation

/// A folder of its own for one test, removed when the value is gone.
public final class TemporaryFolder {
    /// Its path.
    public let path: String

    /// A new, empty folder.
    public init() throws {
        path = NSTemporaryDirectory() + "kgeo-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    /// Writes a file of bytes and gives its path.
    @discardableResult
    public func write(_ name: String, bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    /// The names in it, sorted, hidden ones too.
    public var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// The text of a file in it.
    public func text(_ name: String) -> String? {
        SharedFolder.text(of: path + "/" + name)
    }
}

/// What a run of the program gave.
public struct ProgramRun: Sendable {
    /// Standard output and standard error.
    public let out, err: String
    /// The exit code; -1 when a signal ended it.
    public let code: Int32
    /// The lines of standard output.
    public var lines: [String] {
        out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    /// Standard output as JSON.
    public func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any] ?? [:]
    }
}

/// The binary `kgeo` beside the tests.
public enum Program {
    /// Its path: in the folder of the test bundle.
    public static let path: String = {
        let bundle =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().path + "/kgeo"
    }()

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - folder: the working folder; a fresh one when left out.
    ///   - program: another program than kgeo, such as a shell that runs it.
    public static func run(
        _ arguments: [String], input: String = "", in folder: TemporaryFolder? = nil,
        environment: [String: String] = [:], program: String = path
    ) throws -> ProgramRun {
        let scratch = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder?.path ?? scratch.path)
        // One width of lines everywhere, whatever terminal the tests run in.
        process.environment = ProcessInfo.processInfo.environment.merging(["COLUMNS": "100"]) { $1 }
            .merging(environment) { $1 }
        // Files instead of pipes: a large output must not block the program.
        let files = try ["in", "out", "err"].map { name in
            try URL(fileURLWithPath: scratch.write(".std" + name, name == "in" ? input : ""))
        }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        func text(_ file: URL) -> String { SharedFolder.text(of: file.path) ?? "" }
        return ProgramRun(
            out: text(files[1]), err: text(files[2]),
            code: process.terminationReason == .exit ? process.terminationStatus : -1)
    }
}
