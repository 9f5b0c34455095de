// Files inside a ZIP archive, read piece by piece through minizip; nothing is ever unpacked onto the disk.

internal import CMinizip
public import KGeoCore

/// A file inside an archive.
public struct ZIPEntry: Hashable, Sendable {
    /// Its name with its folders, as the archive has it.
    public var name: String
    /// Its length in bytes as the archive says it, which need not be true.
    public var byteCount: UInt64
    /// Its place in the archive, from 0.
    var number: Int
}

/// A ZIP archive, open for reading.
public final class ZIPArchive {
    /// How many files an archive may hold.
    public static let entryLimit = 10_000

    private let file: unzFile
    /// The files in it, in the order of its table; folders are left out.
    public private(set) var entries: [ZIPEntry] = []

    /// Opens an archive and reads its table.
    ///
    /// - Throws: a problem with code `zip` when the file is no ZIP archive, its table is damaged, or it holds too
    ///   many files.
    public init(path: String) throws(Problem) {
        guard let file = path.withCString({ unzOpen64($0) }) else {
            throw Problem(
                .zip, "this is no ZIP archive, or it is damaged", hint: "fetch or export the file again"
            ).inFile(path)
        }
        self.file = file
        do throws(Problem) { entries = try table() } catch { throw error.inFile(path) }
    }

    deinit { unzClose(file) }

    private func table() throws(Problem) -> [ZIPEntry] {
        var entries: [ZIPEntry] = []
        var number = 0
        var status = unzGoToFirstFile(file)
        while status == UNZ_OK {
            guard number < Self.entryLimit else {
                throw Problem(.zip, "the archive holds more than \(Self.entryLimit) files")
            }
            var information = unz_file_info64()
            var name = [CChar](repeating: 0, count: 4_096)
            guard
                unzGetCurrentFileInfo64(file, &information, &name, UInt(name.count - 1), nil, 0, nil, 0)
                    == UNZ_OK
            else { throw Self.damaged() }
            let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            if bytes.last != UInt8(ascii: "/") {
                entries.append(
                    ZIPEntry(
                        name: String(decoding: bytes, as: UTF8.self),
                        byteCount: UInt64(information.uncompressed_size), number: number))
            }
            number += 1
            status = unzGoToNextFile(file)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else { throw Self.damaged() }
        return entries
    }

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
        guard unzGoToFirstFile(file) == UNZ_OK else { throw Self.damaged(entry) }
        for _ in 0..<entry.number {
            guard unzGoToNextFile(file) == UNZ_OK else { throw Self.damaged(entry) }
        }
        var information = unz_file_info64()
        guard unzGetCurrentFileInfo64(file, &information, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
            throw Self.damaged(entry)
        }
        guard information.flag & 1 == 0 else {
            throw Problem(
                .zip, "\"\(entry.name)\" in the archive is encrypted",
                hint: "unpack it with its password first")
        }
        guard information.compression_method == 0 || information.compression_method == 8 else {
            throw Problem(
                .zip,
                "\"\(entry.name)\" in the archive is packed by method \(information.compression_method), which is not read",
                hint: "unpack it first, or pack it again as an ordinary ZIP archive (deflate)")
        }
        guard unzOpenCurrentFile(file) == UNZ_OK else { throw Self.damaged(entry) }
        var isOpen = true
        defer { if isOpen { unzCloseCurrentFile(file) } }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var total: UInt64 = 0
        while true {
            let count = unzReadCurrentFile(file, &piece, UInt32(piece.count))
            guard count >= 0 else { throw Self.damaged(entry) }
            if count == 0 { break }
            total += UInt64(count)
            guard total <= limit else {
                throw Problem(
                    .zip, "\"\(entry.name)\" in the archive unpacks to more than \(limit >> 20) MB",
                    hint: "if that is right, unpack it first and give the file itself")
            }
            var failure: Problem?
            piece.withUnsafeBufferPointer { bytes in
                do throws(Problem) {
                    try body(UnsafeBufferPointer(rebasing: bytes[..<Int(count)]))
                } catch { failure = error }
            }
            if let failure { throw failure }
        }
        isOpen = false
        // The checksum is compared when the file is closed.
        guard unzCloseCurrentFile(file) == UNZ_OK else { throw Self.damaged(entry) }
    }

    private static func damaged(_ entry: ZIPEntry? = nil) -> Problem {
        Problem(
            .zip, entry.map { "\"\($0.name)\" in the archive is damaged" } ?? "the archive is damaged",
            hint: "fetch or export the file again")
    }
}

@available(*, unavailable, message: "an archive belongs to the task that reads it; let values travel instead")
extension ZIPArchive: Sendable {}
