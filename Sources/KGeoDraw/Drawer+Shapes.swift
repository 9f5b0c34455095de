// Shapes on the drawing: generalised and cut to the field.

internal import KGeoCore

extension Drawer {
    /// Closed rings cut to the field, a little beyond it.
    func rings(_ polygons: [Polygon], _ view: borrowing View) -> [[Point]] {
        let box = view.field.grown(by: 4)
        var result: [[Point]] = []
        for ring in polygons.lazy.flatMap(\.rings) {
            // A ring of which a part is too far away is not filled: where it closes is not in sight.
            let parts = view.lines(ring.coordinates)
            guard parts.count == 1, var own = parts.first else { continue }
            if own.count > 1, own.first == own.last { own.removeLast() }
            guard let around = Box(around: own), around.meets(box) else { continue }
            own = FrameClip.ring(Generalisation.simplified(own, isRing: true), to: box)
            if own.count > 2 { result.append(own) }
        }
        return result
    }

    /// The outlines of surfaces as lines that never follow the frame.
    func outlines(_ polygons: [Polygon], _ view: borrowing View) -> [[Point]] {
        var result: [[Point]] = []
        for ring in polygons.lazy.flatMap(\.rings) { result += stroke(ring.coordinates, view) }
        return result
    }

    func stroke(_ places: [Coordinate], _ view: borrowing View) -> [[Point]] {
        let box = view.field.grown(by: 4)
        var result: [[Point]] = []
        for part in view.lines(places) {
            guard let around = Box(around: part), around.meets(box.grown(by: 1)) else { continue }
            let isRing = part.count > 3 && part.first == part.last
            var line = Generalisation.simplified(isRing ? Array(part.dropLast()) : part, isRing: isRing)
            if isRing, let first = line.first { line.append(first) }
            result += FrameClip.line(line, to: box)
        }
        return result
    }
}
