// What a bad input is, and what kgeo says to it: one case, and all of them in groups. The tests run every case on
// the built binary, and Docs/Errors.md is written from the same values.

import Testing

/// One kind of bad input with the exact answer to it.
struct ErrorCase: Sendable, CustomTestStringConvertible {
    /// What is wrong, in a few words; unique.
    var title: String
    /// The files that lie in the working folder.
    var files: [File] = []
    /// A line for /bin/sh; `kgeo` is the built binary.
    var command: String
    /// The exit code.
    var exit: Int32
    /// All of standard output: nothing, unless some of the work was done.
    var out = ""
    /// All of standard error.
    var says: String
    /// Files that are there afterwards beside `files`; an error leaves none.
    var leaves: [String] = []
    /// A path without which the case cannot be tried on this system.
    var needs: String?
    /// Whether rights must count, which they do not for the superuser.
    var needsRights = false

    var testDescription: String { title }

    /// A file of a case.
    struct File: Sendable {
        var name: String
        var contents: Contents
    }

    enum Contents: Sendable {
        case text(String)
        case bytes([UInt8])
        case folder
        /// A file whose rights let nobody read it.
        case locked
    }
}

/// Cases that belong together.
struct ErrorGroup: Sendable {
    var title: String
    var cases: [ErrorCase]
}

enum ErrorCases {
    /// All groups, in the order of the document. A command that is added adds its group here.
    static let groups: [ErrorGroup] = [
        files, otherFormats, tables, json, encodings, geojson, coordinates, referenceSystems, topology,
        features,
        header,
        claims, kinds, claimFiles, dates, findings, options, figures, ends, several, outputs, pictures,
        reconstruct, grounds, anywhere,
        buffers, fronts, changes,
        exports, imports, profiles, objects,
    ]

    static let all: [ErrorCase] = groups.flatMap(\.cases)

    /// A scenario of one control area, with claims.
    static func scenario(_ claims: String) -> [ErrorCase.File] {
        map(
            #"""
            {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[\#(claims)]},
            "features":[
            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
            ]}

            """#)
    }

    /// The same scenario without claims, and a file of claims.
    static func withClaims(_ name: String, _ contents: ErrorCase.Contents) -> [ErrorCase.File] {
        [.init(name: name, contents: contents)] + scenario("")
    }

    static func map(_ text: String) -> [ErrorCase.File] {
        [.init(name: "map.geojson", contents: .text(text))]
    }
}
