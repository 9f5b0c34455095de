// The folder GeoData and its manifest: what the tests of the reference data share.

import Foundation
import KGeo
import KGeoCore
import KGeoJSON
import KGeoScenario
import TestSupport
import Testing

/// Files of `GeoData`, and what its manifest says of them.
enum GeoDataFolder {
    /// The folder's path; empty without a project root.
    static let path = SharedFolder.projectRoot.map { $0 + "/GeoData/" } ?? ""

    static func bytes(_ name: String) -> [UInt8] { SharedFolder.bytes(of: path + name) ?? [] }

    static func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    /// One resource of the manifest.
    struct Resource: Decodable, CustomTestStringConvertible {
        struct Source: Decodable { let title: String }
        struct Licence: Decodable { let name, title, path: String }
        struct Package: Decodable, Hashable {
            let name, version: String
            let file, sha256: String?
        }
        struct Schema: Decodable {
            struct Field: Decodable { let name, type, description: String }
            let fields: [Field]
            let primaryKey: [String]
        }
        struct Index: Decodable {
            let path, hash: String
            let bytes: Int
        }
        let path, title, description, hash, accuracy: String
        let bytes: Int
        let sources: [Source]
        let licences: [Licence]
        let accuracyMetres: Double?
        let builtFrom: [Package]
        let schema: Schema?
        let index: Index?
        var testDescription: String { path }

        enum CodingKeys: String, CodingKey {
            case path, title, description, hash, bytes, sources, schema
            case licences = "licenses"
            case accuracyMetres = "kgeo:accuracy_m"
            case accuracy = "kgeo:accuracy"
            case builtFrom = "kgeo:built_from"
            case index = "kgeo:index"
        }
    }

    /// The resources of the manifest; empty when it cannot be read.
    static let resources: [Resource] = {
        struct Manifest: Decodable { let resources: [Resource] }
        let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes("datapackage.json")))
        return manifest?.resources ?? []
    }()

    /// The features of a GeoJSON file, by id.
    static func features(_ name: String) throws -> [String: ScenarioFeature] {
        let loaded = try ScenarioLoader.load(ByteSource(bytes(name)))
        return Dictionary(
            loaded.scenario.features.compactMap { feature in feature.id.map { ($0, feature) } }
        ) { first, _ in first }
    }

    /// Python as the tests run it: what it printed, and its exit code.
    static func python(_ arguments: [String]) throws -> (out: String, code: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let out = Pipe()
        process.standardOutput = out
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }

    /// Where the system packages that the folder is built from have their files.
    private static let folders = [
        "qgis-common": "/usr/share/qgis/resources/data/", "unicode-cldr-core": "/usr/share/unicode/cldr/",
    ]

    /// The files of a folder and of those in it, hidden ones left out, sorted.
    static func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
                && !isFolder.boolValue && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.sorted()
    }

    /// What is missing on this machine to build the folder again; nil when nothing is.
    static let missing: String? = {
        let packages = Set(resources.flatMap(\.builtFrom))
        guard !packages.isEmpty else { return "the manifest cannot be read" }
        for package in packages {
            if let expected = package.sha256, let file = package.file {
                let folder = folders[package.name] ?? "/"
                guard let content = SharedFolder.bytes(of: folder + file) else {
                    return "needs the package \(package.name)"
                }
                var digest = SHA256()
                digest.update(content)
                if digest.hexDigest() != expected { return "\(file) is of another version" }
            } else {
                let ask = "import importlib.metadata as m; print(m.version('\(package.name)'))"
                let found = try? python(["-c", ask])
                guard found?.out.trimmingCharacters(in: .whitespacesAndNewlines) == package.version else {
                    return "needs python3 with \(package.name) \(package.version)"
                }
            }
        }
        return nil
    }()
}
