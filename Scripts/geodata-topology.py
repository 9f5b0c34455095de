"""Coverages for geodata.py: faces that share their edges, split into arcs that are stored once. No library, whole
numbers only, so that the same input gives the same bytes everywhere. A position is a pair (longitude, latitude) in
1e-6 degrees; a face lies left of the edges that go round it.
"""

from functools import cmp_to_key


def open_ring(ring):
    """A ring without repeated positions in a row and without its closing one."""
    result = [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]
    while len(result) > 1 and result[0] == result[-1]:
        result.pop()
    return result


def doubled_area(ring):
    """Twice the signed area of an open ring in square steps: exact."""
    total = 0
    for a, b in zip(ring, ring[1:] + ring[:1]):
        total += a[0] * b[1] - b[0] * a[1]
    return total


def directed_edges(faces):
    """(from, to) → face on its left, of polygons as lists of rings, the outer one first.

    Where rounding made two edges of one face run back along each other, both fall away.
    """
    left = {}
    for name in faces:
        for rings in faces[name]:
            for number, ring in enumerate(rings):
                ring = open_ring(ring)
                if len(ring) < 3:
                    continue
                if (doubled_area(ring) > 0) != (number == 0):
                    ring = ring[::-1]
                for a, b in zip(ring, ring[1:] + ring[:1]):
                    if left.get((b, a)) == name:
                        del left[b, a]
                    elif (a, b) in left:
                        raise SystemExit(f"two faces lie on one side of an edge: {left[a, b]}, {name} at {a}")
                    else:
                        left[a, b] = name
    return left


def clockwise_first(origin, back, candidates):
    """The first of the candidates met when turning clockwise from the direction of `back`, as seen from origin."""
    bx, by = back[0] - origin[0], back[1] - origin[1]

    def side(p):
        x, y = p[0] - origin[0], p[1] - origin[1]
        cross, dot = bx * y - by * x, bx * x + by * y
        # Clockwise from `back`: first the right half plane, then straight on, then the left one, then `back` itself.
        return 0 if cross < 0 else (1 if cross == 0 and dot < 0 else (2 if cross > 0 else 3))

    def compare(p, q):
        if side(p) != side(q):
            return side(p) - side(q)
        px, py, qx, qy = p[0] - origin[0], p[1] - origin[1], q[0] - origin[0], q[1] - origin[1]
        turn = px * qy - py * qx
        return 1 if turn > 0 else (-1 if turn < 0 else 0)

    return min(candidates, key=cmp_to_key(compare))


def rings(edges):
    """Directed edges joined to open rings, none of which passes a position twice."""
    after = {}
    for a, b in sorted(edges):
        after.setdefault(a, []).append(b)
    result = []
    for start in sorted(after):
        while after[start]:
            a, b = start, after[start][0]
            first = (a, b)
            walk = []
            while True:
                walk.append(a)
                after[a].remove(b)
                ways = after[b]
                if b == first[0] and (not ways or clockwise_first(b, a, ways + [first[1]]) == first[1]):
                    break
                a, b = b, ways[0] if len(ways) == 1 else clockwise_first(b, a, ways)
            result += split(walk)
    return result


def split(walk):
    """A closed walk cut into rings at the positions that it passes twice."""
    found, stack, at = [], [], {}
    for p in walk:
        if p in at:
            ring = stack[at[p] :]
            for q in ring[1:]:
                del at[q]
            del stack[at[p] + 1 :]
            found.append(ring)
        else:
            at[p] = len(stack)
            stack.append(p)
    found.append(stack)
    return [ring for ring in found if len(ring) > 2]


def inside(p, ring):
    """Whether a position lies in an open ring: exact; nil on its line."""
    odd = False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > p[1]) != (b[1] > p[1]):
            turn = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
            if turn == 0:
                return None
            if (turn > 0) == (b[1] > a[1]):
                odd = not odd
        elif a[1] == p[1] == b[1] and min(a[0], b[0]) <= p[0] <= max(a[0], b[0]):
            return None
    return odd


def polygons(found):
    """Open rings as polygons: the anticlockwise ones, each followed by the clockwise ones in it; largest first."""
    outer = sorted((ring for ring in found if doubled_area(ring) > 0), key=lambda ring: -doubled_area(ring))
    result = [[ring] for ring in outer]
    boxes = [
        (min(x for x, _ in ring), min(y for _, y in ring), max(x for x, _ in ring), max(y for _, y in ring))
        for ring in outer
    ]
    for hole in (ring for ring in found if doubled_area(ring) < 0):
        x, y = hole[0]
        for number in reversed(range(len(outer))):
            west, south, east, north = boxes[number]
            if not (west <= x <= east and south <= y <= north):
                continue
            if next((is_in for is_in in (inside(p, outer[number]) for p in hole) if is_in is not None), False):
                result[number].append(hole)
                break
        else:
            raise SystemExit(f"a hole at {hole[0]} lies in no ring")
    return result


class Coverage:
    """Faces by their edges, and the arcs between the places where more than two of them meet."""

    def __init__(self, left):
        self.left = left
        self.arcs = []
        self.number = {}
        self._cut()

    def _cut(self):
        neighbours = {}
        for a, b in self.left:
            neighbours.setdefault(a, set()).add(b)
            neighbours.setdefault(b, set()).add(a)

        def pair(a, b):
            return (self.left.get((a, b)), self.left.get((b, a)))

        def is_node(p):
            if len(neighbours[p]) != 2:
                return True
            a, b = neighbours[p]
            return pair(a, p) != pair(p, b)

        nodes = {p for p in neighbours if is_node(p)}
        used = set()

        def walk(a, b):
            line = [a, b]
            while b not in nodes and b != line[0]:
                a, b = b, next(p for p in neighbours[b] if p != a)
                line.append(b)
            return line

        for start in sorted(nodes) + sorted(neighbours):
            for after in sorted(neighbours[start]):
                if (start, after) in used:
                    continue
                line = walk(start, after)
                # The line runs so that its first face is named before its second, the sea last.
                number = len(self.arcs)
                self.arcs.append(line)
                for i, (a, b) in enumerate(zip(line, line[1:])):
                    used.add((a, b))
                    used.add((b, a))
                    self.number[a, b] = number
                    self.number[b, a] = ~number
                if start not in nodes:
                    break

    def faces(self, arc):
        """The faces left and right of an arc."""
        line = self.arcs[arc]
        return self.left.get((line[0], line[1])), self.left.get((line[1], line[0]))

    def outline(self, names):
        """The polygons of several faces together, in rings of arc numbers (~n: backwards)."""
        names = set(names)
        edges = [
            edge for edge, name in self.left.items() if name in names and self.left.get(edge[::-1]) not in names
        ]
        return [[self.as_arcs(ring) for ring in rings_] for rings_ in polygons(rings(edges))]

    def as_arcs(self, ring):
        """An open ring as the numbers of its arcs."""
        numbers = [self.number[a, b] for a, b in zip(ring, ring[1:] + ring[:1])]
        # Begin where an arc begins.
        for i, n in enumerate(numbers):
            line = self.arcs[n if n >= 0 else ~n]
            if ring[i] == (line[0] if n >= 0 else line[-1]):
                numbers = numbers[i:] + numbers[:i]
                ring = ring[i:] + ring[:i]
                break
        result, at = [], 0
        while at < len(numbers):
            n = numbers[at]
            result.append(n)
            at += len(self.arcs[n if n >= 0 else ~n]) - 1
        return result

    def positions(self, numbers):
        """The closed ring of arc numbers."""
        result = []
        for n in numbers:
            line = self.arcs[n] if n >= 0 else self.arcs[~n][::-1]
            result += line if not result else line[1:]
        return result


def labelled(edges, known):
    """Undirected edges as a coverage: (from, to) → face on its left.

    Every edge has the face of the ring that it goes round; `known` names the faces of some edges, None for the
    outside, and rings whose edges are known under two names are refused.
    """
    neighbours = {}
    for a, b in edges:
        neighbours.setdefault(a, set()).add(b)
        neighbours.setdefault(b, set()).add(a)
    left, seen = {}, set()
    for a, b in sorted(edge for pair in edges for edge in (pair, pair[::-1])):
        if (a, b) in seen:
            continue
        ring = []
        while (a, b) not in seen:
            seen.add((a, b))
            ring.append((a, b))
            ways = neighbours[b]
            a, b = b, a if len(ways) == 1 else clockwise_first(b, a, [p for p in ways if p != a])
        names = {known[edge] for edge in ring if edge in known}
        if len(names) > 1:
            raise SystemExit(f"a ring of {len(ring)} edges at {ring[0]} has {names} on its left")
        name = names.pop() if names else None
        for edge in ring:
            if name is not None:
                left[edge] = name
    return left


def crossing_edges(edges, meet):
    """Pairs of undirected edges that have a point in common other than a common end."""
    cell, cells, found = 20_000, {}, set()
    for edge in sorted(edges):
        a, b = edge
        for x in range(min(a[0], b[0]) // cell, max(a[0], b[0]) // cell + 1):
            for y in range(min(a[1], b[1]) // cell, max(a[1], b[1]) // cell + 1):
                for other in cells.get((x, y), ()):
                    c, d = other
                    common = {a, b} & {c, d}
                    if not common:
                        if meet(a, b, c, d):
                            found.add((other, edge))
                    elif len(common) == 1:
                        [p] = common
                        q, r = (b if a == p else a), (d if c == p else c)
                        turn = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
                        dot = (q[0] - p[0]) * (r[0] - p[0]) + (q[1] - p[1]) * (r[1] - p[1])
                        if turn == 0 and dot > 0:
                            found.add((other, edge))
                cells.setdefault((x, y), []).append(edge)
    return sorted(found)


def thinned(line, tolerance, shapes):
    """An open line with fewer positions (Douglas & Peucker 1973), nowhere farther than `tolerance` m from it."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        i, j = waiting.pop()
        kx, ky = shapes.scales((line[i][1] + line[j][1]) / 2)
        far, k = max(
            ((shapes.to_segment(line[k], line[i], line[j], kx, ky), -k) for k in range(i + 1, j)), default=(0, 0)
        )
        if far > tolerance:
            kept.add(-k)
            waiting += [(i, -k), (-k, j)]
    return [line[i] for i in sorted(kept)]
