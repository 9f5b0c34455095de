// Small text files in one piece, and any file as bytes.

public import KGeoCore

extension ByteSource {
    /// Everything that is left to read, as text. For claims and tables, not for maps.
    ///
    /// - Throws: a problem when reading fails, the text is not UTF-8, or it is longer than 64 MB.
    public func readText() throws(Problem) -> String {
        let bytes = try readBytes(limit: 64 << 20)
        if let problem = Self.documentProblem(bytes.prefix(8), name: name) { throw problem }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            var place = Problem.Place()
            place.file = name
            place.line = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
            throw Problem(.json, "the text is not UTF-8", at: place, hint: "save the file as UTF-8")
        }
        return text
    }

    /// Everything that is left to read.
    ///
    /// - Parameter limit: how many bytes at most.
    /// - Throws: a problem when reading fails or there is more.
    public func readBytes(limit: Int = .max) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var failure: Problem?
            let count = piece.withUnsafeMutableBufferPointer { buffer in
                do throws(Problem) {
                    return try read(into: buffer)
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            if count == 0 { return bytes }
            bytes += piece[..<count]
            if bytes.count > limit {
                throw Problem(.input, "the file is longer than \(limit >> 20) MB").inFile(name)
            }
        }
    }

    /// What to say of bytes that begin a document of another program and no text: PDF, RTF, or an office file, old or in a ZIP
    /// archive.
    public static func documentProblem(_ head: some Collection<UInt8>, name: String) -> Problem? {
        if head.starts(with: Array("%PDF-".utf8)) {
            return Problem(
                .input, "this is a PDF, not text",
                hint: "pdftotext FILE.pdf FILE.txt (of poppler) writes its text"
            ).inFile(name)
        }
        let office: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Array("{\\rtf".utf8),
        ]
        if office.contains(where: { head.starts(with: $0) }) {
            return Problem(
                .input, "this is an office document or an archive, not text",
                hint: "save it as plain text or HTML, or have pandoc write it as plain text"
            ).inFile(name)
        }
        return nil
    }
}
