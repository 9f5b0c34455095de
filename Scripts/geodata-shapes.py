"""Lines and rings on a grid of millionths of a degree, for geodata.py: no library, so that the same input gives
the same bytes everywhere. A position is a pair of whole numbers (longitude, latitude) in 1e-6 degrees.
"""

import math

MICRO = 1_000_000
#: WGS84: equatorial radius in m and the square of the first eccentricity.
EQUATORIAL, ECCENTRICITY2 = 6378137.0, 0.0066943799901413165


def scales(latitude_micro):
    """Metres per micro-degree of longitude and of latitude there, on the ellipsoid."""
    phi = math.radians(latitude_micro / MICRO)
    w2 = 1 - ECCENTRICITY2 * math.sin(phi) ** 2
    step = math.radians(1 / MICRO)
    return (
        step * EQUATORIAL * math.cos(phi) / math.sqrt(w2),
        step * EQUATORIAL * (1 - ECCENTRICITY2) / (w2 * math.sqrt(w2)),
    )


def distance(a, b):
    """Metres between two near positions (within 0.01 % up to 50 km)."""
    kx, ky = scales((a[1] + b[1]) / 2)
    return math.sqrt(((b[0] - a[0]) * kx) ** 2 + ((b[1] - a[1]) * ky) ** 2)


def length(line):
    """Metres along a line."""
    return sum(distance(a, b) for a, b in zip(line, line[1:]))


def area(ring):
    """Square metres inside a closed ring whose edges are straight in longitude and latitude.

    The strip between an edge and the equator is the integral of the area function of the ellipsoid (Snyder, Map
    Projections, 1987, eq. 3-12) over longitude, by Simpson's rule.
    """
    e = math.sqrt(ECCENTRICITY2)

    def q(micro):
        s = math.sin(math.radians(micro / MICRO))
        es = e * s
        return (1 - ECCENTRICITY2) * (s / (1 - es * es) + math.atanh(es) / e)

    total = math.fsum(
        (b[0] - a[0]) * (q(a[1]) + 4 * q((a[1] + b[1]) / 2) + q(b[1])) / 6 for a, b in zip(ring, ring[1:])
    )
    return abs(total) * math.radians(1 / MICRO) * EQUATORIAL**2 / 2


def anticlockwise(ring):
    """The ring as RFC 7946 wants an outer one."""
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
    return ring if doubled > 0 else ring[::-1]


def turn(a, b, c):
    """Which side of a→b the position c is on: exact, in whole numbers."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def meet(a, b, c, d):
    """Whether two segments have a point in common."""
    t1, t2, t3, t4 = turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)
    if (t1 > 0) != (t2 > 0) and t1 and t2 and (t3 > 0) != (t4 > 0) and t3 and t4:
        return True

    def between(p, q, r):
        return min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])

    return (
        (t1 == 0 and between(a, b, c))
        or (t2 == 0 and between(a, b, d))
        or (t3 == 0 and between(c, d, a))
        or (t4 == 0 and between(c, d, b))
    )


class Index:
    """The segments of a line in cells of 0.02°."""

    CELL = 20_000

    def __init__(self, line):
        self.line = line
        self.cells = {}
        for i, (a, b) in enumerate(zip(line, line[1:])):
            for cell in self.covered(a, b):
                self.cells.setdefault(cell, []).append(i)

    def covered(self, a, b):
        xs = range(min(a[0], b[0]) // self.CELL, max(a[0], b[0]) // self.CELL + 1)
        ys = range(min(a[1], b[1]) // self.CELL, max(a[1], b[1]) // self.CELL + 1)
        return [(x, y) for x in xs for y in ys]

    def met(self, a, b):
        """Numbers of the segments that have a point in common with a–b."""
        near = {i for cell in self.covered(a, b) for i in self.cells.get(cell, ())}
        return [i for i in sorted(near) if meet(a, b, self.line[i], self.line[i + 1])]

    def nearest(self, p):
        """Metres from a position to the line."""
        kx, ky = scales(p[1])
        reach, best, x, y = 0, math.inf, p[0] // self.CELL, p[1] // self.CELL
        # The next ring of cells is at least this far away.
        while best > (reach - 1) * self.CELL * min(kx, ky):
            for cx in range(x - reach, x + reach + 1):
                for cy in range(y - reach, y + reach + 1):
                    if max(abs(cx - x), abs(cy - y)) != reach:
                        continue
                    for i in self.cells.get((cx, cy), ()):
                        best = min(best, to_segment(p, self.line[i], self.line[i + 1], kx, ky))
            reach += 1
        return best


def to_segment(p, a, b, kx, ky):
    """Metres from p to the segment a–b, on a plane with these scales."""
    ax, ay = (a[0] - p[0]) * kx, (a[1] - p[1]) * ky
    dx, dy = (b[0] - a[0]) * kx, (b[1] - a[1]) * ky
    square = dx * dx + dy * dy
    t = 0.0 if square == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / square))
    return math.sqrt((ax + t * dx) ** 2 + (ay + t * dy) ** 2)


def sampled(line, step=500.0):
    """Positions along a line, about every `step` metres."""
    for a, b in zip(line, line[1:]):
        count = max(1, math.ceil(distance(a, b) / step))
        for i in range(count):
            yield (a[0] + (b[0] - a[0]) * i // count, a[1] + (b[1] - a[1]) * i // count)


def rms_distance(line, index):
    """Root mean square of the distance of a line from another, in m."""
    squares = [index.nearest(p) ** 2 for p in sampled(line)]
    return math.sqrt(math.fsum(squares) / len(squares))


def attach(arc, index, farthest):
    """Ends a generalised line at a vertex of an exact one.

    From the middle of the arc outwards: where it first crosses the exact line it is cut, else it ends where it
    ends; from there it goes to the nearest vertex that can be reached without crossing the exact line.

    - Returns: the arc without what was cut off, and the number of the vertex.
    """
    line = index.line
    kept, target = arc, arc[-1]
    for k in range(len(arc) // 2, len(arc) - 1):
        hits = index.met(arc[k], arc[k + 1])
        if hits:
            target = min((line[i] for i in hits), key=lambda p: distance(arc[k], p))
            kept = arc[: k + 1]
            break
    if distance(target, arc[-1]) > farthest:
        raise SystemExit(f"a line is cut {distance(target, arc[-1]):.0f} m before its end")
    nearest = sorted((distance(target, p), i) for i, p in enumerate(line) if abs(p[1] - target[1]) < 300_000)
    for far, i in nearest[:500]:
        if far > farthest:
            break
        if all(i in (j, j + 1) for j in index.met(kept[-1], line[i])):
            return kept, i
    raise SystemExit(f"no vertex of the exact line can be reached from {kept[-1]}")


def crossings(ring):
    """Pairs of segments of a closed ring that touch or cross without being neighbours."""
    index, last = Index(ring), len(ring) - 2
    found = []
    for i, (a, b) in enumerate(zip(ring, ring[1:])):
        for j in index.met(a, b):
            if j > i + 1 and not (i == 0 and j == last):
                found.append((i, j))
    return found


def simplified(ring, tolerance, fixed):
    """A closed ring with fewer vertices (Douglas & Peucker 1973), nowhere farther than `tolerance` m from it.

    The positions numbered in `fixed` stay; the simplified ring does not cross itself.
    """
    kept = {0, len(ring) - 1, *fixed}

    def farthest(i, j):
        kx, ky = scales((ring[i][1] + ring[j][1]) / 2)
        return max(((to_segment(ring[k], ring[i], ring[j], kx, ky), -k) for k in range(i + 1, j)), default=(0, 0))

    ends = sorted(kept)
    waiting = list(zip(ends, ends[1:]))
    while waiting:
        i, j = waiting.pop()
        far, k = farthest(i, j)
        if far > tolerance:
            kept.add(-k)
            waiting += [(i, -k), (-k, j)]
    while True:
        numbers = sorted(kept)
        bad = {i for pair in crossings([ring[n] for n in numbers]) for i in pair}
        more = {-farthest(numbers[i], numbers[i + 1])[1] for i in bad} - {0}
        if not more:
            return [ring[n] for n in numbers]
        kept |= more
