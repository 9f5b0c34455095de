#!/usr/bin/env python3
"""Measures again, with shapely and pyproj, what kgeo check-article measured on maps, and prints the differences.

usage: plans.py ANSWER.json [GEODATA]

ANSWER.json is what `kgeo check-article TEXT… --maps PATH… --format json` wrote; the paths in it are read from the
working folder. Areas, changes and shares must agree to 1e-6, lengths and distances to 1e-4; the exit code is 1 where
one does not. A peak is looked for on all maps of its time. Read are: the daily mirror and the Kursk history of
DeepStateMap, and plain maps with `status`, `holder` and `date`.
"""
import datetime
import gzip
import json
import os
import re
import sys

import numpy
from pyproj import Geod, Transformer
from shapely import make_valid, transform, union_all
from shapely.geometry import LineString, Point, Polygon, shape

GEOD = Geod(ellps="WGS84")


def laid(geometry, plane):
    """A geometry in a plane."""
    return transform(geometry, lambda places: numpy.column_stack(plane.transform(places[:, 0], places[:, 1])))


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
        self.files, self.is_whole = files, False
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

    def every_day(self):
        """The days of all maps, each opened."""
        if len(self.files) > 1 and not self.is_whole:
            for path in self.files:
                self.open(path)
            self.is_whole = True
        return sorted(day for day in self.days if day)

    def parts(self, day, statuses):
        """The areas of a day as they are drawn; None where there is no map of it."""
        if day not in self.days:
            date = datetime.date.fromisoformat(day)
            after = (date + datetime.timedelta(days=1)).strftime("%Y%m%d")
            for path in self.files:
                if "deepstatemap_data_" + after in path or day in os.path.basename(path):
                    self.open(path)
        own = self.days.get(day)
        return None if own is None else [part for status in statuses for part in own.get(status, [])]

    def ground(self, day, statuses, outline):
        parts = self.parts(day, statuses)
        if parts is None:
            return None
        ground = union_all(parts)
        return ground.intersection(outline) if outline is not None else ground

    def area(self, day, statuses, outline):
        """Of the ground of a day in a region, in m²."""
        parts = self.parts(day, statuses)
        if parts is None:
            return None
        polygons = [polygon for part in parts for polygon in getattr(part, "geoms", [part])]
        if outline is None or union_all(polygons).area < sum(polygon.area for polygon in polygons) * (1 - 1e-12):
            return area(self.ground(day, statuses, outline))
        return inside(polygons, outline)


def inside(polygons, outline):
    """What of polygons lies in a region, of geodesic edges, in m². The pieces of a polygon together have what the whole
    has: what their geodesics miss of it is shared among them by their size."""
    total = 0.0
    for polygon in polygons:
        if outline is None:
            total += area(polygon)
            continue
        here, there = polygon.intersection(outline), polygon.difference(outline)
        if here.is_empty or there.is_empty:
            total += 0.0 if here.is_empty else area(polygon)
            continue
        own, rest = area(here), area(there)
        total += own + (area(polygon) - own - rest) * own / (own + rest)
    return total


def again(finding, reading, row, maps, outline, geodata):
    """The value of a row, and how near it must come; None for what is not measured here."""
    measured, statuses = row["measured"], row["counting"]
    measure, kind = finding["measure"], finding["kind"]

    def ground(day):
        return maps.ground(day, statuses, outline)
    if kind in ("area", "share", "rate"):
        if measured.get("from_date"):
            change = nearest_change(measured, maps, statuses, outline)
            if change is None:
                return None
            gained, lost = change
            value = {"gained": gained, "lost": lost, "net": gained - lost, "mean": gained}.get(measure)
            if kind == "rate" and value is not None:
                days = (datetime.date.fromisoformat(measured["to_date"])
                        - datetime.date.fromisoformat(measured["from_date"])).days
                value /= days * 86400
        elif measure == "held":
            value = maps.area(measured["date"], statuses, outline)
        elif measure in ("peak", "lowest"):
            value = extreme(measure, reading, maps, statuses, outline)
        else:
            return None
        if value is None:
            return None
        if row.get("denominator"):
            value /= row["denominator"]["area_m2"]
        return value, 1e-6
    if kind == "length":
        ruler = re.search(r"with a ruler of ([\d.,]+) (k?m)", row["because"] or "")
        part = maps.ground(measured["date"], statuses, None)
        if not ruler or part is None:
            return None
        metres = float(ruler[1].replace(",", "")) * (1000 if ruler[2] == "km" else 1)
        if measured["date"] not in FRONTS:
            FRONTS[measured["date"]] = Front(part, geodata)
        low, high = FRONTS[measured["date"]].lengths(metres)
        return min(max(measured["value_si"], low), high), 1e-4
    if kind == "depth":
        part = ground(measured["date"])
        if part is None:
            return None
        # kgeo looks for the farthest place every 100 m: half a metre is allowed where that is more.
        metres = deepest(part, border(geodata))
        return metres, max(1e-4, 0.5 / max(metres, 1))
    if kind == "distance" and measured.get("foot_from"):
        place = measured["foot_from"]
        if maps is None:
            return GEOD.inv(*place, *measured["foot_to"])[2], 1e-4
        part = maps.ground(measured["date"], statuses, None)
        return None if part is None else (nearest(place, part), 1e-4)
    return None


def nearest_change(measured, maps, statuses, outline):
    """What was gained and lost in a region. The geodesics of an edge that is cut run beside it, so that first cutting and
    then subtracting differs from the other order by up to 1e-5: of the two that is taken which is nearer."""
    days = measured["from_date"], measured["to_date"]
    (old, new), (before, after) = ([maps.ground(day, statuses, where) for day in days] for where in (outline, None))
    if old is None or new is None:
        return None

    def changed(ground):
        return inside(getattr(ground, "geoms", [ground]), outline)
    span = (datetime.date.fromisoformat(days[1]) - datetime.date.fromisoformat(days[0])).days * 86400
    found = [(area(new.difference(old)), area(old.difference(new))),
             (changed(after.difference(before)), changed(before.difference(after)))]

    def off(change):
        gained, lost = change
        return min(abs(measured["value_si"] - part) for part in
                   (gained, lost, gained - lost, gained / span, lost / span, (gained - lost) / span))
    return min(found, key=off)


def extreme(measure, reading, maps, statuses, outline):
    """The most or the least of all maps of a time, or up to a day."""
    first, last = reading["period"] or (min(maps.every_day()), reading["as_of"])
    values = [maps.area(day, statuses, outline) for day in maps.every_day() if first <= day <= last]
    return (max if measure == "peak" else min)(values) if values else None


def border(geodata):
    """The border of the two countries."""
    with open(geodata + "/border-ukraine-russia.geojson") as file:
        lines = [shape(feature["geometry"]) for feature in json.load(file)["features"]]
    return union_all([line for line in lines if "Line" in line.geom_type])


def deepest(ground, line):
    """The greatest distance of an outline from a line, in m: in a plane around the farthest place, found again until it
    stays."""
    centre = ground.representative_point()
    for _ in range(4):
        plane = Transformer.from_crs(
            "EPSG:4326", f"+proj=aeqd +lon_0={centre.x} +lat_0={centre.y} +ellps=WGS84", always_xy=True)
        # The outline is straight in longitude and latitude.
        outline = laid(ground.boundary.segmentize(0.0005), plane)
        drawn = laid(line, plane)
        places = [Point(place) for part in getattr(outline, "geoms", [outline]) for place in part.coords]
        far = max(places, key=drawn.distance)
        metres = drawn.distance(far)
        centre = Point(plane.transform(far.x, far.y, direction="INVERSE"))
    return metres


FRONTS = {}


class Front:
    """What of an outline is no border and no coast, as Docs/Methods.md has it."""
    TOLERANCE, REDRAWN = 200.0, 250.0

    def __init__(self, ground, geodata):
        plane = Transformer.from_crs(
            "EPSG:4326", "+proj=lcc +lat_1=46 +lat_2=51 +lat_0=48.5 +lon_0=35 +ellps=WGS84", always_xy=True)

        def there(geometry):
            return laid(geometry, plane)
        with open(geodata + "/ukraine.geojson") as file:
            feature = next(f for f in json.load(file)["features"] if "Polygon" in f["geometry"]["type"])
        own = feature["properties"]
        country = there(shape(feature["geometry"]))
        near = country.boundary.buffer(self.TOLERANCE, quad_segs=64)
        far = self.doubtful(feature, own, there)
        self.stretches = []
        for part in getattr(ground, "geoms", [ground]):
            for ring in [part.exterior, *part.interiors]:
                for run in self.runs(there(ring), near):
                    middle = Point(run.coords[len(run.coords) // 2])
                    if country.contains(middle) and not run.within(far):
                        back = [plane.transform(*place, direction="INVERSE") for place in run.coords]
                        self.stretches.append(back)

    def doubtful(self, feature, own, there):
        """Where an outline may be the border or coast drawn otherwise: three standard deviations of the two."""
        def reach(error):
            return 3 * (error ** 2 + self.REDRAWN ** 2) ** 0.5
        ends = [tuple(end) for end in own.get("land_border_ends", [])]
        parts = []
        for polygon in getattr(shape(feature["geometry"]), "geoms", [shape(feature["geometry"])]):
            for ring in [polygon.exterior, *polygon.interiors]:
                places = list(ring.coords)[:-1]
                if len(ends) == 2 and all(end in places for end in ends):
                    a, b = (places.index(end) for end in ends)
                    land = places[a:b + 1] if a <= b else places[a:] + places[:b + 1]
                    coast = places[b:a + 1] if b <= a else places[b:] + places[:a + 1]
                    parts += [(land, own["land_border_error_m"]), (coast, own["boundary_error_m"])]
                else:
                    parts.append((places + places[:1], own["boundary_error_m"]))
        return union_all([there(LineString(line)).buffer(reach(error), quad_segs=32) for line, error in parts])

    @staticmethod
    def runs(ring, near):
        left = ring.difference(near)
        parts = [part for part in getattr(left, "geoms", [left]) if not part.is_empty]
        # What runs over the first place of the ring is one run.
        if len(parts) > 1 and parts[0].coords[0] == ring.coords[0] and parts[-1].coords[-1] == ring.coords[-1]:
            parts[0] = LineString(list(parts.pop().coords) + list(parts[0].coords)[1:])
        return parts

    def lengths(self, ruler):
        """The least and the most: where a stretch that closes begins is nobody's choice."""
        low = high = 0.0
        for places in self.stretches:
            turns = [places]
            if places[0] == places[-1]:
                turns = [places[k:] + places[1:k + 1] for k in range(len(places) - 1)]
            walked = [walked_from_everywhere(turn, ruler) for turn in turns]
            low, high = low + min(walked), high + max(walked)
        return low, high


RULERS = [500.0, 1000.0, 2000.0, 5000.0, 10000.0, 20000.0]


def walk(places, ruler):
    """The steps of a divider: the length of each, where it ends and on which edge."""
    start, edge = places[0], 0
    at = start
    while edge < len(places) - 1:
        end = places[edge + 1]
        reach = GEOD.inv(*start, *end)[2]
        if reach < ruler * (1 - 1e-4):
            edge, at = edge + 1, end
            continue
        if reach <= ruler * (1 + 1e-4):
            yield reach, end, edge
            edge, start, at = edge + 1, end, end
            continue
        azimuth, _, length = GEOD.inv(*at, *end)
        low, high = 0.0, length
        while high - low > ruler * 1e-7:
            middle = (low + high) / 2
            place = GEOD.fwd(*at, azimuth, middle)[:2]
            if GEOD.inv(*start, *place)[2] < ruler:
                low = middle
            else:
                high = middle
        start = at = GEOD.fwd(*at, azimuth, high)[:2]
        yield ruler, start, edge
    rest = GEOD.inv(*start, *places[-1])[2]
    if rest > 0:
        yield rest, places[-1], len(places) - 2


def walked_from_everywhere(places, ruler):
    """The mean of walks both ways from the places where a walk with the longest ruler stops."""
    closed = len(places) > 2 and places[0] == places[-1]
    stops, longest = [], 0
    for longest in sorted(RULERS, reverse=True):
        stops = list(walk(places, longest))[:-1]
        if len(stops) >= 3:
            break
    if len(stops) < 3:
        stops = []
    count = min(19, len(stops))
    chains = [(places, [])]
    for k in range(count):
        _, stop, edge = stops[k * len(stops) // count]
        before, after = places[:edge + 1], places[edge + 1:]
        chains.append(([stop] + after + before[1:] + [stop], []) if closed
                      else ([stop] + after, [stop] + before[::-1]))

    def walked(chain):
        return sum(step[0] for step in walk(chain, ruler)) if len(chain) > 1 else 0.0
    return sum(walked(forward) + walked(backward) for forward, backward in chains) / len(chains)


def nearest(place, ground):
    """From a place to ground, in m: in a plane around the place, in which distances from it are true."""
    if ground.contains(Point(place)):
        return 0.0
    plane = Transformer.from_crs("EPSG:4326", f"+proj=aeqd +lon_0={place[0]} +lat_0={place[1]} +ellps=WGS84",
                                 always_xy=True)
    window = ground.boundary.intersection(Point(place).buffer(3))
    return laid(window.segmentize(0.001), plane).distance(Point(0, 0))


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    with open(arguments[0]) as file:
        answer = json.load(file)
    geodata = arguments[1] if len(arguments) > 1 else "GeoData"
    regions = Regions(geodata)
    shelves, worst, count, skipped = {}, 0.0, 0, 0
    for text in answer["texts"]:
        for figure in text["figures"]:
            plan = figure["plan"]
            if not plan:
                continue
            own = {item["maker"]: item.get("region") for item in plan["maps"]}
            for finding in figure["findings"]:
                if not finding.get("maker"):
                    continue
                region = own.get(finding["maker"]) or plan["region"]
                outline = regions.outline(region) if region else None
                path = finding["maps"]
                # The way between places needs none.
                maps = None if finding["maker"] == "GeoData" else shelves.get(path) or Maps(path)
                shelves[path] = maps
                for row in finding["definitions"]:
                    if not row["measured"]:
                        continue
                    found = again(finding, figure["reading"], row, maps, outline, geodata)
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
                          + ("" if off <= limit else "  <<<"), flush=True)
    print(f"{count} values measured again, {skipped} of other kinds left out; "
          f"the worst is {worst:.3f} of what is allowed")
    sys.exit(1 if worst > 1 else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
