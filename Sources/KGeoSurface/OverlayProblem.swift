// What goes wrong in an overlay, said of the surfaces that were laid over each other.

package import KGeoCore

extension Problem {
    /// The same problem without the numbers of layers, parts and rings that an overlay gave: they are those of the
    /// surfaces as they were handed to it, not of a file.
    package var ofSurfaces: Problem {
        located { ($0.feature, $0.part, $0.ring, $0.vertex) = (nil, nil, nil, nil) }
    }
}
