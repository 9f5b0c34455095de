// Small text files in one piece.

public import KGeoCore

extension ByteSource {
    /// Everything that is left to read, as text. For claims and tables, not for maps.
    ///
    /// - Throws: a problem when reading fails, the text is not UTF-8, or it is longer than 64 MB.
    public func readText() throws(Problem) -> String {
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
            if count == 0 { break }
            bytes += piece[..<count]
            if bytes.count > 64 << 20 { throw Problem(.input, "the file is longer than 64 MB").inFile(name) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            var place = Problem.Place()
            place.file = name
            place.line = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
            throw Problem(.json, "the text is not UTF-8", at: place, hint: "save the file as UTF-8")
        }
        return text
    }
}
