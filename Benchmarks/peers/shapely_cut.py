"""A map cut by regions, written as GeoJSON, by shapely and pyproj. OUT MAP REGIONS; without arguments: start-up."""
import sys
import orjson, shapely
from pyproj import Geod
from shapely.geometry import mapping, shape

geod = Geod(ellps="WGS84")


def read(path):
    with open(path, "rb") as source:
        return [(f["properties"], shape(f["geometry"])) for f in orjson.loads(source.read())["features"]]


def feature(name, ground):
    parts = [p for p in shapely.get_parts(ground) if p.geom_type == "Polygon"]
    area = sum(abs(geod.geometry_area_perimeter(p)[0]) for p in parts)
    return {"type": "Feature", "properties": {"region": name, "area_m2": area},
            "geometry": mapping(shapely.MultiPolygon(parts))}


if len(sys.argv) > 3:
    ground = shapely.union_all([g for _, g in read(sys.argv[2])])
    regions = [(p["name"], g) for p, g in read(sys.argv[3])]
    pieces = [feature(name, ground.intersection(region)) for name, region in regions]
    pieces.append(feature(None, ground.difference(shapely.union_all([g for _, g in regions]))))
    with open(sys.argv[1], "wb") as file:
        file.write(orjson.dumps({"type": "FeatureCollection", "features": pieces}))
