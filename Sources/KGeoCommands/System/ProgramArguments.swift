// The words that the program was called with.

internal import KGeoCore

/// The words that the program was called with, its own name first.
enum ProgramArguments {
    /// All of them; bytes that are no UTF-8 stand in them as `FileName` says. Empty when the system does not tell
    /// them: on Linux they come from /proc.
    static let all: [String] = CommandLine.arguments.indices.compactMap { i in
        CommandLine.unsafeArgv[i].map { FileName.text($0) }
    }

    /// Those after the program's name.
    static var given: [String] { Array(all.dropFirst()) }

    /// What is wrong when there are none, not even a name: nobody knows what was asked for.
    static let missing = Problem(
        .internal, "the system does not tell the arguments of the command",
        hint: "on Linux they are read from /proc, which is not there; mount it: mount -t proc proc /proc")
}
