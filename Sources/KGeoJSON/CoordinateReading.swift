// The arrays of `coordinates`: nesting, paths, positions, in blocks to a sink.

import KGeoCore

extension GeoJSONReader {
    /// The member "coordinates".
    mutating func coordinates(
        _ geometry: inout GeometryState, into sink: any GeometrySink
    ) throws(Problem) {
        let here = path
        defer { path = here }
        path += path.isEmpty ? "coordinates" : ".coordinates"
        geometry.hasCoordinates = true
        guard try scanner.next() == UInt8(ascii: "[") else {
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"coordinates\" must be an array, not \(kind)", place)
        }
        let begins = scanner.position()
        try scanner.open()
        try list(depth: 1, begins: begins, at: ListIndices(), &geometry, into: sink)
    }

    /// An array at some depth of `coordinates`, its bracket taken: a position, a path of positions, or a
    /// list of such.
    mutating func list(
        depth: Int, begins: TextPosition, at indices: ListIndices, _ geometry: inout GeometryState,
        into sink: any GeometrySink
    ) throws(Problem) {
        // What stands inside this bracket decides: a number makes it a position.
        let byte = try scanner.next()
        if byte == UInt8(ascii: "]") {
            scanner.close()
            guard depth > 1 else { return }  // "coordinates": [] is an empty geometry
            try empty(
                EmptyBracket(isEnd: false, depth: depth, begins: begins, indices: indices), &geometry,
                into: sink)
            return
        }
        guard byte == UInt8(ascii: "[") else {
            guard byte == UInt8(ascii: "-") || DecimalScanner.isDigit(byte) else {
                throw wrongOrdinate(indices, vertex: nil, geometry)
            }
            guard depth == 1, geometry.nesting ?? 1 == 1 else { throw shallow(geometry) }
            try onePoint(begins: begins, &geometry, into: sink)
            return
        }
        // A list of arrays: a path when they are positions.
        if let nesting = geometry.nesting {
            guard depth < nesting else { throw deep(geometry) }
            if depth == nesting - 1 {
                geometry.depth = nesting
                try refuseEmptyShell(&geometry, into: sink)
                try positions(begins: begins, opened: nil, at: indices, &geometry, into: sink)
                return
            }
        }
        var isOpened = false
        let childBegins = scanner.position()
        if geometry.nesting == nil {
            // Only the first array inside can tell.
            try scanner.open()
            isOpened = true
            let inside = try scanner.next()
            if inside != UInt8(ascii: "["), inside != UInt8(ascii: "]") {
                try replayPending(nesting: depth + 1, &geometry, into: sink)
                geometry.depth = depth + 1
                try refuseEmptyShell(&geometry, into: sink)
                try positions(begins: begins, opened: childBegins, at: indices, &geometry, into: sink)
                return
            }
        }
        guard depth < 4 else { throw deep(geometry) }
        try lists(
            inside: EmptyBracket(isEnd: true, depth: depth, begins: begins, indices: indices),
            opened: isOpened ? childBegins : nil, &geometry, into: sink)
    }

    /// The arrays inside a list, the first shown (or taken, when `opened` says where it stood).
    private mutating func lists(
        inside list: EmptyBracket, opened: TextPosition?, _ geometry: inout GeometryState,
        into sink: any GeometrySink
    ) throws(Problem) {
        var opened = opened
        var child = list.indices
        repeat {
            let begins: TextPosition
            if let position = opened {
                begins = position
                opened = nil
            } else {
                guard try scanner.next() == UInt8(ascii: "[") else {
                    throw wrongOrdinate(list.indices, vertex: nil, geometry)
                }
                begins = scanner.position()
                try scanner.open()
            }
            try self.list(depth: list.depth + 1, begins: begins, at: child, &geometry, into: sink)
            if list.depth == 1 { child.outer += 1 } else { child.inner += 1 }
        } while try scanner.continues(until: UInt8(ascii: "]"))
        try empty(list, &geometry, into: sink)
    }

    /// An empty array, or the end of a list: says to the sink what it is, or waits until that is known.
    mutating func empty(
        _ bracket: EmptyBracket, _ geometry: inout GeometryState, into sink: any GeometrySink
    ) throws(Problem) {
        guard let nesting = geometry.nesting else {
            guard geometry.pending.count < 65_536 else {
                throw bad(
                    "the coordinates hold too many empty arrays before \"type\"",
                    scanner.place(of: bracket.begins))
            }
            geometry.pending.append(bracket)
            return
        }
        switch nesting - bracket.depth {
        case 2:
            // The end of a group, or an empty polygon among others. A polygon of one empty ring is an empty polygon.
            geometry.emptyShell = nil
            sink.endGroup()
        case 1 where !bracket.isEnd:
            try refuseEmptyShell(&geometry, into: sink)
            if geometry.isFirst(bracket.indices), nesting >= 3 {
                geometry.emptyShell = bracket
                return
            }
            try check(count: 0, isClosed: true, begins: bracket.begins, at: bracket.indices, &geometry)
            sink.endPath()
        case 0 where !bracket.isEnd: throw emptyPosition(scanner.place(of: bracket.begins))
        case ..<1: throw bad("the coordinates are nested too deep", scanner.place(of: bracket.begins))
        default: break
        }
    }

    /// Another ring follows an empty one, which is then a mistake and no empty polygon.
    private mutating func refuseEmptyShell(
        _ geometry: inout GeometryState, into sink: any GeometrySink
    ) throws(Problem) {
        guard let bracket = geometry.emptyShell else { return }
        geometry.emptyShell = nil
        try check(count: 0, isClosed: true, begins: bracket.begins, at: bracket.indices, &geometry)
        sink.endPath()
    }

    /// The nesting is known: the empty arrays met before are handed on.
    mutating func replayPending(
        nesting: Int, _ geometry: inout GeometryState, into sink: any GeometrySink
    ) throws(Problem) {
        guard !geometry.pending.isEmpty else { return }
        geometry.depth = nesting
        let pending = geometry.pending
        geometry.pending = []
        for bracket in pending { try empty(bracket, &geometry, into: sink) }
    }

    mutating func onePoint(
        begins: TextPosition, _ geometry: inout GeometryState, into sink: any GeometrySink
    ) throws(Problem) {
        geometry.depth = 1
        startPath(sink)
        try position(vertex: nil, at: ListIndices(), begins: begins.offset, geometry)
        try flush(vertexCount: 1, at: ListIndices(), geometry, into: sink)
        sink.endPath()
    }

    /// Nothing of the path at hand is read yet.
    mutating func startPath(_ sink: any GeometrySink) {
        blockCount = 0
        keepsFurther = sink.wantsFurtherOrdinates
        hasFurther = false
        further.removeAll(keepingCapacity: true)
    }

    /// The positions of a path, its bracket taken and the first position's shown (or taken, when `opened`
    /// says where it stood).
    ///
    /// One body, long as it is: the loop runs once a vertex, and its quick and its careful way share all their state.
    mutating func positions(
        begins: TextPosition, opened: TextPosition?, at indices: ListIndices, _ geometry: inout GeometryState,
        into sink: any GeometrySink
    ) throws(Problem) {
        var count = 0
        var first = Vertex()
        startPath(sink)
        let isDeferred = transform != nil
        let swaps = options.swapsXY
        if scanner.depth >= JSONScanner.maximumDepth { try scanner.open() }  // which refuses
        var opened = opened
        while true {
            if blockCount == Self.blockSize {
                try flush(vertexCount: count, at: indices, geometry, into: sink)
            }
            fast: if opened == nil, scanner.available >= 160 {
                // The common case: [number,number] or [number,number,number], whole in the window.
                var p = UnsafePointer(scanner.cursor)
                while blockCount < Self.blockSize, UnsafePointer(scanner.end) - p >= 160 {
                    guard p.pointee == UInt8(ascii: "[") else { break }
                    var q = p + 1
                    skipSpace(&q)
                    guard let x = JSONScanner.shortNumber(&q) else { break }
                    skipSpace(&q)
                    guard q.pointee == UInt8(ascii: ",") else { break }
                    q += 1
                    skipSpace(&q)
                    guard let y = JSONScanner.shortNumber(&q) else { break }
                    skipSpace(&q)
                    var vertex = Vertex(place: swaps ? Coordinate(y, x) : Coordinate(x, y))
                    if q.pointee == UInt8(ascii: ",") {
                        // A height that nobody asked for is only held against that of the closing position.
                        guard !keepsFurther else { break }
                        q += 1
                        skipSpace(&q)
                        guard let z = JSONScanner.shortNumber(&q) else { break }
                        skipSpace(&q)
                        vertex.height = z
                    }
                    guard q.pointee == UInt8(ascii: "]"), q < UnsafePointer(scanner.end) else { break }
                    q += 1
                    guard isDeferred || GeometryRules.isOnGlobe(vertex.place) else { break }
                    if isDeferred { offsets[blockCount] = scanner.offset }
                    if count == 0 { first = vertex }
                    last = vertex
                    block[blockCount] = vertex.place
                    blockCount += 1
                    count += 1
                    if hasFurther { further.append([]) }
                    skipSpace(&q)
                    var next = q
                    if next.pointee == UInt8(ascii: ",") {
                        next += 1
                        skipSpace(&next)
                        if next.pointee == UInt8(ascii: "[") {
                            p = next
                            scanner.cursor += next - UnsafePointer(scanner.cursor)
                            continue
                        }
                    }
                    // The end of the path, or something that the careful way reports.
                    scanner.cursor += q - UnsafePointer(scanner.cursor)
                    if try ends(
                        begins: begins, count: count, first: first, at: indices, &geometry, into: sink)
                    {
                        return
                    }
                    p = UnsafePointer(scanner.cursor)
                }
                if blockCount == Self.blockSize { continue }
                if UnsafePointer(scanner.end) - p < 160 { break fast }
            }
            // The careful way: ordinates to keep, long numbers, the seam of two windows, errors.
            let at: Int
            if let position = opened {
                at = position.offset
                opened = nil
            } else {
                guard try scanner.next() == UInt8(ascii: "[") else {
                    throw wrongOrdinate(indices, vertex: count, geometry)
                }
                at = scanner.offset
                try scanner.open()
            }
            try position(vertex: count, at: indices, begins: at, geometry)
            if count == 0 { first = last }
            count += 1
            if try ends(begins: begins, count: count, first: first, at: indices, &geometry, into: sink) {
                return
            }
        }
    }

    @inline(__always)
    func skipSpace(_ p: inout UnsafePointer<UInt8>) {
        while p.pointee == 0x20 || p.pointee == 0x0A || p.pointee == 0x0D || p.pointee == 0x09 { p += 1 }
    }

    /// After a position: true when the path has ended, and has then been checked and handed over.
    mutating func ends(
        begins: TextPosition, count: Int, first: Vertex, at indices: ListIndices,
        _ geometry: inout GeometryState,
        into sink: any GeometrySink
    ) throws(Problem) -> Bool {
        if try scanner.continues(until: UInt8(ascii: "]")) { return false }
        try flush(vertexCount: count, at: indices, geometry, into: sink)
        try check(count: count, isClosed: first == last, begins: begins, at: indices, &geometry)
        sink.endPath()
        return true
    }

    /// One position into the block, its bracket taken.
    mutating func position(
        vertex: Int?, at indices: ListIndices, begins: Int, _ geometry: GeometryState
    ) throws(Problem) {
        if try scanner.next() == UInt8(ascii: "]") {
            throw emptyPosition(scanner.place(at: begins), indices, vertex, geometry)
        }
        let x = try ordinate(indices, vertex, geometry)
        guard try scanner.continues(until: UInt8(ascii: "]")) else {
            throw located(
                bad(
                    "a position needs at least two numbers, this one has 1", scanner.place(at: begins),
                    code: .coordinate, hint: Self.positionHint),
                indices, vertex, geometry)
        }
        let y = try ordinate(indices, vertex, geometry)
        last = Vertex(place: options.swapsXY ? Coordinate(y, x) : Coordinate(x, y))
        var count = 2
        var more: [Double] = []
        while try scanner.continues(until: UInt8(ascii: "]")) {
            let value = try ordinate(indices, vertex, geometry)
            count += 1
            if count == 3 { last.height = value }
            if keepsFurther { more.append(value) }
        }
        if count > 3 {
            note(
                .geojson,
                "a position has more than three numbers (RFC 7946 §3.1.1 advises against it); they are kept and not measured"
            )
        }
        if transform != nil {
            offsets[blockCount] = begins
        } else if !GeometryRules.isOnGlobe(last.place) {
            throw offGlobe(last.place, indices, vertex, scanner.place(at: begins), geometry)
        }
        block[blockCount] = last.place
        if !more.isEmpty, !hasFurther {
            hasFurther = true
            further = Array(repeating: [], count: blockCount)
        }
        if hasFurther { further.append(more) }
        blockCount += 1
    }

    mutating func ordinate(
        _ indices: ListIndices, _ vertex: Int?, _ geometry: GeometryState
    ) throws(Problem) -> Double {
        let byte = try scanner.next()
        guard byte == UInt8(ascii: "-") || DecimalScanner.isDigit(byte) else {
            throw wrongOrdinate(indices, vertex: vertex, geometry)
        }
        do throws(Problem) {
            return try scanner.number()
        } catch {
            throw located(inFeature(error), indices, vertex, geometry)
        }
    }

    /// Hands the block over, converted and checked.
    mutating func flush(
        vertexCount: Int, at indices: ListIndices, _ geometry: GeometryState, into sink: any GeometrySink
    ) throws(Problem) {
        guard blockCount > 0 else { return }
        let buffer = UnsafeMutableBufferPointer(start: block, count: blockCount)
        if let transform {
            let begins = vertexCount - blockCount
            let isPoint = geometry.depth == 1
            do {
                try transform(buffer)
            } catch {
                let i = min(max(error.place.vertex ?? 0, 0), blockCount - 1)
                var problem = error
                problem.place = bad("", scanner.place(at: offsets[i])).place
                throw located(problem, indices, isPoint ? nil : begins + i, geometry)
            }
            for i in 0..<blockCount where !GeometryRules.isOnGlobe(block[i]) {
                throw offGlobe(
                    block[i], indices, isPoint ? nil : begins + i, scanner.place(at: offsets[i]), geometry)
            }
        }
        hasHandedOver = true
        sink.positions(Span(_unsafeElements: UnsafeBufferPointer(buffer)))
        if hasFurther, keepsFurther { sink.furtherOrdinates(further) }
        blockCount = 0
        further.removeAll(keepingCapacity: true)
    }
}
