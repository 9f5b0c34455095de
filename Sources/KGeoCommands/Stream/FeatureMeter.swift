// What area and length measure of each feature.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure

/// Measures one feature after another from what a reader hands to its sink. Each thread has one of its own.
protocol FeatureMeter: AnyObject {
    /// Where the reader hands the geometry to.
    var sink: any GeometrySink { get }
    /// A number for each column, of the feature that has gone to the sink, which then forgets it.
    func measure(_ record: FeatureRecord, file: String) throws -> [Double]
    /// What a user should know of that feature, be it measured or not; then forgotten.
    func takeNotes() -> [String]
}

/// Area and perimeter; if asked, tests the topology too.
final class AreaMeter: FeatureMeter {
    private let area = AreaSink()
    private let builder: GeometryBuilder?
    private var notes: [String] = []
    let sink: any GeometrySink

    init(checksTopology: Bool) {
        builder = checksTopology ? GeometryBuilder() : nil
        sink = builder.map { [area] in TwoSinks(area, $0) } ?? area
    }

    func measure(_ record: FeatureRecord, file: String) throws -> [Double] {
        let measured = area.take()
        notes = area.takeNotes().map(\.text) + [area.takeDigits().note(measured)].compactMap(\.self)
        if let geometry = builder?.take() {
            let place = Problem.Place(feature: record.index, id: record.label)
            for finding in try ScenarioLoader.topology(geometry.polygons, place, file: file) {
                // A ring that crosses itself has no area worth printing.
                if finding.severity == .error { throw finding.problem }
                notes.append(finding.problem.message)
            }
        }
        return [measured.geodesicSquareMetres, measured.perimeterMetres, measured.lonlatSquareMetres]
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

    func measure(_ record: FeatureRecord, file: String) -> [Double] { [length.take().metres] }
    func takeNotes() -> [String] { length.takeNotes().map(\.text) }
}
