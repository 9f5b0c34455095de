// The first look over a text, figure by figure.

internal import KGeoCore
internal import KGeoExtract

extension ReadingRun {
    /// What the words beside each figure give, by the number of the figure.
    mutating func all() -> [Int: ReadFigure] {
        var found: [Int: ReadFigure] = [:]
        for s in facts.indices {
            for n in facts[s].figures where !facts[s].isTime(text.figureWords[n].lowerBound) {
                guard let scene = Scene(n, in: text, facts[s]) else { continue }
                var rules = FigureRules(scene, in: self)
                guard let reading = rules.read() else { continue }
                var claim = scene.figure.claim
                (claim.unit, claim.kind) = (rules.unit, reading.kind)
                found[n] = ReadFigure(claim: claim, reading: reading)
                if let governor = rules.governor {
                    decided =
                        decided.suffix(7) + [
                            DecidedFigure(
                                reading: reading, governor: governor, scene: scene, unit: rules.unit,
                                sentence: s)
                        ]
                }
            }
        }
        return found
    }
}
