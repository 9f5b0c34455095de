// The picture of a checked map: its ground of one day with the band in which the line may run, borders, and what lies there.

internal import KGeoControl
package import KGeoCore
package import KGeoDraw
internal import KGeoMeasure
package import KGeoScenario
internal import KGeoVerdict

/// What is drawn of a map that figures were held against.
package enum CheckPicture {
    /// The drawing of a scenario's ground on one day.
    ///
    /// - Parameters:
    ///   - findings: what was found of its claims: the day on which most were measured is drawn, of several the last; without
    ///     any the last day of the map.
    ///   - geodata: the path of GeoData, from which names and regions come; nil where there is none.
    /// - Throws: a problem when GEOS fails on the map, or when GeoData cannot be read.
    package static func drawing(
        _ scenario: Scenario, _ checker: Checker, findings: [Finding], geodata: String?
    ) throws(Problem) -> MapDrawing {
        let day = drawnDay(scenario, findings)
        let grounds = try checker.grounds(on: day)
        let maker = scenario.mapmakers.isEmpty ? nil : scenario.mapmakers.joined(separator: ", ")
        let when = day.map { DayWords.text($0) }
        let file = scenario.file.split(separator: "/").last.map(String.init)
        var map = MapDrawing(
            title: [maker ?? scenario.title ?? file, when ?? "no day"].compactMap(\.self).joined(
                separator: ", "),
            alternative: alternative(grounds, scenario.words, maker, when))
        let sides = Array(Set(grounds.compactMap(\.holder))).sorted()
        for ground in grounds where !ground.ground.polygons.isEmpty {
            let side = ground.holder.flatMap(sides.firstIndex)
            map.grounds.append(
                MapDrawing.Ground(
                    polygons: ground.ground.polygons, fill: .init(side: side, kind: kind(ground.status)),
                    label: label(ground, scenario.words)))
            map.bands += bands(ground.ground.outlineRings, side: side)
        }
        addLines(of: scenario, on: day, to: &map)
        map.notes = notes(scenario, drawn: day)
        if let geodata { try MapSurroundings(geodata: geodata, around: map).add(to: &map) }
        map.places += ownPlaces(scenario, beside: map.places)
        return map
    }

    /// The day on which most findings were measured.
    private static func drawnDay(_ scenario: Scenario, _ findings: [Finding]) -> CalendarDate? {
        var counts: [CalendarDate: Int] = [:]
        for day in findings.flatMap(\.definitions).compactMap({ $0.measured?.date }) {
            counts[day, default: 0] += 1
        }
        if let day = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key { return day }
        return Scenario.maps(scenario.features.filter { $0.role == .control }).compactMap(\.date).max()
    }

    private static func kind(_ status: String) -> MapDrawing.Fill.Kind {
        switch Status(rawValue: status) {
        case .controlled: .held
        case .contested: .contested
        case .claimed: .claimed
        default: .other
        }
    }

    /// Edges that follow each other and are known equally well, in one band of ± 2σ; both σ of an edge add up in quadrature.
    private static func bands(_ rings: [OutlineError.OutlineRing], side: Int?) -> [MapDrawing.Band] {
        var bands: [MapDrawing.Band] = []
        for ring in rings {
            var run: (places: [Coordinate], sigma: Double) = ([ring.start], -1)
            func end() {
                guard run.places.count > 1, run.sigma > 0 else { return }
                bands.append(
                    MapDrawing.Band(
                        line: LineString(run.places), halfWidthMetres: 2 * run.sigma, side: side))
            }
            var last = ring.start
            for edge in ring.edges {
                let sigma =
                    edge.isBorder
                    ? 0 : (edge.sigma * edge.sigma + edge.makerSigma * edge.makerSigma).squareRoot()
                // Widths that nobody could tell apart are one.
                if abs(sigma - run.sigma) > 0.15 * run.sigma || (sigma > 0) != (run.sigma > 0) {
                    end()
                    run = ([last], sigma)
                }
                run.places.append(edge.end)
                last = edge.end
            }
            end()
        }
        return bands
    }

    private static func addLines(of scenario: Scenario, on day: CalendarDate?, to map: inout MapDrawing) {
        for (role, kind, label) in [
            (Role.reference, MapDrawing.Line.Kind.border, "border"), (.front, .front, "front"),
            (.line, .way, "road, rail, pipeline"),
        ] {
            let features = scenario.features.filter { feature in
                feature.role == role
                    && (feature.date == nil || day == nil || day.map(feature.spans) == true)
            }
            let parts = features.compactMap(\.geometry).flatMap { geometry in
                geometry.lines + geometry.polygons.flatMap(\.rings).map { LineString($0.positions) }
            }
            if !parts.isEmpty { map.lines.append(MapDrawing.Line(kind: kind, parts: parts, label: label)) }
        }
    }

    /// Places that the scenario has itself and GeoData does not.
    private static func ownPlaces(_ scenario: Scenario, beside known: [MapDrawing.Place]) -> [MapDrawing
        .Place]
    {
        let names = Set(known.map(\.name))
        return scenario.features.filter { $0.role == .place }.flatMap { feature in
            (feature.geometry?.points ?? []).compactMap { point in
                guard let name = feature.name ?? feature.id, !names.contains(name) else { return nil }
                return MapDrawing.Place(name: name, coordinate: point, weight: 0)
            }
        }
    }

    private static func notes(_ scenario: Scenario, drawn day: CalendarDate?) -> [String] {
        var notes: [String] = []
        if let title = scenario.title, !scenario.mapmakers.isEmpty { notes.append(title) }
        let licences = Set(
            ([scenario.licence] + scenario.features.filter { $0.role == .control }.map(\.licence)).compactMap(
                \.self)
        ).sorted()
        notes.append(
            licences.isEmpty
                ? "Licence of the map: none stated."
                : "Licence of the map: \(licences.joined(separator: "; "))")
        return notes
    }

    /// Who holds the ground, and what it is called.
    private static func label(_ ground: StatusGround, _ words: StatusWords) -> String {
        let word = Status(rawValue: ground.status).map(words.word) ?? ground.status
        return [ground.holder, word].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// What is to be seen, in a sentence for each ground.
    private static func alternative(
        _ grounds: [StatusGround], _ words: StatusWords, _ maker: String?, _ when: String?
    ) -> String {
        let whose = maker.map { "the map of \($0)" } ?? "the map"
        let rows = grounds.map { ground in
            "\(label(ground, words)): \(Figures.area(ground.ground.area.geodesicSquareMetres))"
        }
        return "Ground on \(whose)\(when.map { " of \($0)" } ?? ""). \(rows.joined(separator: "; "))."
    }
}
