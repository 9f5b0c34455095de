// A populated place of GeoData, and places by their names.

public import KGeoCore

/// A populated place.
public struct AtlasPlace: Hashable, Sendable {
    /// The country as GeoNames has it and the number there: `UA0000713174`.
    public var key: String
    /// Its English name; in Ukraine the romanisation of the Ukrainian one.
    public var name: String
    /// Its Ukrainian and Russian names, where they are known.
    public var ukrainianName, russianName: String?
    /// Where it is, in degrees.
    public var coordinate: Coordinate
    /// How many people; nil where GeoNames does not say.
    public var population: Int?
    /// The code of its first-level region (`UA-14`); nil where it is not known.
    public var region: String?
    /// Other names in the letters of the six languages.
    public var otherNames: [String]
    /// What it was called before it was renamed.
    public var formerNames: [String]
    /// The day (`2016-02-04`), month or year of the renaming.
    public var renamed: String?

    /// The code of its country as GeoNames has it.
    public var country: String { String(key.prefix(2)) }
    /// How far the place may be from the centre of the settlement: one standard deviation, m; a judgement.
    public static let coordinateError = 1_000.0

    init?(_ cells: [String]) {
        guard cells.count == 11, let longitude = Double(cells[4]), let latitude = Double(cells[5]) else {
            return nil
        }
        func text(_ number: Int) -> String? { cells[number].isEmpty ? nil : cells[number] }
        func list(_ number: Int) -> [String] { cells[number].split(separator: ";").map(String.init) }
        key = cells[0]
        name = cells[1]
        ukrainianName = text(2)
        russianName = text(3)
        coordinate = Coordinate(longitude, latitude)
        population = Int(cells[6])
        region = text(7)
        otherNames = list(8)
        formerNames = list(9)
        renamed = text(10)
    }
}

/// The places of GeoData: of 500 people and more in Ukraine and the Russian regions beside it, of 15,000 and more
/// elsewhere. Nothing is read but the indexes until a place is asked for.
public struct PlaceAtlas: Sendable {
    private let names: BlockTable
    let table: BlockTable

    /// The path of the file that holds the places.
    public var path: String { table.path }
    /// What that file is called in problems and answers.
    public var fileName: String { table.name }

    /// The places in a folder of reference data.
    ///
    /// - Parameter folder: the path of GeoData.
    /// - Throws: a problem when it has no places.
    public init(geodata folder: String) throws(Problem) {
        names = try BlockTable(folder: folder, name: "places/names.tsv")
        table = try BlockTable(folder: folder, name: "places/places.tsv")
    }

    /// The places that a name may mean, in any of the six languages, by their names of today and before: the largest
    /// first; empty when nothing is called so.
    ///
    /// - Parameter region: the code of a country or first-level region that they lie in.
    /// - Throws: a problem when the places cannot be read.
    public func places(named name: String, in region: String? = nil) throws(Problem) -> [AtlasPlace] {
        let folded = NameFolding.folded(name)
        guard !folded.isEmpty, let row = try names.row(folded), row.count > 1 else { return [] }
        return try table.rows(row[1].split(separator: ",").map(String.init)).compactMap(AtlasPlace.init)
            .filter { $0.lies(in: region) }
            .sorted { ($0.population ?? 0, $1.key) > ($1.population ?? 0, $0.key) }
    }

    /// The places that a name means best: those called so today in English, Ukrainian or Russian; if there are none,
    /// those once called so; else those of which it is another spelling. A first-level region may stand behind a comma
    /// (`Pokrovsk, Donetsk Oblast`). The largest first; empty when nothing is called so, several when the name alone
    /// does not say which is meant.
    ///
    /// - Throws: a problem when the places cannot be read.
    public func places(meantBy text: String, regions: RegionAtlas) throws(Problem) -> [AtlasPlace] {
        var name = text
        var found = try places(named: text)
        if found.isEmpty, let comma = text.lastIndex(of: ",") {
            name = String(text[..<comma])
            let codes = try regions.codes(named: String(text[text.index(after: comma)...]))
            found = try places(named: name).filter { place in codes.contains { place.lies(in: $0) } }
        }
        let folded = NameFolding.folded(name)
        let best = found.map { $0.rank(of: folded) }.min()
        return found.filter { $0.rank(of: folded) == best }
    }

    /// All places of a country or first-level region, by key.
    ///
    /// - Throws: a problem when the places cannot be read.
    public func places(in region: String) throws(Problem) -> [AtlasPlace] {
        try table.rows(prefix: String(region.prefix { $0 != "-" })).compactMap(AtlasPlace.init)
            .filter { $0.lies(in: region) }
    }
}

extension AtlasPlace {
    /// How well a folded name means it: 0 its name of today, 1 one from before, 2 another spelling.
    fileprivate func rank(of folded: String) -> Int {
        if [name, ukrainianName, russianName].contains(where: { $0.map(NameFolding.folded) == folded }) {
            return 0
        }
        return formerNames.contains { NameFolding.folded($0) == folded } ? 1 : 2
    }

    /// Whether it lies in a country or first-level region, by their codes.
    func lies(in code: String?) -> Bool {
        guard let code else { return true }
        return code.contains("-") ? region == code : (region?.hasPrefix(code + "-") ?? (country == code))
    }
}
