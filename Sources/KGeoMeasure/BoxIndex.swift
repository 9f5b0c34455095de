// A tree over boxes of a plane: which of many may hold a place, or meet a box.

package import KGeoCore

/// Boxes, eight to a node, those near each other together.
package struct BoxIndex: Sendable {
    /// Leaves in their order, then the nodes above them, the top last.
    private var boxes: [BoundingBox] = []
    /// Of each leaf its number as given.
    private var numbers: [Int] = []
    /// Where each level begins in `boxes`; leaves first.
    private var levels: [Range<Int>] = []
    private static let fanOut = 8

    /// A tree over boxes; an empty one is never found.
    package init(_ all: [BoundingBox]) {
        var order = all.indices.filter { !all[$0].isEmpty }
        guard !order.isEmpty else { return }
        func middle(_ i: Int) -> Coordinate {
            Coordinate((all[i].west + all[i].east) / 2, (all[i].south + all[i].north) / 2)
        }
        // Slices from west to east, each from south to north, so that nodes are about square.
        order.sort { middle($0).longitude < middle($1).longitude }
        let slices = max(1, Int((Double(order.count) / Double(Self.fanOut)).squareRoot()))
        let width = (order.count + slices - 1) / slices
        for begin in stride(from: 0, to: order.count, by: width) {
            order[begin..<min(begin + width, order.count)].sort { middle($0).latitude < middle($1).latitude }
        }
        numbers = order
        boxes = order.map { all[$0] }
        levels = [0..<boxes.count]
        while let last = levels.last, last.count > 1 {
            let begin = boxes.count
            for i in stride(from: last.lowerBound, to: last.upperBound, by: Self.fanOut) {
                var box = boxes[i]
                for j in (i + 1)..<max(i + 1, min(i + Self.fanOut, last.upperBound)) {
                    box.formUnion(boxes[j])
                }
                boxes.append(box)
            }
            levels.append(begin..<boxes.count)
        }
    }

    /// Hands over the numbers of the boxes that share a place with one.
    package func forEach(meeting wanted: BoundingBox, _ body: (Int) -> Void) {
        guard !boxes.isEmpty else { return }
        var stack = [(level: levels.count - 1, node: boxes.count - 1)]
        while let (level, node) = stack.popLast() {
            let box = boxes[node]
            guard box.west <= wanted.east, wanted.west <= box.east, box.south <= wanted.north,
                wanted.south <= box.north
            else { continue }
            guard level > 0 else {
                body(numbers[node])
                continue
            }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            for child in first..<min(first + Self.fanOut, below.upperBound) {
                stack.append((level - 1, child))
            }
        }
    }
}
