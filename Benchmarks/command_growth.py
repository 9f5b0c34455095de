#!/usr/bin/env python3
"""How the time of commands grows with the work: from 1 thousand to a million vertices, one row a command and size.

usage: command_growth.py [--kgeo PROGRAM] [--data FOLDER] [--sizes N,N,…] [--only NAME,NAME,…] [--limit SECONDS]
                         [--markdown FILE]

Each command gets an input in which what it counts grows with the vertices: features of one name to import, borders and
coasts to take off a front, claims beside the features they speak of, shapes whose buffers are united, holes of one
polygon, polygons that overlap, outlines laid over each other. The start of the program (its median) is taken off, and stated. Inputs are written as
they are needed and removed again. The last column is the largest of a command's times per vertex over the smallest,
from 10,000 vertices on: below that the start and its spread are most of the time.
"""
import argparse, datetime, json, math, os, random, shutil, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = [1_000, 4_000, 16_000, 64_000, 250_000, 1_000_000]


def ring(places):
    return "[" + ",".join(f"[{x:.7f},{y:.7f}]" for x, y in places) + "]"


def square(x, y, size):
    return [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]


def spots(count, west, south, east, north):
    """The corners of a grid with about so many cells, and how wide they are."""
    across = math.ceil(math.sqrt(count))
    step = min((east - west) / across, (north - south) / across)
    return [(west + i % across * step, south + i // across * step) for i in range(count)], step


def feature(properties, kind, coordinates, feature_id=None):
    name = f'"id":{json.dumps(feature_id)},' if feature_id else ""
    return ('{"type":"Feature",' + name + f'"properties":{json.dumps(properties)},'
            f'"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}')


def collection(path, features, header=None):
    with open(path, "w") as file:
        file.write('{"type":"FeatureCollection",')
        if header:
            file.write(f'"kgeo":{json.dumps(header)},')
        file.write('"features":[\n' + ",\n".join(features) + "\n]}\n")


def star(count, x, y, radius, dice, jag=0.02):
    """A ring of so many different places; its radius goes up and down a little from place to place."""
    jag = min(jag, 8 / count)
    places = []
    for i in range(count):
        turn = 2 * math.pi * i / count
        r = radius * (1 + 0.2 * math.sin(5 * turn) + 0.05 * math.sin(23 * turn) + jag * dice.uniform(-1, 1))
        places.append((x + r * math.cos(turn), y + 0.7 * r * math.sin(turn)))
    return places + places[:1]


# What each command is given: the words after its name. Every one gets about so many vertices.

def import_names(count, folder):
    places, step = spots(count // 4, 20, 40, 40, 60)
    collection(f"{folder}/map.geojson", [
        feature({"status": "held", "name": "Area"}, "Polygon", f"[{ring(square(x, y, 0.8 * step))}]") for x, y in places])
    return ["import", "geojson", f"{folder}/map.geojson", "--status-property", "status", "--controlled", "held",
            "--date", "2024-01-01", "--output", f"{folder}/out.geojson"]


def front_minus(count, folder):
    dice = random.Random(2)
    outline = star(count // 2, 30, 50, 2, dice)
    collection(f"{folder}/map.geojson", [
        feature({"role": "control", "status": "controlled", "date": "2024-01-01"}, "Polygon", f"[{ring(outline)}]")])
    # Every other piece of the outline, of four edges, is a border a little beside it.
    pieces = [outline[i:i + 5] for i in range(0, len(outline) - 5, 8)]
    collection(f"{folder}/minus.geojson", [
        feature({"name": f"border {i}"}, "LineString", ring([(x + 1e-5, y) for x, y in piece])) for i, piece in enumerate(pieces)])
    return ["front", f"{folder}/map.geojson", "--minus", f"{folder}/minus.geojson", "--minus-tolerance", "5m",
            "--ruler", "1km,2km,5km,10km", "--format", "json"]


def front_areas(count, folder):
    """The same with surfaces to take off, on whose own side the front lies."""
    dice = random.Random(3)
    outline = star(count // 2, 30, 50, 2, dice)
    collection(f"{folder}/map.geojson", [
        feature({"role": "control", "status": "controlled", "date": "2024-01-01"}, "Polygon", f"[{ring(outline)}]")])
    places, step = spots(count // 8, 27, 47, 33, 53)
    collection(f"{folder}/minus.geojson", [
        feature({"name": f"area {i}"}, "Polygon", f"[{ring(square(x, y, 0.6 * step))}]") for i, (x, y) in enumerate(places)])
    return ["front", f"{folder}/map.geojson", "--minus", f"{folder}/minus.geojson", "--minus-tolerance", "5m",
            "--own-side", "--ruler", "1km,2km,5km,10km", "--format", "json"]


def claims(count, folder):
    places, step = spots(count // 4, 20, 40, 40, 60)
    side = 0.8 * step * 111.2
    listed = [{
        "id": f"claim-{i}", "kind": "area", "value": round(side * side * math.cos(math.radians(y)), 6), "unit": "km2",
        "qualifier": "about", "subject": {"id": f"area-{i}"}, "worded": "controlled", "as_of": "2024-01-01",
        "quote": f"Area {i} is held.", "source": {"outlet": "invented"}} for i, (_, y) in enumerate(places)]
    collection(f"{folder}/map.geojson", [
        feature({"role": "control", "status": "controlled", "date": "2024-01-01", "holder": "North"}, "Polygon",
                f"[{ring(square(x, y, 0.8 * step))}]", f"area-{i}") for i, (x, y) in enumerate(places)],
        {"schema": 1, "title": "Squares and claims", "claims": listed})


def dated_claims(count, folder):
    """The same with a day for each feature, of at most 20,000, and claims of all ground on a day."""
    places, step = spots(count // 4, 20, 40, 40, 60)
    first = datetime.date(1970, 1, 1)
    days = [str(first + datetime.timedelta(days=i % 20_000)) for i in range(len(places))]
    listed = [{
        "id": f"claim-{i}", "kind": "area", "value": 100 + i % 7, "unit": "km2", "qualifier": "about",
        "subject": {"holder": "North"}, "worded": "controlled", "as_of": day, "quote": "It is held.",
        "source": {"outlet": "invented"}} for i, day in enumerate(days)]
    collection(f"{folder}/map.geojson", [
        feature({"role": "control", "status": "controlled", "date": day, "holder": "North"}, "Polygon",
                f"[{ring(square(x, y, 0.8 * step))}]", f"area-{i}") for i, ((x, y), day) in enumerate(zip(places, days))],
        {"schema": 1, "title": "Squares, days and claims", "claims": listed})


def check_area_days(count, folder):
    dated_claims(count, folder)
    return ["check-area", f"{folder}/map.geojson", "--format", "json"]


def export_days(count, folder):
    dated_claims(count, folder)
    return ["export", f"{folder}/map.geojson", "--to", f"{folder}/out", "--quiet"]


def check_area(count, folder):
    claims(count, folder)
    return ["check-area", f"{folder}/map.geojson", "--format", "json"]


def check_area_table(count, folder):
    claims(count, folder)
    return ["check-area", f"{folder}/map.geojson"]


def export(count, folder):
    claims(count, folder)
    return ["export", f"{folder}/map.geojson", "--to", f"{folder}/out", "--quiet"]


def buffer_squares(count, folder):
    places, step = spots(count // 4, 20, 40, 40, 60)
    collection(f"{folder}/map.geojson", [
        feature({}, "Polygon", f"[{ring(square(x, y, 0.8 * step))}]") for x, y in places])
    # In degrees of latitude an eighth of the space between two squares, so that none grow together.
    return ["buffer", f"{folder}/map.geojson", "--dissolve", "--distance", f"{max(1, 111_000 * step / 40):.3f} m",
            "--buffer-tolerance", f"{max(0.05, 111_000 * step / 1000):.3f}"]


def buffer_line(count, folder):
    line = star(count, 30, 50, 2, random.Random(4))[:-1]
    collection(f"{folder}/map.geojson", [
        feature({}, "LineString", ring(line[i:i + 11])) for i in range(0, len(line) - 1, 10)])
    return ["buffer", f"{folder}/map.geojson", "--dissolve", "--distance", "100 m"]


def share_squares(count, folder):
    """Squares that overlap their neighbours, in a whole that holds most of them."""
    places, step = spots(count // 4, 30, 48, 30.5, 48.5)
    collection(f"{folder}/map.geojson", [
        feature({}, "Polygon", f"[{ring(square(x, y, 1.3 * step))}]") for x, y in places])
    collection(f"{folder}/whole.geojson", [feature({"name": "Whole"}, "Polygon", f"[{ring(square(30.01, 48.01, 0.45))}]")])
    return ["share", f"{folder}/map.geojson", "--of", f"{folder}/whole.geojson"]


def diff_regions(count, folder):
    """A square in each region has moved a little."""
    places, step = spots(count // 12, 30, 48, 30.5, 48.5)
    for name, shift, size in (("old", 0.1, 0.7), ("new", 0.15, 0.7), ("regions", 0, 1)):
        collection(f"{folder}/{name}.geojson", [
            feature({"name": f"Region {i}"}, "Polygon", f"[{ring(square(x + shift * step, y + shift * step, size * step))}]")
            for i, (x, y) in enumerate(places)])
    return ["diff", f"{folder}/old.geojson", f"{folder}/new.geojson", "--by", f"{folder}/regions.geojson"]


def validate_holes(count, folder):
    places, step = spots(count // 4, 20, 40, 40, 60)
    rings = [ring(square(19, 39, 22))] + [ring(square(x, y, 0.8 * step)[::-1]) for x, y in places]
    collection(f"{folder}/map.geojson", [feature({}, "Polygon", f"[{','.join(rings)}]")])
    return ["validate", f"{folder}/map.geojson"]


def validate_touching_holes(count, folder):
    """Holes whose corners touch in places, every row of them a chain."""
    places, step = spots(count // 4, 20, 40, 40, 60)
    rings = [ring(square(19, 39, 22))] + [
        ring([(x, y + step / 2), (x + step / 2, y + 0.8 * step), (x + step, y + step / 2), (x + step / 2, y + 0.2 * step),
              (x, y + step / 2)]) for x, y in places]
    collection(f"{folder}/map.geojson", [feature({}, "Polygon", f"[{','.join(rings)}]")])
    return ["validate", f"{folder}/map.geojson"]


def validate_overlaps(count, folder):
    dice = random.Random(6)
    places, step = spots(count // 12, 20, 40, 40, 60)
    parts = [f"[{ring(star(12, x, y, step, dice))}]" for x, y in places]
    collection(f"{folder}/map.geojson", [feature({}, "MultiPolygon", f"[{','.join(parts)}]")])
    return ["validate", f"{folder}/map.geojson"]


def validate_ring(count, folder):
    collection(f"{folder}/map.geojson", [feature({}, "Polygon", f"[{ring(star(count, 30, 50, 2, random.Random(7)))}]")])
    return ["validate", f"{folder}/map.geojson"]


def validate_teeth(count, folder):
    """A comb of long slanting teeth that lie side by side: the boxes of all of them overlap."""
    teeth = count // 2
    places = [(20, 40)]
    for i in range(teeth):
        x = 20 + 8 * (i + 0.5) / teeth
        places += [(x + 8, 48), (20 + 8 * (i + 1) / teeth, 40)]
    collection(f"{folder}/map.geojson", [feature({}, "Polygon", f"[{ring(places + [(24, 38), (20, 40)])}]")])
    return ["validate", f"{folder}/map.geojson"]


CONTROL = {"role": "control", "status": "controlled", "holder": "North"}


def grid(count, west, south, east, north):
    """Neighbours with common edges, about so many."""
    across = math.ceil(math.sqrt(count))
    x = [west + (east - west) * i / across for i in range(across + 1)]
    y = [south + (north - south) * i / across for i in range(across + 1)]
    return [[(x[i], y[j]), (x[i + 1], y[j]), (x[i + 1], y[j + 1]), (x[i], y[j + 1]), (x[i], y[j])]
            for j in range(across) for i in range(across)][:count]


def check_area_neighbours(count, folder):
    """Neighbours with common edges, which are united."""
    collection(f"{folder}/map.geojson", [
        feature({**CONTROL, "date": "2024-01-01"}, "Polygon", f"[{ring(places)}]") for places in grid(count // 4, 20, 40, 40, 60)])
    return ["check-area", f"{folder}/map.geojson", "--format", "json"]


def outlines(count, folder, moved=1.0):
    """Two maps of one outline, of half of the vertices each; of the later one a part is drawn anew."""
    old = star(count // 2, 30, 50, 2, random.Random(8))
    new = star(count // 2, 30, 50, 2, random.Random(9))
    new = old if moved == 0 else new if moved == 1 else new[:int(moved * len(new))] + old[int(moved * len(old)):-1] + new[:1]
    names = []
    for name, day, places in (("old", "2024-01-01", old), ("new", "2024-02-01", new)):
        names.append(f"{folder}/{name}.geojson")
        collection(names[-1], [feature({**CONTROL, "date": day}, "Polygon", f"[{ring(places)}]")])
    return names


def share_outline(count, folder):
    old, new = outlines(count, folder)
    return ["share", old, "--of", new]


def diff_moved(count, folder):
    return ["diff", *outlines(count, folder)]


def diff_fifth(count, folder):
    return ["diff", *outlines(count, folder, 0.2)]


def series_moved(count, folder):
    return ["series", *outlines(count, folder)]


def compare_makers(count, folder):
    old, new = outlines(count, folder)
    return ["compare", f"First={old}", f"Second={new}", "--window-days", "60"]


def series_days(count, folder):
    """Daily maps of 500 vertices each, of which a tenth is drawn anew every day."""
    dice = random.Random(10)
    os.makedirs(f"{folder}/maps")
    places = star(500, 30, 50, 2, dice)[:-1]
    for day in range(count // 500):
        fresh = star(500, 30, 50, 2, dice)
        begin = 50 * (day % 10)
        places[begin:begin + 50] = fresh[begin:begin + 50]
        date = str(datetime.date(2015, 1, 1) + datetime.timedelta(days=day))
        collection(f"{folder}/maps/{date}.geojson", [
            feature({**CONTROL, "date": date}, "Polygon", f"[{ring(places + places[:1])}]")])
    return ["series", f"{folder}/maps", "--format", "csv"]


def import_regions(count, folder):
    """One outline cut by regions, of half of the vertices each."""
    collection(f"{folder}/map.geojson", [
        feature({"status": "held"}, "Polygon", f"[{ring(star(count // 2, 30, 50, 2, random.Random(11)))}]")])
    collection(f"{folder}/regions.geojson", [
        feature({"name": f"Region {i}"}, "Polygon", f"[{ring(places)}]")
        for i, places in enumerate(grid(count // 8, 27, 47, 33, 53))])
    return ["import", "geojson", f"{folder}/map.geojson", "--status-property", "status", "--controlled", "held",
            "--date", "2024-01-01", "--regions", f"{folder}/regions.geojson", "--output", f"{folder}/out.geojson"]


COMMANDS = {
    "import: features of one name": import_names,
    "front --minus: borders": front_minus,
    "front --minus --own-side: areas": front_areas,
    "check-area: claims, JSON": check_area,
    "check-area: claims, table": check_area_table,
    "check-area: claims of days": check_area_days,
    "export: claims": export,
    "export: claims of days": export_days,
    "buffer --dissolve: squares": buffer_squares,
    "buffer --dissolve: lines": buffer_line,
    "share: squares that overlap": share_squares,
    "share: one outline in another": share_outline,
    "check-area: neighbours united": check_area_neighbours,
    "diff: every vertex moved": diff_moved,
    "diff: a fifth moved": diff_fifth,
    "diff --by: regions": diff_regions,
    "series: every vertex moved": series_moved,
    "series: daily maps": series_days,
    "compare: two outlines": compare_makers,
    "import --regions: one outline": import_regions,
    "validate: one ring": validate_ring,
    "validate: holes": validate_holes,
    "validate: holes that touch": validate_touching_holes,
    "validate: parts that overlap": validate_overlaps,
    "validate: slanting teeth": validate_teeth,
}


def run(words, limit):
    """CPU seconds, wall seconds, resident MB; nil when it took longer than allowed."""
    begin = time.perf_counter()
    child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if limit:
        os.system(f"prlimit --pid {child.pid} --cpu={int(limit) + 1} 2>/dev/null")
    error = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode < 0:
        return None
    # 65: what is not valid is said and makes the command end with it.
    if child.returncode not in (0, 65) or (child.returncode == 65 and words[1] != "validate"):
        sys.exit(f"{' '.join(words)} ended with {child.returncode}: {error[:400].decode()}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def made(make, size, folder):
    """The words of a command whose input another process writes: what this one had in memory would count as the command's."""
    child = subprocess.run(
        [sys.executable, __file__, "--make", make.__name__, str(size), folder], stdout=subprocess.PIPE, check=True)
    return json.loads(child.stdout)


def main():
    if sys.argv[1:2] == ["--make"]:
        print(json.dumps(globals()[sys.argv[2]](int(sys.argv[3]), sys.argv[4])))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kgeo", default=os.path.join(HERE, "..", ".build", "release", "kgeo"))
    parser.add_argument("--data", default=os.path.join(HERE, ".data"))
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--only", default="")
    parser.add_argument("--limit", type=float, default=0)
    parser.add_argument("--markdown")
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    wanted = [name for name in given.only.split(",") if name]
    folder = os.path.join(given.data, "commands")
    starts = [run([given.kgeo, "--version"], 0) for _ in range(9)]
    start = statistics.median(r[0] for r in starts)
    lines = [f"Start without work, taken off: {start * 1e3:.0f} ms CPU. CPU µs a vertex (MB):", "",
             "| command | " + " | ".join(f"{size:,}" for size in sizes) + " | largest / smallest |",
             "|---|" + "---|" * (len(sizes) + 1)]
    print("\n".join(lines), flush=True)
    for name, make in COMMANDS.items():
        if wanted and not any(name.startswith(word) for word in wanted):
            continue
        cells, times = [], []
        for size in sizes:
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
            words = [given.kgeo] + made(make, size, folder)
            runs = []
            for _ in range(7 if size <= 4_000 else 5 if size <= 16_000 else 3 if size <= 64_000 else 1):
                for out in ("out", "out.geojson"):
                    path = os.path.join(folder, out)
                    shutil.rmtree(path) if os.path.isdir(path) else os.path.exists(path) and os.remove(path)
                runs.append(run(words, given.limit))
                if runs[-1] is None:
                    break
            if runs[-1] is None:
                cells.append(f"over {given.limit:.0f} s")
                break
            each = max(1e-9, (statistics.median(r[0] for r in runs) - start) / size)
            if size >= 10_000:
                times.append(each)
            cells.append(f"{each * 1e6:.2f} ({runs[-1][2]:.0f})")
        cells += ["–"] * (len(sizes) - len(cells))
        spread = f"{max(times) / min(times):.1f}" if times else "–"
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {spread} |")
        print(lines[-1], flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    if given.markdown:
        with open(given.markdown, "w") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
