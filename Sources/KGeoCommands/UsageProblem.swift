// Arguments that cannot be parsed: said in the form of all other errors, with a hint that helps.

internal import ArgumentParser
internal import KGeo

enum UsageProblem {
    /// The parser's error as a problem.
    static func problem(_ error: any Error, _ arguments: [String]) -> Problem {
        let commands = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        if let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first), first != "help" {
            return Problem(
                .usage, "there is no command \"\(first)\"",
                hint: "the commands are " + commands.joined(separator: ", ")
                    + "; kgeo --help says what they do")
        }
        var message = RootCommand.message(for: error)
        if message.hasSuffix(".") { message.removeLast() }
        let first = message.prefix(1).lowercased()
        return Problem(.usage, first + message.dropFirst(), hint: hint(error, arguments))
    }

    /// The format of errors when the arguments could not be parsed.
    static func format(_ arguments: [String]) -> OutputFormat {
        let isJSON = zip(arguments, arguments.dropFirst()).contains { $0 == "--format" && $1 == "json" }
        return isJSON || arguments.contains("--format=json") ? .json : .table
    }

    private static func hint(_ error: any Error, _ arguments: [String]) -> String? {
        let negative = arguments.first { argument in
            argument.first == "-" && argument.dropFirst().first.map { $0.isNumber || $0 == "." } ?? false
        }
        if let negative {
            // "Missing value for '--boundary-error <metres>'"
            let quoted = RootCommand.message(for: error).split(separator: "'").first { $0.hasPrefix("--") }
            if let option = quoted?.split(separator: " ").first {
                return "a value that begins with a dash is written \(option)=\(negative)"
            }
            return
                "\(negative) begins with a dash and is taken for an option: write -- before the first such argument"
        }
        // "See 'kgeo area --help' for more information."
        let full = RootCommand.fullMessage(for: error)
        return full.split(separator: "'").map(String.init).last { $0.hasSuffix("--help") }
            .map { "\($0) lists the arguments and options" }
    }
}
