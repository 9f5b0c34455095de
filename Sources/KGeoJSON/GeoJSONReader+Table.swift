// Tables (CSV, RFC 4180) whose column holds well-known geometries, a feature a row; and texts of one geometry a line.

internal import KGeoCore

extension GeoJSONReader {
    /// Looks at the first line, and takes it where the source is a table; false where it is no table.
    ///
    /// - Throws: a problem when a column was asked for by name and is not there.
    mutating func beginTable() throws(Problem) -> Bool {
        try scanner.fill(4)
        var head: UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(
                start: scanner.cursor, count: min(scanner.available, FeatureTable.longestHeader))
        }
        var mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        // A name or a geometry begins with a letter, a digit, a quote or a backslash.
        guard let first = head.dropFirst(mark).first,
            "\"\\_".utf8.contains(first) || DecimalScanner.isDigit(first)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) || first >= 0x80
        else { return false }
        // No more than the first line is waited for: a pipe may be slow.
        while scanner.available < FeatureTable.longestHeader, !head.contains(0x0A), try scanner.refill() {}
        func firstLine(from start: Int) -> String {
            String(
                decoding: head.dropFirst(start).prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0 }, as: UTF8.self)
        }
        var line = firstLine(from: mark)
        // "sep=;" is Excel's word for what parts the cells, on a line of its own before the names.
        if line.lowercased().hasPrefix("sep="), line.utf8.count == 5, let end = head.firstIndex(of: 0x0A) {
            scanner.cursor += end + 1
            while scanner.available < FeatureTable.longestHeader, !head.contains(0x0A), try scanner.refill() {
            }
            mark = 0
            line = firstLine(from: 0)
        }
        var table = FeatureTable(options)
        if FeatureTable.isGeometry(line[...]) {
            self.table = table
            scanner.cursor += mark
            return true
        }
        let wanted = options.geometryColumn
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
            guard
                Self.names(in: line, separator).contains(where: { name in
                    wanted.map { $0 == name } ?? FeatureTable.geometryNames.contains(name.lowercased())
                })
            else { continue }
            table.separator = separator
            self.table = table
            scanner.cursor += mark
            try takeNames()
            return true
        }
        guard let separator = ",;\t|".utf8.first(where: { line.utf8.contains($0) }) else { return false }
        let names = Self.names(in: line, separator)
        // A sentence has a comma, too; names of columns are short.
        guard wanted != nil || names.allSatisfy({ (1...40).contains($0.count) }) && head.contains(0x0A) else {
            return false
        }
        throw Self.noGeometries(among: names, wanted: wanted, at: scanner.place())
    }

    /// A table whose first row names no column of geometries, or not the one that was asked for.
    private static func noGeometries(
        among names: [String], wanted: String?, at place: Problem.Place
    ) -> Problem {
        let columns = "its columns: " + names.map { SafeText.shortened($0, to: 40) }.joined(separator: ", ")
        if let wanted {
            return Problem(.table, "the table has no column \"\(wanted)\"", at: place, hint: columns)
        }
        return Problem(
            .table, "this is a table, and no column is named as one of geometries", at: place,
            remedy: "\(columns); say which holds WKB or WKT with \(.geometryColumn)")
    }

    /// The names of the columns in a first line, as far as they can be told without reading quoted line feeds.
    private static func names(in line: String, _ separator: UInt8) -> [String] {
        line.split(separator: Character(Unicode.Scalar(separator)), omittingEmptySubsequences: false).map {
            var name = $0[...]
            while let first = name.first, first == " " || first == "\"" { name = name.dropFirst() }
            while let last = name.last, last == " " || last == "\"" { name = name.dropLast() }
            return String(name)
        }
    }

    /// The first row, taken as the names of the columns.
    private mutating func takeNames() throws(Problem) {
        guard try takeCells(), var table else { return }
        let names = table.cells.indices.map { table.text($0) }
        func place() -> Problem.Place { scanner.place(at: 0) }
        if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
            throw Problem(
                .table, "the column \"\(names[twice])\" stands twice in the first row", at: place(),
                hint: "keep the one that is right")
        }
        let candidates = names.filter { FeatureTable.geometryNames.contains($0.lowercased()) }
        if options.geometryColumn == nil, candidates.count > 1 {
            throw Problem(
                .table,
                "\(candidates.count) columns may hold the geometries: " + candidates.joined(separator: ", "),
                at: place(), remedy: "say which with \(.geometryColumn)")
        }
        table.names = names
        // A quoted name may hold separators and line feeds, so only the whole row tells the column.
        guard let column = names.firstIndex(of: options.geometryColumn ?? candidates.first ?? "") else {
            throw Self.noGeometries(among: names, wanted: options.geometryColumn, at: place())
        }
        table.geometry = column
        if let wanted = options.idColumn {
            guard let id = names.firstIndex(of: wanted) else {
                throw Problem(
                    .table, "the table has no column \"\(wanted)\"", at: place(),
                    hint: "its columns: " + names.joined(separator: ", "))
            }
            table.id = id
        } else {
            table.id = names.firstIndex { $0.lowercased() == "id" }
        }
        self.table = table
    }

    /// Whether another row stands here; empty lines are passed over.
    mutating func hasRow() throws(Problem) -> Bool {
        while true {
            let byte = try scanner.current()
            if byte == 0x0A || byte == 0x0D {
                scanner.cursor += 1
            } else {
                return byte != 0 || scanner.cursor != scanner.end
            }
        }
    }

    /// The next row as a feature.
    mutating func row(into sink: any GeometrySink) throws(Problem) -> FeatureRecord? {
        index = nextIndex
        id = nil
        nextIndex += 1
        guard try takeCells(), let table else { return nil }
        defer { index = nil }
        var record = FeatureRecord(index: nextIndex - 1)
        record.line = table.line
        if table.separator != nil {
            guard table.cells.count == table.names.count else {
                throw cellProblem(
                    "this row has \(table.cells.count) cells, the first row \(table.names.count)", table,
                    hint: "put a cell that holds \(Self.word(table.separator)) in double quotes")
            }
            if let column = table.id, !table.cells[column].isEmpty {
                let text = table.text(column)
                id = text
                record.id = .text(text)
            }
            if options.keepsProperties {
                record.properties = JSONObject(
                    table.names.indices.filter { $0 != table.geometry }.map {
                        JSONObject.Member(table.names[$0], Self.value(table.text($0)))
                    })
            }
        }
        let cell = table.cells[table.geometry]
        guard !cell.isEmpty else { return record }
        record.hasGeometry = true
        do throws(Problem) {
            _ = try table.reader.read(text: table.bytes.span.extracting(cell), into: sink)
        } catch {
            var problem = error
            let begins = table.offsets[table.geometry]
            problem.place.offset = error.place.offset.map { begins + $0 }
            // A cell that begins with another word is one of another column.
            if table.names.count > 1, problem.message.hasSuffix(TextReader.noType) {
                let columns = table.names.map { SafeText.shortened($0, to: 40) }.joined(separator: ", ")
                problem.remedy =
                    "this cell holds no WKB or WKT; the columns are \(columns); say which holds it with \(.geometryColumn)"
            }
            problem.place.line = table.line
            problem.place.feature = index
            problem.place.id = id
            if table.separator != nil { problem.place.property = table.names[table.geometry] }
            throw problem
        }
        hasHandedOver = true
        return record
    }

    /// A cell as a value: a table tells no types, so a number is one where JSON would write it the same way.
    private static func value(_ text: String) -> JSONValue {
        guard !text.isEmpty else { return .null }
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || DecimalScanner.isDigit(first),
            text.utf8.count <= 17, let number = Double(text), JSONNumber(number).text == text
        else { return .string(text) }
        return .number(JSONNumber(text: text, value: number))
    }

    private static func word(_ separator: UInt8?) -> String {
        switch separator {
        case UInt8(ascii: "\t"): "a tab"
        case UInt8(ascii: ";"): "a semicolon"
        case UInt8(ascii: "|"): "a \"|\""
        default: "a comma"
        }
    }

    private func cellProblem(_ message: String, _ table: FeatureTable, hint: String?) -> Problem {
        var place = Problem.Place()
        place.line = table.line
        place.feature = index
        place.id = id
        return Problem(.geojson, message, at: place, hint: hint)
    }

    /// Takes the cells of a row, quotes undone; false at the end of the text.
    ///
    /// - Throws: a problem when a quoted cell never ends, or a row is longer than any is.
    private mutating func takeCells() throws(Problem) -> Bool {
        guard try hasRow(), var table else { return false }
        self.table = nil  // so that its arrays are not copied
        defer { self.table = table }
        table.bytes.removeAll(keepingCapacity: true)
        table.cells.removeAll(keepingCapacity: true)
        table.offsets.removeAll(keepingCapacity: true)
        let begins = scanner.position()
        table.line = begins.line
        while true {
            let start = table.bytes.count
            let first = try scanner.current()
            let isQuoted = table.separator != nil && first == UInt8(ascii: "\"")
            if isQuoted { scanner.cursor += 1 }
            table.offsets.append(scanner.offset)
            if isQuoted { try takeQuoted(&table, begins) }
            // Plain bytes up to the end of the cell; behind a quoted one there should be none.
            let ended = try takePlain(&table, begins)
            table.cells.append(start..<table.bytes.count)
            if ended { return true }
        }
    }

    /// The bytes of a cell up to what parts it from the next; true at the end of the row.
    private mutating func takePlain(
        _ table: inout FeatureTable, _ begins: TextPosition
    ) throws(Problem) -> Bool {
        let separator = table.separator ?? 0
        while true {
            let from = scanner.cursor
            var p = from
            while p < scanner.end, p.pointee != 0x0A, p.pointee != 0x0D,
                p.pointee != separator || separator == 0
            {
                p += 1
            }
            table.bytes.append(contentsOf: UnsafeBufferPointer(start: from, count: p - from))
            try check(table, begins)
            scanner.cursor = p
            guard p == scanner.end else {
                let byte = p.pointee
                scanner.cursor += 1
                if byte == 0x0D, try scanner.current() == 0x0A { scanner.cursor += 1 }
                return byte != separator || separator == 0
            }
            guard try scanner.refill() else { return true }
        }
    }

    /// The bytes of a quoted cell, behind its first quote and with its last taken.
    private mutating func takeQuoted(_ table: inout FeatureTable, _ begins: TextPosition) throws(Problem) {
        while true {
            let from = scanner.cursor
            var p = from
            while p < scanner.end, p.pointee != UInt8(ascii: "\"") { p += 1 }
            table.bytes.append(contentsOf: UnsafeBufferPointer(start: from, count: p - from))
            try check(table, begins)
            scanner.cursor = p
            if p == scanner.end {
                guard try scanner.refill() else {
                    throw Problem(
                        .table, "a quoted cell that begins in this row never ends",
                        at: scanner.place(of: begins),
                        hint: "the file may have been cut off; fetch or export it again")
                }
                continue
            }
            scanner.cursor += 1
            guard try scanner.current() == UInt8(ascii: "\""), scanner.cursor != scanner.end else { return }
            table.bytes.append(UInt8(ascii: "\""))
            scanner.cursor += 1
        }
    }

    private func check(_ table: FeatureTable, _ begins: TextPosition) throws(Problem) {
        guard table.bytes.count <= FeatureTable.longestRow else {
            throw Problem(
                .table, "a row is longer than \(FeatureTable.longestRow >> 20) MiB",
                at: scanner.place(of: begins),
                hint: "a double quote may be missing at the end of a cell")
        }
    }
}
