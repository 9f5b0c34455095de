// The largest pieces of a change: how far the front moved across each, and from when until when.

public import KGeoCore
internal import KGeoMeasure

/// One of the largest pieces of ground that was gained or lost.
public struct ChangePiece: Sendable {
    /// Its place among the pieces, 1 for the largest.
    public var rank: Int
    /// The piece.
    public var patch: ChangePatch
    /// How far the front moved across it from the line as it was, forward or back; nil where the piece does not touch that
    /// line.
    public var advance: Advance?
    /// The place of the piece that lies farthest from its outline.
    public var inside: Coordinate
    /// The days between which it changed hands: the earlier map that shows none of it so and the later one that shows all
    /// of it, or closer where a series tells; nil where a map has no date.
    public var days: ClosedRange<CalendarDate>?
    /// The region by which it was cut; nil where it was not.
    public var region: String?
}

extension MapChange {
    /// The pieces of the change, gained and lost, the largest first; no more than so many.
    public func largestPieces(_ count: Int) -> [ChangePiece] {
        largest(patches.map { (patch: $0, region: nil) }, count)
    }

    /// All pieces of the change as regions cut them, gained and lost, the largest first wherever it lies.
    ///
    /// - Throws: as a change by regions.
    public func largestPieces(by regions: GroundRegions) throws(Problem) -> [ChangePiece] {
        let cut = zip(regions.names + [GroundRegions.outside], try pieces(regions))
        return largest(cut.flatMap { name, patches in patches.map { (patch: $0, region: name) } }, .max)
    }

    private func largest(_ cut: [(patch: ChangePatch, region: String?)], _ count: Int) -> [ChangePiece] {
        let largest = cut.sorted { $0.patch.area.geodesicSquareMetres > $1.patch.area.geodesicSquareMetres }
            .prefix(count)
        guard !largest.isEmpty else { return [] }
        let line = Advance.Outline(of: old.ground.polygons)
        var days: ClosedRange<CalendarDate>?
        if let from = old.date, let to = new.date { days = min(from, to)...max(from, to) }
        return largest.enumerated().compactMap { number, piece in
            guard let inside = Self.middle(of: piece.patch.polygon) else { return nil }
            return ChangePiece(
                rank: number + 1, patch: piece.patch, advance: Advance(of: [piece.patch], from: line),
                inside: inside, days: days, region: piece.region)
        }
    }

    /// The place of a polygon that lies farthest from its outline; of one too thin for that a place on its outline.
    private static func middle(of polygon: Polygon) -> Coordinate? {
        DeepestPlace(middleOf: polygon)?.foot.to ?? polygon.shell?.coordinates.first
    }
}

extension MapSeries {
    /// The same pieces of the change from the first map to the last with the days that the maps between tell: the day of the
    /// map before the one that first shows at least 1 % of a piece changed, and the day of the first map from which on no
    /// less than 99 % of it stays so.
    ///
    /// - Throws: a problem when the pieces cannot be cut by each other.
    public func dated(_ pieces: [ChangePiece]) throws(Problem) -> [ChangePiece] {
        guard !pieces.isEmpty, rows.count > 2 else { return pieces }
        let cutter = try GroundRegions(pieces.map { (name: "\($0.rank)", polygons: [$0.patch.polygon]) })
        var changed = [Double](repeating: 0, count: pieces.count)
        var (begun, done) = (
            [CalendarDate?](repeating: nil, count: pieces.count), changed.map { _ in CalendarDate?.none }
        )
        for (before, row) in zip(rows, rows.dropFirst()) {
            guard let step = row.step, let day = row.map.date else { continue }
            let gained = try cutter.parts(of: step.gained, areas: step.gainedAreas)
            let lost = try cutter.parts(of: step.lost, areas: step.lostAreas)
            for i in pieces.indices {
                let sign = pieces[i].patch.isGain ? 1.0 : -1
                changed[i] +=
                    sign * (gained[i].areas.sum.geodesicSquareMetres - lost[i].areas.sum.geodesicSquareMetres)
                let share = changed[i] / pieces[i].patch.area.geodesicSquareMetres
                if share < 0.01 { begun[i] = nil } else if begun[i] == nil { begun[i] = before.map.date }
                if share < 0.99 { done[i] = nil } else if done[i] == nil { done[i] = day }
            }
        }
        return pieces.indices.map { i in
            var piece = pieces[i]
            if let first = begun[i], let last = done[i], first <= last { piece.days = first...last }
            return piece
        }
    }
}
