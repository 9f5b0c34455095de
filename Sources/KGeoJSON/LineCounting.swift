// Counting lines and characters, eight bytes at a time: every byte of a file passes here.

extension UnsafeRawBufferPointer {
    /// How many line feeds there are, and how many characters of UTF-8 begin.
    func linesAndCharacters() -> (lines: Int, characters: Int) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let words = count / 8
        var (others, continuations, left) = (0, 0, words)
        var next = baseAddress
        while left > 0, let start = next {
            // Each byte of a word is a counter; it holds at most 255.
            let some = Swift.min(255, left)
            var (otherBytes, continuationBytes): (UInt64, UInt64) = (0, 0)
            for i in 0..<some {
                let word = (start + i &* 8).loadUnaligned(as: UInt64.self)
                // The high bit of each byte that is no line feed.
                let difference = word ^ (ones &* 0x0A)
                let isOther = ((difference & (ones &* 0x7F)) &+ (ones &* 0x7F)) | difference
                otherBytes &+= (isOther &>> 7) & ones
                // 10xxxxxx goes on with a character.
                continuationBytes &+= (word &>> 7) & ~(word &>> 6) & ones
            }
            others += otherBytes.sumOfBytes
            continuations += continuationBytes.sumOfBytes
            left -= some
            next = start + some * 8
        }
        var lines = 8 * words - others
        for byte in self[(8 * words)...] {
            if byte == 0x0A { lines += 1 }
            if byte & 0xC0 == 0x80 { continuations += 1 }
        }
        return (lines, count - continuations)
    }
}

extension UInt64 {
    /// The sum of the eight bytes.
    fileprivate var sumOfBytes: Int {
        let mask: UInt64 = 0x00FF_00FF_00FF_00FF
        let pairs = (self & mask) &+ ((self &>> 8) & mask)
        return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
}
