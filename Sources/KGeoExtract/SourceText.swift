// The visible text of an input, and where each of its characters stands in the input as given.

/// Visible text in UTF-8, with a map back to the raw input. Markup is gone, entities are characters.
struct SourceText {
    /// From a character of the visible text on, raw offsets run along with visible ones; or, when `width` is
    /// not 1, this one character stands for `width` raw ones.
    struct Segment: Hashable {
        var visible: Int
        var raw: Int
        var width: Int
    }

    /// The visible text.
    var bytes: [UInt8]
    /// Sorted by `visible`; never empty.
    var segments: [Segment]

    /// Text without any markup.
    init(plain bytes: [UInt8]) {
        self.bytes = bytes
        segments = [Segment(visible: 0, raw: 0, width: 1)]
    }

    init(bytes: [UInt8], segments: [Segment]) {
        self.bytes = bytes
        self.segments = segments.isEmpty ? [Segment(visible: 0, raw: 0, width: 1)] : segments
    }

    private func segment(of visible: Int) -> Segment {
        var low = 0
        var high = segments.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].visible <= visible { low = middle } else { high = middle }
        }
        return segments[low]
    }

    /// Where the visible character at that index begins in the raw input, in code points.
    func rawStart(_ visible: Int) -> Int {
        let segment = segment(of: visible)
        return segment.width == 1 ? segment.raw + (visible - segment.visible) : segment.raw
    }

    /// Where the visible character before that index ends in the raw input, in code points.
    func rawEnd(_ visible: Int) -> Int {
        guard visible > 0 else { return 0 }
        let segment = segment(of: visible - 1)
        return segment.raw + (segment.width == 1 ? visible - segment.visible : segment.width)
    }
}
