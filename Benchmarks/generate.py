#!/usr/bin/env python3
"""Writes the inputs of the benchmarks, the same on every run. Needs nothing but Python.

usage: generate.py FOLDER [t1] [t2] [t3] [t5] [t6] [t7]   (all of them when none is named; t4 takes the maps of t3)

t1  districts.geojson    20,000 features, 8,000,000 vertices, about 190 MB: polygons of very different sizes, one in
                         ten with a hole, one in twenty of two parts; 6 or 7 decimals; the closing vertices counted
    districts.geojsonl   the same features, one a line
t2  outline.geojson      one polygon of 2,000,000 vertices
t3  maps/map_DATE.geojson  123 daily maps of one front, a MultiPolygon of about 2,900 vertices each, of which some 20
                         move from day to day and the others are the same to the last digit
t5  front_a.geojson      20 parts with 200,000 vertices; in front_b 8 of 40 arcs of each have moved, in front_c every
                         vertex has
t6  cells.geojson        100,000 neighbours of some 24 vertices that share their edges to the last digit
t7  ground.geojson       one polygon of 200,000 vertices
    regions.geojson      25 regions beside each other with some 240 vertices each, over most of it
"""
import datetime, json, math, os, random, sys

KM_PER_DEGREE = 111.2


def star(dice, lon, lat, radius_km, vertices, decimals, clockwise=False, rough=0.25):
    """A closed ring of so many positions, the closing one included. The angle only grows: it never crosses itself."""
    n = vertices - 1
    waves = [(k, dice.gauss(0, rough / k), dice.uniform(0, 2 * math.pi)) for k in range(1, 7)]
    # A few hundred values of the slow waves are enough; between them they are taken as straight.
    steps = min(n, 720)
    slow = [1 + sum(a * math.cos(2 * math.pi * k * i / steps + p) for k, a, p in waves) for i in range(steps + 1)]
    degrees = radius_km / KM_PER_DEGREE
    widen = 1 / math.cos(math.radians(lat))
    form = f"[%.{decimals}f,%.{decimals}f]"
    sin, cos, noise = math.sin, math.cos, dice.random
    places = []
    for i in range(n):
        turn = (i + 0.7 * noise() - 0.35) / n
        at = turn * steps % steps
        j = int(at)
        r = slow[j] + (at - j) * (slow[j + 1] - slow[j])
        r = degrees * min(2.0, max(0.35, r)) * (0.985 + 0.03 * noise())
        angle = 2 * math.pi * turn
        places.append(form % (lon + widen * r * cos(angle), lat + r * sin(angle)))
    if clockwise:
        places.reverse()
    places.append(places[0])
    return "[" + ",".join(places) + "]"


def districts(folder, features=20_000, vertices=8_000_000):
    dice = random.Random(8)
    weights = [dice.lognormvariate(0, 0.8) for _ in range(features)]
    scale = vertices / sum(weights)
    sizes = [max(12, int(w * scale)) for w in weights]
    sizes[sizes.index(max(sizes))] += vertices - sum(sizes)
    regions = ["north", "south", "east", "west", "центр", "coast"]
    with open(f"{folder}/districts.geojson", "w") as whole, open(f"{folder}/districts.geojsonl", "w") as lines:
        whole.write('{"type":"FeatureCollection","name":"districts","features":[\n')
        for i, n in enumerate(sizes):
            lon, decimals = dice.uniform(-170, 170), 6 + i % 2
            lat = math.degrees(math.asin(dice.uniform(-0.93, 0.95)))
            km = 3 * math.sqrt(n / 100) * dice.uniform(0.7, 2.5)
            if i % 10 == 3 and n > 60:
                hole = n // 5
                parts = (star(dice, lon, lat, km, n - hole, decimals) + ","
                         + star(dice, lon, lat, km * 0.12, hole, decimals, clockwise=True))
                geometry = '{"type":"Polygon","coordinates":[' + parts + "]}"
            elif i % 20 == 7 and n > 60:
                second = n // 3
                parts = ("[" + star(dice, lon, lat, km, n - second, decimals) + "],["
                         + star(dice, lon, lat + 6 * km / KM_PER_DEGREE, km / 2, second, decimals) + "]")
                geometry = '{"type":"MultiPolygon","coordinates":[' + parts + "]}"
            else:
                geometry = '{"type":"Polygon","coordinates":[' + star(dice, lon, lat, km, n, decimals) + "]}"
            feature = (
                f'{{"type":"Feature","properties":{{"id":{i},"name":"district {i:05}","region":"{regions[i % 6]}",'
                f'"date":"2024-{i % 12 + 1:02}-{i % 28 + 1:02}","status":"{"held" if i % 3 else "free"}",'
                f'"population":{dice.randrange(200_000)},"confidence":{dice.random():.3f}}},"geometry":{geometry}}}')
            whole.write(feature + (",\n" if i < features - 1 else "\n"))
            lines.write(feature + "\n")
        whole.write("]}\n")


def outline(folder, vertices=2_000_000):
    dice = random.Random(9)
    with open(f"{folder}/outline.geojson", "w") as file:
        file.write('{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{"id":1},"geometry":'
                   '{"type":"Polygon","coordinates":[' + star(dice, 35, 48.5, 300, vertices, 7, rough=0.15)
                   + "]}}\n]}\n")


def moved(ring, lon, lat, begin, end, factor):
    """The ring with the places from begin to end pushed away from (or drawn towards) a place."""
    for i in range(begin, end):
        f = 1 + factor * math.sin(math.pi * (i - begin + 1) / (end - begin + 1))
        ring[i] = [lon + (ring[i][0] - lon) * f, lat + (ring[i][1] - lat) * f]
    ring[-1] = ring[0]


def write_map(path, parts, decimals):
    form = f"[%.{decimals}f,%.{decimals}f]"
    rings = ("[[" + ",".join(form % tuple(place) for place in ring) + "]]" for ring in parts)
    with open(path, "w") as file:
        file.write('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":'
                   '{"type":"MultiPolygon","coordinates":[' + ",".join(rings) + "]}}]}\n")


def maps(folder, count=123):
    os.makedirs(f"{folder}/maps", exist_ok=True)
    first = datetime.date(2025, 1, 1)
    dice = random.Random(1_000)
    centres = [(34 + k, 47.5 + 0.3 * k) for k in range(6)]
    parts = [json.loads(star(dice, *centres[k], 120 / (1 + 4 * k), 1_450 if k == 0 else 290, 14)) for k in range(6)]
    for day in range(count):
        begin = dice.randrange(1, 1_400)
        moved(parts[0], *centres[0], begin, begin + 20, dice.uniform(-0.002, 0.01))
        date = (first + datetime.timedelta(days=day)).strftime("%Y%m%d")
        write_map(f"{folder}/maps/map_{date}.geojson", parts, 14)


def fronts(folder):
    dice = random.Random(10)
    before, arcs, jittered = [], [], []
    for k in range(20):
        n, radius = (60_000, 120) if k == 0 else (7_400, 9)
        lon = 35 if k == 0 else 35 + 5 * math.cos(2 * math.pi * k / 19)
        lat = 48.5 if k == 0 else 48.5 + 3 * math.sin(2 * math.pi * k / 19)
        a = json.loads(star(dice, lon, lat, radius, n, 6))
        b, c = [list(p) for p in a], [list(p) for p in a]
        for _ in range(8):
            arc = dice.randrange(40)
            moved(b, lon, lat, max(1, arc * n // 40), (arc + 1) * n // 40 - 1,
                  dice.uniform(0.005, 0.03) * dice.choice((-1, 1)))
        for place in c[:-1]:
            f = 1 + dice.gauss(0, 0.004)
            place[0], place[1] = lon + (place[0] - lon) * f, lat + (place[1] - lat) * f
        c[-1] = c[0]
        for parts, ring in ((before, a), (arcs, b), (jittered, c)):
            parts.append(ring)
    for name, parts in (("a", before), ("b", arcs), ("c", jittered)):
        write_map(f"{folder}/front_{name}.geojson", parts, 6)


def cells(dice, columns, rows, west, south, east, north, between, name):
    """Features of a crooked lattice; both neighbours have the same places along each side, so many between its ends."""
    dx, dy = (east - west) / columns, (north - south) / rows
    corner = [[(west + (i + dice.uniform(-0.3, 0.3)) * dx, south + (j + dice.uniform(-0.3, 0.3)) * dy)
               for j in range(rows + 1)] for i in range(columns + 1)]
    sides = {}

    def side(a, b):
        key = (min(a, b), max(a, b))
        if key not in sides:
            (x0, y0), (x1, y1) = (corner[i][j] for i, j in key)
            places = [(x0, y0)]
            for k in range(1, between + 1):
                t, off = k / (between + 1), dice.uniform(-0.1, 0.1) / (between + 1)
                places.append((x0 + t * (x1 - x0) - off * (y1 - y0), y0 + t * (y1 - y0) + off * (x1 - x0)))
            sides[key] = ["[%.7f,%.7f]" % p for p in places + [(x1, y1)]]
        return sides[key] if key == (a, b) else sides[key][::-1]

    for i in range(columns):
        for j in range(rows):
            walk = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1), (i, j)]
            ring = [p for a, b in zip(walk, walk[1:]) for p in side(a, b)[:-1]]
            yield (f'{{"type":"Feature","properties":{{"name":"{name} {i}-{j}"}},"geometry":{{"type":"Polygon",'
                   f'"coordinates":[[{",".join(ring + ring[:1])}]]}}}}')


def collection(path, features):
    with open(path, "w") as file:
        file.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n")


def neighbours(folder):
    collection(f"{folder}/cells.geojson", cells(random.Random(11), 316, 317, 30, 45, 40, 52, 5, "cell"))


def cut(folder):
    dice = random.Random(12)
    collection(f"{folder}/ground.geojson", [
        '{"type":"Feature","properties":{"name":"ground"},"geometry":{"type":"Polygon","coordinates":['
        + star(dice, 35, 48.5, 250, 200_000, 7, rough=0.15) + "]}}"])
    collection(f"{folder}/regions.geojson", cells(dice, 5, 5, 32.2, 46.8, 37.8, 50.2, 60, "region"))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    os.makedirs(sys.argv[1], exist_ok=True)
    for name, make in (("t1", districts), ("t2", outline), ("t3", maps), ("t5", fronts), ("t6", neighbours), ("t7", cut)):
        if len(sys.argv) == 2 or name in sys.argv[2:]:
            make(sys.argv[1])
            print(f"{name} written", flush=True)
