// An edge whichever way it is walked: the key under which two surfaces find the edge they share.

package import KGeoCore

/// An edge by its two ends, smaller one first.
package struct UndirectedEdge: Hashable {
    package let a, b: Coordinate

    package init(_ a: Coordinate, _ b: Coordinate) {
        let isOrdered = (a.longitude, a.latitude) < (b.longitude, b.latitude)
        (self.a, self.b) = isOrdered ? (a, b) : (b, a)
    }

    package func hash(into hasher: inout Hasher) {
        // One number from four, since that is most of the time that a table of edges takes; −0 is 0.
        hasher.combine(
            Self.mixed(
                Self.mixed(Self.mixed(Self.mixed(0, a.longitude), a.latitude), b.longitude), b.latitude))
    }

    private static func mixed(_ known: UInt64, _ number: Double) -> UInt64 {
        let mixed = (known ^ (number + 0).bitPattern) &* 0x9e37_79b9_7f4a_7c15
        return mixed ^ (mixed &>> 32)
    }
}
