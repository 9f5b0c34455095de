// From a file to a scenario that may be checked: read, understood, and its topology looked at.

package import KGeoCore
internal import KGeoExtract
package import KGeoJSON
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
        var notices: [Notice] = []
        let document = try GeoJSONDocument(
            reading: source, options: try input.readerOptions(keepsProperties: true), notices: &notices)
        var reader = ScenarioReader(mapping: mapping, words: FigureReader.english)
        let scenario = reader.scenario(document, file: source.name)
        var problems = reader.problems
        for feature in scenario.features {
            guard let polygons = feature.geometry?.polygons, !polygons.isEmpty else { continue }
            for finding in try topology(polygons, feature.place, file: source.name) {
                if finding.severity == .error {
                    problems.append(finding.problem)
                } else {
                    notices.append(finding)
                }
            }
        }
        return LoadedScenario(
            scenario: scenario, document: document, sha256: source.hexDigest ?? "", problems: problems,
            notices: notices + reader.notices)
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
