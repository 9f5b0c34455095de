#!/usr/bin/env python3
"""The areas of the invented grounds of Scripts/examples.py as pyproj gives them, for Tests/CommandTests/GroundExampleTests.swift.

    python3 Scripts/examples-areas.py          (needs pyproj)

Rings are subtracted by role, as kgeo does it: pyproj's polygon_area_perimeter of each ring, the absolute value.
"""
import importlib.util
import os

import pyproj

path = os.path.join(os.path.dirname(__file__), "examples.py")
spec = importlib.util.spec_from_file_location("examples", path)
examples = importlib.util.module_from_spec(spec)
spec.loader.exec_module(examples)
geod = pyproj.Geod(ellps="WGS84")


def area(polygons):
    def ring(points):
        return abs(geod.polygon_area_perimeter([p[0] for p in points], [p[1] for p in points])[0])
    return sum(ring(rings[0]) - sum(map(ring, rings[1:])) for rings in polygons)


print(f"// pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}")
for file, shapes in examples.SHAPES.items():
    print(f'"{file}": [{", ".join(repr(area(polygons)) for _, _, polygons in shapes)}],')
