// What kgeo validate prints: every finding with its place, then a line per file.

package import KGeoCore

/// What is wrong or odd with some files.
package struct ValidateReport: Report {
    /// A file that was gone through.
    package struct File: Sendable {
        fileprivate let path, kind: String
        fileprivate let features, count: Int

        /// A file with its number of features and findings.
        package init(path: String, isScenario: Bool, features: Int, count: Int) {
            self.path = path
            kind = isScenario ? "scenario" : "map"
            self.features = features
            self.count = count
        }
    }

    private let files: [File]
    private let findings: [Notice]

    /// Findings of some files, in the order of the files.
    package init(files: [File], findings: [Notice]) {
        self.files = files
        self.findings = findings
    }

    private static let columns = Columns<Notice>([
        Column("file") { .text($0.problem.place.file) }, Column("severity") { .string($0.severity.rawValue) },
        Column("code") { .string($0.problem.code.rawValue) },
        Column("feature") { .count($0.problem.place.feature) }, Column("id") { .text($0.problem.place.id) },
        Column("part") { .count($0.problem.place.part) }, Column("ring") { .count($0.problem.place.ring) },
        Column("vertex") { .count($0.problem.place.vertex) },
        Column("line") { .count($0.problem.place.line) },
        Column("column") { .count($0.problem.place.column) },
        Column("offset") { .count($0.problem.place.offset) },
        Column("claim") { .text($0.problem.place.claim) },
        Column("property") { .text($0.problem.place.property) },
        Column("message") { .string($0.problem.message) }, Column("hint") { .text($0.problem.hint) },
        Column("path") { .text($0.problem.place.path) },
        .member("coordinate") { .position($0.problem.place.coordinate) },
    ])

    /// A line per finding and per file.
    package func table(on page: inout Page) {
        for notice in findings {
            // As messages on standard error: a line each, which other programs can take up.
            page.exactly("\(notice.severity.rawValue): " + SafeText.escaped(notice.problem.summary))
            if let hint = notice.problem.hint { page.exactly("  hint: " + SafeText.escaped(hint)) }
        }
        for file in files {
            page.exactly(
                "\(SafeText.escaped(file.path)): \(file.kind), \(file.features) \(file.features == 1 ? "feature" : "features"), "
                    + (file.count == 0
                        ? "nothing wrong" : "\(file.count) \(file.count == 1 ? "finding" : "findings")"))
        }
    }

    /// A row per finding.
    package var rows: Rows { Rows(Self.columns, findings) }

    /// What an answer says of the files.
    package var members: JSONObject {
        [
            "valid": .bool(!findings.contains { $0.severity == .error }),
            "files": .array(
                files.map {
                    .object([
                        "path": .string($0.path), "kind": .string($0.kind), "features": .count($0.features),
                    ])
                }), "findings": Self.columns.array(findings),
        ]
    }
}
