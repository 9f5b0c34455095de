// What area and length measure of each feature.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
internal import KGeoScenario

/// What was measured of a feature, and what it is called, as far as that is asked for.
struct FeatureMeasures: Sendable {
    /// A number for each column.
    var values: [Double]
    var name: String?
    /// Where it lies, roughly.
    var middle: Coordinate?
    /// Of a feature without the property that is to name it, those that it has.
    var otherProperties: [String]?
}

/// Measures one feature after another from what a reader hands to its sink. Each thread has one of its own.
protocol FeatureMeter: AnyObject {
    /// Where the reader hands the geometry to.
    var sink: any GeometrySink { get }
    /// What there is to say of the feature that has gone to the sink, which then forgets it.
    func measure(_ record: FeatureRecord, file: String) throws -> FeatureMeasures
    /// What a user should know of that feature, be it measured or not; then forgotten.
    func takeNotes() -> [String]
}

/// What of a feature is told beside its area and perimeter.
struct AreaDetails: Sendable {
    var checksTopology = false
    /// Its name, by this property if one is given.
    var saysName = false
    var nameProperty: String?
    var saysPlace = false
    /// The unit in which the area stands once more.
    var unit: MeasureUnit?
}

/// Area and perimeter; if asked, tests the topology too.
final class AreaMeter: FeatureMeter {
    private let area = AreaSink()
    private let builder: GeometryBuilder?
    private let middle: MiddleSink?
    private let details: AreaDetails
    private var notes: [String] = []
    let sink: any GeometrySink

    init(_ details: AreaDetails) {
        self.details = details
        builder = details.checksTopology ? GeometryBuilder() : nil
        middle = details.saysPlace ? MiddleSink() : nil
        var sink: any GeometrySink = area
        if let builder { sink = TwoSinks(sink, builder) }
        if let middle { sink = TwoSinks(sink, middle) }
        self.sink = sink
    }

    func measure(_ record: FeatureRecord, file: String) throws -> FeatureMeasures {
        let measured = area.take()
        let place = middle?.take()
        notes = area.takeNotes().map(\.text) + [area.takeDigits().note(measured)].compactMap(\.self)
        if let geometry = builder?.take() {
            let place = Problem.Place(feature: record.index, id: record.label)
            for finding in try ScenarioLoader.topology(geometry.polygons, place, file: file) {
                // A ring that crosses itself has no area worth printing.
                if finding.severity == .error { throw finding.problem }
                notes.append(finding.problem.message)
            }
        }
        var values = [measured.geodesicSquareMetres, measured.perimeterMetres, measured.lonlatSquareMetres]
        if let unit = details.unit { values.append(unit.value(si: measured.geodesicSquareMetres)) }
        var result = FeatureMeasures(values: values, middle: place)
        guard details.saysName else { return result }
        result.name = AreaName.names(of: record, property: details.nameProperty).first
        if let property = details.nameProperty?.lowercased() {
            let own = record.properties?.members.map(\.name) ?? []
            if !own.contains(where: { $0.lowercased() == property }) { result.otherProperties = own }
        }
        return result
    }

    func takeNotes() -> [String] {
        defer { notes = [] }
        return notes
    }
}

/// Length of lines.
final class LengthMeter: FeatureMeter {
    private let length = LengthSink()
    var sink: any GeometrySink { length }

    func measure(_ record: FeatureRecord, file: String) -> FeatureMeasures {
        FeatureMeasures(values: [length.take().metres])
    }
    func takeNotes() -> [String] { length.takeNotes().map(\.text) }
}
