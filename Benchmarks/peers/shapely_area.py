"""shapely's own reader (shapely.from_geojson) and pyproj. OUT FILES…; without arguments: start-up."""
import csv, sys
import shapely
from pyproj import Geod

if len(sys.argv) > 2:
    geod = Geod(ellps="WGS84")
    with open(sys.argv[1], "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["number", "area_m2", "perimeter_m"])
        for path in sys.argv[2:]:
            with open(path) as source:
                shapes = shapely.get_parts(shapely.from_geojson(source.read()))
            for number, shape in enumerate(shapes):
                area, perimeter = geod.geometry_area_perimeter(shape)
                out.writerow([number, abs(area), perimeter])
