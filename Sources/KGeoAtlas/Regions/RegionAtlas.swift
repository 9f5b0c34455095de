// Regions by their names: in six languages, by code, or with the country behind a comma.

public import KGeoCore
internal import KGeoJSON

/// The regions of GeoData. Nothing is read but the index of names until one is asked for, and then the one country that
/// it is in.
public struct RegionAtlas: Sendable {
    private let names: BlockTable
    private let countries: BlockTable

    /// The path of the file that holds the outlines.
    public var path: String { countries.path }
    /// What that file is called in problems and answers.
    public var fileName: String { countries.name }

    /// The regions in a folder of reference data.
    ///
    /// - Parameter folder: the path of GeoData.
    /// - Throws: a problem when it has no regions.
    public init(geodata folder: String) throws(Problem) {
        names = try BlockTable(folder: folder, name: "regions/names.tsv")
        countries = try BlockTable(folder: folder, name: "regions/regions.jsonl")
    }

    /// The codes of the countries, sorted.
    public var countryCodes: [String] { countries.firstKeys }

    /// The codes of what a name may mean; empty when nothing is called so. A name with its country behind a comma
    /// (`Georgia, United States`) means what lies in that country alone, and a code as it is written (`LU`) its region
    /// alone, whatever else is called so.
    ///
    /// - Throws: a problem when the names cannot be read.
    public func codes(named name: String) throws(Problem) -> [String] {
        let found = try codes(folded: NameFolding.folded(name))
        if found.contains(name) { return [name] }
        guard found.isEmpty, let comma = name.lastIndex(of: ",") else { return found }
        let holders = try codes(folded: NameFolding.folded(String(name[name.index(after: comma)...])))
        guard !holders.isEmpty else { return [] }
        return try codes(folded: NameFolding.folded(String(name[..<comma]))).filter { code in
            holders.contains { code.hasPrefix($0 + "-") }
        }
    }

    private func codes(folded name: String) throws(Problem) -> [String] {
        guard !name.isEmpty, let row = try names.row(name), row.count > 1 else { return [] }
        return row[1].split(separator: ",").map(String.init)
    }

    /// The region that a name means.
    ///
    /// - Throws: a problem when nothing is called so, or several regions are.
    public func region(_ name: String) throws(Problem) -> AtlasRegion {
        let codes = try codes(named: name)
        guard let code = codes.first else {
            throw Problem(.input, "no region is called \"\(name)\"", hint: try hint(name))
        }
        guard codes.count == 1 else {
            let labels = try regions(codes).map { region throws(Problem) in
                guard region.kind != .country else { return region.label }
                let country = try self.regions([region.country]).first?.englishName
                return "\(region.label), \(country ?? region.country)"
            }
            throw Problem(
                .input, "\(codes.count) regions are called \"\(name)\"",
                hint: "name one by its code: " + labels.joined(separator: "; "))
        }
        guard let region = try regions([code]).first else {
            throw Problem(
                .input, "the region \(code) has a name and no outline", hint: "install GeoData again"
            ).inFile(countries.name)
        }
        return region
    }

    /// What to do about a name that nothing has.
    private func hint(_ name: String) throws(Problem) -> String {
        let folded = NameFolding.folded(name)
        let known = "names in six languages and codes such as UA-14 are known"
        guard let first = folded.first else { return known }
        let keys = try names.rows(prefix: String(first)).compactMap(\.first)
        guard let near = Spelling.nearest(to: folded, among: keys), let code = try codes(folded: near).first,
            let region = try regions([code]).first
        else { return known }
        return "did you mean \(region.label)? " + known
    }

    /// The regions of some codes, in the order of the codes; those that are not there are left out. Each country is
    /// unpacked once.
    ///
    /// - Throws: a problem when the outlines cannot be read.
    public func regions(_ codes: [String]) throws(Problem) -> [AtlasRegion] {
        var read: [String: CountryTopology] = [:]
        var result: [AtlasRegion] = []
        for code in codes {
            let country = String(code.prefix { $0 != "-" })
            if read[country] == nil { read[country] = try self.country(country) }
            if let region = read[country]?.region(code) { result.append(region) }
        }
        return result
    }

    /// The country of a code, unpacked; nil when there is none.
    func country(_ code: String) throws(Problem) -> CountryTopology? {
        guard let source = try countries.source(first: code) else { return nil }
        return try CountryTopology(reading: source)
    }

    /// What a region is divided into: the first-level regions of a country, the members of a union; else itself.
    ///
    /// - Throws: a problem when the outlines cannot be read.
    public func parts(of region: AtlasRegion) throws(Problem) -> [AtlasRegion] {
        switch region.kind {
        case .country:
            guard let country = try country(region.code) else { return [] }
            return country.codes.compactMap(country.region).filter {
                $0.kind != .country && $0.kind != .union
            }
        case .union: return try regions(region.members)
        default: return [region]
        }
    }

    /// Whether two names mean the same region, whatever their language. Names that nothing has are compared as they
    /// are.
    ///
    /// - Throws: a problem when the names cannot be read.
    public func areSame(_ first: String, _ second: String) throws(Problem) -> Bool {
        let (a, b) = (NameFolding.folded(first), NameFolding.folded(second))
        if a == b { return true }
        let (codes, others) = (try codes(named: first), try codes(named: second))
        return codes.count == 1 && codes == others
    }
}
