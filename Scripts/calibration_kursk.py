"""How far two mapmakers' lines lie apart where the front moves by kilometres in days: Kursk Oblast, for calibration.py.

The outline of the ground held by Ukraine on DeepState's map, as held and with its grey zone, against liveuamap's. As for the
table of differences: a sample every 250 m of the outline that runs 3 km and more inside Russia; the ground by which the two differ goes
to the nearest sample within 15 km, + where liveuamap holds it, - where DeepState does; windows of a length, half of it apart, along
each line. The two definitions differ from liveuamap's by ground of their own, so deviations are about the mean of each.

Reads FOLDER/deepstate/DAY.geojson and FOLDER/liveuamap/DAY.json. Needs numpy, scipy, shapely 2 and pyproj.
"""

import json
import math
from pathlib import Path

DAYS = ("2024-08-24", "2024-10-01", "2024-10-15", "2024-11-01", "2024-12-01", "2025-01-15")
LENGTHS = (10, 20, 50)
STEP = 250.0
REACH = 15_000.0
# Fill colours of DeepState's map.
HELD = ("#01579b",)
GREY = ("#01579b", "#bdbdbd")


def differences(folder, ukraine, days=DAYS, lengths=LENGTHS):
    """Rows of (length in km, deviation of the difference of area in km², number of windows)."""
    import numpy
    import shapely
    from pyproj import Transformer
    from scipy.spatial import cKDTree
    from shapely.geometry import shape

    plane = Transformer.from_crs(4326, "+proj=laea +lat_0=48.5 +lon_0=36 +datum=WGS84 +units=m", always_xy=True)
    box = shapely.box(33.5, 50.5, 36.5, 52.2)

    def project(geometry):
        return shapely.transform(geometry, lambda at: numpy.column_stack(plane.transform(at[:, 0], at[:, 1])))

    def parts(geometry):
        pieces = [q for p in getattr(geometry, "geoms", [geometry]) for q in getattr(p, "geoms", [p])]
        return [p for p in pieces if p.geom_type == "Polygon"]

    def polygons(feature):
        geometry = feature["geometry"]
        several = geometry["geometries"] if geometry and geometry["type"] == "GeometryCollection" else [geometry]
        return [shape(g) for g in several if g and g["type"] in ("Polygon", "MultiPolygon")]

    def ground(file, counts):
        document = json.loads(Path(file).read_text(encoding="utf-8"))
        features = document.get("value", document)["features"]
        near = [p for f in features if counts(f["properties"]) for p in polygons(f) if p.intersects(box)]
        return shapely.union_all([q for p in near for q in parts(shapely.make_valid(project(shapely.force_2d(p))))])

    own = ground(ukraine, lambda _: True)
    inside, beside = (project(box).difference(own.buffer(metres)) for metres in (3_000, 1_000))

    def displaced(a, b):
        """The area beside each sample, line by line."""
        outline = a.boundary.intersection(inside)
        outline = outline if outline.geom_type == "LineString" else shapely.line_merge(outline)
        places, lines = [], []
        for number, line in enumerate(getattr(outline, "geoms", [outline])):
            if line.length >= 10_000:
                count = int(line.length // STEP)
                at = shapely.line_interpolate_point(line, (numpy.arange(count) + 0.5) * STEP)
                places.append(shapely.get_coordinates(at))
                lines += [number] * count
        places, lines = numpy.vstack(places), numpy.array(lines)
        tree, sums = cKDTree(places), numpy.zeros(len(places))
        shapely.prepare(a)
        for piece in parts(a.symmetric_difference(b).intersection(beside)):
            if piece.area < 1e3:
                continue
            cell = 100.0 if piece.area > 1e6 else 25.0
            west, south, east, north = piece.bounds
            x, y = numpy.meshgrid(
                numpy.arange(west + cell / 2, east, cell), numpy.arange(south + cell / 2, north, cell))
            shapely.prepare(piece)
            within = shapely.contains_xy(piece, x.ravel(), y.ravel())
            x, y = x.ravel()[within], y.ravel()[within]
            if not len(x):
                continue
            _, nearest = tree.query(numpy.column_stack([x, y]), distance_upper_bound=REACH)
            found = nearest < len(places)
            sign = numpy.where(shapely.contains_xy(a, x[found], y[found]), -1, 1)
            numpy.add.at(sums, nearest[found], sign * piece.area / len(x))
        return [sums[lines == number] for number in numpy.unique(lines)]

    pooled = {length: [] for length in lengths}
    for fills in (HELD, GREY):
        lines = []
        for day in days:
            first = ground(f"{folder}/deepstate/{day}.geojson", lambda p, f=fills: (p.get("fill") or "").lower() in f)
            second = ground(f"{folder}/liveuamap/{day}.json", lambda p: p["type"] == "losses").intersection(beside)
            lines += displaced(first, second)
        for length in lengths:
            count = int(length * 1e3 / STEP)
            sums = numpy.array([
                line[i : i + count].sum() for line in lines for i in range(0, len(line) - count + 1, count // 2)
            ]) / 1e6
            pooled[length].append((len(sums), float(sums.var()) if len(sums) else 0.0))
    result = []
    for length, rows in pooled.items():
        n = sum(count for count, _ in rows)
        if n:
            result.append((length, math.sqrt(sum(count * variance for count, variance in rows) / n), n))
    return result
