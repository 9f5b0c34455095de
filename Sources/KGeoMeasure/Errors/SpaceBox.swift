// Even boxes of space, in which places are looked up.

/// A cube of space among even ones, by its number in each direction.
struct SpaceBox: Hashable, Comparable, Sendable {
    var x, y, z: Int

    init(x: Int, y: Int, z: Int) { (self.x, self.y, self.z) = (x, y, z) }

    /// The cube that holds a place.
    ///
    /// - Parameter width: of a cube, in m; with infinite ones there is one.
    init(of place: EdgeIndex.Vector, width: Double) {
        func side(_ x: Double) -> Int { width < .infinity ? Int((x / width).rounded(.down)) : 0 }
        self.init(x: side(place.x), y: side(place.y), z: side(place.z))
    }

    static func < (a: SpaceBox, b: SpaceBox) -> Bool { (a.x, a.y, a.z) < (b.x, b.y, b.z) }
}
