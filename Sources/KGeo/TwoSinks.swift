// One geometry for two listeners.

package import KGeoCore

/// Hands every event to two sinks.
package final class TwoSinks: GeometrySink {
    private let first, second: any GeometrySink
    /// One sink for both.
    package init(_ first: any GeometrySink, _ second: any GeometrySink) {
        self.first = first
        self.second = second
    }
    package func beginGeometry() {
        first.beginGeometry()
        second.beginGeometry()
    }
    package func positions(_ block: Span<Coordinate>) {
        first.positions(block)
        second.positions(block)
    }
    package func endPath() {
        first.endPath()
        second.endPath()
    }
    package func endGroup() {
        first.endGroup()
        second.endGroup()
    }
    package func endGeometry(_ type: GeometryType) {
        first.endGeometry(type)
        second.endGeometry(type)
    }
    package func discardGeometry() {
        first.discardGeometry()
        second.discardGeometry()
    }
}
