// ZIP archives for tests, byte by byte, so that every field is as a test wants it.

/// Makes ZIP archives. Files are stored; packed data is given as it is to be.
public enum ZIPWriter {
    /// A file of an archive, and what may be wrong with it.
    public struct Entry: Sendable {
        var name: String
        var bytes: [UInt8]
        /// Says that it is encrypted.
        public var isEncrypted = false
        /// Says a method of packing; 0 is none.
        public var method: UInt16 = 0
        /// What stands in the archive for the text, packed by the method; the text itself when nil.
        public var packed: [UInt8]?
        /// The length that the table states; that of the text when nil.
        public var statedCount: UInt32?
        /// Gives a checksum that is not its own.
        public var hasWrongChecksum = false

        /// A file that is as it should be.
        public init(_ name: String, _ text: String) {
            self.name = name
            bytes = Array(text.utf8)
        }
    }

    /// The archive's bytes.
    ///
    /// - Parameter stub: what stands before the archive in its file.
    public static func archive(_ entries: [Entry], after stub: [UInt8] = []) -> [UInt8] {
        var (body, table): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let name = Array(entry.name.utf8)
            let data = entry.packed ?? entry.bytes
            let checksum = entry.hasWrongChecksum ? 1 : crc32(entry.bytes)
            let common: [UInt8] =
                two(20) + two(entry.isEncrypted ? 1 : 0) + two(entry.method) + two(0) + two(33)
                + four(checksum) + four(UInt32(data.count))
                + four(entry.statedCount ?? UInt32(entry.bytes.count))
                + two(UInt16(name.count)) + two(0)
            table += [0x50, 0x4B, 1, 2] + two(20) + common
            table += two(0) + two(0) + two(0) + four(0) + four(UInt32(body.count)) + name
            body += [0x50, 0x4B, 3, 4] + common + name + data
        }
        let count = UInt16(entries.count)
        return stub + body + table + [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(count) + two(count)
            + four(UInt32(table.count)) + four(UInt32(body.count)) + two(0)
    }

    private static func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

    private static func four(_ number: UInt32) -> [UInt8] {
        two(UInt16(number & 0xFFFF)) + two(UInt16(number >> 16))
    }

    /// ISO 3309, bit by bit.
    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
