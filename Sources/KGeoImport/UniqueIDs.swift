// Ids of which none stands twice, made from names.

/// Ids of which none stands twice.
struct UniqueIDs {
    private var seen: Set<String> = []
    /// Of an id that came again the last number given to it: all below are taken.
    private var numbers: [String: Int] = [:]

    mutating func take(_ id: String) { seen.insert(id) }

    /// The id, with a number behind it when it is taken.
    mutating func unique(_ id: String) -> String {
        if seen.insert(id).inserted { return id }
        var number = numbers[id] ?? 1
        var name: String
        repeat {
            number += 1
            name = "\(id)-\(number)"
        } while !seen.insert(name).inserted
        numbers[id] = number
        return name
    }

    /// A name for an id: lower case, a dash for each run of what is no letter or digit.
    static func slug(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
