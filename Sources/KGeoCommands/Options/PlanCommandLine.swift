// The command that repeats the measurement of a plan on one maker's maps.

internal import KGeo
internal import KGeoClaims
internal import KGeoCore
internal import KGeoExtract
internal import KGeoVerdict

/// Writes a plan as a command that can be pasted.
enum PlanCommandLine {
    /// The command that measures on some maps what a plan measures; nil where none does.
    static func text(_ plan: Plan, _ answer: PlanAnswer) -> String? {
        let claim = plan.claim
        // A circle has no name that a command takes.
        guard plan.region?.around == nil else { return nil }
        switch plan.question {
        case .approach(let place): return approach(place, answer)
        case .settlements: return nil
        case nil: break
        }
        switch claim.kind {
        case .length:
            let path = answer.file ?? answer.path
            guard answer.file != nil || !FileStatus.isFolder(path) else { return nil }
            return line(["front", path], [("--claim", figure(claim)), ("--as-of", claim.asOf?.description)])
        case .distance:
            var ends = plan.places.map(\.text) + (plan.hasBorder ? [Planner.border] : [])
            if plan.needsMaps {
                guard let file = answer.file else { return nil }
                ends.insert(file, at: 0)
            }
            return ends.count == 2 ? line(["distance"] + ends, []) : nil
        case .share where plan.isShareOfRegion && plan.region?.countries.isEmpty ?? false:
            // A whole of a file is none of a claim's denominators.
            guard let file = answer.file, let region = plan.region else { return nil }
            return line(
                ["share", file],
                [("--of", region.text), ("--holder", claim.subject.holder), ("--claim", figure(claim))])
        case .share where !plan.isShareOfRegion: return nil
        default: break
        }
        var options: [(String, String?)] = [
            ("--claim", figure(claim)), ("--kind", claim.kind == .depth ? claim.kind.rawValue : nil),
            ("--from", claim.from), ("--line", plan.hasBorder ? "GeoData/\(Planner.border).geojson" : nil),
            ("--measure", claim.measure == .held ? nil : claim.measure.rawValue),
            ("--as-of", claim.asOf?.description),
            ("--period", claim.period.map { "\($0.lowerBound)..\($0.upperBound)" }),
            ("--worded", claim.worded?.label),
            (plan.isShareOfRegion ? "--of" : "--in", plan.region?.text),
        ]
        options.append(("--holder", claim.subject.holder))
        let isArea = claim.kind == .area || claim.kind == .share
        return line([isArea ? "check-area" : "check", answer.path], options)
    }

    /// The distances from the ground of both maps to a place, of which the way nearer is the difference.
    private static func approach(_ place: Plan.Place, _ answer: PlanAnswer) -> String? {
        guard let value = answer.finding.definitions.lazy.compactMap(\.measured).first,
            let from = value.fromDate.flatMap({ answer.files[$0] }),
            let to = value.toDate.flatMap({ answer.files[$0] })
        else { return nil }
        return [from, to].map { line(["distance", $0, place.text], []) }.joined(separator: " && ")
    }

    private static func line(_ words: [String], _ options: [(String, String?)]) -> String {
        (["kgeo"] + words.map(quoted)
            + options.flatMap { option, value in value.map { [option, quoted($0)] } ?? [] })
            .joined(separator: " ")
    }

    /// The figure as --claim reads it: as printed where that gives the same, else from its numbers.
    private static func figure(_ claim: Claim) -> String {
        let said = Figures.said(claim)
        for text in [claim.quote, said].compactMap(\.self) {
            if let read = try? FigureReader.english.figure(text), read.numbers == claim.numbers,
                read.unit == claim.unit, read.qualifier == claim.qualifier
            {
                return text
            }
        }
        return said
    }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let plain = word.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-_./,+=:".unicodeScalars.contains(scalar))
        }
        guard !plain || word.isEmpty else { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}
