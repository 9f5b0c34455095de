// What a path of positions must be to serve as a ring or a line.

import KGeoCore

extension GeoJSONReader {
    /// Holds a path against the rules of rings and of lines: raises a fault at once when the type is known
    /// to mind it, else keeps it until the type is known.
    mutating func check(
        count: Int, isClosed: Bool, begins: TextPosition, at indices: ListIndices,
        _ geometry: inout GeometryState
    ) throws(Problem) {
        if count >= 4, isClosed { return }
        switch geometry.type {
        case .polygon, .multiPolygon:
            try raise([ringFault(count: count, begins: begins, at: indices, geometry)])
        case .lineString, .multiLineString:
            if count < 2 { try raise([lineFault(count: count, begins: begins, at: indices, geometry)]) }
        case nil:
            if geometry.ringFaults.isEmpty || options.reportsStructure {
                geometry.ringFaults.append(ringFault(count: count, begins: begins, at: indices, geometry))
            }
            if count < 2, geometry.lineFaults.isEmpty || options.reportsStructure {
                geometry.lineFaults.append(lineFault(count: count, begins: begins, at: indices, geometry))
            }
        default: break
        }
    }

    func ringFault(
        count: Int, begins: TextPosition, at indices: ListIndices, _ geometry: GeometryState
    ) -> Problem {
        var problem = said(
            count < 4 ? PathFault.shortRing(count) : PathFault.openRing, scanner.place(of: begins))
        locate(&problem, indices, vertex: nil, nesting: geometry.nesting, isLine: false)
        return problem
    }

    func lineFault(
        count: Int, begins: TextPosition, at indices: ListIndices, _ geometry: GeometryState
    ) -> Problem {
        var problem = said(PathFault.shortLine(count), scanner.place(of: begins))
        locate(&problem, indices, vertex: nil, nesting: geometry.nesting, isLine: true)
        return problem
    }

    /// Throws the first fault, or notes them all when structure is only reported.
    mutating func raise(_ faults: [Problem]) throws(Problem) {
        guard options.reportsStructure else {
            if let fault = faults.first { throw fault }
            return
        }
        notices += faults.map { Notice(.error, $0) }
    }
}
