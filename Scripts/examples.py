#!/usr/bin/env python3
"""Draws the four invented grounds of Docs/Examples/ground: a fire, a flood, a reserve and an oil slick.

    python3 Scripts/examples.py Docs/Examples/ground

Nothing in them is true, and each file says so. Every number comes from the formulas below, so that the same bytes come
out everywhere. GeoPackage, FlatGeobuf and Shapefile are made from the GeoJSON by ogr2ogr where they are needed.
"""
import json
import math
import struct
import sys

NOTE = "invented for an example of kgeo: there was no such "


def outline(lon, lat, across, up, count, turns, phase=0.0):
    """A closed ring, anticlockwise: an ellipse of two half-axes in km with a few waves on its edge."""
    ring = []
    for i in range(count):
        angle = 2 * math.pi * i / count
        wave = 1 + sum(0.11 / n * math.sin(n * angle + phase + n * n) for n in turns)
        x = across * wave * math.cos(angle) / (111.32 * math.cos(math.radians(lat)))
        y = up * wave * math.sin(angle) / 110.57
        ring.append([round(lon + x, 5), round(lat + y, 5)])
    return ring + [ring[0]]


def tilted(ring, degrees):
    """The ring turned about its middle."""
    middle = [sum(p[k] for p in ring[:-1]) / (len(ring) - 1) for k in (0, 1)]
    stretch = math.cos(math.radians(middle[1]))
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turned = []
    for lon, lat in ring[:-1]:
        x, y = (lon - middle[0]) * stretch, lat - middle[1]
        turned.append([round(middle[0] + (c * x - s * y) / stretch, 5), round(middle[1] + s * x + c * y, 5)])
    return turned + [turned[0]]


def hole(ring):
    return list(reversed(ring))


FIRE = [
    ("Marten Ridge fire", "burned", [[outline(-115.2, 57.1, 13.0, 7.5, 96, (2, 3, 5)),
                                      hole(outline(-115.3, 57.08, 2.1, 1.2, 24, (2, 3)))]]),
    ("Beaver Creek fire", "burned", [[outline(-114.62, 57.32, 5.2, 4.1, 48, (2, 4), 1.0)]]),
]
FLOOD = [
    ("Flood along the river", "covered", [[tilted(outline(68.35, 26.6, 70.0, 196.0, 160, (2, 3, 4, 7)), -12),
                                           hole(tilted(outline(68.45, 26.9, 18.0, 30.0, 40, (2, 3)), -12))]]),
    ("Flood of the delta", "covered", [[outline(67.95, 24.45, 38.0, 24.0, 64, (2, 3, 5), 2.0)]]),
]
RESERVE = [
    ("North block", "protected", [[outline(-63.4, -13.6, 26.0, 18.0, 72, (2, 3, 5)),
                                   hole(outline(-63.35, -13.62, 4.0, 3.0, 24, (2,)))]]),
    ("South block, two parts", "protected", [[outline(-63.1, -14.1, 11.0, 9.0, 48, (2, 3))],
                                             [outline(-62.8, -14.15, 6.0, 7.0, 36, (2, 4), 1.5)]]),
]
SLICK = [("Slick", "oil", [[tilted(outline(-88.6, 28.3, 37.0, 5.5, 80, (3, 5)), 28)]])]


def features(shapes, what):
    for name, status, polygons in shapes:
        geometry = (
            {"type": "Polygon", "coordinates": polygons[0]} if len(polygons) == 1
            else {"type": "MultiPolygon", "coordinates": polygons})
        yield {"type": "Feature",
               "properties": {"name": name, "status": status, "note": NOTE + what}, "geometry": geometry}


def geojson(shapes, what):
    rows = ",\n".join(json.dumps(f, separators=(",", ":")) for f in features(shapes, what))
    return '{"type":"FeatureCollection","features":[\n' + rows + "\n]}\n"


def wkt(polygons):
    def ring(r):
        return "(" + ",".join(f"{x!r} {y!r}" for x, y in r) + ")"
    parts = ["(" + ",".join(map(ring, p)) + ")" for p in polygons]
    return "POLYGON " + parts[0] if len(parts) == 1 else "MULTIPOLYGON (" + ",".join(parts) + ")"


def wkb(polygons):
    def polygon(rings):
        body = b"".join(struct.pack("<I", len(r)) + b"".join(struct.pack("<dd", *p) for p in r) for r in rings)
        return struct.pack("<BII", 1, 3, len(rings)) + body
    if len(polygons) == 1:
        return polygon(polygons[0]).hex()
    return (struct.pack("<BII", 1, 6, len(polygons)) + b"".join(map(polygon, polygons))).hex()


def table(shapes, what, column, written):
    lines = [f"title,status,note,{column}"]
    for name, status, polygons in shapes:
        lines.append(f'"{name}",{status},"{NOTE}{what}","{written(polygons)}"')
    return "\n".join(lines) + "\n"


def kml(shapes, what):
    marks = []
    for name, _, polygons in shapes:
        for rings in polygons:
            def ring(tag, r):
                text = " ".join(f"{x!r},{y!r}" for x, y in r)
                return (f"<{tag}><LinearRing><coordinates>{text}</coordinates></LinearRing></{tag}>")
            body = ring("outerBoundaryIs", rings[0]) + "".join(ring("innerBoundaryIs", r) for r in rings[1:])
            marks.append(f"<Placemark><name>{name}</name><description>{NOTE}{what}</description>"
                         f"<Polygon>{body}</Polygon></Placemark>")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
            + "\n".join(marks) + "\n</Document></kml>\n")


FILES = {
    "fire.geojson": lambda: geojson(FIRE, "fire"),
    "flood.geojson": lambda: geojson(FLOOD, "flood"),
    "reserve-wkt.csv": lambda: table(RESERVE, "reserve", "wkt", wkt),
    "reserve-wkb.csv": lambda: table(RESERVE, "reserve", "outline", wkb),
    "slick.kml": lambda: kml(SLICK, "slick"),
}
SHAPES = {"fire.geojson": FIRE, "flood.geojson": FLOOD, "reserve-wkt.csv": RESERVE, "slick.kml": SLICK}

if __name__ == "__main__":
    folder = sys.argv[1]
    for name, text in FILES.items():
        with open(f"{folder}/{name}", "w", encoding="utf-8", newline="\n") as file:
            file.write(text())
