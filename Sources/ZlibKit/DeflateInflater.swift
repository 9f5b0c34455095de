// Plain deflate data (RFC 1951), as it lies in ZIP archives, and the checksum that goes with it; through zlib.

internal import CZlib
public import KGeoCore

/// Unpacks deflate data that arrives in pieces.
public final class DeflateInflater {
    private let stream: InflateStream
    /// Whether the data has come to its own end.
    public private(set) var isComplete = false

    /// Ready for the first byte.
    ///
    /// - Throws: a problem with code `input` when there is no memory for it.
    public init() throws(Problem) {
        // 15 bits of window, the largest there is; negative for data without a header.
        stream = try InflateStream(windowBits: -15)
    }

    /// Unpacks as much of the input as the output has room for; nothing once the data is complete. Takes or gives
    /// at least one byte when there is input and room.
    ///
    /// - Returns: what was done; nil when the data is damaged.
    /// - Throws: a problem with code `input` when memory runs out.
    public func inflate(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(Problem) -> InflateStep? {
        if isComplete { return InflateStep(taken: 0, given: 0) }
        let (step, outcome) = try stream.inflate(input, into: output)
        switch outcome {
        case .open: break
        case .ended: isComplete = true
        case .damaged: return nil
        }
        return step
    }
}

@available(*, unavailable, message: "data that is being unpacked belongs to one task")
extension DeflateInflater: Sendable {}

/// The checksum of ZIP and gzip (CRC-32 of ISO 3309).
public struct CRC32: Hashable, Sendable {
    /// The checksum of the bytes so far; 0 of none.
    public private(set) var value: UInt32 = 0

    /// Of no bytes yet.
    public init() {}

    /// Takes further bytes in.
    public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        value = UInt32(truncatingIfNeeded: crc32_z(CUnsignedLong(value), start, bytes.count))
    }
}
