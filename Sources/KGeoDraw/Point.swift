// Places on the drawing: its units are px, x to the right, y down.

/// A place on the drawing.
struct Point: Hashable, Sendable {
    var x, y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }

    var length: Double { (x * x + y * y).squareRoot() }
}

/// A box on the drawing.
struct Box: Hashable, Sendable {
    var left, top, right, bottom: Double

    init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    /// Around some places; nil without any.
    init?(around points: some Sequence<Point>) {
        var box: Box?
        for point in points {
            guard var own = box else {
                box = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
                continue
            }
            own.left = min(own.left, point.x)
            own.right = max(own.right, point.x)
            own.top = min(own.top, point.y)
            own.bottom = max(own.bottom, point.y)
            box = own
        }
        guard let box else { return nil }
        self = box
    }

    var width: Double { right - left }
    var height: Double { bottom - top }

    func meets(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func holds(_ other: Box) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }

    func holds(_ point: Point) -> Bool {
        (left...right).contains(point.x) && (top...bottom).contains(point.y)
    }

    func grown(by margin: Double) -> Box {
        Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }
}
