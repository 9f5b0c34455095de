// Files inside a ZIP archive (APPNOTE 6.3), read piece by piece; nothing is ever unpacked onto the disk.
//
// What is read: files that are stored or deflated. What is refused, each with its reason: Zip64, several volumes,
// encryption, other methods of packing. Nothing that the archive says of its sizes is believed.

public import KGeoCore
internal import ZlibKit

/// A file inside an archive.
public struct ZIPEntry: Hashable, Sendable {
    /// Its name with its folders, as the archive has it.
    public var name: String
    /// Its length in bytes as the archive says it, which need not be true.
    public var byteCount: UInt64
    /// What the table says of it.
    let row: ZIPTableRow
}

/// A ZIP archive, open for reading.
public final class ZIPArchive {
    /// How many files an archive may hold.
    public static let entryLimit = 10_000
    /// How many bytes a name may have.
    static let nameLimit = 4_096

    private let file: ArchiveFile
    /// Where the archive begins in the file: something else may stand before it, as in one that unpacks itself.
    private var begins: UInt64 = 0
    /// The files in it, in the order of its table; folders are left out.
    public private(set) var entries: [ZIPEntry] = []

    /// Opens an archive and reads its table.
    ///
    /// - Throws: a problem with code `zip` when the file is no ZIP archive, its table is damaged, it is of a kind
    ///   that is not read, or it holds too many files; with code `input` when it cannot be read.
    public init(path: String) throws(Problem) {
        guard let file = ArchiveFile(path: path) else {
            throw Problem(.input, "the archive cannot be opened").inFile(path)
        }
        self.file = file
        do throws(Problem) { entries = try table() } catch { throw error.inFile(path) }
    }

    // MARK: The table

    /// The record that ends the archive, and where it stands: the last that there is.
    private func end() throws(Problem) -> (end: ZIPEnd, offset: UInt64) {
        let length = min(file.size, UInt64(ZIPEnd.longest))
        let tail = try file.bytes(Int(length), at: file.size - length) ?? []
        for at in stride(from: tail.count - ZIPEnd.length, through: 0, by: -1)
        where tail[at] == 0x50 && tail[at + 1] == 0x4B {
            if let end = ZIPEnd(Array(tail[at..<at + ZIPEnd.length])) {
                return (end, file.size - length + UInt64(at))
            }
        }
        throw Problem(
            .zip, "this is no ZIP archive, or it is damaged", hint: "fetch or export the file again")
    }

    private func table() throws(Problem) -> [ZIPEntry] {
        let (end, endOffset) = try end()
        guard !end.isZip64 else { throw Self.zip64("the archive is") }
        guard !end.isSplit else {
            throw Problem(
                .zip, "the archive is one of several volumes",
                hint: "put them together first: zip -s 0 archive.zip --out whole.zip")
        }
        guard end.fileCount <= Self.entryLimit else {
            throw Problem(.zip, "the archive holds more than \(Self.entryLimit) files")
        }
        guard end.tableOffset + end.tableLength <= endOffset else { throw Self.damaged() }
        begins = endOffset - end.tableLength - end.tableOffset
        var entries: [ZIPEntry] = []
        var at = endOffset - end.tableLength
        for _ in 0..<end.fileCount {
            guard let row = try file.bytes(ZIPTableRow.length, at: at).flatMap(ZIPTableRow.init),
                row.nameLength <= Self.nameLimit,
                let name = try file.bytes(row.nameLength, at: at + UInt64(ZIPTableRow.length))
            else { throw Self.damaged() }
            at += UInt64(ZIPTableRow.length + row.nameLength + row.restLength)
            guard at <= endOffset else { throw Self.damaged() }
            if name.last != UInt8(ascii: "/") {
                entries.append(
                    ZIPEntry(name: String(decoding: name, as: UTF8.self), byteCount: row.length, row: row))
            }
        }
        return entries
    }

    // MARK: Files

    /// Hands the bytes of a file over in pieces.
    ///
    /// - Parameters:
    ///   - limit: how many bytes it may unpack to; counted as they come, whatever the table says.
    ///   - body: takes each piece.
    /// - Throws: a problem with code `zip` for an encrypted or damaged file, or one that unpacks to more than the
    ///   limit; and whatever `body` throws.
    public func read(
        _ entry: ZIPEntry, limit: UInt64,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Void
    ) throws(Problem) {
        let row = entry.row
        guard !row.isZip64 else { throw Self.zip64("\"\(entry.name)\" in the archive is") }
        guard !row.isEncrypted else {
            throw Problem(
                .zip, "\"\(entry.name)\" in the archive is encrypted",
                hint: "unpack it with its password first")
        }
        guard row.method == 0 || row.method == 8 else {
            throw Problem(
                .zip,
                "\"\(entry.name)\" in the archive is packed by method \(row.method), which is not read",
                hint: "unpack it first, or pack it again as an ordinary ZIP archive (deflate)")
        }
        let headerOffset = begins + row.offset
        guard let header = try file.bytes(ZIPHeader.length, at: headerOffset).flatMap(ZIPHeader.init) else {
            throw Self.damaged(entry)
        }
        let data = headerOffset + UInt64(ZIPHeader.length) + header.restLength
        var checksum = CRC32()
        var total: UInt64 = 0
        func give(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
            total += UInt64(bytes.count)
            guard total <= limit else {
                throw Problem(
                    .zip, "\"\(entry.name)\" in the archive unpacks to more than \(limit >> 20) MB",
                    hint: "if that is right, unpack it first and give the file itself")
            }
            guard total <= row.length else { throw Self.damaged(entry) }
            checksum.add(bytes)
            if !bytes.isEmpty { try body(bytes) }
        }
        let isWhole =
            row.method == 0
            ? try stored(row, at: data, give) : try inflated(row, at: data, give)
        guard isWhole, total == row.length, checksum.value == row.checksum else { throw Self.damaged(entry) }
    }

    /// Hands over the packed bytes of a file; false when the archive ends before they do.
    private func stored(
        _ row: ZIPTableRow, at offset: UInt64,
        _ give: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Void
    ) throws(Problem) -> Bool {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        var taken: UInt64 = 0
        while taken < row.packedLength {
            let wanted = Int(min(UInt64(buffer.count), row.packedLength - taken))
            let count = try file.read(
                at: offset + taken, into: UnsafeMutableBufferPointer(rebasing: buffer[..<wanted]))
            if count == 0 { return false }
            taken += UInt64(count)
            try give(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
        return true
    }

    /// Hands over what the packed bytes of a file unpack to; false when they are damaged or end too early.
    private func inflated(
        _ row: ZIPTableRow, at offset: UInt64,
        _ give: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Void
    ) throws(Problem) -> Bool {
        let inflater = try DeflateInflater()
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { output.deallocate() }
        var isDamaged = false
        let isWhole = try stored(row, at: offset) { packed throws(Problem) in
            var rest = packed
            var given = output.count
            // A filled output may not have been all that the input gives.
            while !isDamaged, !inflater.isComplete, !rest.isEmpty || given == output.count {
                guard let step = try inflater.inflate(rest, into: output) else {
                    isDamaged = true
                    return
                }
                given = step.given
                rest = UnsafeBufferPointer(rebasing: rest[step.taken...])
                try give(UnsafeBufferPointer(rebasing: output[..<given]))
            }
        }
        return isWhole && !isDamaged && inflater.isComplete
    }

    // MARK: Messages

    private static func damaged(_ entry: ZIPEntry? = nil) -> Problem {
        Problem(
            .zip, entry.map { "\"\($0.name)\" in the archive is damaged" } ?? "the archive is damaged",
            hint: "fetch or export the file again")
    }

    private static func zip64(_ what: String) -> Problem {
        Problem(
            .zip, "\(what) a Zip64 one, for more than 4 GB or 65,535 files, which is not read",
            hint: "unpack it first and give the file itself")
    }
}

@available(*, unavailable, message: "an archive belongs to the task that reads it; let values travel instead")
extension ZIPArchive: Sendable {}
