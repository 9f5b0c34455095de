// Scripts, as far as they say which languages a text may be in.

/// A script, with the first and last of its letters.
struct Script: Hashable, Sendable {
    /// What a reader is told of a text in it: the script, or the one language that is written in it.
    let name: String
    private let blocks: [ClosedRange<UInt32>]

    init(_ name: String, _ blocks: ClosedRange<UInt32>...) { (self.name, self.blocks) = (name, blocks) }

    static let latin = Script(
        "a language in the Latin script", 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF)
    static let cyrillic = Script("a language in the Cyrillic script", 0x400...0x52F)

    /// Scripts that no language is read in.
    static let others = [
        Script("Greek", 0x370...0x3FF), Script("Armenian", 0x530...0x58F), Script("Hebrew", 0x590...0x5FF),
        Script("Arabic or Persian", 0x600...0x6FF), Script("a language of India", 0x900...0xDFF),
        Script("Thai", 0xE00...0xE7F), Script("Georgian", 0x10A0...0x10FF, 0x1C90...0x1CBF),
        Script("Amharic", 0x1200...0x137F), Script("Burmese", 0x1000...0x109F),
        Script("Japanese", 0x3040...0x30FF), Script("Korean", 0xAC00...0xD7AF),
        Script("Chinese", 0x3400...0x9FFF),
    ]

    func holds(_ scalar: UInt32) -> Bool { blocks.contains { $0.contains(scalar) } }
}
