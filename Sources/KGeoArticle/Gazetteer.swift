// Which place a name means: spellings, transliterations, and the region a settlement lies in.

internal import KGeoClaims
public import KGeoCore

/// Places by their names, in every spelling that is known.
///
/// Names are compared without case, accents, apostrophes and words such as "Oblast", "region" or "область", so
/// that Kursk, Курск, Kursk Oblast and the Kursk region are one.
public struct Gazetteer: Sendable {
    /// The region of each settlement, by its folded name; several where settlements share a name.
    private var regions: [String: Set<String>] = [:]
    /// Folded spellings that mean another folded name.
    private var aliases: [String: String] = ["kiev": "kyiv", "odessa": "odesa", "kharkov": "kharkiv"]

    /// An empty gazetteer: regions are known by their own names alone.
    public init() {}

    /// Adds a table of settlements: CSV with the columns name, region, and if there are any names_russian and
    /// names_ukrainian, whose items are parted by semicolons.
    ///
    /// - Throws: a problem when the text is no table or lacks a column.
    public mutating func add(csv text: String, file: String) throws(Problem) {
        let table: CSVTable
        do { table = try CSVTable(text) } catch { throw error.inFile(file) }
        guard let name = table.header.firstIndex(of: "name"),
            let region = table.header.firstIndex(of: "region")
        else {
            throw Problem(.input, "the settlement table has no columns name and region").inFile(file)
        }
        let others = ["names_russian", "names_ukrainian"].compactMap { table.header.firstIndex(of: $0) }
        for row in table.rows where !row.cells[region].isEmpty {
            let canonical = Self.folded(row.cells[name])
            regions[canonical, default: []].insert(row.cells[region])
            for column in others {
                for spelling in row.cells[column].split(separator: ";") {
                    let folded = Self.folded(String(spelling))
                    if !folded.isEmpty, folded != canonical { aliases[folded] = canonical }
                }
            }
        }
    }

    /// Adds a place that a map names, in a region.
    public mutating func add(_ name: String, in region: String) {
        let folded = Self.folded(name)
        if !folded.isEmpty { regions[folded, default: []].insert(region) }
    }

    /// Whether a name means a region: the region itself, or a settlement in it.
    public func means(_ name: String, _ region: String) -> Bool {
        var folded = Self.folded(name)
        guard !folded.isEmpty else { return false }
        folded = aliases[folded] ?? folded
        let wanted = Self.folded(region)
        if folded == (aliases[wanted] ?? wanted) { return true }
        return regions[folded]?.contains { Self.folded($0) == wanted } ?? false
    }

    /// Whether a name is that of the region itself and not only of a place in it.
    public func names(_ name: String, _ region: String) -> Bool {
        let (folded, wanted) = (Self.folded(name), Self.folded(region))
        return !folded.isEmpty && (aliases[folded] ?? folded) == (aliases[wanted] ?? wanted)
    }

    /// Words that say what kind of place a name is; left out when names are compared.
    private static let generic: Set<String> = [
        "oblast", "oblasts", "region", "province", "krai", "district", "raion", "governorate", "county",
        "area",
        "city", "town", "village", "settlement", "the", "of", "область", "области", "край", "края", "район",
        "області", "регион",
    ]

    /// Letters with marks that spellings differ by, without them.
    private static let plain: [Character: Character] = Dictionary(
        uniqueKeysWithValues: [
            ("ё", "е"), ("áàâäãåā", "a"), ("éèêëėę", "e"), ("íìîïī", "i"), ("óòôöõø", "o"), ("úùûüū", "u"),
            ("ýÿ", "y"),
            ("çćč", "c"), ("ñń", "n"), ("šśş", "s"), ("žźż", "z"), ("ł", "l"), ("ğ", "g"), ("đ", "d"),
            ("ţť", "t"), ("ř", "r"),
        ].flatMap { marked, bare in marked.map { ($0, Character(bare)) } })

    /// A name in the form in which names are compared.
    public static func folded(_ name: String) -> String {
        var words: [String] = []
        var word = ""
        func end() {
            if word.hasSuffix("’s") || word.hasSuffix("'s") { word.removeLast(2) }
            word.removeAll { "'’ʼ`ьъ".contains($0) }
            if !word.isEmpty, !generic.contains(word) { words.append(word) }
            word = ""
        }
        for character in name.lowercased() {
            switch character {
            case " ", "\u{A0}", "-", "–", ",", "(", ")", "/", ".", "\n", "\t": end()
            default: word.append(Self.plain[character] ?? character)
            }
        }
        end()
        return words.joined(separator: " ")
    }
}
