"""The same for a folder of daily maps: a row per map. OUT FILES…; without arguments: start-up."""
import csv, sys
import geopandas
from pyproj import Geod

if len(sys.argv) > 2:
    geod = Geod(ellps="WGS84")
    with open(sys.argv[1], "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["map", "area_m2", "perimeter_m"])
        for path in sys.argv[2:]:
            total = length = 0.0
            for shape in geopandas.read_file(path).geometry:
                area, perimeter = geod.geometry_area_perimeter(shape)
                total, length = total + abs(area), length + perimeter
            out.writerow([path, total, length])
