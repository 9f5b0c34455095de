// gzip (RFC 1952) to plain bytes, piece by piece, through zlib.

internal import CZlib
public import KGeoCore

/// Unpacks a gzip stream that arrives in pieces. Several members one after another are one stream, as for gunzip.
/// It keeps 40 KB, however long the stream is.
public final class GzipInflater {
    /// What one step did.
    public struct Step: Hashable, Sendable {
        /// Bytes taken from the input and bytes given to the output.
        public var taken, given: Int
    }

    /// zlib keeps a pointer back to its stream, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isOpen = false
    /// Whether the stream may end here: a member is complete, and no other has begun.
    public private(set) var isComplete = false

    /// The bytes with which every gzip member begins.
    public static let magic: [UInt8] = [0x1F, 0x8B]

    /// Ready for the first byte of a stream.
    ///
    /// - Throws: a problem with code `input` when there is no memory for it.
    public init() throws(Problem) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, the largest there is, and 16 for the gzip format with its checks.
        let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw failure(code) }
        isOpen = true
    }

    deinit {
        if isOpen { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Unpacks as much of the input as the output has room for. Takes or gives at least one byte when there is
    /// input and room. An output that was filled may not have been all there was: then more may come of no input.
    ///
    /// - Throws: a problem with code `gzip` when the data is damaged: no gzip, a wrong checksum or length, or
    ///   something else behind the last member.
    public func inflate(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(Problem) -> Step {
        if isComplete {
            guard let first = input.first else { return Step(taken: 0, given: 0) }
            guard first == Self.magic[0] else {
                throw Problem(
                    .gzip, "something that is not compressed follows the gzip data",
                    hint: "the file may have been put together wrongly; fetch or compress it again")
            }
            let code = inflateReset(stream)
            guard code == Z_OK else { throw failure(code) }
            isComplete = false
        }
        // What does not fit into C's count of bytes comes in the next step.
        let (inputCount, outputCount) = (min(input.count, 1 << 30), min(output.count, 1 << 30))
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = CUnsignedInt(inputCount)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = CUnsignedInt(outputCount)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        let step = Step(
            taken: inputCount - Int(stream.pointee.avail_in),
            given: outputCount - Int(stream.pointee.avail_out))
        switch code {
        case Z_STREAM_END: isComplete = true
        case Z_OK, Z_BUF_ERROR: break  // the latter: nothing can be done until there is more input or room
        default: throw failure(code)
        }
        return step
    }

    /// The problem that the input has ended although `isComplete` is false.
    public static var truncated: Problem {
        Problem(
            .gzip, "the gzip data ends before its end",
            hint: "the file may have been cut off; fetch or compress it again")
    }

    private func failure(_ code: CInt) -> Problem {
        if code == Z_MEM_ERROR { return Problem(.input, "there is no memory to unpack the gzip data") }
        let detail = stream.pointee.msg.map { ": " + String(cString: $0) } ?? ""
        return Problem(
            .gzip, "the gzip data is damaged\(detail)",
            hint: "gzip -t FILE tests it; fetch or compress it again")
    }
}

@available(*, unavailable, message: "a stream that is being unpacked belongs to one task")
extension GzipInflater: Sendable {}
