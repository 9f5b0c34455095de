// KML files, and KMZ archives that hold one.

public import KGeoCore
public import KGeoJSON
public import KGeoScenario
internal import XMLKit
internal import ZIPKit

/// Reads KML and KMZ.
public enum KMLMap {
    /// How many bytes a KML inside an archive may unpack to.
    public static let unpackedLimit: UInt64 = 512 << 20

    /// Reads a KML file, or the KML of a KMZ archive: `doc.kml`, else the first one in it.
    ///
    /// Placemarks become features: their data, `name`, `description`, `styleUrl`, the names of their folders as
    /// `folder`, and a time stamp or span as `date` and `date_end`. Altitudes are left out.
    ///
    /// - Parameter encoding: the encoding of the text, whatever it says of itself.
    /// - Throws: a problem when the file cannot be read, is no KML, breaks a rule, or says no day.
    public static func read(
        _ source: ByteSource, mapping: PropertyMapping, options: ImportOptions, encoding: String? = nil
    ) throws(Problem) -> ImportedMap {
        var map = ImportedMap(file: source.name, kind: "KML")
        let builder = KMLBuilder()
        do throws(Problem) { try feed(source, builder, encoding, &map) } catch {
            throw error.inFile(source.name)
        }
        for name in builder.passedOver.keys.sorted() {
            let count = builder.passedOver[name] ?? 0
            let hint = name == "NetworkLink" ? Self.linkHint(builder.links) : nil
            map.say(.note, "\(count) <\(name)> \(count == 1 ? "is" : "are") not read", hint: hint)
        }
        guard !builder.features.isEmpty else {
            throw Problem(
                .xml, "there is no placemark in this file",
                remedy: builder.passedOver["NetworkLink"] == nil ? nil : linkHint(builder.links)
            ).inFile(source.name)
        }
        try MappedMap.understand(
            GeoJSONDocument(features: builder.features), mapping, options, &map)
        return map
    }

    /// What to do about maps that a file does not hold but links to.
    private static func linkHint(_ links: [String]) -> Remedy {
        guard let first = links.first else {
            return "nothing is fetched; save what it links to and import that"
        }
        let more = links.count > 1 ? " and \(links.count - 1) more" : ""
        return
            "it links to \(SafeText.shortened(first, to: 300))\(more); nothing is fetched: save that and import it"
    }

    private static func feed(
        _ source: ByteSource, _ builder: KMLBuilder, _ encoding: String?, _ map: inout ImportedMap
    ) throws(Problem) {
        let reader = try XMLReader(builder, encoding: encoding)
        builder.place = { [unowned reader] in reader.place }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var filled = try fill(source, &buffer)
        guard filled > 0 else { throw Problem(.xml, "the file is empty") }
        if buffer[..<filled].starts(with: [0x50, 0x4B, 3, 4]) {
            guard source.name != "-" else {
                throw Problem(
                    .zip, "a KMZ archive cannot be read from standard input", hint: "give it as a file")
            }
            map.kind = "KMZ"
            try unpack(source.name, into: reader, &map)
            return
        }
        while true {
            let next = buffer.withUnsafeBufferPointer { bytes -> Problem? in
                do throws(Problem) {
                    try reader.read(UnsafeBufferPointer(rebasing: bytes[..<filled]), isLast: filled == 0)
                    return nil
                } catch { return error }
            }
            if let next { throw next }
            if filled == 0 { return }
            filled = try fill(source, &buffer)
        }
    }

    /// Fills the buffer from the source, as far as there is anything left.
    private static func fill(_ source: ByteSource, _ buffer: inout [UInt8]) throws(Problem) -> Int {
        var (filled, failure) = (0, Problem?.none)
        buffer.withUnsafeMutableBufferPointer { bytes in
            do throws(Problem) {
                while filled < bytes.count {
                    let count = try source.read(
                        into: UnsafeMutableBufferPointer(rebasing: bytes[filled...]))
                    if count == 0 { break }
                    filled += count
                }
            } catch { failure = error }
        }
        if let failure { throw failure }
        return filled
    }

    private static func unpack(
        _ path: String, into reader: XMLReader, _ map: inout ImportedMap
    ) throws(Problem) {
        let archive = try ZIPArchive(path: path)
        let maps = archive.entries.filter { $0.name.lowercased().hasSuffix(".kml") }
        guard let entry = maps.first(where: { $0.name == "doc.kml" }) ?? maps.first else {
            let names = archive.entries.prefix(6).map(\.name).joined(separator: ", ")
            throw Problem(
                .zip, "there is no KML in this archive",
                hint: names.isEmpty ? "it holds no file" : "it holds \(names)")
        }
        if maps.count > 1 {
            map.say(
                .note, "of \(maps.count) KML files in the archive \"\(entry.name)\" is read",
                hint: "unpack it to import the others")
        }
        do throws(Problem) {
            try archive.read(entry, limit: unpackedLimit) { bytes throws(Problem) in
                try reader.read(bytes, isLast: false)
            }
            try reader.read(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
        } catch {
            throw error
        }
    }
}
