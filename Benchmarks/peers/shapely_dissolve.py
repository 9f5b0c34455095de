"""The area of the union of a map's polygons, by shapely and pyproj. OUT MAP; without arguments: start-up."""
import csv, sys
import orjson, shapely
from pyproj import Geod
from shapely.geometry import shape

geod = Geod(ellps="WGS84")

if len(sys.argv) > 2:
    with open(sys.argv[2], "rb") as source:
        ground = [shape(f["geometry"]) for f in orjson.loads(source.read())["features"]]
    union = shapely.union_all(ground)
    with open(sys.argv[1], "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["area_m2"])
        out.writerow([sum(abs(geod.geometry_area_perimeter(p)[0]) for p in shapely.get_parts(union))])
