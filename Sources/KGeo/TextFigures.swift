// The figures of a text.

public import KGeoCore
internal import KGeoExtract

/// The areas, lengths, distances and shares that an English text speaks of, with what the words around them say.
///
/// ```swift
/// let text = "On 10 February Southland held about 1,300 square kilometres (500 square miles) of Southmark."
/// let figure = figures(in: text)[0]
/// print(figure.kind, figure.qualifier, figure.quote)
/// // area about 1,300 square kilometres (500 square miles)
/// print(figure.siLow / 1e6, figure.unit.symbol, figure.date ?? "undated")  // 1300.0 km² 10 February
/// ```
///
/// - Parameter text: plain text of any length; numbers in digits or words, in the customs of many countries.
/// - Returns: the figures in the order of the text, each with its place in Unicode code points. A text without any gives
///   none; nothing is an error here.
public func figures(in text: String) -> [ExtractedClaim] { Extractor().claims(in: text) }

extension Claim {
    /// A claim from a figure of a text. Whose ground it is, where and when is still to be said: the words of a text
    /// (`places`, `actor`, `date`) are not those of a map.
    ///
    /// ```swift
    /// let text = "Southland holds more than 1,000 km2 of Southmark."
    /// var claim = Claim(figures(in: text)[0])
    /// claim.subject = Subject(holder: "Southland")
    /// let map = try ControlMap(.file("Scenarios/example.geojson"))
    /// claim.asOf = map.dates.last
    /// print(try map.check([claim])[0].verdict.words)  // above the map
    /// ```
    public init(_ figure: ExtractedClaim, id: String = "claim-1") {
        self.init(
            id: id, kind: figure.kind, measure: figure.measure, numbers: figure.numbers, unit: figure.unit,
            qualifier: figure.qualifier)
        quote = figure.quote
        worded = figure.worded
        if let second = figure.equivalents.first, second.numbers.count == 1 {
            equivalent = Equivalent(number: second.numbers[0], unit: second.unit)
        }
    }
}
