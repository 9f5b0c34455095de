// Words on a drawing: how wide they are about, and where a name has room.

/// The width of words, without a font at hand: letters by their kind, on the safe side.
enum Lettering {
    /// About the width of a text in px.
    static func width(_ text: String, size: Double) -> Double {
        var ems = 0.0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F, 0x200B...0x200F, 0xAD: break
            case 0x20, 0x21, 0x27...0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x49, 0x69, 0x6A, 0x6C, 0x7C, 0x66, 0x74,
                0x72:
                ems += 0.36
            case 0x4D, 0x57, 0x6D, 0x77, 0x40, 0x25: ems += 0.92
            case 0x41...0x5A, 0x410...0x42F: ems += 0.7
            case 0..<0x590: ems += 0.58
            case 0x1100...0x11FF, 0x2E80...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F000...: ems += 1.05
            default: ems += 0.65
            }
        }
        return ems * size
    }

    /// A text in lines of at most a width, broken between words; a word that is longer is cut, with an ellipsis.
    static func lines(_ text: String, size: Double, width: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let more = line.isEmpty ? String(word) : line + " " + word
            if Self.width(more, size: size) <= width {
                line = more
            } else {
                if !line.isEmpty { lines.append(line) }
                line = cut(String(word), size: size, width: width)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// A text that is cut where it is wider than there is room, with an ellipsis.
    static func cut(_ text: String, size: Double, width: Double) -> String {
        guard Self.width(text, size: size) > width else { return text }
        var short = ""
        var used = Self.width("…", size: size)
        for character in text {
            used += Self.width(String(character), size: size)
            if used > width { break }
            short.append(character)
        }
        return short + "…"
    }
}

/// Names that do not lie over each other.
struct NamePlacer {
    /// What is taken.
    private var taken: [Box]
    /// Where names may be.
    private let field: Box

    init(in field: Box, taken: [Box] = []) {
        self.field = field
        self.taken = taken
    }

    /// Room for a name beside a dot: right of it, left, above or below; nil where there is none. What it takes is taken.
    ///
    /// - Returns: where its baseline begins.
    mutating func beside(_ dot: Point, _ name: String, size: Double) -> Point? {
        let (width, height) = (Lettering.width(name, size: size), size * 1.1)
        let gap = 5.0
        let corners = [
            Point(dot.x + gap, dot.y - height / 2), Point(dot.x - gap - width, dot.y - height / 2),
            Point(dot.x - width / 2, dot.y - gap - height), Point(dot.x - width / 2, dot.y + gap),
            Point(dot.x + gap, dot.y - height - 1), Point(dot.x + gap, dot.y + 1),
        ]
        for corner in corners {
            let box = Box(
                left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height)
            if take(box) { return Point(corner.x, corner.y + size * 0.9) }
        }
        return nil
    }

    /// Room for a name around a point; nil where there is none.
    ///
    /// - Returns: the middle of its baseline.
    mutating func around(_ point: Point, _ name: String, size: Double) -> Point? {
        let (width, height) = (Lettering.width(name, size: size), size * 1.2)
        let box = Box(
            left: point.x - width / 2, top: point.y - height / 2, right: point.x + width / 2,
            bottom: point.y + height / 2)
        return take(box) ? Point(point.x, point.y + size * 0.35) : nil
    }

    /// Takes a box, if it is free and lies in the field.
    mutating func take(_ box: Box) -> Bool {
        guard field.holds(box), !taken.contains(where: { $0.meets(box) }) else { return false }
        taken.append(box)
        return true
    }
}
