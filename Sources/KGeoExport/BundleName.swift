// Names of files made from the names of maps.

/// Makes names that every file system takes.
public enum BundleName {
    /// The most bytes of a name's beginning, so that the rest of it fits beside them.
    private static let longest = 160

    /// What the files of each map begin with: its file's name without folder and ending, letters, digits, dots,
    /// dashes and underscores alone, each once even where capitals do not count.
    public static func unique(for files: [String]) -> [String] {
        var taken: Set<String> = []
        // Of a name that came again the next number to try: all below are taken.
        var numbers: [String: Int] = [:]
        return files.map { file in
            let base = base(of: file)
            var name = base
            var number = numbers[base.lowercased()] ?? 2
            while !taken.insert(name.lowercased()).inserted {
                name = "\(base)-\(number)"
                number += 1
            }
            numbers[base.lowercased()] = number
            return name
        }
    }

    private static func base(of file: String) -> String {
        var name = file.split(separator: "/").last.map(String.init) ?? ""
        for ending in [".geojson", ".geojsonl", ".geojsons", ".json"]
        where name.lowercased().hasSuffix(ending) {
            name.removeLast(ending.count)
            break
        }
        var result = ""
        for scalar in name.unicodeScalars {
            let isFit = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            let next: Unicode.Scalar = isFit || "._-".unicodeScalars.contains(scalar) ? scalar : "-"
            if result.isEmpty, next == "." || next == "-" { continue }
            guard result.utf8.count + String(next).utf8.count <= longest else { break }
            result.unicodeScalars.append(next)
        }
        return result.isEmpty ? "map" : result
    }
}
