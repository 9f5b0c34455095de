// XML as a stream of events, for files from anywhere: no document type, no entities of its own, bounded depth.

internal import CExpat
public import KGeoCore

/// Takes the events of an XML text, in order.
public protocol XMLHandler: AnyObject {
    /// An element begins.
    ///
    /// - Parameters:
    ///   - name: its name without a namespace prefix.
    ///   - attributes: names without prefix and values, in order.
    /// - Throws: a problem, which ends the reading.
    func begin(_ name: String, _ attributes: [(name: String, value: String)]) throws(Problem)
    /// Text inside the element that began last and has not ended, in pieces, as UTF-8.
    ///
    /// - Throws: a problem, which ends the reading.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem)
    /// An element ends.
    ///
    /// - Throws: a problem, which ends the reading.
    func end(_ name: String) throws(Problem)
}

/// Reads an XML text piece by piece, through Expat.
///
/// A document type declaration is refused where it begins: it could declare entities that grow without bound or
/// read other files. Nothing outside the text is ever fetched.
public final class XMLReader {
    /// How deep elements may be nested.
    public static let depthLimit = 200

    private let handler: any XMLHandler
    private let parser: XML_Parser
    private var depth = 0
    private var failure: Problem?

    /// A reader that hands its events to a handler.
    ///
    /// - Parameter encoding: the encoding of the text, whatever it says of itself: UTF-8, UTF-16, or one of a byte a
    ///   character (`windows-1251`, `koi8-r`, `iso-8859-5` …).
    /// - Throws: a problem with code `usage` when the encoding is not known; `internal` when there is no memory.
    public init(_ handler: any XMLHandler, encoding: String? = nil) throws(Problem) {
        if let encoding, !Self.isKnown(encoding) {
            throw Problem(
                .usage, "the encoding \"\(encoding)\" is unknown",
                hint:
                    "known are UTF-8, UTF-16, and those of a byte a character, such as windows-1251 or koi8-r"
            )
        }
        guard let parser = XML_ParserCreate(encoding) else {
            throw Problem(.internal, "no memory for reading XML")
        }
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let user, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue().begin(name, attributes)
            },
            { user, name in
                guard let user, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue().end(name)
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let user, let text, count > 0 else { return }
            Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue().text(text, Int(count))
        }
        XML_SetUnknownEncodingHandler(
            parser,
            { _, name, table in
                guard let name, let table, let half = SingleByteEncoding.upperHalf(String(cString: name))
                else {
                    return 0
                }
                withUnsafeMutableBytes(of: &table.pointee.map) { bytes in
                    let map = bytes.bindMemory(to: Int32.self)
                    for byte in 0..<128 { map[byte] = Int32(byte) }
                    for (i, scalar) in half.unicodeScalars.enumerated() where i < 128 {
                        map[128 + i] = scalar == "\u{FFFD}" ? -1 : Int32(scalar.value)
                    }
                }
                table.pointee.data = nil
                table.pointee.convert = nil
                table.pointee.release = nil
                return 1
            }, nil)
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            guard let user else { return }
            Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue().stop(
                Problem(
                    .xml, "the text has a document type declaration (<!DOCTYPE …>), which is not read",
                    hint: "a map needs none; take it out, or save the map again from the program that made it"
                ))
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Line and column of the event at hand, from 1; the column counts bytes.
    public var place: Problem.Place {
        var place = Problem.Place()
        place.line = Int(XML_GetCurrentLineNumber(parser))
        place.column = Int(XML_GetCurrentColumnNumber(parser)) + 1
        return place
    }

    /// Reads the next bytes.
    ///
    /// - Parameter isLast: whether the text ends with them.
    /// - Throws: a problem with code `xml` where the text is not well-formed, or what the handler has thrown; each
    ///   with line and column.
    public func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(Problem) {
        // Expat counts in 32 bits.
        let most = 1 << 24
        var rest = bytes[...]
        repeat {
            let piece = rest.prefix(most)
            rest = rest.dropFirst(most)
            let last: Int32 = isLast && rest.isEmpty ? 1 : 0
            let status = UnsafeBufferPointer(rebasing: piece).withMemoryRebound(to: CChar.self) { text in
                withExtendedLifetime(self) { XML_Parse(parser, text.baseAddress, Int32(text.count), last) }
            }
            if let failure { throw failure }
            guard status == XML_STATUS_OK else { throw notWellFormed() }
        } while !rest.isEmpty
    }

    /// Whether a text in an encoding can be read: Expat knows the first few itself.
    private static func isKnown(_ encoding: String) -> Bool {
        ["utf-8", "utf-16", "utf-16be", "utf-16le", "us-ascii", "iso-8859-1"].contains(encoding.lowercased())
            || SingleByteEncoding.upperHalf(encoding) != nil
    }

    private func notWellFormed() -> Problem {
        let code = XML_GetErrorCode(parser)
        let words = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
        let remedy: Remedy? =
            switch code {
            case XML_ERROR_UNKNOWN_ENCODING: "save it as UTF-8, or say with \(.encoding) which it is"
            case XML_ERROR_INCORRECT_ENCODING, XML_ERROR_INVALID_TOKEN:
                "the text may be damaged or in another encoding than it says; save it as UTF-8"
            case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR:
                "the file may be cut off; fetch or export it again"
            default: nil
            }
        return Problem(.xml, "the text is not well-formed XML: \(words)", at: place, remedy: remedy)
    }

    private func stop(_ problem: Problem) {
        guard failure == nil else { return }
        let here = place
        failure = problem.located {
            $0.line = $0.line ?? here.line
            $0.column = $0.column ?? here.column
        }
        XML_StopParser(parser, 0)
    }

    private func begin(
        _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard failure == nil else { return }
        depth += 1
        guard depth <= Self.depthLimit else {
            stop(Problem(.xml, "elements are nested more than \(Self.depthLimit) deep"))
            return
        }
        var pairs: [(name: String, value: String)] = []
        var i = 0
        while let attributes, let key = attributes[i], let value = attributes[i + 1] {
            pairs.append((Self.local(key), String(cString: value)))
            i += 2
        }
        do throws(Problem) { try handler.begin(Self.local(name), pairs) } catch { stop(error) }
    }

    private func end(_ name: UnsafePointer<CChar>) {
        guard failure == nil else { return }
        depth -= 1
        do throws(Problem) { try handler.end(Self.local(name)) } catch { stop(error) }
    }

    private func text(_ start: UnsafePointer<CChar>, _ count: Int) {
        guard failure == nil else { return }
        var problem: Problem?
        UnsafeBufferPointer(start: start, count: count).withMemoryRebound(to: UInt8.self) { bytes in
            do throws(Problem) { try handler.text(bytes) } catch { problem = error }
        }
        if let problem { stop(problem) }
    }

    /// A name without its namespace prefix.
    private static func local(_ name: UnsafePointer<CChar>) -> String {
        let whole = String(cString: name)
        return whole.lastIndex(of: ":").map { String(whole[whole.index(after: $0)...]) } ?? whole
    }
}

@available(*, unavailable, message: "a reader belongs to the task that reads; let values travel instead")
extension XMLReader: Sendable {}
