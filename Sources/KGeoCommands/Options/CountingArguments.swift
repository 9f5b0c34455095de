// What counts as held: the option that every command means alike.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoCore

struct CountingArguments: ParsableArguments {
    @Option(
        name: .customLong("counting"),
        help: ArgumentHelp(
            "The statuses that count as held: controlled, controlled+contested, claimed ….",
            valueName: "statuses"))
    var text = Counting.controlled.label

    /// What counts.
    func counting() throws -> Counting { try Self.counting(text, "--counting") }

    /// What an option counts.
    ///
    /// - Throws: a problem (64) when a word is no status.
    static func counting(_ text: String, _ option: String) throws -> Counting {
        do throws(Problem) { return try CountingReading.counting(text) } catch {
            throw Problem(.usage, "\(option): \(error.message)", remedy: error.remedy)
        }
    }
}
