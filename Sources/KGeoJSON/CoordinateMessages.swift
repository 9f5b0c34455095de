// What is said of coordinates that are wrong.

import KGeoCore

extension GeoJSONReader {
    /// Fills in which part, ring and vertex a problem is about. A Polygon has rings and no parts, a
    /// MultiLineString has parts and no rings; as long as it is not known which, rings are spoken of.
    func locate(
        _ problem: inout Problem, _ indices: ListIndices, vertex: Int?, nesting: Int?, isLine: Bool
    ) {
        switch nesting {
        case 4:
            problem.place.part = indices.outer
            problem.place.ring = indices.inner
        case 3 where isLine: problem.place.part = indices.outer
        case 3: problem.place.ring = indices.outer
        default: break
        }
        problem.place.vertex = vertex
    }

    func located(
        _ problem: Problem, _ indices: ListIndices, _ vertex: Int?, _ geometry: GeometryState
    ) -> Problem {
        var problem = problem
        locate(
            &problem, indices, vertex: vertex, nesting: geometry.nesting,
            isLine: geometry.type == .multiLineString)
        return problem
    }

    func offGlobe(
        _ c: Coordinate, _ indices: ListIndices, _ vertex: Int?, _ place: Problem.Place,
        _ geometry: GeometryState
    ) -> Problem {
        let problem = said(
            PathFault.offGlobe(c, isSwapped: options.swapsXY, isConverted: transform != nil), place)
        return located(problem, indices, vertex, geometry)
    }

    static let positionHint = "a position is longitude, then latitude: [30.5,50.4]"

    func emptyPosition(_ place: Problem.Place) -> Problem {
        bad("this position is empty", place, code: .coordinate, hint: Self.positionHint)
    }

    func emptyPosition(
        _ place: Problem.Place, _ indices: ListIndices, _ vertex: Int?, _ geometry: GeometryState
    ) -> Problem {
        located(emptyPosition(place), indices, vertex, geometry)
    }

    mutating func wrongOrdinate(_ indices: ListIndices, vertex: Int?, _ geometry: GeometryState)
        -> Problem
    {
        let byte = scanner.cursor.pointee
        let kinds: [UInt8: String] = [
            UInt8(ascii: "\""): "a text", UInt8(ascii: "{"): "an object", UInt8(ascii: "n"): "null",
            UInt8(ascii: "t"): "true", UInt8(ascii: "f"): "false", UInt8(ascii: "["): "an array",
        ]
        if DecimalScanner.isDigit(byte) || byte == UInt8(ascii: "-") {
            return shallow(geometry)
        }
        guard let kind = kinds[byte] else {
            let problem = inFeature(scanner.unexpected("a number"))
            return vertex == nil ? problem : located(problem, indices, vertex, geometry)
        }
        let problem = bad(
            "a position must hold numbers, found \(kind)", scanner.place(), code: .coordinate,
            hint: byte == UInt8(ascii: "\"")
                ? "write numbers without quotes, with a point before decimals"
                : byte == UInt8(ascii: "[") ? nesting(geometry) : Self.positionHint)
        return vertex == nil ? problem : located(problem, indices, vertex, geometry)
    }

    func shallow(_ geometry: GeometryState) -> Problem {
        bad(
            "a number stands where an array is expected: the coordinates are not nested deep enough",
            scanner.place(), hint: nesting(geometry))
    }

    func deep(_ geometry: GeometryState) -> Problem {
        bad("the coordinates are nested too deep", scanner.place(), hint: nesting(geometry))
    }

    private func nesting(_ geometry: GeometryState) -> String? {
        geometry.type.map {
            let form =
                switch $0.depth {
                case 1: "[30.5,50.4]"
                case 2: "[[30.5,50.4],…]"
                case 3: "[[[30.5,50.4],…],…]"
                default: "[[[[30.5,50.4],…],…],…]"
                }
            return "the coordinates of a \($0.rawValue) have the form \(form)"
        }
    }
}
