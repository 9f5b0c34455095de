// How C functions are called and how their answers are read: one reading per kind of C signature, each
// turning a failure into a Problem that says what was attempted and what GEOS said.

internal import CGEOS
internal import KGeoCore

extension Context {
    /// Runs a C call in this context after forgetting what GEOS said before.
    func call<Result>(_ body: (_ handle: OpaquePointer) -> Result) -> Result {
        messages.clear()
        return withExtendedLifetime(self) { body(handle) }
    }

    /// For functions that give away a geometry, or null when they fail: takes it into an owner.
    func shape(_ answer: OpaquePointer?, _ operation: String) throws(Problem) -> Shape {
        Shape(adopting: try pointer(answer, operation), in: self)
    }

    /// For functions that return any other pointer, or null when they fail.
    func pointer(_ answer: OpaquePointer?, _ operation: String) throws(Problem) -> OpaquePointer {
        guard let answer else { throw failure(operation) }
        return answer
    }

    /// For functions that answer 1 for yes and 0 for no; anything else is a failure.
    func truth(_ answer: CChar, _ operation: String) throws(Problem) -> Bool {
        switch answer {
        case 0: return false
        case 1: return true
        default: throw failure(operation)
        }
    }

    /// For functions that return 1, or anything else when they fail.
    func succeeded(_ status: CInt, _ operation: String) throws(Problem) {
        if status != 1 { throw failure(operation) }
    }

    /// For functions that return nothing: they failed when GEOS reported an error.
    func nothingReported(_ operation: String) throws(Problem) {
        if messages.error != nil { throw failure(operation) }
    }

    /// Two shapes of an operation must come from one context.
    func requireOwn(_ other: Shape, _ operation: String) throws(Problem) {
        guard other.context === self else {
            throw Problem(.internal, "could not \(operation): the two shapes belong to different contexts")
        }
    }

    /// The problem to throw after a failed call: what was attempted, and GEOS's own words.
    ///
    /// A TopologyException becomes a problem `topology`, with its place when GEOS names one.
    func failure(_ operation: String) -> Problem {
        guard let text = messages.error ?? messages.notice else {
            return Problem(.geos, "could not \(operation) (GEOS gave no reason)")
        }
        var problem = Problem(.geos, "could not \(operation) (GEOS: \(text))")
        if text.contains("TopologyException") {
            problem.code = .topology
            problem.hint = "check the shapes for rings that cross themselves or each other, or repair them"
            let words = text.split(separator: " ").suffix(2).compactMap { Double($0) }
            if words.count == 2, words[0].isFinite, words[1].isFinite {
                problem.place.coordinate = Coordinate(words[0], words[1])
            }
        }
        return problem
    }
}

extension Shape {
    /// A new shape from this one, by a C function that takes one geometry.
    func derive(
        _ operation: String,
        _ function: (_ handle: OpaquePointer, _ shape: OpaquePointer) -> OpaquePointer?
    ) throws(Problem) -> Shape {
        let answer = withExtendedLifetime(self) { context.call { function($0, pointer) } }
        return try context.shape(answer, operation)
    }

    /// A new shape from this one and another, by a C function that takes two geometries.
    func derive(
        _ operation: String, with other: Shape,
        _ function: (_ handle: OpaquePointer, _ a: OpaquePointer, _ b: OpaquePointer) -> OpaquePointer?
    ) throws(Problem) -> Shape {
        try context.requireOwn(other, operation)
        let answer = withExtendedLifetime((self, other)) {
            context.call { function($0, pointer, other.pointer) }
        }
        return try context.shape(answer, operation)
    }

    /// The answer of a C function that takes one geometry.
    func ask(
        _ operation: String, _ function: (_ handle: OpaquePointer, _ shape: OpaquePointer) -> CChar
    ) throws(Problem) -> Bool {
        let answer = withExtendedLifetime(self) { context.call { function($0, pointer) } }
        return try context.truth(answer, operation)
    }

    /// The answer of a C function that takes two geometries.
    func ask(
        _ operation: String, with other: Shape,
        _ function: (_ handle: OpaquePointer, _ a: OpaquePointer, _ b: OpaquePointer) -> CChar
    ) throws(Problem) -> Bool {
        try context.requireOwn(other, operation)
        let answer = withExtendedLifetime((self, other)) {
            context.call { function($0, pointer, other.pointer) }
        }
        return try context.truth(answer, operation)
    }

    /// The number that a C function of one geometry fills in.
    func measure(
        _ operation: String,
        _ function: (OpaquePointer, OpaquePointer, UnsafeMutablePointer<Double>) -> CInt
    ) throws(Problem) -> Double {
        var result = Double.nan
        let status = withExtendedLifetime(self) { context.call { function($0, pointer, &result) } }
        try context.succeeded(status, operation)
        return result
    }
}
