// Which files of a folder are a bundle's, and what was in them: what may be replaced, and what is to be taken away.

internal import KGeoCore
internal import KGeoJSON

/// The list of a bundle's files that lies among them, so that a later bundle replaces those and no other file.
public struct BundleManifest: Hashable, Sendable {
    /// The name of its file.
    public static let fileName = "kgeo-bundle.json"

    /// SHA-256 of each file in hexadecimal, by its name.
    public var digests: [String: String]

    /// The list of some files.
    public init(of files: [BundleFile]) {
        digests = Dictionary(
            files.map { ($0.name, Self.digest(Array($0.text.utf8))) }, uniquingKeysWith: { $1 })
    }

    /// Reads a list; nil for what is none. Names that lead out of the folder are no names of files in it.
    public init?(reading bytes: [UInt8]) {
        guard let value = try? JSONText.value(reading: ByteSource(bytes)),
            let files = value.object?["files"]?.object, value.object?["kgeo_bundle"]?.double == 1
        else { return nil }
        digests = [:]
        for member in files.members {
            guard let digest = member.value.string, Self.isName(member.name) else { return nil }
            digests[member.name] = digest
        }
    }

    /// The list as a file of the bundle.
    public var file: BundleFile {
        let names = digests.keys.sorted()
        let files = JSONObject(names.map { .init($0, .text(digests[$0])) })
        let value: JSONObject = ["kgeo_bundle": .count(1), "files": .object(files)]
        return BundleFile(name: Self.fileName, text: JSONWriter.pretty(.object(value)), featureCount: nil)
    }

    /// Whether the list has a file with these bytes.
    public func holds(_ name: String, _ bytes: [UInt8]) -> Bool { digests[name] == Self.digest(bytes) }

    private static func digest(_ bytes: [UInt8]) -> String {
        var digest = SHA256()
        digest.update(bytes)
        return digest.hexDigest()
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0")
    }
}
