// The one error value: what is wrong, where, and what to do about it.

/// Something that keeps kgeo from doing what was asked, or that its user should know.
///
/// A problem says *what* (`message`), *where* (`place`) and *what to do* (`remedy`, `hint`). Text that came from a
/// file may stand in any of them; it is escaped where it is printed (`SafeText`). What the user of a program can set or
/// do is named by meaning; `worded(in:)` gives the problem in that program's words.
public struct Problem: Error, Hashable, Sendable {
    /// What kind of problem it is. An open list: a caller must be ready for a code it does not know.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as it stands in JSON output.
        public let rawValue: String
        /// A code by its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The text is not JSON.
        public static let json = Code(rawValue: "json")
        /// The text is JSON but not GeoJSON.
        public static let geojson = Code(rawValue: "geojson")
        /// Well-known binary that cannot be read.
        public static let wkb = Code(rawValue: "wkb")
        /// Well-known text that cannot be read.
        public static let wkt = Code(rawValue: "wkt")
        /// A table that cannot be read.
        public static let table = Code(rawValue: "table")
        /// The text is not XML, or not the XML it should be.
        public static let xml = Code(rawValue: "xml")
        /// An archive cannot be read.
        public static let zip = Code(rawValue: "zip")
        /// Another program that was asked for help has failed.
        public static let program = Code(rawValue: "program")
        /// A bounding box says nothing.
        public static let boundingBox = Code(rawValue: "bbox")
        /// A position is not on the globe, or an ordinate is no number.
        public static let coordinate = Code(rawValue: "coordinate")
        /// A ring crosses itself, or rings lie wrongly to each other.
        public static let topology = Code(rawValue: "topology")
        /// A coordinate reference system that is unknown or met too late.
        public static let crs = Code(rawValue: "crs")
        /// A scenario breaks a rule of the scenario format.
        public static let scenario = Code(rawValue: "scenario")
        /// A map does not show on a day what it should; always said, even where other notes are not.
        public static let gap = Code(rawValue: "gap")
        /// A claim breaks a rule of the scenario format.
        public static let claim = Code(rawValue: "claim")
        /// A text is in a language that is not read.
        public static let language = Code(rawValue: "language")
        /// An option or argument cannot be used.
        public static let usage = Code(rawValue: "usage")
        /// A file is missing or cannot be read.
        public static let input = Code(rawValue: "input")
        /// Compressed data is damaged or cut off.
        public static let gzip = Code(rawValue: "gzip")
        /// A file cannot be created.
        public static let outputCreate = Code(rawValue: "output-create")
        /// Writing failed half way.
        public static let outputWrite = Code(rawValue: "output-write")
        /// Something that must never happen.
        public static let `internal` = Code(rawValue: "internal")
        /// GEOS failed on a geometry.
        public static let geos = Code(rawValue: "geos")
        /// PROJ failed on a transformation.
        public static let proj = Code(rawValue: "proj")
    }

    /// Where in the input it is. Everything is optional: only what is known is given.
    public struct Place: Hashable, Sendable {
        /// The file's path, or "-" for standard input.
        public var file: String?
        /// Line and column, from 1; the column counts characters.
        public var line, column: Int?
        /// Bytes before the place, from 0.
        public var offset: Int?
        /// The JSON path, such as `features[3].geometry.coordinates`.
        public var path: String?
        /// The feature's number in the file, from 0, and its id if that has been read.
        public var feature: Int?
        /// The feature's id, if that has been read.
        public var id: String?
        /// Part of a MultiPolygon or MultiLineString, ring or line in it, and vertex in that, from 0.
        public var part, ring, vertex: Int?
        /// The claim's id, and the property of the feature or claim.
        public var claim, property: String?
        /// A point of the map, such as that of a crossing.
        public var coordinate: Coordinate?

        /// A place of which nothing is known yet.
        public init() {}

        /// A place in a feature.
        public init(feature: Int, id: String? = nil, property: String? = nil) {
            self.feature = feature
            self.id = id
            self.property = property
        }
    }

    /// What kind of problem it is.
    public var code: Code
    /// One sentence, without a full stop, that a user understands.
    public var wording: Wording
    /// Where it is.
    public var place: Place
    /// What to do about it.
    public var remedy: Remedy?

    /// What is wrong, in neutral words.
    public var message: String {
        get { wording.plain }
        set { wording = Wording(newValue) }
    }

    /// What to do about it, in neutral words.
    public var hint: String? {
        get { remedy?.plain }
        set { remedy = newValue.map(Remedy.text) }
    }

    /// A problem from its parts.
    public init(_ code: Code, _ message: String, at place: Place = Place(), hint: String? = nil) {
        self.init(code, saying: Wording(message), at: place, remedy: hint.map(Remedy.text))
    }

    /// A problem with a remedy that names settings or operations.
    public init(_ code: Code, _ message: String, at place: Place = Place(), remedy: Remedy?) {
        self.init(code, saying: Wording(message), at: place, remedy: remedy)
    }

    /// A problem of which the message, too, may name settings or operations.
    public init(_ code: Code, saying wording: Wording, at place: Place = Place(), remedy: Remedy? = nil) {
        self.code = code
        self.wording = wording
        self.place = place
        self.remedy = remedy
    }

    /// The same problem in the words of a program: what it can set and do stands in it as text. What came from a file
    /// and is longer than anyone reads is shortened.
    public func worded(in words: Vocabulary) -> Problem {
        func short(_ wording: Wording, _ most: Int) -> Wording {
            Wording(SafeText.shortened(wording.text(in: words), to: most))
        }
        var place = place
        place.id = place.id.map { SafeText.shortened($0, to: 100) }
        place.claim = place.claim.map { SafeText.shortened($0, to: 100) }
        place.property = place.property.map { SafeText.shortened($0, to: 100) }
        return Problem(code, saying: short(wording, 500), at: place, remedy: remedy.map { short($0, 2_000) })
    }

    /// The same problem with some of its place filled in.
    public func located(_ change: (inout Place) -> Void) -> Problem {
        var copy = self
        change(&copy.place)
        return copy
    }

    /// The same problem, said to be in that file unless a file is already named.
    public func inFile(_ file: String) -> Problem {
        located { if $0.file == nil { $0.file = file } }
    }

    /// The place and the message in one line, as it is printed after "kgeo: error: ".
    public var summary: String {
        var words: [String] = []
        if let feature = place.feature {
            words.append("feature \(feature)" + (place.id.map { " \"\($0)\"" } ?? ""))
        } else if let id = place.id {
            words.append("feature \"\(id)\"")
        }
        if let claim = place.claim { words.append("claim \"\(claim)\"") }
        if let part = place.part { words.append("part \(part)") }
        if let ring = place.ring { words.append("ring \(ring)") }
        if let vertex = place.vertex { words.append("vertex \(vertex)") }
        if let property = place.property { words.append("property \"\(property)\"") }
        if let line = place.line {
            words.append("line \(line)" + (place.column.map { ", column \($0)" } ?? ""))
        }
        if let offset = place.offset { words.append("byte \(offset)") }
        if let path = place.path, !path.isEmpty {
            // A deep path says no more in the middle than at its ends.
            words.append(
                path.count <= 100 ? "at \(path)" : "at \(path.prefix(48))…\(path.suffix(48))")
        }
        let head = place.file.map { $0 == "-" ? "standard input: " : "\($0): " } ?? ""
        return head + (words.isEmpty ? "" : words.joined(separator: ", ") + ": ") + message
    }
}

/// Something a user should know although the work went on: an error that was passed over, or a note.
public struct Notice: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable { case error, warning, note }
    /// How much it matters.
    public var severity: Severity
    /// What, where, and what to do.
    public var problem: Problem
    /// The same notice in the words of a program.
    public func worded(in words: Vocabulary) -> Notice { Notice(severity, problem.worded(in: words)) }

    /// A notice from its parts.
    public init(_ severity: Severity, _ problem: Problem) {
        self.severity = severity
        self.problem = problem
    }
}
