// What a map calls its statuses, by its own words: where nothing changes hands, ground is not "controlled".

package import KGeoCore

extension ScenarioReader {
    /// Words that say who holds ground: maps that use them are of control, whatever they are about.
    private static let wordsOfControl: Set<String> = [
        "held", "hold", "control", "controlled", "occupied", "captured", "seized", "taken", "liberated",
        "contested",
        "claimed", "disputed", "grey", "gray", "greyzone", "advance", "gains", "true", "false", "yes", "no",
    ]
    /// A longer word is a text.
    private static let longestWord = 24

    /// What the statuses of a map are called: as asked for, else as the scenario says, else "drawn" where no area has a
    /// status, else the map's own word, where one stands for a status. Where areas have holders, ground changes hands,
    /// and statuses are called by their codes.
    func words(of scenario: Scenario, header: StatusWords?) -> StatusWords {
        if let asked = mapping.words ?? header { return asked }
        let control = scenario.features.filter { $0.role == .control }
        guard scenario.isPlainMap, !control.isEmpty, control.allSatisfy({ ($0.holder ?? "").isEmpty }) else {
            return StatusWords()
        }
        if control.allSatisfy({ $0.statusText == nil }) { return .drawn }
        var own = StatusWords()
        for status in Status.allCases {
            let texts = Set(control.filter { $0.status == status }.compactMap(\.statusText))
            guard texts.count == 1, let word = texts.first.flatMap(Self.plainWord) else { continue }
            own[status] = word
        }
        return own
    }

    /// Where nothing is mapped, nobody holds anything, and one word that says nothing of who holds ground is said of every
    /// area, the areas are what it says: burned, protected.
    mutating func takeOneWord(of scenario: inout Scenario) {
        guard scenario.isPlainMap, mapping.isEmpty, unmapped.count == 1, let word = unmapped.keys.first,
            Self.plainWord(word) != nil
        else { return }
        let control = scenario.features.indices.filter { scenario.features[$0].role == .control }
        let isOfAll = control.allSatisfy {
            scenario.features[$0].statusText == word && (scenario.features[$0].holder ?? "").isEmpty
        }
        guard isOfAll else { return }
        for number in control { scenario.features[number].status = .controlled }
        unmapped = [:]
    }

    /// A status of a map as a word of a sentence; nil for a code, a colour, and what says who holds ground.
    private static func plainWord(_ text: String) -> String? {
        let word = text.lowercased()
        guard word.count <= longestWord, word.contains(where: \.isLetter),
            word.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" }),
            word.split(separator: " ").allSatisfy({ !wordsOfControl.contains(String($0)) })
        else { return nil }
        return word
    }

    /// The member "words" of a scenario: a word for each status that has one.
    mutating func statusWords(_ value: JSONValue) -> StatusWords? {
        guard let object = value.object else {
            fail(
                "\"kgeo\".\"words\" must be an object, not \(value.kind)",
                hint: "write {\"controlled\": \"burned\"}")
            return nil
        }
        var words = StatusWords()
        for member in object.members {
            guard let status = Status(rawValue: member.name), let word = member.value.string,
                StatusWords.canBe(word)
            else {
                fail(
                    "\"kgeo\".\"words\".\"\(member.name)\" is no status with a word",
                    hint: .text(
                        "write a word of at most \(StatusWords.longest) letters for one of "
                            + Status.allCases.map(\.rawValue).joined(separator: ", ")))
                continue
            }
            words[status] = word
        }
        return words
    }
}

extension StatusWords {
    /// A word may have so many letters.
    package static let longest = 40

    /// Whether a text can stand for a status.
    package static func canBe(_ word: String) -> Bool {
        !word.allSatisfy(\.isWhitespace) && word.count <= longest && !word.contains(where: \.isNewline)
    }
}

extension StatusWords {
    /// The words as a scenario has them.
    package var json: JSONObject {
        JSONObject(
            Status.allCases.compactMap { status in
                self[status].map { JSONObject.Member(status.rawValue, .string($0)) }
            })
    }
}
