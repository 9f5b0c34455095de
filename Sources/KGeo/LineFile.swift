// Lines from a file of their own, such as a pipeline, that go into a scenario.

package import KGeoCore
internal import KGeoExtract
package import KGeoJSON
package import KGeoScenario

/// The lines of a file, each a feature of role line.
package struct LineFile: Sendable {
    /// The file's path.
    package var file: String
    /// SHA-256 of the bytes read, in hexadecimal.
    package var sha256: String
    /// The features that have lines; their numbers are those of the file. Without an id of its own a line is called
    /// after the file, further ones `name-2`, `name-3`.
    package var lines: [ScenarioFeature]
    /// Rules that were broken; empty when the lines may be used.
    package var problems: [Problem]
    /// Oddities that were accepted.
    package var notices: [Notice]
}

extension ScenarioLoader {
    /// Reads the lines of a file; features without one are left out.
    ///
    /// - Throws: a problem when the file cannot be read, is no GeoJSON or has no line.
    package static func lines(
        _ source: ByteSource, input: InputOptions = InputOptions()
    ) throws(Problem) -> LineFile {
        source.keepDigest()
        var notices: [Notice] = []
        var document = try GeoJSONDocument(
            reading: source, options: try input.readerOptions(keepsProperties: true), notices: &notices)
        let count = document.features.count
        document.features.removeAll { $0.geometry?.lines.isEmpty ?? true }
        guard !document.features.isEmpty else {
            throw Problem(
                .geojson, "this file has no line", hint: "a line is a LineString or a MultiLineString"
            ).inFile(source.name)
        }
        if document.features.count < count {
            let left = count - document.features.count
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .geojson,
                        left == 1
                            ? "1 feature without a line is left out"
                            : "\(left) features without a line are left out"
                    ).inFile(source.name)))
        }
        var mapping = PropertyMapping()
        mapping.set = [PropertyMapping.FixedValue(name: "role", value: Role.line.rawValue)]
        var reader = ScenarioReader(mapping: mapping, words: FigureReader.english)
        // Members of the collection that speak of claims belong to another map.
        document.collection.foreign["kgeo"] = nil
        var lines = reader.scenario(document, file: source.name).features
        let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
        let base = name.split(separator: ".").first.map(String.init) ?? name
        var nameless = 0
        for i in lines.indices where lines[i].id == nil {
            nameless += 1
            lines[i].id = nameless == 1 ? base : "\(base)-\(nameless)"
        }
        return LineFile(
            file: source.name, sha256: source.hexDigest ?? "", lines: lines, problems: reader.problems,
            notices: notices + reader.notices)
    }
}

extension Scenario {
    /// Adds the lines of some files. When one id alone is missing of all that lengths name, and one file alone has a
    /// single line that no claim names, that line takes the id.
    ///
    /// - Throws: a problem when the map has a feature of that id already.
    package mutating func add(_ files: [LineFile]) throws(Problem) {
        let named = Set(claims.compactMap { $0.kind == .length ? $0.subject.id : nil })
        let known = Set((features + files.flatMap(\.lines)).compactMap(\.id))
        let missing = named.subtracting(known)
        let single = files.indices.filter { i in
            files[i].lines.count == 1 && !(files[i].lines[0].id.map(named.contains) ?? false)
        }
        var next = (features.map(\.index).max() ?? -1) + 1
        var seen = Set(features.compactMap(\.id))
        for (i, file) in files.enumerated() {
            for var line in file.lines {
                if missing.count == 1, single == [i] { line.id = missing.first }
                if let id = line.id, !seen.insert(id).inserted {
                    throw Problem(
                        .scenario, "another feature has the id \"\(id)\" already",
                        at: Problem.Place(feature: line.index, id: id),
                        hint: "give the line an id of its own"
                    ).inFile(file.file)
                }
                line.index = next
                next += 1
                features.append(line)
            }
        }
    }
}
