// XML as events, and what is refused: document types, entities without end, depth, broken text.

import KGeoCore
import Testing
import XMLKit

private final class Recorder: XMLHandler {
    var events: [String] = []
    func begin(_ name: String, _ attributes: [(name: String, value: String)]) throws(Problem) {
        if name == "stop" { throw Problem(.xml, "stopped") }
        events.append("<" + ([name] + attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " "))
    }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
        events.append(String(decoding: bytes, as: UTF8.self))
    }
    func end(_ name: String) throws(Problem) { events.append(">" + name) }
}

/// Reads a text in pieces of a size.
private func read(_ text: String, pieces: Int = .max) throws(Problem) -> [String] {
    let recorder = Recorder()
    let reader = try XMLReader(recorder)
    let bytes = Array(text.utf8)
    var at = 0
    repeat {
        let end = pieces == .max ? bytes.count : min(bytes.count, at + pieces)
        var failure: Problem?
        bytes.withUnsafeBufferPointer { all in
            do throws(Problem) {
                try reader.read(UnsafeBufferPointer(rebasing: all[at..<end]), isLast: end == bytes.count)
            } catch { failure = error }
        }
        if let failure { throw failure }
        at = end
    } while at < bytes.count
    return recorder.events
}

@Suite struct XMLReadingTests {
    @Test(arguments: [1, 3, .max]) func givesEvents(pieces: Int) throws {
        let text = "<?xml version='1.0'?><k:a xmlns:k='u' k:n='1 &amp; 2'><b>x</b><c/></k:a>"
        let events = try read(text, pieces: pieces)
        #expect(events == ["<a k=u n=1 & 2", "<b", "x", ">b", "<c", ">c", ">a"])
    }

    @Test func refusesADocumentType() {
        let bomb = """
            <!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>
            <a>&y;</a>
            """
        let outside = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
        for text in [bomb, outside, "<!DOCTYPE html><html/>"] {
            let problem = #expect(throws: Problem.self) { try read(text) }
            #expect(problem?.message.contains("document type declaration") == true)
            #expect(problem?.place.line == 1)
        }
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try read(nested(XMLReader.depthLimit)).count == 2 * XMLReader.depthLimit)
        let problem = #expect(throws: Problem.self) { try read(nested(XMLReader.depthLimit + 1)) }
        #expect(problem?.message.contains("nested more than") == true)
    }

    @Test(arguments: ["", "<a>", "<a></b>", "<a>&nothing;</a>", "<a>\u{0}</a>", "text"])
    func brokenTextHasAPlace(text: String) {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.code == .xml && problem?.message.contains("not well-formed") == true)
        #expect(problem?.place.line != nil && problem?.place.column != nil)
    }

    @Test func aHandlerEndsTheReading() {
        let problem = #expect(throws: Problem.self) { try read("<a>\n<stop/><b/></a>") }
        #expect(problem?.message == "stopped" && problem?.place.line == 2 && problem?.place.column == 1)
    }
}
