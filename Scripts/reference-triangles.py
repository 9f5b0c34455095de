#!/usr/bin/env python3
"""Prints the reference triangles of Tests/KGeoMeasureTests/ReferenceTriangles.swift: about 9.99 km, 100 m and 15.99 km
a side, in steps of 5 degrees of azimuth, at several latitudes. Needs mpmath.

For each edge the geodesic is found at 34 digits from Karney's equations (Algorithms for geodesics, J. Geodesy 87
(2013) 43, sections 2 and 6) by Newton's method; its length, and the area under it from the zone area in its closed
form, come from numerical integration along it. None of that shares a formula with kgeo.
"""
from mpmath import mp, mpf, sin, cos, tan, atan, atan2, sqrt, asin, atanh, quad, radians, degrees, matrix, lu_solve, nstr

mp.dps = 34
a, f = mpf(6378137), 1 / mpf("298.257223563")
e2 = f * (2 - f)
b, e, ep2 = a * (1 - f), sqrt(e2), e2 / (1 - e2)


def zone(s):
    return b * b / 2 * (s / (1 - e2 * s * s) + atanh(e * s) / e)


def reduced(phi):
    return atan((1 - f) * tan(phi))


class Geodesic:
    """From (beta1, alpha1) over the arc sigma12."""

    def __init__(self, beta1, alpha1, arc):
        self.salp0 = sin(alpha1) * cos(beta1)
        self.calp0 = sqrt(1 - self.salp0**2)
        self.k2 = ep2 * self.calp0**2
        self.s1 = atan2(sin(beta1), cos(alpha1) * cos(beta1))
        self.s2 = self.s1 + arc

    def sine_beta(self, sigma):
        return self.calp0 * sin(sigma)

    def sine(self, sigma):
        sb = self.sine_beta(sigma)
        return sb / sqrt((1 - f) ** 2 * (1 - sb * sb) + sb * sb)

    def rate(self, sigma):
        sb = self.sine_beta(sigma)
        w = sqrt(1 + self.k2 * sin(sigma) ** 2)
        return self.salp0 / (1 - sb * sb) - f * self.salp0 * (2 - f) / (1 + (1 - f) * w)

    def end(self):
        return self.sine_beta(self.s2), quad(self.rate, [self.s1, self.s2], maxdegree=4)

    def length(self):
        return b * quad(lambda s: sqrt(1 + self.k2 * sin(s) ** 2), [self.s1, self.s2], maxdegree=4)

    def area(self, relative):
        return quad(lambda s: (zone(self.sine(s)) - relative) * self.rate(s), [self.s1, self.s2], maxdegree=4)


def solve(phi1, phi2, lam):
    beta1, target = reduced(phi1), sin(reduced(phi2))
    middle = (phi1 + phi2) / 2
    x, y = lam * cos(middle), phi2 - phi1
    v = [atan2(x, y), sqrt(x * x + y * y)]
    for _ in range(30):
        def off(alpha, arc):
            s, l = Geodesic(beta1, alpha, arc).end()
            return s - target, l - lam
        f0 = off(*v)
        if abs(f0[0]) + abs(f0[1]) < mpf(10) ** -31:
            break
        h = mpf(10) ** -14
        fa, fb = off(v[0] + h, v[1]), off(v[0], v[1] + h)
        step = lu_solve(
            matrix([[(fa[0] - f0[0]) / h, (fb[0] - f0[0]) / h], [(fa[1] - f0[1]) / h, (fb[1] - f0[1]) / h]]),
            matrix([-f0[0], -f0[1]]))
        v = [v[0] + step[0], v[1] + step[1]]
    return Geodesic(beta1, v[0], v[1])


def measure(ring):
    reference = zone(sin(radians(mpf(ring[0][1]))))
    area = lonlat = length = mpf(0)
    for p, q in zip(ring, ring[1:] + ring[:1]):
        phi1, phi2 = radians(mpf(p[1])), radians(mpf(q[1]))
        lam = radians(mpf(q[0]) - mpf(p[0]))
        g = solve(phi1, phi2, lam)
        length += g.length()
        area += g.area(reference)
        if phi1 == phi2:
            lonlat += lam * (zone(sin(phi1)) - reference)
        else:
            lonlat += lam * quad(lambda t: zone(sin(t)) - reference, [phi1, phi2], maxdegree=4) / (phi2 - phi1)
    return abs(area), abs(lonlat), length


def triangle(latitude, azimuth, side):
    r = side / 3**0.5
    ring = []
    for k in range(3):
        t = radians(azimuth + 120 * k)
        south = radians(latitude)
        n = a / sqrt(1 - e2 * sin(south) ** 2)
        m = n * (1 - e2) / (1 - e2 * sin(south) ** 2)
        phi = latitude + float(degrees(r * cos(t) / m))
        # The parallel is shorter farther north.
        lam = 30 + float(degrees(r * sin(t) / (n * cos(radians(phi)))))
        # Multiples of 2^-17 degrees are exact as doubles and as decimals, whoever reads them.
        ring.append((round(lam * 2**17) / 2**17, round(phi * 2**17) / 2**17))
    return ring


def exact(x):
    return ("%.17f" % x).rstrip("0").removesuffix(".")


everywhere, moderate = (0, 20, 45, 60, 70, 74.9, 84.8), (0, 20, 45, 59.8)
for side, latitudes in ((9990, everywhere), (100, everywhere), (15990, moderate)):
    for latitude in latitudes:
        for azimuth in range(0, 120, 5):
            ring = triangle(latitude, azimuth, side)
            area, lonlat, length = measure(ring)
            print("        [%s, %s, %s, %s]," % (
                ", ".join(exact(x) for p in ring for x in p), nstr(area, 20), nstr(lonlat, 20), nstr(length, 20)), flush=True)
