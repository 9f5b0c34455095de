#!/usr/bin/env python3
"""How exact kgeo's areas and perimeters are: against PROJ for every feature of a map, and against 34 digits for some.

usage: accuracy.py MAP.geojson [--kgeo PROGRAM] [--sample N] [--largest VERTICES]

Needs numpy, orjson, pyproj and mpmath. PROJ (pyproj) measures the same rings edge by edge. The reference takes each
edge's geodesic from the definition: Newton on the direct problem of the auxiliary sphere (Karney 2013, equations 10 to
19), the integrals for longitude, length and area by 20-point Gauss–Legendre quadrature, all with 34 digits. Areas are
the sum of ∫ A(φ) dλ under the edges, A being the area between the equator and a parallel for a radian of longitude.
"""
import argparse, csv, os, statistics, subprocess, sys
import mpmath, numpy, orjson
from mpmath import mp, mpf
from pyproj import Geod

mp.dps = 40  # six more than are wanted
A = mpf(6378137)
F = 1 / mpf("298.257223563")
B = A * (1 - F)
E2 = F * (2 - F)
EP2 = E2 / (1 - E2)
E = mpmath.sqrt(E2)


def gauss_legendre(n):
    """Nodes and weights on 0…1, the roots of the Legendre polynomial by Newton."""
    nodes = []
    for k in range(1, n + 1):
        x = mpmath.cos(mp.pi * (k - mpf(1) / 4) / (n + mpf(1) / 2))
        for _ in range(12):
            p, q = mpf(1), mpf(0)
            for j in range(1, n + 1):
                p, q = ((2 * j - 1) * x * p - (j - 1) * q) / j, p
            slope = n * (x * p - q) / (x * x - 1)
            x -= p / slope
        nodes.append(((1 + x) / 2, 1 / ((1 - x * x) * slope * slope)))
    return nodes


GAUSS = gauss_legendre(20)


class Geodesic:
    """A geodesic from a reduced latitude with an azimuth, as far as an arc on the auxiliary sphere."""

    def __init__(self, beta, azimuth):
        sine, cosine = mpmath.sin(azimuth), mpmath.cos(azimuth)
        self.sin0 = sine * mpmath.cos(beta)
        self.cos0 = mpmath.sqrt(cosine**2 + (sine * mpmath.sin(beta))**2)
        self.start = mpmath.atan2(mpmath.sin(beta), cosine * mpmath.cos(beta))
        self.k2 = EP2 * self.cos0**2

    def omega(self, sigma):
        return mpmath.atan2(self.sin0 * mpmath.sin(sigma), mpmath.cos(sigma))

    def end(self, arc):
        """Reduced latitude and longitude, from the start, at the end of an arc."""
        sigma = self.start + arc
        beta = mpmath.asin(self.cos0 * mpmath.sin(sigma))
        integral = sum(
            w * (2 - F) / (1 + (1 - F) * mpmath.sqrt(1 + self.k2 * mpmath.sin(self.start + x * arc)**2)) for x, w in GAUSS)
        turn = self.omega(sigma) - self.omega(self.start)
        return beta, turn - F * self.sin0 * integral * arc

    def length_and_area(self, arc):
        """Length, and the area between the arc and the equator."""
        length = area = mpf(0)
        for x, w in GAUSS:
            sine = mpmath.sin(self.start + x * arc)
            root = mpmath.sqrt(1 + self.k2 * sine**2)
            length += w * root
            sin_beta = self.cos0 * sine
            cos_beta2 = 1 - sin_beta**2
            # dλ/dσ, and A(φ) with tan φ = tan β / (1 − f).
            slope = self.sin0 * (1 / cos_beta2 - F * (2 - F) / (1 + (1 - F) * root))
            sin_phi = sin_beta / mpmath.sqrt(sin_beta**2 + ((1 - F)**2) * cos_beta2)
            area += w * slope * B * B / 2 * (sin_phi / (1 - E2 * sin_phi**2) + mpmath.atanh(E * sin_phi) / E)
        return B * length * arc, area * arc


def edge(lon1, lat1, lon2, lat2):
    """Length of the geodesic between two places less than a few degrees apart, and the area below it."""
    radian = mp.pi / 180
    step = (mpf(lon2) - mpf(lon1)) * radian
    if lon1 == lon2 and lat1 == lat2:
        return mpf(0), mpf(0)
    beta1, beta2 = (mpmath.atan((1 - F) * mpmath.tan(mpf(lat) * radian)) for lat in (lat1, lat2))
    # Unknown: the components of the arc to the north and to the east, from those on a sphere.
    north, east = beta2 - beta1, step * mpmath.cos((beta1 + beta2) / 2)

    def miss(n, e):
        arc = mpmath.hypot(n, e)
        line = Geodesic(beta1, mpmath.atan2(e, n))
        beta, turn = line.end(arc)
        return beta - beta2, (turn - step) * mpmath.cos(beta2), line, arc

    size = abs(north) + abs(east)
    for _ in range(40):
        p, q, line, arc = miss(north, east)
        if abs(p) + abs(q) < size * mpf(10)**-30:
            break
        # Nearly the identity: plain iteration gains as many digits a step as the edge is short.
        north, east = north - p, east - q
    else:
        sys.exit("the reference does not converge: an edge is too long")
    return line.length_and_area(arc)


def reference(polygons):
    total, length = mpf(0), mpf(0)
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            edges = [edge(*a, *b) for a, b in zip(ring, ring[1:])]
            area = abs(mpmath.fsum(e[1] for e in edges))
            total += -area if number else area
            length += mpmath.fsum(e[0] for e in edges)
    return total, length


def by_proj(geod, polygons):
    total = length = 0.0
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            places = numpy.asarray([p[:2] for p in ring])
            area, perimeter = geod.polygon_area_perimeter(places[:-1, 0], places[:-1, 1])
            total += -abs(area) if number else abs(area)
            length += perimeter
    return total, length


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("map")
    parser.add_argument("--kgeo", default=os.path.join(os.path.dirname(__file__), "..", ".build", "release", "kgeo"))
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--largest", type=int, default=250, help="vertices of a feature in the sample at most")
    given = parser.parse_args()

    text = subprocess.run([given.kgeo, "area", "--format", "csv", given.map], check=True, capture_output=True).stdout
    rows = list(csv.DictReader(text.decode().splitlines()))
    with open(given.map, "rb") as file:
        features = orjson.loads(file.read())["features"]
    geod = Geod(ellps="WGS84")
    shapes, kgeo, proj = [], [], []
    for feature, row in zip(features, rows, strict=True):
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        shapes.append(polygons)
        kgeo.append((float(row["area_m2"]), float(row["perimeter_m"])))
        proj.append(by_proj(geod, polygons))
    print(f"{len(shapes)} features, {sum(len(r) for s in shapes for p in s for r in p)} vertices: kgeo against PROJ")
    for k, name in ((0, "area"), (1, "perimeter")):
        apart = sorted(abs(a[k] - b[k]) / b[k] for a, b in zip(kgeo, proj) if b[k])
        print(f"  {name}: largest relative difference {apart[-1]:.1e}, median {statistics.median(apart):.1e}, "
              f"99 of 100 below {apart[len(apart) * 99 // 100]:.1e}")

    small = [i for i, s in enumerate(shapes) if sum(len(r) for p in s for r in p) <= given.largest]
    chosen = small[::max(1, len(small) // given.sample)][:given.sample]
    if not chosen:
        return
    print(f"{len(chosen)} features of at most {given.largest} vertices, {sum(len(r) for i in chosen for p in shapes[i] for r in p)} "
          "in all: against 34 digits")
    exact = [reference(shapes[i]) for i in chosen]
    for k, name in ((0, "area"), (1, "perimeter")):
        ours = [float(abs(kgeo[i][k] - e[k]) / e[k]) for i, e in zip(chosen, exact)]
        theirs = [float(abs(proj[i][k] - e[k]) / e[k]) for i, e in zip(chosen, exact)]
        closer = sum(a < b for a, b in zip(ours, theirs))
        ties = sum(a == b for a, b in zip(ours, theirs))
        print(f"  {name}: kgeo is closer in {closer}, as close in {ties}, PROJ in {len(ours) - closer - ties}; "
              f"error of kgeo median {statistics.median(ours):.1e}, largest {max(ours):.1e}; "
              f"of PROJ {statistics.median(theirs):.1e}, {max(theirs):.1e}")


if __name__ == "__main__":
    main()
