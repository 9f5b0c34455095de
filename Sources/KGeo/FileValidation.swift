// One file gone through by validate, feature by feature: what is found is kept, the features are not.

package import KGeoCore
internal import KGeoExtract
package import KGeoJSON
package import KGeoScenario

/// All that is wrong with one file.
///
/// The rules of a scenario ask for all features together. Their properties are held where the file is known to be
/// one from its first feature on, or cannot be read again; a file that turns out to be one later is read again.
package struct FileValidation {
    /// What was found, in the order of the file.
    package private(set) var notices: [Notice] = []
    package private(set) var featureCount = 0
    /// Whether it is a scenario.
    package private(set) var isScenario = false
    /// SHA-256 of its bytes; nil where it was not asked for, or not all of it was read.
    package private(set) var digest: String?
    private var windings = 0
    private var precise = 0
    /// The features, each with a sketch of its geometry, where all of them may be asked for.
    private var held: [Feature] = []
    private var holdsAll = true

    private let path: String
    private let keepsDigest: Bool
    private let open: (String) throws(Problem) -> ByteSource
    private let options: ReaderOptions

    /// Reads the file to its end, going on after bad features where that is possible.
    ///
    /// - Parameters:
    ///   - mayReadAgain: whether the file can be opened twice.
    ///   - keepsDigest: whether the SHA-256 of its bytes is taken.
    ///   - open: opens a file by the name it was given.
    /// - Throws: a problem when the file is missing or unreadable, or GEOS fails.
    package init(
        _ path: String, mapping: PropertyMapping, input: InputOptions, testsTopology: Bool,
        mayReadAgain: Bool, keepsDigest: Bool, open: @escaping (String) throws(Problem) -> ByteSource
    ) throws(Problem) {
        self.path = path
        self.open = open
        self.keepsDigest = keepsDigest
        options = try input.readerOptions(keepsProperties: true, reportsStructure: true)
        let mayHold = !mapping.isEmpty || !mayReadAgain
        let collection = try look(mayHold: mayHold, testsTopology: testsTopology)
        noteOddities()
        guard isScenario || !mapping.isEmpty else { return }
        if !holdsAll { try readAgain() }
        var document = GeoJSONDocument(collection: collection, features: held)
        do throws(Problem) {
            if let note = try PropertySpelling.settle(&document, mapping, file: path) { notices.append(note) }
        } catch {
            notices.append(Notice(.error, error))
        }
        var reader = ScenarioReader(mapping: mapping, words: FigureReader.english)
        let scenario = reader.scenario(document, file: path)
        if let notice = scenario.nobodysGroundNotice { notices.append(notice) }
        notices += reader.problems.map { Notice(.error, $0) } + reader.notices
    }

    /// Goes through the file once, and looks at each feature.
    private mutating func look(mayHold: Bool, testsTopology: Bool) throws(Problem) -> CollectionRecord {
        let source = try open(path)
        if keepsDigest { source.keepDigest() }
        var reader = GeoJSONReader(source, options: options)
        let structure = StructureSink()
        let builder = GeometryBuilder()
        let sink: any GeometrySink = testsTopology ? TwoSinks(structure, builder) : structure
        var topology: [Notice] = []
        var noticeCount = 0
        var isWhole = true
        while true {
            let next: FeatureRecord?
            do throws(Problem) {
                next = try reader.nextFeature(into: sink)
            } catch {
                if error.code == .input { throw error }
                notices.append(Notice(.error, error))
                guard reader.recover(from: error) else {
                    isWhole = false
                    break
                }
                featureCount += 1
                continue
            }
            guard let record = next else { break }
            let found = structure.take()
            let geometry = builder.take()
            featureCount += 1
            windings += found.wrongWindings
            if found.hasExcessPrecision { precise += 1 }
            isScenario =
                isScenario || reader.collection.foreign["kgeo"] != nil || record.properties?["role"] != nil
            if holdsAll, mayHold || isScenario {
                held.append(Feature(record: record, geometry: found.sketch))
            } else {
                holdsAll = false
            }
            // Topology of a ring that is not even closed cannot be asked.
            let isBroken = reader.notices[noticeCount...].contains {
                $0.severity == .error && $0.problem.place.feature == record.index
            }
            noticeCount = reader.notices.count
            guard !isBroken, let polygons = geometry?.polygons, !polygons.isEmpty else { continue }
            let place = Problem.Place(feature: record.index, id: record.label)
            topology += try ScenarioLoader.topology(polygons, place, file: path)
        }
        isScenario = isScenario || reader.collection.foreign["kgeo"] != nil
        // A file that is broken off has no digest: not all of it was read.
        digest = isWhole ? source.hexDigest : nil
        notices += reader.notices + topology
        return reader.collection
    }

    /// Notes that are made once for a file.
    private mutating func noteOddities() {
        var notes: [String] = []
        if windings > 0 {
            notes.append(
                "\(windings) rings are not wound by the right-hand rule (RFC 7946 §3.1.6); that changes no area"
            )
        }
        if precise > 0 {
            notes.append("\(precise) features have positions of more than 9 decimals; 7 are a centimetre")
        }
        notices += notes.map { Notice(.note, Problem(.geojson, $0).inFile(path)) }
    }

    /// Reads the features once more and holds them all; what is wrong with them is known.
    private mutating func readAgain() throws(Problem) {
        var reader = GeoJSONReader(try open(path), options: options)
        let structure = StructureSink()
        held = []
        while true {
            do throws(Problem) {
                guard let record = try reader.nextFeature(into: structure) else { return }
                held.append(Feature(record: record, geometry: structure.take().sketch))
            } catch {
                if error.code == .input { throw error }
                guard reader.recover(from: error) else { return }
            }
        }
    }
}
