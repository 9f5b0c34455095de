// A drawing of a series: area over time, published figures as points with their intervals, and below it what was gained and
// lost.

internal import KGeoClaims
package import KGeoControl
package import KGeoCore
internal import KGeoVerdict

package struct SeriesChart {
    private let points: [(day: Int, km2: Double)]
    private let marks: [Mark]
    private let title: String
    private let steps: [Step]
    private let stepsTitle: String

    /// A published figure: where it stands in time, what it says, and how it fits.
    private struct Mark {
        var day: Int
        var low, high, middle: Double
        var label: String
        var verdict: Verdict
    }

    /// What was gained and lost between two days, in km².
    private struct Step {
        var from, to: Int
        var gained, lost: Double
    }

    /// A drawing of a series; bars stand for the steps from map to map, or for weeks or months.
    package init(
        _ series: MapSeries, _ settings: ChangeSettings, findings: [Finding], divided: DividedSeries? = nil,
        words: StatusWords = StatusWords()
    ) {
        let edges = settings.errors.edges
        points = series.rows.compactMap { row in
            row.map.date.map { ($0.dayNumber, row.map.ground.area.squareMetres(edges) / 1e6) }
        }
        let days = (points.first?.day ?? 0, points.last?.day ?? 0)
        marks = findings.compactMap { finding in
            let claim = finding.claim
            // Only what is an area at a day has a place in this drawing.
            guard claim.kind == .area, [.held, .peak, .lowest, .mean].contains(claim.measure),
                let day = claim.asOf?.dayNumber ?? claim.period.map({
                    ($0.lowerBound.dayNumber + $0.upperBound.dayNumber) / 2
                })
                    ?? finding.definitions.lazy.compactMap({ $0.measured?.date?.dayNumber }).first,
                (days.0...max(days.0, days.1)).contains(day)
            else { return nil }
            let (low, high) = (finding.saidSI.low / 1e6, finding.saidSI.high / 1e6)
            let middle = claim.printedSI / 1e6
            return Mark(
                day: day, low: low.isFinite ? low : middle, high: high.isFinite ? high : middle,
                middle: middle, label: claim.id, verdict: finding.verdictAsWorded ?? finding.verdict)
        }
        let names = series.rows.compactMap { $0.map.date?.description }
        if let divided {
            steps = divided.periods.compactMap { period in
                guard let from = period.old.date, let to = period.new.date else { return nil }
                return Step(
                    from: from.dayNumber, to: to.dayNumber, gained: period.gained.squareMetres(edges) / 1e6,
                    lost: period.lost.squareMetres(edges) / 1e6)
            }
        } else {
            steps = zip(series.rows, series.rows.dropFirst()).compactMap { before, row in
                guard let from = before.map.date, let to = row.map.date, let step = row.step else {
                    return nil
                }
                return Step(
                    from: from.dayNumber, to: to.dayNumber, gained: step.gainedArea.squareMetres(edges) / 1e6,
                    lost: step.lostArea.squareMetres(edges) / 1e6)
            }
        }
        stepsTitle =
            "Gained and lost, km² \(divided.map { "a \($0.division.rawValue)" } ?? "from map to map")"
        title = "Area \(words.controlled ?? "held"), \(names.first ?? "") to \(names.last ?? "")"
    }

    private static let (width, height, bars) = (960.0, 480.0, 240.0)
    private static let (left, right, top, bottom) = (90.0, 50.0, 50.0, 60.0)

    private func n(_ value: Double) -> String { ChartFrame.number(value) }

    /// The drawing.
    package var svg: String {
        let height = Self.height + (steps.isEmpty ? 0 : Self.bars)
        var out =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(height))\" font-family=\"sans-serif\" font-size=\"13\">\n"
        out += "<title>\(title)</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        out += "<g id=\"area\">\n\(areas)</g>\n"
        if !steps.isEmpty { out += "<g id=\"change\">\n\(changes)</g>\n" }
        out +=
            "<text x=\"\(n(Self.left))\" y=\"\(n(height - 12))\" fill=\"#555\">Measured on drawn maps, not on the ground.\(marks.isEmpty ? "" : " Points: published figures with their intervals; \(Self.legend).")</text>\n"
        return out + "</svg>\n"
    }

    private var days: ClosedRange<Int> {
        (points.first?.day ?? 0)...max(points.last?.day ?? 1, points.first?.day ?? 0)
    }

    private func heading(_ text: String, _ y: Double) -> String {
        "<text x=\"\(n(Self.left))\" y=\"\(n(y))\" font-size=\"17\">\(text)</text>\n"
    }

    /// Area over time, and the published figures.
    private var areas: String {
        let frame = ChartFrame(
            left: Self.left, right: Self.width - Self.right, top: Self.top, bottom: Self.height - Self.bottom,
            days: days, values: points.map(\.km2) + marks.flatMap { [$0.low, $0.high] })
        var out = heading("\(title), km²", 28) + frame.axes
        let line = points.map { "\(n(frame.x(Double($0.day)))),\(n(frame.y($0.km2)))" }.joined(separator: " ")
        out += "<polyline points=\"\(line)\" fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\"/>\n"
        for point in points {
            out +=
                "<circle cx=\"\(n(frame.x(Double(point.day))))\" cy=\"\(n(frame.y(point.km2)))\" r=\"2\" fill=\"#1f4e79\"/>"
        }
        out += "\n"
        for mark in marks {
            let (at, y) = (frame.x(Double(mark.day)), frame.y)
            out +=
                "<line x1=\"\(n(at))\" x2=\"\(n(at))\" y1=\"\(n(y(mark.low)))\" y2=\"\(n(y(mark.high)))\" stroke=\"#b35900\" stroke-width=\"2\"/>"
            for end in [mark.low, mark.high] {
                out +=
                    "<line x1=\"\(n(at - 5))\" x2=\"\(n(at + 5))\" y1=\"\(n(y(end)))\" y2=\"\(n(y(end)))\" stroke=\"#b35900\" stroke-width=\"2\"/>"
            }
            out += "<circle cx=\"\(n(at))\" cy=\"\(n(y(mark.middle)))\" r=\"4\" fill=\"#b35900\"/>"
            let isRight = at > Self.width * 0.7
            out +=
                "<text x=\"\(n(isRight ? at - 9 : at + 9))\" y=\"\(n(y(mark.middle) - 6))\" text-anchor=\"\(isRight ? "end" : "start")\">\(SafeText.xml(mark.label)) \(mark.verdict.sign)</text>\n"
        }
        return out
    }

    /// Bars up for what was gained and down for what was lost, each as wide as its days.
    private var changes: String {
        let frame = ChartFrame(
            left: Self.left, right: Self.width - Self.right, top: Self.height + 10,
            bottom: Self.height + Self.bars - Self.bottom, days: days,
            values: [0] + steps.flatMap { [$0.gained, -$0.lost] })
        var out = heading(stepsTitle, Self.height - 6) + frame.axes
        for step in steps {
            let (west, east) = (frame.x(Double(step.from)), frame.x(Double(step.to)))
            let gap = min(1, (east - west) / 8)
            for (value, colour, word) in [
                (step.gained, "#1f4e79", "gained"), (-step.lost, "#b35900", "lost"),
            ]
            where value != 0 {
                let (top, bottom) = (frame.y(max(0, value)), frame.y(min(0, value)))
                out +=
                    "<rect x=\"\(n(west + gap))\" y=\"\(n(top))\" width=\"\(n(max(0.1, east - west - 2 * gap)))\" height=\"\(n(max(0.1, bottom - top)))\" fill=\"\(colour)\"><title>\(CalendarDate(dayNumber: step.from)) to \(CalendarDate(dayNumber: step.to)): \(word) \(Figures.short(abs(value))) km²</title></rect>\n"
            }
        }
        return out
    }

    /// What the signs mean.
    private static let legend = [Verdict.consistent, .overstated, .understated, .inconclusive].map {
        "\($0.sign) \($0.words)"
    }.joined(separator: ", ")
}
