// A table that is read in parts: gzip members one after another, and an index with the first key of each.

internal import KGeoCore
internal import KGeoJSON

/// A text of lines sorted by the bytes of their keys, in compressed blocks. A key's line is found by unpacking the one
/// block that it can stand in. The key ends at the first tab, or stands in the index alone.
struct BlockTable: Sendable {
    private struct Block: Sendable {
        var first: String
        var offset, count: Int
    }

    /// The path of the compressed file, and what it is called.
    let path, name: String
    private let blocks: [Block]

    /// Reads the index of `FOLDER/NAME.gz`, which is `FOLDER/NAME.index`.
    ///
    /// - Throws: a problem when it cannot be read or is no index.
    init(folder: String, name: String) throws(Problem) {
        path = "\(folder)/\(name).gz"
        self.name = "GeoData/\(name).gz"
        let indexName = "GeoData/\(name).index"
        let text = try ByteSource(path: "\(folder)/\(name).index", name: indexName).readText()
        var blocks: [Block] = []
        for (number, line) in text.split(separator: "\n").enumerated() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 3, let offset = Int(cells[1]), let count = Int(cells[2]), offset >= 0,
                count > 0
            else {
                var place = Problem.Place()
                (place.file, place.line) = (indexName, number + 1)
                throw Problem(
                    .input, "this is no line of an index: a key, an offset and a size", at: place,
                    hint: "install GeoData again")
            }
            blocks.append(Block(first: String(cells[0]), offset: offset, count: count))
        }
        self.blocks = blocks
    }

    /// The first keys of all blocks.
    var firstKeys: [String] { blocks.map(\.first) }

    /// The number of the block in which a key stands if it is there; nil before the first.
    private func number(of key: String) -> Int? {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if key.utf8.lexicographicallyPrecedes(blocks[middle].first.utf8) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low > 0 ? low - 1 : nil
    }

    /// The unpacked bytes of the block of which a key is the first; nil when there is none.
    func source(first key: String) throws(Problem) -> ByteSource? {
        guard let number = number(of: key), blocks[number].first == key else { return nil }
        return try source(number)
    }

    private func source(_ number: Int) throws(Problem) -> ByteSource {
        try ByteSource(path: path, name: name, from: blocks[number].offset, count: blocks[number].count)
    }

    /// The line of a key, its cells parted; nil when there is none.
    func row(_ key: String) throws(Problem) -> [String]? {
        guard let number = number(of: key) else { return nil }
        return Self.row(key, in: try source(number).readText())
    }

    /// The lines of several keys that are there. Each block is unpacked once.
    func rows(_ keys: some Sequence<String>) throws(Problem) -> [[String]] {
        var result: [[String]] = []
        var last: (number: Int, text: String)?
        for key in keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            guard let number = number(of: key) else { continue }
            if last?.number != number { last = (number, try source(number).readText()) }
            if let text = last?.text, let row = Self.row(key, in: text) { result.append(row) }
        }
        return result
    }

    /// The lines of all keys that begin with a prefix, in order.
    func rows(prefix: String) throws(Problem) -> [[String]] {
        var result: [[String]] = []
        for i in (number(of: prefix) ?? 0)..<blocks.count {
            guard i == number(of: prefix) ?? 0 || blocks[i].first.utf8.starts(with: prefix.utf8) else {
                break
            }
            for line in try source(i).readText().split(separator: "\n")
            where line.utf8.starts(with: prefix.utf8) {
                result.append(Self.cells(line))
            }
        }
        return result
    }

    /// The lines that a look at their bytes asks for, in order.
    func rows(
        where isWanted: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
    ) throws(Problem) -> [[String]] {
        var result: [[String]] = []
        for number in blocks.indices {
            try source(number).readBytes().withUnsafeBufferPointer { bytes in
                var start = 0
                while start < bytes.count {
                    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                    let line = bytes[start..<end]
                    if isWanted(line) { result.append(Self.cells(Substring(decoding: line, as: UTF8.self))) }
                    start = end + 1
                }
            }
        }
        return result
    }

    /// The line of a key among lines in the order of their keys: by halves.
    private static func row(_ key: String, in text: String) -> [String]? {
        let (wanted, bytes) = (Array(key.utf8), Array(text.utf8))
        let (lineFeed, tab) = (UInt8(ascii: "\n"), UInt8(ascii: "\t"))
        var (low, high) = (0, bytes.count)
        while low < high {
            var start = (low + high) / 2
            while start > low, bytes[start - 1] != lineFeed { start -= 1 }
            var end = start
            while end < high, bytes[end] != tab, bytes[end] != lineFeed { end += 1 }
            let own = bytes[start..<end]
            if wanted.lexicographicallyPrecedes(own) {
                high = start
                continue
            }
            let isIt = own.elementsEqual(wanted)
            while end < high, bytes[end] != lineFeed { end += 1 }
            if isIt { return cells(Substring(decoding: bytes[start..<end], as: UTF8.self)) }
            low = min(end + 1, high)
        }
        return nil
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
