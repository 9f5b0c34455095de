"""Ground of both maps, of either alone, and of one alone, by shapely and pyproj. OUT A B; without arguments: start-up."""
import csv, sys
import orjson, shapely
from pyproj import Geod
from shapely.geometry import shape

geod = Geod(ellps="WGS84")


def read(path):
    with open(path, "rb") as source:
        return shape(orjson.loads(source.read())["features"][0]["geometry"])


def area(ground):
    parts = (p for p in shapely.get_parts(ground) if p.geom_type == "Polygon")
    return sum(abs(geod.geometry_area_perimeter(p)[0]) for p in parts)


if len(sys.argv) > 2:
    a, b = read(sys.argv[2]), read(sys.argv[3])
    with open(sys.argv[1], "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["gained_m2", "lost_m2", "unchanged_m2", "either_m2"])
        out.writerow([area(b.difference(a)), area(a.difference(b)), area(a.intersection(b)),
                      area(a.symmetric_difference(b))])
