// A map with the ground of one region alone.

package import KGeoControl
package import KGeoCore
internal import KGeoMeasure
package import KGeoScenario
internal import KGeoSurface

/// A region that ground is cut by, and how well its outline is known.
package struct CuttingRegion: Sendable {
    /// What it is called.
    package var name: String
    /// Its surfaces, in degrees.
    package var polygons: [Polygon]
    /// Its borders and coasts, each with its σ.
    package var knownLines: [KnownLine]
    /// σ of its other sides, in m; nil when nothing says it.
    package var ownError: Double?

    /// A region from its parts.
    package init(name: String, polygons: [Polygon], knownLines: [KnownLine], ownError: Double?) {
        self.name = name
        self.polygons = polygons
        self.knownLines = knownLines
        self.ownError = ownError
    }
}

/// Cuts maps by one region; the outline is prepared once. Belongs to one task.
package final class RegionKnife {
    /// The region.
    package let region: CuttingRegion
    /// All of the outline; prepared where it is needed.
    private var whole: RegionCutter?
    /// The outline as it matters for ground within some whole degrees.
    private var near: [BoundingBox: RegionCutter] = [:]

    /// A knife for a region.
    package init(_ region: CuttingRegion) { self.region = region }

    /// What cuts ground: where the outline goes on far beyond it, straight ways in the place of its detail there. In the
    /// box of the ground nothing is changed.
    ///
    /// - Throws: a problem when the outline cannot be cut along.
    private func cutter(near polygons: [Polygon]) throws(Problem) -> RegionCutter {
        let box = OutlineNear.box(of: polygons)
        if let known = box.flatMap({ near[$0] }) { return known }
        let outline = box.map { OutlineNear.outline(region.polygons, near: $0) } ?? []
        // Ways that would cross something are not taken.
        guard !outline.isEmpty, let found = try? RegionCutter([outline]) else { return try wholeCutter() }
        if let box { near[box] = found }
        return found
    }

    private func wholeCutter() throws(Problem) -> RegionCutter {
        if let whole { return whole }
        let found = try RegionCutter([region.polygons])
        whole = found
        return found
    }

    /// Some features with of the control areas only what lies in the region, and the lines along which they were cut. An
    /// area of which nothing lies in it is left empty.
    ///
    /// - Throws: a problem when a control area cannot be cut, or the outline cannot be cut along.
    func cut(
        _ features: [ScenarioFeature], of file: String
    ) throws(Problem) -> (features: [ScenarioFeature], lines: [CutLine]) {
        var lines: [CutLine] = []
        var result: [ScenarioFeature] = []
        result.reserveCapacity(features.count)
        for var feature in features {
            if feature.role == .control, let polygons = feature.geometry?.polygons, !polygons.isEmpty {
                let cutter = try cutter(near: polygons)
                let pieces: [RegionPiece]
                do throws(Problem) {
                    pieces = try cutter.cut(polygons, areas: Measuring.grounds(of: polygons)).pieces
                } catch {
                    throw error.located { $0.feature = feature.index }.inFile(file)
                }
                let inside = pieces.first { $0.region == 0 }
                lines += (inside?.cuts ?? []).map { line in
                    CutLine(days: CutLine.Days(first: feature.date, last: feature.dateEnd), line: line)
                }
                feature.geometry = .multiPolygon(MultiPolygon(inside?.polygons ?? []))
                feature.areas = inside?.areas
            }
            result.append(feature)
        }
        return (result, lines)
    }
}

/// A line along which ground was cut, with the days of that ground.
struct CutLine {
    /// First and last day; nil where the ground has none.
    struct Days: Hashable {
        var first, last: CalendarDate?
    }

    var days: Days
    var line: LineString
}

extension Scenario {
    /// The same map with of its control areas only what lies in a region. Along the region's outline the ground ends
    /// with the error of that line: borders and coasts count as borders of the map, its other sides as a front. A day on
    /// which nothing lies in the region is one with 0 km² where the map shows ground in it on another day; a map without
    /// any ground in it may not cover it.
    ///
    /// - Throws: a problem when a control area cannot be cut.
    package func cut(by region: CuttingRegion) throws(Problem) -> Scenario {
        let cut = try RegionKnife(region).cut(features, of: file)
        var result = self
        result.features = cut.features
        result.settle(in: region, along: cut.lines, isCovered: false)
        return result
    }

    /// Takes note of a region by which the features were cut, along some lines.
    ///
    /// - Parameter isCovered: whether the map is known to show all ground of the region that is held.
    mutating func settle(in region: CuttingRegion, along cuts: [CutLine], isCovered: Bool) {
        cutTo = region.name
        leaveOutEmpty(isCovered: isCovered)
        guard !cuts.isEmpty else { return }
        var number = (features.map(\.index).max() ?? -1) + 1
        func add(_ role: Role, _ geometry: Geometry, _ error: Double?, _ days: CutLine.Days? = nil) {
            var feature = ScenarioFeature(index: number, role: role)
            (feature.date, feature.dateEnd) = (days?.first, days?.last)
            feature.name = region.name
            feature.boundaryError = error
            feature.geometry = geometry
            features.append(feature)
            number += 1
        }
        for line in region.knownLines { add(.reference, line.geometry, line.boundaryError) }
        guard let error = region.ownError else { return }
        // The line of one day says nothing of the ground of another.
        var days: [CutLine.Days: [LineString]] = [:]
        var order: [CutLine.Days] = []
        for cut in cuts {
            if days[cut.days] == nil { order.append(cut.days) }
            days[cut.days, default: []].append(cut.line)
        }
        for day in order { add(.front, .multiLineString(days[day] ?? []), error, day) }
    }

    /// Whose ground of which status.
    private struct Side: Hashable {
        var holder: String?
        var status: String
    }

    /// Leaves out control areas without ground, but for one a day that says that a side holds nothing then: where it holds
    /// something on another day, or where the map shows all that is held.
    private mutating func leaveOutEmpty(isCovered: Bool) {
        func side(_ feature: ScenarioFeature) -> Side {
            Side(holder: feature.holder, status: feature.status?.rawValue ?? feature.statusText ?? "")
        }
        var days: [Side: Set<CalendarDate?>] = [:]
        for feature in features where feature.role == .control && !feature.isEmpty {
            days[side(feature), default: []].insert(feature.date)
        }
        features = features.filter { feature in
            guard feature.role == .control, feature.isEmpty else { return true }
            let side = side(feature)
            guard days[side] != nil || (isCovered && feature.status == .controlled) else { return false }
            return days[side, default: []].insert(feature.date).inserted
        }
    }
}

extension ScenarioFeature {
    /// Whether it has no surface.
    fileprivate var isEmpty: Bool { geometry?.polygons.isEmpty ?? true }
}
