// Small maps for runs of the binary. Squares of known size on the equator and elsewhere.

enum Samples {
    static func square(_ x: Double, _ y: Double, _ size: Double) -> String {
        "[[\(x),\(y)],[\(x + size),\(y)],[\(x + size),\(y + size)],[\(x),\(y + size)],[\(x),\(y)]]"
    }

    static func feature(_ ring: String, _ properties: String = "{}", id: String? = nil) -> String {
        let id = id.map { "\"id\":\"\($0)\"," } ?? ""
        return
            "{\"type\":\"Feature\",\(id)\"properties\":\(properties),\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
    }

    static func collection(_ features: [String], _ members: String = "") -> String {
        "{\"type\":\"FeatureCollection\",\(members)\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
    }

    /// One degree square at 50° N: about 7,970 km².
    static let oneSquare = collection([feature(square(30, 50, 1), "{\"name\":\"a\"}", id: "a")])

    /// Controlled and contested ground side by side, with a date.
    static let mapped = collection([
        feature(
            square(35, 51, 0.2), "{\"state\":\"held\",\"day\":\"2024-08-21\",\"who\":\"North\"}", id: "h"),
        feature(
            square(35.2, 51, 0.1), "{\"state\":\"grey\",\"day\":\"2024-08-21\",\"who\":\"North\"}", id: "g"),
    ])

    static let mapping = [
        "--status-property", "state", "--controlled", "held", "--contested", "grey", "--date-property", "day",
        "--holder-property", "who",
    ]

    static func scenario(_ claims: String, features: [String]? = nil) -> String {
        collection(
            features ?? [
                feature(
                    square(35, 51, 0.2),
                    "{\"role\":\"control\",\"status\":\"controlled\",\"holder\":\"North\",\"date\":\"2024-08-21\"}",
                    id: "h"),
                feature(
                    square(35.2, 51, 0.1),
                    "{\"role\":\"control\",\"status\":\"contested\",\"holder\":\"North\",\"date\":\"2024-08-21\"}",
                    id: "g"),
            ], "\"kgeo\":{\"schema\":1,\"claims\":[\(claims)]},")
    }
}
