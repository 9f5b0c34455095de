// Some bytes of a file, without the rest of it.

public import KGeoCore

extension ByteSource {
    /// A part of a file as a source of its own: what is compressed in it is unpacked on the way.
    ///
    /// - Parameters:
    ///   - name: what the file is called in problems; the path when left out.
    ///   - offset: the first byte, from 0.
    ///   - count: how many bytes.
    /// - Throws: a problem with code `input` when the file cannot be read or ends before the part does.
    public convenience init(path: String, name: String? = nil, from offset: Int, count: Int) throws(Problem) {
        let file = try OpenFile(path: path, name: name ?? path)
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 1))
        defer { buffer.deallocate() }
        var taken = 0
        while taken < count {
            let more = try file.read(buffer + taken, count: count - taken, at: offset + taken)
            guard more > 0 else {
                throw Problem(
                    .input, "this file ends before byte \(offset + count)",
                    hint: "it may have been cut off, or the index beside it is of another one"
                ).inFile(name ?? path)
            }
            taken += more
        }
        self.init(Array(UnsafeBufferPointer(start: buffer, count: count)), name: name ?? path)
    }
}
