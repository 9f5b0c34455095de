// What area and length measure of each feature.

internal import KGeo

/// What was measured of a feature.
struct FeatureMeasures: Sendable {
    /// A number for each column.
    var values: [Double]
    /// What a user should know of it.
    var notes: [String] = []
}

/// Measures one feature after another from what a reader hands to its sink. Each thread has one of its own.
protocol FeatureMeter: AnyObject {
    /// Where the reader hands the geometry to.
    var sink: any GeometrySink { get }
    /// The measures of the feature that has gone to the sink, which then forgets it.
    func measure(_ record: FeatureRecord, file: String) throws -> FeatureMeasures
}

/// Area and perimeter; if asked, tests the topology too.
final class AreaMeter: FeatureMeter {
    private let area = AreaSink()
    private let builder: GeometryBuilder?
    let sink: any GeometrySink

    init(checksTopology: Bool) {
        builder = checksTopology ? GeometryBuilder() : nil
        sink = builder.map { [area] in TwoSinks(area, $0) } ?? area
    }

    func measure(_ record: FeatureRecord, file: String) throws -> FeatureMeasures {
        let measured = area.take()
        var measures = FeatureMeasures(
            values: [measured.geodesicSquareMetres, measured.perimeterMetres, measured.lonlatSquareMetres],
            notes: area.takeNotes().map(\.text))
        if let geometry = builder?.take() {
            let place = Problem.Place(feature: record.index, id: record.label)
            for finding in try ScenarioLoader.topology(geometry.polygons, place, file: file) {
                // A ring that crosses itself has no area worth printing.
                if finding.severity == .error { throw finding.problem }
                measures.notes.append(finding.problem.message)
            }
        }
        return measures
    }
}

/// Length of lines.
final class LengthMeter: FeatureMeter {
    private let length = LengthSink()
    var sink: any GeometrySink { length }

    func measure(_ record: FeatureRecord, file: String) -> FeatureMeasures {
        FeatureMeasures(values: [length.take().metres])
    }
}

/// Hands every event to two sinks.
final class TwoSinks: GeometrySink {
    private let first, second: any GeometrySink
    init(_ first: any GeometrySink, _ second: any GeometrySink) {
        self.first = first
        self.second = second
    }
    func beginGeometry() {
        first.beginGeometry()
        second.beginGeometry()
    }
    func positions(_ block: Span<Coordinate>) {
        first.positions(block)
        second.positions(block)
    }
    func endPath() {
        first.endPath()
        second.endPath()
    }
    func endGroup() {
        first.endGroup()
        second.endGroup()
    }
    func endGeometry(_ type: GeometryType) {
        first.endGeometry(type)
        second.endGeometry(type)
    }
    func discardGeometry() {
        first.discardGeometry()
        second.discardGeometry()
    }
}
