// Names of coordinate reference systems, read strictly.

public import KGeoCore

/// The name of a coordinate reference system. A value: whether PROJ knows it, a `Transformation` finds out.
///
/// Whatever axis order the authority gave it, its positions are written longitude (easting) first.
public struct CRS: Hashable, Sendable, CustomStringConvertible {
    /// How the system is named.
    private enum Name: Hashable {
        case epsg(Int)
        case crs84
        case projString(String)
    }
    private let name: Name

    private init(name: Name) { self.name = name }

    /// Longitude and latitude on WGS84, the system of GeoJSON (RFC 7946): `OGC:CRS84`.
    public static let crs84 = CRS(name: .crs84)

    /// A system by its number in the EPSG dataset, such as 32637 for UTM zone 37 north.
    public static func epsg(_ number: Int) -> CRS { CRS(name: .epsg(number)) }

    /// A system from a PROJ string; the same as `init(projString:)`.
    public static func projString(_ text: String) throws(Problem) -> CRS { try CRS(projString: text) }

    /// A system from a PROJ string such as `+proj=laea +lat_0=48 +lon_0=31 +datum=WGS84 +units=m`.
    ///
    /// Refused is what would read a file or leave the string's meaning to the machine: `+init`, grids of any
    /// kind (`+nadgrids`, `+geoidgrids`, a value with `@`), and pipelines, which are no reference systems.
    /// - Throws: a problem `crs` that names the part that is refused.
    public init(projString text: String) throws(Problem) {
        name = .projString(try ProjString.checked(text))
    }

    /// A system from its name in a file or option: `EPSG:32637`, `urn:ogc:def:crs:EPSG::32637`,
    /// `http://www.opengis.net/def/crs/EPSG/0/32637`, `CRS84`, `OGC:CRS84`, `urn:ogc:def:crs:OGC:1.3:CRS84`,
    /// `CRS84h` (heights are not measured).
    ///
    /// Letters may be of either case. A PROJ string is never taken here: text from a file must not reach
    /// PROJ's parser unless someone asked for it by `init(projString:)`.
    /// - Throws: a problem `crs` for anything else.
    public init(parsing text: String) throws(Problem) {
        let upper = text.uppercased()
        if let number = Self.epsgNumber(upper) {
            name = .epsg(number)
        } else if Self.isCRS84(upper) {
            name = .crs84
        } else {
            throw Problem(
                .crs, "\"\(text)\" is not the name of a coordinate reference system that kgeo reads",
                hint: "write EPSG:<number>, or CRS84 for longitude and latitude on WGS84")
        }
    }

    /// Whether a name in capitals means longitude and latitude on WGS84, with or without heights (`CRS84h`), which are
    /// not measured: `CRS84`, `OGC:CRS84`, `CRS:84`, and in an URN or URL of the OGC whatever its version.
    private static func isCRS84(_ text: String) -> Bool {
        let name = text.hasSuffix("CRS84H") ? String(text.dropLast()) : text
        if ["CRS84", "OGC:CRS84", "CRS:84"].contains(name) { return true }
        let starts = [
            "URN:OGC:DEF:CRS:OGC:", "HTTP://WWW.OPENGIS.NET/DEF/CRS/OGC/",
            "HTTPS://WWW.OPENGIS.NET/DEF/CRS/OGC/",
        ]
        guard let start = starts.first(where: name.hasPrefix) else { return false }
        let parts = name.dropFirst(start.count).split(
            separator: start.last ?? ":", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1] == "CRS84"
            && parts[0].utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
    }

    /// The number in `EPSG:n`, `urn:ogc:def:crs:EPSG:<version>:n` or the URL of it, all in capitals.
    private static func epsgNumber(_ text: String) -> Int? {
        let digits: Substring
        if text.hasPrefix("EPSG:") {
            digits = text.dropFirst(5)
        } else if text.hasPrefix("URN:OGC:DEF:CRS:EPSG:") {
            let rest = text.dropFirst(21).split(separator: ":", omittingEmptySubsequences: false)
            guard rest.count == 2, rest[0].utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else {
                return nil
            }
            digits = rest[1]
        } else {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 8, parts[0] == "HTTP:" || parts[0] == "HTTPS:", parts[1].isEmpty,
                parts[2] == "WWW.OPENGIS.NET", parts[3...5] == ["DEF", "CRS", "EPSG"]
            else { return nil }
            digits = parts[7]
        }
        guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }

    /// Whether positions in it are longitude and latitude on WGS84: `CRS84`, or EPSG:4326 as read here.
    public var isWGS84: Bool { name == .crs84 || name == .epsg(4326) }

    /// The name as PROJ understands it: `EPSG:32637`, `OGC:CRS84` or the PROJ string.
    public var description: String {
        switch name {
        case .epsg(let number): "EPSG:\(number)"
        case .crs84: "OGC:CRS84"
        case .projString(let text): text
        }
    }

    /// What PROJ is given: for a PROJ string it must be said that a reference system is meant.
    var definition: String {
        switch name {
        case .epsg, .crs84: description
        case .projString(let text): text + " +type=crs"
        }
    }
}
