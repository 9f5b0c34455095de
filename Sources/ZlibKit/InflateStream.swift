// zlib's stream for unpacking, owned and never moved; what gzip and plain deflate data share.

internal import CZlib
internal import KGeoCore

/// What one step of unpacking did.
public struct InflateStep: Hashable, Sendable {
    /// Bytes taken from the input and bytes given to the output.
    public var taken, given: Int
}

/// A stream that is being unpacked. It keeps 40 KB, however long the data is.
final class InflateStream {
    /// What zlib says of the data at hand.
    enum Outcome {
        /// There may be more.
        case open
        /// The data has come to its own end.
        case ended
        /// The data breaks a rule of its format; in zlib's words, where it has some.
        case damaged(String?)
    }

    /// zlib keeps a pointer back to its stream, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isOpen = false

    /// - Parameter windowBits: the size of the window and the format, as zlib counts them.
    /// - Throws: a problem with code `input` when there is no memory for it.
    init(windowBits: CInt) throws(Problem) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = inflateInit2_(stream, windowBits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw Self.noMemory }
        isOpen = true
    }

    deinit {
        if isOpen { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    private static var noMemory: Problem {
        Problem(.input, "there is no memory to unpack the data")
    }

    /// Makes ready for data that begins anew. False when zlib cannot.
    func reset() -> Bool { inflateReset(stream) == Z_OK }

    /// Unpacks as much of the input as the output has room for. Takes or gives at least one byte when there is
    /// input and room.
    ///
    /// - Throws: a problem with code `input` when memory runs out.
    func inflate(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(Problem) -> (step: InflateStep, outcome: Outcome) {
        // What does not fit into C's count of bytes comes in the next step.
        let (inputCount, outputCount) = (min(input.count, 1 << 30), min(output.count, 1 << 30))
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = CUnsignedInt(inputCount)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = CUnsignedInt(outputCount)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        let step = InflateStep(
            taken: inputCount - Int(stream.pointee.avail_in),
            given: outputCount - Int(stream.pointee.avail_out))
        switch code {
        case Z_STREAM_END: return (step, .ended)
        case Z_OK, Z_BUF_ERROR: return (step, .open)  // the latter: nothing until there is more input or room
        case Z_MEM_ERROR: throw Self.noMemory
        default: return (step, .damaged(stream.pointee.msg.map { String(cString: $0) }))
        }
    }
}

@available(*, unavailable, message: "a stream that is being unpacked belongs to one task")
extension InflateStream: Sendable {}
