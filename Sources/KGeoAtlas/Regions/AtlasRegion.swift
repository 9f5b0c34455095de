// A region of GeoData: what it is called, its outline, how well each line of it is known, and its official areas.

public import KGeoCore

/// A country, a first-level region of one, or several under one name.
public struct AtlasRegion: Hashable, Sendable {
    /// What kind of region it is.
    public enum Kind: String, Hashable, Sendable {
        case country
        /// A first-level region, and what Ukraine and Russia call theirs.
        case region, oblast, krai, city
        case autonomousRepublic = "autonomous republic"
        /// Several regions under one name, such as Donbas.
        case union
        /// A part of a country that Natural Earth gives no name.
        case part
    }

    /// An area as a state or a table gives it.
    public struct OfficialArea: Hashable, Sendable {
        /// In km².
        public var squareKilometres: Double
        /// Who states it.
        public var source: String
    }

    /// A piece of the outline that is known equally well.
    public struct Line: Hashable, Sendable {
        /// `border`, `inner`, `coast`, or `line` where they are not told apart.
        public var kind: String
        /// How far it may be from the true line: one standard deviation, m.
        public var error: Double
        /// Where it comes from.
        public var source: String
        /// The piece, in degrees.
        public var line: LineString
    }

    /// Its code: ISO 3166 where it has one (`UA`, `UA-14`), else one of GeoData's own (`UA-DONBAS`, `FR-ne331`).
    public var code: String
    /// The code of the country it is in; its own for a country.
    public var country: String
    /// What kind of region it is.
    public var kind: Kind
    /// Its name by language (`en`, `uk`, `ru`, `de`, `fr`, `es`); English is always there.
    public var name: [String: String]
    /// Other names by language: variants, cases, adjectives with their noun.
    public var otherNames: [String: [String]]
    /// Adjectives by language, such as `Донецький`.
    public var adjectives: [String: [String]]
    /// The codes of the regions that a union consists of.
    public var members: [String]
    /// Its official areas, the usual one first.
    public var officialAreas: [OfficialArea]
    /// What a reader must know of its outline.
    public var warning: String?
    /// Whether its outline is good enough for a verdict on a share.
    public var bearsVerdict: Bool
    /// The licence of its outline: `ODbL-1.0`, or `public domain`.
    public var licence: String
    /// Its surfaces, in degrees.
    public var polygons: [Polygon]
    /// Its outline in pieces that are known equally well.
    public var lines: [Line]

    /// Its English name.
    public var englishName: String { name["en"] ?? code }
    /// Its English name with its code, which means it alone: `Donetsk Oblast (UA-14)`.
    public var label: String { "\(englishName) (\(code))" }
    /// The largest standard deviation of its lines, m.
    public var worstError: Double { lines.map(\.error).max() ?? 0 }
}
