// An edge whichever way it is walked: the key under which two surfaces find the edge they share.

package import KGeoCore

/// An edge by its two ends, smaller one first.
package struct UndirectedEdge: Hashable {
    package let a, b: Coordinate

    package init(_ a: Coordinate, _ b: Coordinate) {
        let isOrdered = (a.longitude, a.latitude) < (b.longitude, b.latitude)
        (self.a, self.b) = isOrdered ? (a, b) : (b, a)
    }
}
