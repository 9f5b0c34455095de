// How each layer is drawn: colours, hatching and outlines, in one table for QGIS and for web maps.
//
// The colours are those of Okabe and Ito (2008), told apart by most colour-blind readers. Colour is never
// alone: surfaces differ by the angle of their hatching and by their outline, lines by their dashes, points
// by their form, so that a print in grey says the same.

internal import KGeoCore

/// How one layer is drawn.
struct LayerStyle: Hashable, Sendable {
    enum Shape: Hashable, Sendable { case surface, line, point }
    enum Stroke: String, Hashable, Sendable {
        case solid, dash, dot
        case dashDot = "dash dot"
    }

    /// Parallel lines across a surface.
    struct Hatch: Hashable, Sendable {
        /// Degrees anticlockwise from east.
        var angle: Int
        /// Distance and width of the lines, in mm.
        var distance, width: Double
    }

    /// What one value of the attribute looks like.
    struct Category: Hashable, Sendable {
        /// The value; nil for every other one.
        var value: String?
        /// What the legend says.
        var label: String
        /// Red, green and blue as in `E69F00`.
        var color: String
        var fillOpacity = 0.0
        var hatch: Hatch?
        var stroke = Stroke.solid
        /// Width of the line, in mm.
        var width = 0.5
        /// The name of QGIS's marker, and its size in mm.
        var marker = "circle"
        var size = 3.0
    }

    var shape: Shape
    /// The column that decides, or an expression of QGIS.
    var attribute: String
    var categories: [Category]
    /// What is written on the map, as an expression of QGIS.
    var label: String
    /// Whether a surface covers what this layer has drawn below it, instead of mixing with it.
    var covers = false
    /// Whether its features have a `date` and `date_end`.
    var isDated = true

    /// The category of a value; the last one is for every value without its own.
    func category(of value: String?) -> Category {
        categories.first { $0.value != nil && $0.value == value }
            ?? categories.last ?? Category(value: nil, label: "", color: Self.grey)
    }

    /// What the layer of findings says of ground on which its rows give different verdicts.
    private static let severalVerdicts = "several"
    private static let blue = "0072B2"
    private static let orange = "E69F00"
    private static let purple = "CC79A7"
    private static let green = "009E73"
    private static let vermilion = "D55E00"
    private static let black = "000000"
    private static let grey = "4D4D4D"

    static let polygons = LayerStyle(
        shape: .surface, attribute: "status",
        categories: [
            Category(
                value: "controlled", label: "controlled", color: blue, fillOpacity: 0.4,
                hatch: Hatch(angle: 45, distance: 1.6, width: 0.4), width: 0.6),
            Category(
                value: "contested", label: "contested (grey zone)", color: orange, fillOpacity: 0.15,
                hatch: Hatch(angle: 135, distance: 3.2, width: 0.5), stroke: .dash, width: 0.5),
            Category(
                value: "claimed", label: "claimed", color: purple, fillOpacity: 0.1,
                hatch: Hatch(angle: 0, distance: 2.4, width: 0.3), stroke: .dot, width: 0.6),
            Category(value: nil, label: "other", color: grey, stroke: .dashDot, width: 0.4),
        ],
        label:
            "CASE WHEN \"role\" = 'control' THEN concat(\"holder\", CASE WHEN \"date\" IS NOT NULL THEN concat('\\n', \"date\") END) ELSE coalesce(\"region\", \"id\") END"
    )

    static let lines = LayerStyle(
        shape: .line, attribute: "role",
        categories: [
            Category(value: "front", label: "front", color: vermilion, width: 0.9),
            Category(
                value: "line", label: "line (road, rail, pipeline)", color: blue, stroke: .dash, width: 0.6),
            Category(
                value: "reference", label: "reference (border)", color: grey, stroke: .dashDot, width: 0.5),
            Category(value: nil, label: "other", color: black, stroke: .dot, width: 0.4),
        ],
        label: "\"id\"")

    static let points = LayerStyle(
        shape: .point, attribute: "status",
        categories: [
            Category(value: "controlled", label: "controlled", color: blue, fillOpacity: 1, marker: "circle"),
            Category(
                value: "contested", label: "contested (grey zone)", color: orange, fillOpacity: 1,
                marker: "diamond", size: 3.6),
            Category(
                value: "claimed", label: "claimed", color: purple, fillOpacity: 1, marker: "triangle",
                size: 3.4),
            Category(value: nil, label: "other", color: grey, fillOpacity: 0.2, marker: "square", size: 2.2),
        ],
        label: "coalesce(\"name\", \"id\")")

    static let findings = LayerStyle(
        shape: .surface,
        // Several rows may speak of one piece of ground, and only the last of them would be seen. Where they
        // differ no verdict is painted; a filter by claim leaves one row, and paints it.
        attribute:
            "CASE WHEN count_distinct(\"verdict\", group_by:=\"area_km2\") > 1 THEN '\(severalVerdicts)' ELSE \"verdict\" END",
        categories: [
            Category(
                value: Verdict.consistent.rawValue, label: Verdict.consistent.legend, color: green,
                fillOpacity: 0.25, hatch: Hatch(angle: 0, distance: 2, width: 0.35), width: 0.6),
            Category(
                value: Verdict.overstated.rawValue, label: Verdict.overstated.legend, color: vermilion,
                fillOpacity: 0.25, hatch: Hatch(angle: 45, distance: 2, width: 0.35), width: 0.6),
            Category(
                value: Verdict.understated.rawValue, label: Verdict.understated.legend, color: blue,
                fillOpacity: 0.25, hatch: Hatch(angle: 135, distance: 2, width: 0.35), width: 0.6),
            Category(
                value: Verdict.inconclusive.rawValue, label: Verdict.inconclusive.legend, color: orange,
                fillOpacity: 0.15, hatch: Hatch(angle: 90, distance: 3, width: 0.35), stroke: .dash,
                width: 0.5),
            Category(
                value: severalVerdicts, label: "≠ several verdicts on this ground: filter by claim",
                color: grey, fillOpacity: 0.1, width: 0.6),
            Category(
                value: nil, label: Verdict.notCheckable.legend, color: grey, stroke: .dot, width: 0.4),
        ],
        // All rows on one piece of ground in one label.
        label:
            "CASE WHEN $id = minimum($id, group_by:=\"area_km2\") THEN concat(\"counting\", '\\n', concatenate(concat(\"claim\", ': ', \"verdict_text\"), group_by:=\"area_km2\", concatenator:='\\n')) END",
        covers: true, isDated: false)
}

extension Verdict {
    /// As a legend says it: the sign of the table, then the words.
    fileprivate var legend: String { "\(sign) \(words)" }
}

extension LayerStyle.Category {
    /// The keys of simplestyle-spec 1.1, which geojson.io and GitHub draw by.
    func addSimpleStyle(to columns: inout JSONObject, shape: LayerStyle.Shape) {
        switch shape {
        case .surface:
            columns["fill"] = .string("#" + color)
            columns["fill-opacity"] = Cell.real(fillOpacity)
            columns["stroke"] = .string("#" + color)
            columns["stroke-width"] = Cell.real(width * 4)
            columns["stroke-opacity"] = Cell.real(1)
        case .line:
            columns["stroke"] = .string("#" + color)
            columns["stroke-width"] = Cell.real(width * 4)
            columns["stroke-opacity"] = Cell.real(1)
        case .point:
            columns["marker-color"] = .string("#" + color)
            columns["marker-size"] = .string("small")
        }
    }
}
