// Which PROJ strings are let through to PROJ.

internal import KGeoCore

/// The check of PROJ strings.
enum ProjString {
    /// The string with its parameters parted by single spaces, each beginning with `+`.
    /// - Throws: a problem `crs` that names the part that is refused.
    static func checked(_ text: String) throws(Problem) -> String {
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Problem(.crs, "a PROJ string is plain ASCII text on one line")
        }
        guard text.utf8.count <= 1_000 else {
            throw Problem(.crs, "a PROJ string of more than 1000 characters is not accepted")
        }
        var names: Set<String> = []
        var parameters: [String] = []
        for word in text.split(separator: " ") {
            let parameter = word.hasPrefix("+") ? word.dropFirst() : word
            let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            let value = parts.count == 2 ? String(parts[1]) : ""
            try check(name: name.lowercased(), value: value.lowercased(), word: String(word))
            if name == "type" { continue }
            names.insert(name)
            parameters.append("+" + parameter)
        }
        guard names.contains("proj") else {
            throw Problem(.crs, "a PROJ string must name a projection, as in +proj=laea")
        }
        return parameters.joined(separator: " ")
    }

    private static func check(name: String, value: String, word: String) throws(Problem) {
        let reason: String? =
            switch name {
            case "": "it has no name"
            case "init": "it reads definitions from a file"
            case "step", "inv": "it belongs to a pipeline, which is no coordinate reference system"
            case "proj" where value == "pipeline": "a pipeline is no coordinate reference system"
            case "type" where value != "crs": "the only type is crs"
            case _ where name.contains("grid"): "it reads a grid from a file"
            case "file", "model", "catalog", "date", "shapefile": "it reads a file"
            case _ where value.contains("@"): "it names a file"
            case _ where word.contains("\"") || word.contains("\\"): "quotes are not accepted"
            default: nil
            }
        if let reason {
            throw Problem(.crs, "\"\(word)\" is not accepted in a PROJ string: \(reason)")
        }
    }
}
