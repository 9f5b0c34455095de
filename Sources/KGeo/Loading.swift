// From a file to a scenario that may be checked: read, understood, and its topology looked at.

package import KGeoAtlas
package import KGeoCore
internal import KGeoExtract
package import KGeoJSON
internal import KGeoMeasure
package import KGeoScenario
internal import KGeoSurface

/// A scenario with what came up on the way.
package struct LoadedScenario: Sendable {
    package var scenario: Scenario
    /// The document it came from, for writing it again.
    package var document: GeoJSONDocument
    /// SHA-256 of the bytes read, in hexadecimal.
    package var sha256: String
    /// Rules that were broken; empty when the scenario may be checked.
    package var problems: [Problem]
    /// Oddities that were accepted.
    package var notices: [Notice]
    /// Whether it is a known maker's map, read by what its words mean.
    package var isOfKnownMaker = false
    /// What such a map is; nil for others.
    package var known: OpenedMap.Known?
}

extension LoadedScenario {
    /// Figures with whose ground they speak of where they do not say it: on a map of several sides that of the side which
    /// holds most, and that is noted. The ground of two sides together is nobody's.
    package mutating func settled(_ claims: [Claim]) -> [Claim] {
        func isOpen(_ claim: Claim) -> Bool {
            let subject = claim.subject
            return subject.id == nil && subject.holder == nil && [nil, .control].contains(subject.role)
                && ![.length, .distance].contains(claim.kind)
        }
        let control = scenario.features.filter { $0.role == .control }
        let nobodys = scenario.nobodysGroundNotice
        guard Set(control.compactMap(\.holder)).count > 1 || nobodys != nil, claims.contains(where: isOpen)
        else { return claims }
        var sides: [String: Double] = [:]
        for feature in control where feature.status == .controlled {
            guard let holder = feature.holder, let polygons = feature.geometry?.polygons else { continue }
            sides[holder, default: 0] += Measuring.area(of: polygons).geodesicSquareMetres
        }
        guard let side = sides.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
            return claims
        }
        if let nobodys { notices.append(nobodys) }
        notices.append(
            Notice(
                .note,
                Problem(
                    .scenario,
                    "figures that name nobody are held against the ground of \(side), which holds most",
                    hint: "a figure of a file of claims names its holder"
                ).inFile(scenario.file)))
        return claims.map { claim in
            guard isOpen(claim) else { return claim }
            var claim = claim
            claim.subject.holder = side
            return claim
        }
    }
}

extension LoadedScenario {
    /// A scenario put together from several files, of which only findings are shown.
    package init(scenario: Scenario, findingsOnly sha256: String) {
        self.init(
            scenario: scenario, document: GeoJSONDocument(features: []), sha256: sha256, problems: [],
            notices: [])
    }
}

/// Loads scenarios and plain maps.
package enum ScenarioLoader {
    /// Reads a file and everything in it, and collects what is wrong with it.
    ///
    /// - Parameter keepsDigest: whether the SHA-256 of what was read is taken, which costs more than the reading.
    /// - Throws: a problem when the file cannot be read or is no GeoJSON; broken rules of the scenario format
    ///   and of topology are in `problems` instead.
    package static func load(
        _ source: ByteSource, mapping: PropertyMapping = PropertyMapping(),
        input: InputOptions = InputOptions(), keepsDigest: Bool = true
    ) throws(Problem) -> LoadedScenario {
        if keepsDigest { source.keepDigest() }
        let opened = try OpenedMap(
            reading: source, mapping: mapping, reader: input.readerOptions(keepsProperties: true))
        return try understand(opened, sha256: source.hexDigest ?? "")
    }

    /// Reads the files of one day; those that each carry a part of one map become one scenario.
    ///
    /// - Throws: as for one file.
    package static func load(
        _ sources: [ByteSource], mapping: PropertyMapping, input: InputOptions, keepsDigest: Bool
    ) throws(Problem) -> [LoadedScenario] {
        if keepsDigest { for source in sources { source.keepDigest() } }
        var opened: [OpenedMap] = []
        for source in sources {
            opened.append(
                try OpenedMap(
                    reading: source, mapping: mapping, reader: input.readerOptions(keepsProperties: true)))
        }
        let digests = Dictionary(
            sources.map { ($0.name, $0.hexDigest ?? "") }, uniquingKeysWith: { first, _ in first })
        return try MapSet.join(opened).map { map throws(Problem) in
            try understand(map, sha256: digests[map.file] ?? "")
        }
    }

    private static func understand(_ opened: OpenedMap, sha256: String) throws(Problem) -> LoadedScenario {
        var reader = ScenarioReader(mapping: opened.mapping, words: FigureReader.english)
        var scenario = reader.scenario(opened.document, file: opened.file)
        scenario.gaps += opened.gaps
        scenario.day = scenario.day ?? opened.day
        var (problems, notices) = (reader.problems, opened.notices)
        for feature in scenario.features {
            guard let polygons = feature.geometry?.polygons, !polygons.isEmpty else { continue }
            for finding in try topology(polygons, feature.place, file: opened.file) {
                if finding.severity == .error {
                    problems.append(finding.problem)
                } else {
                    notices.append(finding)
                }
            }
        }
        var loaded = LoadedScenario(
            scenario: scenario, document: opened.document, sha256: sha256, problems: problems,
            notices: notices + reader.notices)
        loaded.isOfKnownMaker = opened.profile != nil
        loaded.known = opened.known
        return loaded
    }

    /// What is wrong or odd with the topology of a feature's polygons.
    ///
    /// - Throws: a problem when GEOS itself fails.
    package static func topology(
        _ polygons: [Polygon], _ place: Problem.Place, file: String
    ) throws(Problem) -> [Notice] {
        let found: [TopologyFinding]
        do {
            found = try Topology.check(polygons)
        } catch {
            var problem = error
            problem.place = place
            throw problem.inFile(file)
        }
        return found.map { finding in
            var place = place
            place.file = file
            place.coordinate = finding.place
            if polygons.count > 1 { place.part = finding.part }
            let at = finding.place.map { " at \(rounded($0.longitude)), \(rounded($0.latitude))" } ?? ""
            return Notice(
                finding.isError ? .error : .note,
                Problem(
                    .topology, finding.message + at, at: place,
                    hint: finding.isError ? "correct the drawing there; its area would be meaningless" : nil))
        }
    }

    private static func rounded(_ degrees: Double) -> String {
        JSONNumber((degrees * 1e7).rounded() / 1e7).text
    }
}
