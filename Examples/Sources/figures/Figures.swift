// Holds the figures of a text against a map, and says what changed on the map meanwhile.

import ArgumentParser
import Foundation
import KGeo

@main
struct Figures: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold the figures of a text against a map of who holds what.")
    @Argument(help: "The map: a scenario file.") var map: String
    @Argument(help: "The text.") var text: String
    @Option(help: "Whose ground.") var holder: String
    @Flag(help: "Print the findings as JSON.") var json = false

    func run() throws {
        let map: ControlMap
        do { map = try ControlMap(.file(self.map)) } catch {
            throw ValidationError(SafeText.escaped(error.summary))
        }
        let subject = Subject(holder: holder)
        let claims = figures(in: text).filter { $0.kind == .area }.map { figure in
            var claim = Claim(figure)
            claim.subject = subject
            claim.asOf = map.dates.last
            return claim
        }
        let findings = try map.check(claims)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(findings), as: UTF8.self))
            return
        }
        for finding in findings { print("\(finding.claim.quote ?? ""): \(finding.verdict.words)") }
        guard map.dates.count > 1 else { return }
        let change = try map.change(of: subject)
        print("gained \(km2(change.gained)), lost \(km2(change.lost)), net \(km2(change.net)) km²")
    }

    private func km2(_ value: MeasuredValue) -> String {
        "\(Int((value.value / 1e6).rounded())) ± \(Int((2 * value.u / 1e6).rounded()))"
    }
}
