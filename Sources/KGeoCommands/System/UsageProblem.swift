// Arguments that cannot be parsed: said in the form of all other errors, with a hint that helps.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport

enum UsageProblem {
    /// The parser's error as a problem.
    static func problem(_ error: any Error, _ arguments: [String]) -> Problem {
        if let problem = unknownCommand(arguments) { return problem }
        var message = onOneLine(RootCommand.message(for: error))
        if message.hasSuffix(".") { message.removeLast() }
        let first = message.prefix(1).lowercased()
        return Problem(.usage, first + message.dropFirst(), hint: hint(error, arguments))
    }

    /// The parser puts six values or more below each other ("of the following:" and a line for each): here they follow
    /// each other as fewer do.
    private static func onOneLine(_ message: String) -> String {
        let lines = message.split(separator: "\n")
        let values = lines.dropFirst().map { "'\($0.drop { " -".contains($0) })'" }
        let end = " the following:"
        guard let last = values.last, let begin = lines.first, begin.hasSuffix(end) else { return message }
        return "\(begin.dropLast(end.count)) \(values.dropLast().joined(separator: ", ")) or \(last)"
    }

    /// The problem of a first word, or of a word after a command of commands, that is no command.
    static func unknownCommand(_ arguments: [String]) -> Problem? {
        var words = arguments[...]
        if words.first == "help" { words.removeFirst() }
        var command: any ParsableCommand.Type = RootCommand.self
        var called = "kgeo"
        while let word = words.popFirst(), !word.hasPrefix("-") {
            let known = command.configuration.subcommands
            guard !known.isEmpty else { return nil }
            if let next = known.first(where: { $0.configuration.commandName == word }) {
                (command, called) = (next, "\(called) \(word)")
                continue
            }
            guard word != "help" else { return nil }
            let shown = known.map { $0.configuration }.filter { $0.shouldDisplay }
            let names = shown.compactMap { $0.commandName }
            let near = Spelling.nearest(to: word, among: names)
            // After a command of commands it may be a file before which the command was left out.
            guard near != nil || command == RootCommand.self else { return nil }
            let meant = near.map { "did you mean \($0)? " } ?? ""
            let name = (called.split(separator: " ").dropFirst().map(String.init) + [word])
            return Problem(
                .usage, "there is no command \"\(name.joined(separator: " "))\"",
                hint:
                    "\(meant)the commands are \(names.joined(separator: ", ")); \(called) --help says what they do"
            )
        }
        return nil
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
