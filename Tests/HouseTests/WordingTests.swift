// The rooms know no command line: what a user can set or do is named by meaning, and KGeoCommands has the words.

import Testing

struct WordingTests {
    /// Words of other programs, which are no options of this one.
    static let foreign = ["zip -s 0 archive.zip --out whole.zip"]
    /// The rooms that are the command line.
    static let rooms: Set<String> = ["KGeoCommands", "kgeo"]

    @Test func noRoomNamesAnOptionOrACommand() throws {
        let sources = try SourceFile.all()
        var commands: Set<String> = []
        for source in sources where Self.rooms.contains(source.room) {
            commands.formUnion(source.text.matches(of: /commandName: "([a-z-]+)"/).map { String($0.1) })
        }
        #expect(commands.count > 20, "the names of the commands were not found")
        for source in sources where !Self.rooms.contains(source.room) {
            let (file, text) = (source.name, source.text)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                var line = String(line.drop { $0 == " " })
                guard !line.hasPrefix("//") else { continue }
                for words in Self.foreign { line = line.replacing(words, with: "") }
                #expect(!line.contains(/--[a-z]/), "\(file):\(number + 1) names an option: \(line)")
                for match in line.matches(of: /kgeo ([a-z-]+|…)/) {
                    #expect(
                        match.1 != "…" && !commands.contains(String(match.1)),
                        "\(file):\(number + 1) names a command: \(line)")
                }
            }
        }
    }

    /// What a room says in neutral words must not reach the terminal: problems, notices and findings are put into
    /// the words of the command line before they are printed.
    @Test func commandsPrintHintsInTheirOwnWords() throws {
        for source in try SourceFile.all() where Self.rooms.contains(source.room) {
            let (file, text) = (source.name, source.text)
            for line in text.split(separator: "\n") where line.contains(/error\.hint|first\.hint/) {
                #expect(line.contains("inCommandWords"), "\(file) prints neutral words: \(line)")
            }
        }
    }
}
