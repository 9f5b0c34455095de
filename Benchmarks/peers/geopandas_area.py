"""What a careful user of GeoPandas writes: area and perimeter of each feature. IN OUT; without arguments: start-up."""
import csv, sys
import geopandas
from pyproj import Geod

if len(sys.argv) == 3:
    geod = Geod(ellps="WGS84")
    frame = geopandas.read_file(sys.argv[1])
    with open(sys.argv[2], "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "area_m2", "perimeter_m"])
        for name, shape in zip(frame["id"], frame.geometry):
            area, perimeter = geod.geometry_area_perimeter(shape)
            out.writerow([name, abs(area), perimeter])
