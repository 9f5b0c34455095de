// The frame of a chart over days: round steps across, days below, and where a value lies on the drawing.

internal import KGeoCore
internal import KGeoVerdict

/// A field of a drawing over days. Numbers of SVG have a decimal point and no other mark.
struct ChartFrame {
    /// The bounds of the field on the drawing, in its units.
    let left, right, top, bottom: Double
    /// The first and the last day.
    let first, last: Int
    /// The lowest and highest value, and the step between lines across.
    let low, high, step: Double

    /// A field for days and values; bounds are widened to whole steps.
    init(
        left: Double, right: Double, top: Double, bottom: Double, days: ClosedRange<Int>, values: [Double]
    ) {
        (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
        (first, last) = (days.lowerBound, max(days.upperBound, days.lowerBound + 1))
        var (least, most) = (values.min() ?? 0, values.max() ?? 1)
        if most - least < 1e-9 { (least, most) = (least - 1, most + 1) }
        let step = Self.step((most - least) / 6)
        self.step = step
        low = (least / step).rounded(.down) * step
        high = (most / step).rounded(.up) * step
    }

    /// Where a day lies from the left.
    func x(_ day: Double) -> Double { left + (day - Double(first)) / Double(last - first) * (right - left) }

    /// Where a value lies from the top.
    func y(_ value: Double) -> Double { bottom - (value - low) / (high - low) * (bottom - top) }

    /// A number of SVG.
    static func number(_ value: Double) -> String {
        Figures.fixed(value, 1).replacing(",", with: "").replacing("−", with: "-")
    }

    /// Lines across with what they stand for, and some days below.
    var axes: String {
        func n(_ value: Double) -> String { Self.number(value) }
        var out = ""
        for i in 0...Int(((high - low) / step).rounded()) {
            let value = low + Double(i) * step
            let colour = value == 0 && low < 0 ? "#555" : "#ddd"
            out +=
                "<line x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(n(y(value)))\" y2=\"\(n(y(value)))\" stroke=\"\(colour)\"/>"
            out +=
                "<text x=\"\(n(left - 8))\" y=\"\(n(y(value) + 4))\" text-anchor=\"end\">\(Figures.plain(value))</text>\n"
        }
        let count = min(6, last - first)
        for i in 0...count {
            let day = first + (last - first) * i / count
            let x = n(x(Double(day)))
            out +=
                "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"\(n(bottom))\" y2=\"\(n(bottom + 6))\" stroke=\"#555\"/>"
            out +=
                "<text x=\"\(x)\" y=\"\(n(bottom + 22))\" text-anchor=\"middle\">\(CalendarDate(dayNumber: day))</text>\n"
        }
        return out
    }

    /// A round step: 1, 2 or 5 times a power of ten.
    private static func step(_ wanted: Double) -> Double {
        var power = 1.0
        while power > wanted { power /= 10 }
        while power * 10 <= wanted { power *= 10 }
        return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= wanted } ?? power * 10
    }
}
