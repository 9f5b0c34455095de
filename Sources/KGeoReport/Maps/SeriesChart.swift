// A drawing of a series: area over time, published figures as points with their intervals.

internal import KGeoClaims
package import KGeoControl
package import KGeoCore
internal import KGeoVerdict

package struct SeriesChart {
    private let points: [(day: Int, km2: Double)]
    private let marks: [Mark]
    private let title: String

    /// A published figure: where it stands in time, what it says, and how it fits.
    private struct Mark {
        var day: Int
        var low, high, middle: Double
        var label: String
        var verdict: Verdict
    }

    package init(_ series: MapSeries, _ settings: ChangeSettings, findings: [Finding]) {
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
        title = "Area held, \(names.first ?? "") to \(names.last ?? "")"
    }

    private static let (width, height) = (960.0, 480.0)
    private static let (left, right, top, bottom) = (90.0, 50.0, 50.0, 60.0)

    /// The drawing.
    package var svg: String {
        let values = points.map(\.km2) + marks.flatMap { [$0.low, $0.high] }
        var (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if high - low < 1e-9 { (low, high) = (low - 1, high + 1) }
        let step = Self.step((high - low) / 6)
        (low, high) = ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step)
        let (first, last) = (points.first?.day ?? 0, max(points.last?.day ?? 1, (points.first?.day ?? 0) + 1))
        func x(_ day: Int) -> Double {
            Self.left + Double(day - first) / Double(last - first) * (Self.width - Self.left - Self.right)
        }
        func y(_ km2: Double) -> Double {
            Self.height - Self.bottom
                - (km2 - low) / (high - low) * (Self.height - Self.top - Self.bottom)
        }
        func n(_ value: Double) -> String {
            Figures.fixed(value, 1).replacing(",", with: "").replacing("−", with: "-")
        }
        var out =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" font-family=\"sans-serif\" font-size=\"13\">\n"
        out += "<title>\(title)</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        out += "<text x=\"\(n(Self.left))\" y=\"28\" font-size=\"17\">\(title), km²</text>\n"
        // Across: steps of the area.
        for i in 0...Int(((high - low) / step).rounded()) {
            let value = low + Double(i) * step
            out +=
                "<line x1=\"\(n(Self.left))\" x2=\"\(n(Self.width - Self.right))\" y1=\"\(n(y(value)))\" y2=\"\(n(y(value)))\" stroke=\"#ddd\"/>"
            out +=
                "<text x=\"\(n(Self.left - 8))\" y=\"\(n(y(value) + 4))\" text-anchor=\"end\">\(Figures.plain(value))</text>\n"
        }
        // Down: some days.
        let count = min(6, last - first)
        for i in 0...count {
            let day = first + (last - first) * i / count
            out +=
                "<line x1=\"\(n(x(day)))\" x2=\"\(n(x(day)))\" y1=\"\(n(Self.height - Self.bottom))\" y2=\"\(n(Self.height - Self.bottom + 6))\" stroke=\"#555\"/>"
            out +=
                "<text x=\"\(n(x(day)))\" y=\"\(n(Self.height - Self.bottom + 22))\" text-anchor=\"middle\">\(CalendarDate(dayNumber: day))</text>\n"
        }
        let line = points.map { "\(n(x($0.day))),\(n(y($0.km2)))" }.joined(separator: " ")
        out += "<polyline points=\"\(line)\" fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\"/>\n"
        for point in points {
            out += "<circle cx=\"\(n(x(point.day)))\" cy=\"\(n(y(point.km2)))\" r=\"2\" fill=\"#1f4e79\"/>"
        }
        out += "\n"
        for mark in marks {
            let at = x(mark.day)
            out +=
                "<line x1=\"\(n(at))\" x2=\"\(n(at))\" y1=\"\(n(y(mark.low)))\" y2=\"\(n(y(mark.high)))\" stroke=\"#b35900\" stroke-width=\"2\"/>"
            for end in [mark.low, mark.high] {
                out +=
                    "<line x1=\"\(n(at - 5))\" x2=\"\(n(at + 5))\" y1=\"\(n(y(end)))\" y2=\"\(n(y(end)))\" stroke=\"#b35900\" stroke-width=\"2\"/>"
            }
            out += "<circle cx=\"\(n(at))\" cy=\"\(n(y(mark.middle)))\" r=\"4\" fill=\"#b35900\"/>"
            let isRight = at > Self.width * 0.7
            out +=
                "<text x=\"\(n(isRight ? at - 9 : at + 9))\" y=\"\(n(y(mark.middle) - 6))\" text-anchor=\"\(isRight ? "end" : "start")\">\(Self.escaped(mark.label)) \(mark.verdict.sign)</text>\n"
        }
        out +=
            "<text x=\"\(n(Self.left))\" y=\"\(n(Self.height - 12))\" fill=\"#555\">Measured on drawn maps, not on the ground.\(marks.isEmpty ? "" : " Points: published figures with their intervals; \(Self.legend).")</text>\n"
        return out + "</svg>\n"
    }

    /// What the signs mean.
    private static let legend = [Verdict.consistent, .overstated, .understated, .inconclusive].map {
        "\($0.sign) \($0.words)"
    }.joined(separator: ", ")

    /// A round step: 1, 2 or 5 times a power of ten.
    private static func step(_ wanted: Double) -> Double {
        var power = 1.0
        while power > wanted { power /= 10 }
        while power * 10 <= wanted { power *= 10 }
        return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= wanted } ?? power * 10
    }

    private static func escaped(_ text: String) -> String {
        SafeText.escaped(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            ">", with: "&gt;")
    }
}
