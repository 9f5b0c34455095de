// Reading from the middle: a reader that begins at some feature, and one that goes on behind features which others
// have read for it.

package import KGeoCore

/// What a reader has to know to begin in the middle of a text: of what the next feature is one, and what has been
/// said of the coordinates before it.
package struct FeatureSurroundings: Hashable, Sendable {
    package enum Kind: Sendable {
        /// Elements of a collection's array.
        case elements
        /// Texts that stand on a line each.
        case lines
        /// Texts after record separators (RFC 8142).
        case separatedTexts
    }
    package var kind: Kind
    /// The name in the collection's `crs` member, when positions are converted for it.
    var convertsFrom: String?
    /// Whether it has been noted that a bounding box says nothing, which is said once.
    var hasEmptyBox = false
}

extension GeoJSONReader {
    /// Where the next feature begins, or the next text of a sequence; nil at the end. Passes over no more than
    /// what stands between features, so that `nextFeature` goes on as if it had not been asked.
    ///
    /// - Throws: what `nextFeature` would.
    package mutating func nextStart() throws(Problem) -> TextPosition? {
        do {
            return try approach() ? scanner.position() : nil
        } catch {
            throw failed(error)
        }
    }

    /// How many bytes of the text have been read.
    package var offset: Int { scanner.offset }

    /// What another reader has to know to begin at `nextStart`; nil where none can: not in front of a feature, or
    /// it is not known yet of what it is one.
    package var surroundings: FeatureSurroundings? {
        switch state {
        case .inFeatures:
            FeatureSurroundings(
                kind: .elements, convertsFrom: convertsFrom, hasEmptyBox: noteCounts[Self.emptyBox] != nil)
        // The first text alone does not tell whether others follow.
        case .atText where collection.kind == .sequence:
            FeatureSurroundings(
                kind: hasSeparators ? .separatedTexts : .lines, hasEmptyBox: noteCounts[Self.emptyBox] != nil)
        default: nil
        }
    }

    /// A reader of features that begins at one of them. Lines and columns are counted from there, features from 0.
    ///
    /// - Parameters:
    ///   - source: the bytes from `start` on.
    ///   - options: as for the reader that stands before it, but with conversions of its own.
    /// - Throws: a problem when the CRS of the surroundings is not known to the options.
    init(
        _ source: ByteSource, at start: Int, in surroundings: FeatureSurroundings, options: ReaderOptions,
        window: Int
    ) throws(Problem) {
        self.init(source, options: options, window: window)
        scanner.restart(at: TextPosition(offset: start, line: 1, column: 1))
        if surroundings.hasEmptyBox { noteCounts[Self.emptyBox] = 1 }
        switch surroundings.kind {
        case .elements:
            state = .inFeatures
            scanner.depth = 2
            if let name = surroundings.convertsFrom {
                transform = try options.resolveCRS(name)
                convertsFrom = name
            }
        case .lines, .separatedTexts:
            state = .atText
            textBegins = start
            isLineSequence = surroundings.kind == .lines
            hasSeparators = surroundings.kind == .separatedTexts
            collection.kind = .sequence
        }
    }

    /// Goes on behind features that others have read. The reader stands where `nextStart` has left it, before the
    /// first of them, and its source can be read from any place.
    ///
    /// - Parameters:
    ///   - count: how many they are, at least 1.
    ///   - end: the place right behind the last of them.
    ///   - hadPositions: whether there were positions in them.
    package mutating func skip(_ count: Int, to end: TextPosition, hadPositions: Bool) {
        source.seek(to: end.offset)
        scanner.restart(at: end)
        if state == .inFeatures {
            elementIndex += count - 1
            state = .afterFeature
        } else {
            textIsSingle = true
            state = .afterText
        }
        nextIndex += count
        index = nil
        id = nil
        path = ""
        if hadPositions { hasHandedOver = true }
    }
}

extension JSONScanner {
    /// Goes on at another place, from where the source has been told to give bytes. What is open stays so.
    mutating func restart(at position: TextPosition) {
        cursor = buffer
        end = buffer
        end.pointee = 0
        atEnd = false
        mark = nil
        windowStart = position
        checkpoint = position
    }
}

extension TextPosition {
    /// A place that is counted from here (offsets from the beginning of the text), counted as this one is.
    package func adding(_ later: TextPosition) -> TextPosition {
        TextPosition(
            offset: later.offset, line: line + later.line - 1,
            column: later.line == 1 ? column + later.column - 1 : later.column)
    }
}
