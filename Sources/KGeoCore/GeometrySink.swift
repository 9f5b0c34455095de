// What a reader hands positions to, block by block, so that nothing of a large geometry is kept.

/// Receives one geometry as it is read.
///
/// GeoJSON's members come in any order, so `coordinates` may be read before `type`. The events therefore
/// speak of nesting alone and the type is told at the end: three levels of nesting are a Polygon or a
/// MultiLineString, two a LineString or a MultiPoint. A sink that wants one of them drops the other then.
///
/// For a Polygon the order is: `beginGeometry`, (`positions`… `endPath`) per ring, `endGroup`,
/// `endGeometry`. A MultiPolygon has an `endGroup` per part; a LineString, MultiPoint or Point has one path
/// and no group.
public protocol GeometrySink: AnyObject {
    /// Whether ordinates after the second are wanted (`furtherOrdinates`).
    var wantsFurtherOrdinates: Bool { get }
    /// A geometry begins; for a member of a collection, too.
    func beginGeometry()
    /// The next positions of the path at hand, at most 1,024; a path may take many blocks.
    func positions(_ block: Span<Coordinate>)
    /// The further ordinates of the block handed over last, one list per position of it.
    func furtherOrdinates(_ lists: [[Double]])
    /// The ring, line or list of points at hand has ended.
    func endPath()
    /// A list of paths has ended: the rings of one polygon, or the lines of a MultiLineString.
    func endGroup()
    /// The geometry has ended, and its type is known. For a collection the members came before.
    func endGeometry(_ type: GeometryType)
    /// The geometry at hand is abandoned: an error was met inside it.
    func discardGeometry()
}

extension GeometrySink {
    /// Most sinks measure, and measuring uses two ordinates.
    public var wantsFurtherOrdinates: Bool { false }
    /// Nothing, unless the sink asked for them.
    public func furtherOrdinates(_ lists: [[Double]]) {}
}
