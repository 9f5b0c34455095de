"""What each map gained and lost since the one before, by shapely and pyproj. OUT FILES…; without arguments: start-up."""
import csv, sys
import orjson, shapely
from pyproj import Geod
from shapely.geometry import shape

geod = Geod(ellps="WGS84")


def area(ground):
    parts = (p for p in shapely.get_parts(ground) if p.geom_type == "Polygon")
    return sum(abs(geod.geometry_area_perimeter(p)[0]) for p in parts)


if len(sys.argv) > 2:
    with open(sys.argv[1], "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["gained_m2", "lost_m2"])
        before = None
        for path in sorted(sys.argv[2:]):
            with open(path, "rb") as source:
                now = shapely.union_all([shape(f["geometry"]) for f in orjson.loads(source.read())["features"]])
            if not now.is_valid:
                now = shapely.make_valid(now)
            if before is not None:
                out.writerow([area(now.difference(before)), area(before.difference(now))])
            before = now
