// What of rings and lines lies in the frame of a drawing.

/// Cutting to a box. Fills are cut by Sutherland and Hodgman (1974), whose rings may run along the frame; strokes are cut edge by
/// edge, so that no stroke follows the frame.
enum FrameClip {
    /// A closed ring, without its last place repeated, cut to a box; fewer than three places when nothing is left.
    static func ring(_ ring: [Point], to box: Box) -> [Point] {
        var points = ring
        for side in 0..<4 where !points.isEmpty {
            var kept: [Point] = []
            var before = points[points.count - 1]
            var wasInside = isInside(before, box, side)
            for point in points {
                let isNow = isInside(point, box, side)
                if isNow != wasInside { kept.append(meeting(before, point, box, side)) }
                if isNow { kept.append(point) }
                (before, wasInside) = (point, isNow)
            }
            points = kept
        }
        return points
    }

    /// The parts of a line that lie in a box.
    static func line(_ line: [Point], to box: Box) -> [[Point]] {
        var parts: [[Point]] = []
        var part: [Point] = []
        for (a, b) in zip(line, line.dropFirst()) {
            guard let (from, to) = edge(a, b, to: box) else {
                if part.count > 1 { parts.append(part) }
                part = []
                continue
            }
            if part.last != from {
                if part.count > 1 { parts.append(part) }
                part = [from]
            }
            part.append(to)
        }
        if part.count > 1 { parts.append(part) }
        return parts
    }

    /// What of an edge lies in a box (Liang and Barsky 1984).
    private static func edge(_ a: Point, _ b: Point, to box: Box) -> (Point, Point)? {
        let d = b - a
        var (from, to) = (0.0, 1.0)
        for (way, room) in [
            (-d.x, a.x - box.left), (d.x, box.right - a.x), (-d.y, a.y - box.top), (d.y, box.bottom - a.y),
        ] {
            if way == 0 {
                if room < 0 { return nil }
            } else if way < 0 {
                from = max(from, room / way)
            } else {
                to = min(to, room / way)
            }
        }
        guard from <= to else { return nil }
        func at(_ part: Double) -> Point { Point(a.x + part * d.x, a.y + part * d.y) }
        return (from == 0 ? a : at(from), to == 1 ? b : at(to))
    }

    private static func isInside(_ p: Point, _ box: Box, _ side: Int) -> Bool {
        switch side {
        case 0: p.x >= box.left
        case 1: p.x <= box.right
        case 2: p.y >= box.top
        default: p.y <= box.bottom
        }
    }

    private static func meeting(_ a: Point, _ b: Point, _ box: Box, _ side: Int) -> Point {
        switch side {
        case 0: Point(box.left, a.y + (b.y - a.y) * (box.left - a.x) / (b.x - a.x))
        case 1: Point(box.right, a.y + (b.y - a.y) * (box.right - a.x) / (b.x - a.x))
        case 2: Point(a.x + (b.x - a.x) * (box.top - a.y) / (b.y - a.y), box.top)
        default: Point(a.x + (b.x - a.x) * (box.bottom - a.y) / (b.y - a.y), box.bottom)
        }
    }
}
