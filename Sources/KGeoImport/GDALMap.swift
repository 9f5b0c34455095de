// Shapefiles, GeoPackages and FlatGeobuf files through GDAL's own programs, where they are installed.

public import KGeoCore
internal import KGeoJSON
public import KGeoScenario
internal import SystemC

/// Reads maps that GDAL turns into GeoJSON.
public enum GDALMap {
    /// Reads one layer of a file.
    ///
    /// - Parameters:
    ///   - path: a Shapefile (`.shp`), GeoPackage or FlatGeobuf file. Nothing else is handed to GDAL: some of its
    ///     formats fetch things from elsewhere.
    ///   - layer: which one, where the file has several.
    ///   - crs: the system that the file does not name itself, `EPSG:n`.
    ///   - encoding: that of the texts beside a Shapefile, as GDAL calls it (`CP1251`), where no file says it.
    ///   - folder: a folder of one's own for files in between; they are removed.
    /// - Throws: a problem when GDAL is not installed or fails (with its words), the layer is not clear, or as for
    ///   any map.
    public static func read(
        path: String, layer: String?, crs: String?, encoding: String? = nil, mapping: PropertyMapping,
        options: ImportOptions, folder: String
    ) throws(Problem) -> ImportedMap {
        let kind = try kind(of: path)
        try check(encoding, kind, path)
        var map = ImportedMap(file: path, kind: kind)
        do throws(Problem) {
            let output = folder + "/layer.geojsonl"
            defer { unlink(FileName.bytes(output)) }
            var arguments = ["-t_srs", "EPSG:4326"]
            if let crs { arguments += ["-s_srs", crs] }
            if let words = try convert(
                path, layer: layer, encoding: encoding, arguments, to: output, folder)
            {
                map.say(.note, "GDAL says: \(words)")
            }
            var document = try converted(output, encoding, &map)
            plainDates(&document, mapping)
            if kind == "Shapefile" { ShapefileRings.arrange(&document, &map) }
            try MappedMap.understand(document, mapping, options, &map)
        } catch { throw error.located { $0.file = path } }
        map.notices = map.notices.map { notice in
            Notice(notice.severity, notice.problem.located { $0.file = path })
        }
        return map
    }

    /// Turns one layer of a file into GeoJSON, a feature a line.
    ///
    /// - Parameter systems: which reference systems GDAL takes and gives.
    /// - Returns: what GDAL had to say about it, if anything.
    static func convert(
        _ path: String, layer: String?, encoding: String?, _ systems: [String], to output: String,
        _ folder: String
    ) throws(Problem) -> String? {
        let layers = try layers(of: path, folder)
        if let layer {
            guard layers.contains(layer) else {
                throw Problem(
                    .input, "there is no layer \"\(layer)\" in this file",
                    hint: "its layers: " + layers.joined(separator: ", "))
            }
        } else if layers.count > 1 {
            throw Problem(
                .usage, "which of the \(layers.count) layers of this file is meant?",
                remedy: "choose one with \(.layer): \(layers.joined(separator: ", "))")
        }
        guard let layer = layer ?? layers.first else {
            throw Problem(.input, "there is no layer in this file")
        }
        var arguments = ["-f", "GeoJSONSeq"] + systems + ["-dim", "XY"]
        if let encoding { arguments += ["-oo", "ENCODING=\(encoding)"] }
        // GeoJSON has no type for days; they come as text.
        arguments += ["-mapFieldType", "Date=String,DateTime=String"]
        // Sixteen digits behind the point keep every double.
        arguments += ["-lco", "COORDINATE_PRECISION=16", output, local(path), layer]
        let run = try ExternalProgram.run("ogr2ogr", arguments, folder)
        guard run.code == 0 else { throw failure("ogr2ogr", run, remedy: systemHint(run.said)) }
        return words(run.said)
    }

    /// The map that GDAL has written.
    private static func converted(
        _ path: String, _ encoding: String?, _ map: inout ImportedMap
    ) throws(Problem) -> GeoJSONDocument {
        let source = try ByteSource(path: path)
        do throws(Problem) {
            return try map.document(reading: source, ReaderOptions(keepsProperties: true))
        } catch {
            var problem = error
            if map.kind == "Shapefile", problem.message.contains("not UTF-8") {
                // GDAL hands on what it cannot turn into UTF-8, and says nothing.
                problem.wording =
                    encoding.map { "GDAL does not know the encoding \($0), or the texts are in another" }
                    ?? "the texts beside this Shapefile are not UTF-8"
                problem.remedy =
                    "say which they are: \(.encoding) CP1251 for Cyrillic of Windows, or a file .cpg beside it that names it"
            }
            // A place in the converted file means nothing to the user, who has never seen it.
            throw problem.located {
                $0.file = nil
                ($0.line, $0.column, $0.offset, $0.path) = (nil, nil, nil, nil)
            }
        }
    }

    /// The name of an encoding is handed to GDAL among other words.
    static func check(_ encoding: String?, _ kind: String, _ path: String) throws(Problem) {
        guard let encoding else { return }
        guard kind == "Shapefile" else {
            throw Problem(
                .usage, saying: "\(.encoding) speaks of Shapefiles; the texts of a \(kind) file are UTF-8"
            ).inFile(path)
        }
        let isName = encoding.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0 & 0xDF) || "-_.:".utf8.contains($0)
        }
        guard isName, (1...40).contains(encoding.utf8.count) else {
            throw Problem(
                .usage, saying: "\(.encoding) \(encoding) is no name of an encoding",
                remedy: "it is such as CP1251, KOI8-R or ISO-8859-5")
        }
    }

    /// GDAL writes a column of days as `2024/08/21`.
    private static func plainDates(_ document: inout GeoJSONDocument, _ mapping: PropertyMapping) {
        let names = [mapping.dateProperty, "date", "date_end"].compactMap(\.self)
        for i in document.features.indices {
            for name in names {
                guard let text = document.features[i].record.properties?[name]?.string,
                    text.count >= 10,
                    case let day = String(text.prefix(10)).split(separator: "/").joined(separator: "-"),
                    CalendarDate(iso: day) != nil
                else { continue }
                document.features[i].record.properties?[name] = .string(day)
            }
        }
    }

    /// What a file is, by its first bytes.
    static func kind(of path: String) throws(Problem) -> String {
        if let kind = kind(by: try ByteSource(path: path).peek(16)) {
            guard kind != "Shapefile" || path.lowercased().hasSuffix(".shp") else {
                throw Problem(
                    .input, "this is a part of a Shapefile, not the one that GDAL opens",
                    hint: "give the file that ends in .shp, with its .shx, .dbf and .prj beside it"
                ).inFile(path)
            }
            return kind
        }
        throw Problem(
            .input, "this is no Shapefile (.shp), GeoPackage or FlatGeobuf file",
            remedy:
                "\(.importGeoJSON) and \(.importKML) read those; convert others first: ogr2ogr -t_srs EPSG:4326 map.geojson FILE"
        ).inFile(path)
    }

    /// What a file that begins with these bytes is; nil for none of the formats that are handed to GDAL.
    static func kind(by head: [UInt8]) -> String? {
        if head.starts(with: [0, 0, 0x27, 0x0A]) { return "Shapefile" }
        if head.starts(with: "SQLite format 3\0".utf8) { return "GeoPackage" }
        return head.starts(with: "fgb".utf8) ? "FlatGeobuf" : nil
    }

    private static func layers(of path: String, _ folder: String) throws(Problem) -> [String] {
        let run = try ExternalProgram.run("ogrinfo", ["-ro", "-q", local(path)], folder)
        guard run.code == 0 else {
            throw failure("ogrinfo", run, remedy: "the file may be damaged; fetch or export it again")
        }
        // "1: sumy (Multi Polygon)"
        return run.out.split(separator: "\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":"), Int(line[..<colon]) != nil else { return nil }
            var name = line[line.index(after: colon)...].drop { $0 == " " }
            if name.last == ")", let open = name.lastIndex(of: "(") {
                name = name[..<open]
                while name.last == " " { name.removeLast() }
            }
            return String(name)
        }
    }

    /// A path that cannot be taken for an option or for one of GDAL's ways to name things elsewhere.
    private static func local(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    private static func systemHint(_ said: String) -> Remedy? {
        said.contains("-s_srs")
            ? "a Shapefile names its system in the .prj beside it; \(.referenceSystem) EPSG:n says it" : nil
    }

    /// What a program said, on one line; when it speaks of errors, those alone.
    private static func words(_ said: String) -> String? {
        var sentences: [String] = []
        for line in said.split(separator: "\n") {
            // A message may go over several lines.
            if sentences.isEmpty || line.hasPrefix("ERROR") || line.hasPrefix("Warning") {
                sentences.append(String(line))
            } else {
                sentences[sentences.count - 1] += " " + line
            }
        }
        let errors = sentences.filter { $0.hasPrefix("ERROR") }
        let words = (errors.isEmpty ? sentences : errors).prefix(4).joined(separator: "; ")
        return words.isEmpty ? nil : words
    }

    private static func failure(_ name: String, _ run: ExternalProgram.Run, remedy: Remedy?) -> Problem {
        Problem(
            .program,
            words(run.said).map { "GDAL cannot read it: \($0)" }
                ?? "GDAL's \(name) failed with code \(run.code)",
            remedy: remedy)
    }
}

/// Runs a program without a shell.
enum ExternalProgram {
    /// How a run ended, and what it printed.
    struct Run {
        var code: Int32
        var out, said: String
    }

    /// Runs a program that is looked for on the PATH; its two outputs go through files in a folder.
    ///
    /// - Throws: a problem when it is not installed or cannot be started.
    static func run(_ name: String, _ arguments: [String], _ folder: String) throws(Problem) -> Run {
        let files = (out: folder + "/out.txt", said: folder + "/err.txt")
        defer {
            unlink(FileName.bytes(files.out))
            unlink(FileName.bytes(files.said))
        }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        guard posix_spawn_file_actions_init(&actions) == 0 else {
            throw Problem(.internal, "no memory for running \(name)")
        }
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, FileName.bytes(files.out), flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, FileName.bytes(files.said), flags, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] =
            ([name] + arguments).map { strdup(FileName.bytes($0)) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let status = posix_spawnp(&process, name, &actions, nil, &words, environ)
        guard status == 0 else {
            if status == ENOENT {
                throw Problem(
                    .program, "GDAL is not installed: there is no program \(name) on the PATH",
                    hint: "install it: apt install gdal-bin, or brew install gdal")
            }
            throw Problem(.program, "\(name) cannot be started: \(String(cString: strerror(status)))")
        }
        var ended: Int32 = 0
        while waitpid(process, &ended, 0) < 0 {
            guard errno == EINTR else {
                throw Problem(.program, "\(name) was lost: \(String(cString: strerror(errno)))")
            }
        }
        // WIFEXITED and WEXITSTATUS are macros, which Swift does not see.
        let code = ended & 0x7F == 0 ? (ended >> 8) & 0xFF : 128 + (ended & 0x7F)
        return Run(code: code, out: text(files.out), said: text(files.said))
    }

    private static func text(_ path: String) -> String {
        guard let source = try? ByteSource(path: path), let text = try? source.readText() else { return "" }
        return text
    }
}
