#!/usr/bin/env python3
"""Measures again, with shapely and pyproj, what kgeo check-article measured on maps, and prints the differences.

usage: plans.py ANSWER.json [GEODATA]

ANSWER.json is what `kgeo check-article TEXT… --maps PATH… --format json` wrote; the paths in it are read from the
working folder. Areas, changes and shares must agree to 1e-6, lengths and distances to 1e-4; the exit code is 1 where
one does not. Read are: the daily mirror and the Kursk history of DeepStateMap, and plain maps with `status`, `holder`
and `date`.
"""
import datetime
import gzip
import json
import os
import re
import sys

from pyproj import Geod, Transformer
from shapely import make_valid, union_all
from shapely.geometry import Point, Polygon, shape
from shapely.ops import transform

GEOD = Geod(ellps="WGS84")


def area(geometry):
    """Of geodesic edges, in m²."""
    if geometry.geom_type == "Polygon":
        def ring(line):
            return abs(GEOD.polygon_area_perimeter(*line.coords.xy)[0])
        return ring(geometry.exterior) - sum(map(ring, geometry.interiors))
    return sum(area(part) for part in getattr(geometry, "geoms", []))


class Regions:
    """The outlines of GeoData by their English names and codes."""

    def __init__(self, folder):
        self.known, self.names = {}, {}
        with open(folder + "/regions/regions.jsonl.gz", "rb") as file:
            packed = file.read()
        with open(folder + "/regions/regions.jsonl.index") as file:
            for line in file:
                code, start, count = line.rstrip("\n").split("\t")
                if code in ("UA", "RU"):
                    self.read(json.loads(gzip.decompress(packed[int(start):int(start) + int(count)])))

    def read(self, topology):
        per_degree = round(1 / topology["transform"]["scale"][0])
        arcs = []
        for arc in topology["arcs"]:
            x = y = 0
            line = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                line.append((x / per_degree, y / per_degree))
            arcs.append(line)

        def ring(numbers):
            places = []
            for number in numbers:
                line = arcs[number] if number >= 0 else arcs[~number][::-1]
                places += line[1:] if places else line
            return places
        for item in topology["objects"]["regions"]["geometries"]:
            facts = item["properties"]
            polygons = [Polygon(ring(rings[0]), [ring(hole) for hole in rings[1:]]) for rings in item["arcs"]]
            self.known[facts["code"]] = union_all(polygons)
            self.names[facts["name"]["en"]] = facts["code"]

    def outline(self, text):
        return union_all([self.known[self.names.get(name.strip(), name.strip())] for name in text.split(";")])


class Maps:
    """The maps of a folder or file: ground by day and status."""

    def __init__(self, path):
        self.days = {}
        files = [path]
        if os.path.isdir(path):
            files = sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith("json"))
        self.files = files
        if len(files) == 1:
            self.open(files[0])

    def open(self, path):
        with open(path) as file:
            features = json.load(file)["features"]
        mirror = re.search(r"deepstatemap_data_(\d{8})", path)
        named = re.search(r"(\d{4}-\d\d-\d\d)", path)
        for feature in features:
            if not feature.get("geometry"):
                continue
            own = feature["properties"] or {}
            day, status = own.get("date"), own.get("status", "controlled")
            if mirror:
                shown = datetime.datetime.strptime(mirror[1], "%Y%m%d").date() - datetime.timedelta(days=1)
                day = shown.isoformat()
            elif not day and named:
                day = named[1]
            status = {"ukrainian_controlled": "controlled", "unknown_grey": "contested"}.get(status, status)
            self.days.setdefault(day, {}).setdefault(status, []).append(make_valid(shape(feature["geometry"])))

    def ground(self, day, statuses, outline):
        if day not in self.days:
            date = datetime.date.fromisoformat(day)
            after = (date + datetime.timedelta(days=1)).strftime("%Y%m%d")
            for path in self.files:
                if "deepstatemap_data_" + after in path or day in os.path.basename(path):
                    self.open(path)
        own = self.days.get(day)
        if own is None:
            return None
        ground = union_all([part for status in statuses for part in own.get(status, [])])
        return ground.intersection(outline) if outline is not None else ground


def again(finding, row, maps, outline):
    """The value of a row, and how near it must come; None for what is not measured here."""
    measured, statuses = row["measured"], row["counting"]
    measure, kind = finding["measure"], finding["kind"]

    def ground(day):
        return maps.ground(day, statuses, outline)
    if kind in ("area", "share", "rate"):
        if measured.get("from_date"):
            old, new = ground(measured["from_date"]), ground(measured["to_date"])
            if old is None or new is None:
                return None
            gained, lost = area(new.difference(old)), area(old.difference(new))
            value = {"gained": gained, "lost": lost, "net": gained - lost, "mean": gained}.get(measure)
            if kind == "rate" and value is not None:
                days = (datetime.date.fromisoformat(measured["to_date"])
                        - datetime.date.fromisoformat(measured["from_date"])).days
                value /= days * 86400
        elif measure in ("held", "peak", "lowest"):
            part = ground(measured["date"])
            value = None if part is None else area(part)
        else:
            return None
        if value is None:
            return None
        if row.get("denominator"):
            value /= row["denominator"]["area_m2"]
        return value, 1e-6
    if kind == "distance" and measured.get("foot_from"):
        place = measured["foot_from"]
        if finding["maker"] == "GeoData":
            return GEOD.inv(*place, *measured["foot_to"])[2], 1e-4
        part = maps.ground(measured["date"], statuses, None)
        return None if part is None else (nearest(place, part), 1e-4)
    return None


def nearest(place, ground):
    """From a place to ground, in m: in a plane around the place, in which distances from it are true."""
    if ground.contains(Point(place)):
        return 0.0
    plane = Transformer.from_crs("EPSG:4326", f"+proj=aeqd +lon_0={place[0]} +lat_0={place[1]} +ellps=WGS84",
                                 always_xy=True)
    window = ground.boundary.intersection(Point(place).buffer(3))
    return transform(plane.transform, window.segmentize(0.001)).distance(Point(0, 0))


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    with open(arguments[0]) as file:
        answer = json.load(file)
    regions = Regions(arguments[1] if len(arguments) > 1 else "GeoData")
    shelves, worst, count, skipped = {}, 0.0, 0, 0
    for text in answer["texts"]:
        for figure in text["figures"]:
            plan = figure["plan"]
            if not plan:
                continue
            outline = regions.outline(plan["region"]) if plan["region"] else None
            for finding in figure["findings"]:
                if not finding.get("maker"):
                    continue
                path = finding["maps"]
                maps = shelves.setdefault(path, Maps(path))
                for row in finding["definitions"]:
                    if not row["measured"]:
                        continue
                    found = again(finding, row, maps, outline)
                    if not found:
                        skipped += 1
                        continue
                    own, limit = row["measured"]["value_si"], found[1]
                    off = abs(own - found[0]) / max(abs(own), abs(found[0]), 1)
                    if finding["kind"] in ("share", "rate"):
                        off = abs(own - found[0]) / max(abs(own), abs(found[0]), 1e-12)
                    count += 1
                    worst = max(worst, off / limit)
                    print(f'{text["id"]} {figure["quote"]!r} {plan["operation"]} {plan["region"]} '
                          f'{"+".join(row["counting"])}: kgeo {own:.6g}, here {found[0]:.6g}, off by {off:.1e}'
                          + ("" if off <= limit else "  <<<"))
    print(f"{count} values measured again, {skipped} of other kinds left out; "
          f"the worst is {worst:.3f} of what is allowed")
    sys.exit(1 if worst > 1 else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
