// The records of a ZIP archive that lead to its files (APPNOTE 6.3 §4.3): little-endian fields at fixed places.

/// Fields of a record.
struct ZIPFields {
    private let bytes: [UInt8]

    /// A record's bytes; nil when it does not begin with its signature "PK" and these two.
    init?(_ bytes: [UInt8], _ third: UInt8, _ fourth: UInt8) {
        guard bytes.starts(with: [0x50, 0x4B, third, fourth]) else { return nil }
        self.bytes = bytes
    }

    /// The 16 bits at a place.
    func two(_ at: Int) -> UInt16 { UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8 }
    /// The 32 bits at a place.
    func four(_ at: Int) -> UInt32 { UInt32(two(at)) | UInt32(two(at + 2)) << 16 }
}

/// The end of an archive, which says where its table is (§4.3.16).
struct ZIPEnd {
    static let length = 22
    /// A comment may follow it.
    static let longest = length + Int(UInt16.max)

    let fileCount: Int
    let tableLength, tableOffset: UInt64
    /// Whether a number did not fit and stands in a Zip64 record (§4.4.1.4).
    let isZip64: Bool
    /// Whether the archive is one of several that belong together.
    let isSplit: Bool

    init?(_ record: [UInt8]) {
        guard record.count >= Self.length, let fields = ZIPFields(record, 5, 6) else { return nil }
        fileCount = Int(fields.two(10))
        tableLength = UInt64(fields.four(12))
        tableOffset = UInt64(fields.four(16))
        isZip64 = fields.two(10) == .max || fields.four(12) == .max || fields.four(16) == .max
        isSplit = !isZip64 && (fields.two(4) != 0 || fields.two(6) != 0 || fields.two(8) != fields.two(10))
    }
}

/// What the table says of one file (§4.3.12), before its name.
struct ZIPTableRow: Hashable, Sendable {
    static let length = 46

    let isEncrypted: Bool
    let method: UInt16
    let checksum: UInt32
    let packedLength, length: UInt64
    /// How many bytes its name has, and how many further ones follow that.
    let nameLength, restLength: Int
    /// Where its header lies, counted from the beginning of the archive.
    let offset: UInt64
    /// Whether a number did not fit and stands in a Zip64 field.
    let isZip64: Bool

    init?(_ record: [UInt8]) {
        guard record.count == Self.length, let fields = ZIPFields(record, 1, 2) else { return nil }
        isEncrypted = fields.two(8) & 1 == 1
        method = fields.two(10)
        checksum = fields.four(16)
        packedLength = UInt64(fields.four(20))
        length = UInt64(fields.four(24))
        nameLength = Int(fields.two(28))
        restLength = Int(fields.two(30)) + Int(fields.two(32))
        offset = UInt64(fields.four(42))
        isZip64 = [fields.four(20), fields.four(24), fields.four(42)].contains(.max)
    }
}

/// The header before a file's data (§4.3.7); all that is taken from it is where the data begins.
struct ZIPHeader {
    static let length = 30
    /// How many bytes of names and fields follow it before the data.
    let restLength: UInt64

    init?(_ record: [UInt8]) {
        guard record.count == Self.length, let fields = ZIPFields(record, 3, 4) else { return nil }
        restLength = UInt64(fields.two(26)) + UInt64(fields.two(28))
    }
}
