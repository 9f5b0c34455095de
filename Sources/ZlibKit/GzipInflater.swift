// gzip (RFC 1952) to plain bytes, piece by piece, through zlib.

public import KGeoCore

/// Unpacks a gzip stream that arrives in pieces. Several members one after another are one stream, as for gunzip.
/// It keeps 40 KB, however long the stream is.
public final class GzipInflater {
    private let stream: InflateStream
    /// Whether the stream may end here: a member is complete, and no other has begun.
    public private(set) var isComplete = false

    /// The bytes with which every gzip member begins.
    public static let magic: [UInt8] = [0x1F, 0x8B]

    /// Ready for the first byte of a stream.
    ///
    /// - Throws: a problem with code `input` when there is no memory for it.
    public init() throws(Problem) {
        // 15 bits of window, the largest there is, and 16 for the gzip format with its checks.
        stream = try InflateStream(windowBits: 15 + 16)
    }

    /// Unpacks as much of the input as the output has room for. Takes or gives at least one byte when there is
    /// input and room. An output that was filled may not have been all there was: then more may come of no input.
    ///
    /// - Throws: a problem with code `gzip` when the data is damaged: no gzip, a wrong checksum or length, or
    ///   something else behind the last member.
    public func inflate(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(Problem) -> InflateStep {
        if isComplete {
            guard let first = input.first else { return InflateStep(taken: 0, given: 0) }
            guard first == Self.magic[0] else {
                throw Problem(
                    .gzip, "something that is not compressed follows the gzip data",
                    hint: "the file may have been put together wrongly; fetch or compress it again")
            }
            guard stream.reset() else { throw damaged(nil) }
            isComplete = false
        }
        let (step, outcome) = try stream.inflate(input, into: output)
        switch outcome {
        case .open: break
        case .ended: isComplete = true
        case .damaged(let words): throw damaged(words)
        }
        return step
    }

    /// The problem that the input has ended although `isComplete` is false.
    public static var truncated: Problem {
        Problem(
            .gzip, "the gzip data ends before its end",
            hint: "the file may have been cut off; fetch or compress it again")
    }

    private func damaged(_ words: String?) -> Problem {
        Problem(
            .gzip, "the gzip data is damaged" + (words.map { ": " + $0 } ?? ""),
            hint: "gzip -t FILE tests it; fetch or compress it again")
    }
}

@available(*, unavailable, message: "a stream that is being unpacked belongs to one task")
extension GzipInflater: Sendable {}
