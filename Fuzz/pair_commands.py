#!/usr/bin/env python3
"""Sends judged pairs through the commands: each must give what is right, and all the same.

usage: pair_commands.py KGEO < JUDGED
JUDGED are lines of pair_judge.py. Each pair is two maps, which go through `check-area`, `share`, `diff`, `series`,
`diff --by` and `import geojson --regions`. Areas with straight edges are held against the judged ones: wrong is more than
1e-9 of the larger area and 1 µm along the outlines; a cut by regions leaves pieces of less than 1 m² to what lies beside
them. The same quantity of two commands must be the same as nearly, geodesic too, and pieces must be the ground: what is
covered and what lies outside, what is unchanged and what is lost, the regions of each ground and of each change. What has no
ground with straight edges has none with geodesic ones, a surface of three places on a line too (Docs/Decisions/0030). A surface that
encloses nothing at all, to the last place, is none: such pairs are left out.
`import` keeps polygons that overlap, so it is asked about others alone. Ends with status 1 when one was wrong, refused or differs. Needs numpy.
"""
import json
import math
import os
import signal
import subprocess
import sys
import tempfile

import numpy

AXIS, FLATTENING = 6378137.0, 1 / 298.257223563
E2, POLAR = FLATTENING * (2 - FLATTENING), AXIS * (1 - FLATTENING)
NODES, WEIGHTS = numpy.polynomial.legendre.leggauss(24)


def unwrapped(ring):
    """The places of a ring in radians, each edge the short way round the globe."""
    places = numpy.radians(numpy.array([p[:2] for p in ring], float))
    places[:, 0] -= places[0, 0]
    steps = numpy.diff(places[:, 0])
    steps -= 2 * math.pi * numpy.round(steps / (2 * math.pi))
    places[1:, 0] = numpy.cumsum(steps)
    return places


def ring_m2(ring):
    """m² of a ring with edges straight in longitude and latitude."""
    places = unwrapped(ring)
    a, b = places[:-1], places[1:]
    t = (NODES + 1) / 2
    latitude = a[:, 1:] + (b - a)[:, 1:] * t
    longitude = a[:, :1] + (b - a)[:, :1] * t
    s = numpy.sin(latitude)
    density = POLAR ** 2 * numpy.sqrt(1 - s * s) / (1 - E2 * s * s) ** 2
    return abs(float(numpy.sum((WEIGHTS / 2 * longitude * density).sum(axis=1) * (b - a)[:, 1])))


def surface_m2(polygons):
    return sum(ring_m2(p[0]) - sum(ring_m2(r) for r in p[1:]) for p in polygons if p)


def metres(polygons):
    return sum(111320 * math.hypot((u[0] - v[0] + 180) % 360 - 180, u[1] - v[1])
               for p in polygons for r in p for u, v in zip(r, r[1:]))


# No command takes longer than this, in s.
LONGEST_TIME = 600


class Refused(Exception):
    pass


class Program:
    """The commands of a program, split off from one process where `fork_commands.c` can be compiled, else each started anew."""

    def __init__(self, path, folder):
        self.path, self.server = path, None
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fork_commands.c")
        library = os.path.join(folder, "fork_commands.so")
        try:
            subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            return
        self.server = subprocess.Popen(
            [path], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "LD_PRELOAD": library, "FORK_COMMANDS": "1", "FORK_COMMANDS_LIMIT": str(LONGEST_TIME)})
        if self.ended("--version") != (0, True):
            self.server.kill()
            self.server = None

    def ended(self, *arguments):
        """The exit code of a command of the one process, and whether it wrote anything."""
        try:
            self.server.stdin.write("\n".join([str(len(arguments)), *arguments]) + "\n")
            self.server.stdin.flush()
            return int(self.server.stdout.readline()), os.path.getsize("stdout") > 0
        except (OSError, ValueError):
            return 1, False

    def run(self, *arguments):
        arguments += ("--format", "json")
        if self.server:
            code, _ = self.ended(*arguments)
            text, error = (open(name, encoding="utf-8").read() for name in ("stdout", "stderr"))
        else:
            try:
                done = subprocess.run([self.path, *arguments], capture_output=True, text=True, timeout=LONGEST_TIME)
            except subprocess.TimeoutExpired as problem:
                raise Refused(f"{arguments[0]} took more than {LONGEST_TIME} s") from problem
            code, text, error = done.returncode, done.stdout, done.stderr
        if code == 128 + signal.SIGALRM:
            raise Refused(f"{arguments[0]} took more than {LONGEST_TIME} s")
        if code:
            raise Refused(f"{arguments[0]} ended with {code}: {error.strip()[:300]}")
        return json.loads(text) if "--output" not in arguments else None


def quantities(program, folder):
    """What each command says of A, B, AB, A_B, B_A: with straight edges, and geodesic."""
    p, w = "p_2024-01-01.geojson", "w_2024-01-02.geojson"
    straight, geodesic = [], []

    def both(command, quantity, rows, name):
        straight.append((command, quantity, sum(r[name.replace("_m2", "_lonlat_m2")] for r in rows)))
        geodesic.append((command, quantity, sum(r[name] for r in rows)))

    # Errors are not looked at: displacements that hold far cost little.
    quick = ("--correlation-length", "1000000")
    areas = program.run("check-area", p, w, *quick)["areas"]
    for path, quantity in ((p, "A"), (w, "B")):
        both("check-area", quantity, [row for row in areas if row["file"] == path], "area_m2")
    sums = []

    def parts(command, quantity, *values):
        sums.append((command, quantity, sum(values)))

    share = program.run("share", p, "--of", w, *quick)
    for part, quantity in (("part_area", "A"), ("whole_area", "B"), ("covered", "AB"), ("outside", "A_B")):
        both("share", quantity, [share[part]], "area_m2")
    parts("share", "A", share["covered"]["area_m2"], share["outside"]["area_m2"])
    # How far fronts have moved, which takes the longest, is asked of no piece.
    noise = ("--noise-factor", "1e12", "--advances", "0", *quick)
    change = program.run("diff", p, w, "--by", w, *noise)
    for name, quantity in (("old_m2", "A"), ("new_m2", "B"), ("gained_m2", "B_A"), ("lost_m2", "A_B"),
                           ("unchanged_m2", "AB")):
        both("diff", quantity, [change], name)
    parts("diff", "A", change["unchanged_m2"], change["lost_m2"])
    row = program.run("series", p, w, *noise)["rows"][1]
    for name, quantity in (("area_m2", "B"), ("gained_m2", "B_A"), ("lost_m2", "A_B")):
        both("series", quantity, [row], name)
    regions = change["regions"]
    for name, quantity in (("old_m2", "A"), ("new_m2", "B"), ("gained_m2", "B_A"), ("lost_m2", "A_B")):
        parts("diff --by", quantity, *(r[name] for r in regions))
    regions = program.run("diff", p, w, "--by", w, "--edges", "lonlat", *noise)["regions"]
    inside = [r for r in regions if r["region"] != "outside"]
    for name, quantity in (("old_m2", "AB"), ("new_m2", "B"), ("gained_m2", "B_A")):
        straight.append(("diff --by", quantity, sum(r[name] for r in inside)))
    straight.append(("diff --by", "A_B", sum(r["lost_m2"] for r in regions if r["region"] == "outside")))
    out = os.path.join(folder, "out.geojson")
    program.run("import", "geojson", p, "--set", "holder=N", "--set", "status=controlled", "--regions", w, "--output",
        out, "--force")
    with open(out, encoding="utf-8") as file:
        features = json.load(file)["features"]
    for quantity, isin in (("AB", True), ("A_B", False)):
        polygons = []
        for feature in features:
            if ("region" in feature["properties"]) == isin and feature["geometry"]:
                c = feature["geometry"]["coordinates"]
                polygons += [c] if feature["geometry"]["type"] == "Polygon" else c
        straight.append(("import --regions", quantity, surface_m2(polygons)))
    return straight, geodesic, sums


def faults(pair, straight, geodesic, sums):
    """What is wrong."""
    long = metres(pair["a"] + pair["b"])
    corners = sum(len(r) for p in pair["a"] + pair["b"] for r in p)

    def slivers(command):
        """One for each corner is more than there can be."""
        return corners if command in ("import --regions", "diff --by") else 0

    allowed = 1e-9 * max(pair["m2"]["A"], pair["m2"]["B"]) + 1e-6 * long
    found = []
    is_overlapping = surface_m2(pair["a"]) > pair["m2"]["A"] + allowed
    for command, quantity, value in straight:
        if is_overlapping and command == "import --regions":
            continue
        if abs(value - pair["m2"][quantity]) > allowed + slivers(command):
            found.append(f"{command}: {quantity} is {value} m², {pair['m2'][quantity]} is right")
    first = {}
    for command, quantity, value in geodesic:
        other, known = first.setdefault(quantity, (command, value))
        if abs(value - known) > allowed:
            found.append(f"{command} and {other} differ: {quantity} is {value} and {known} m², geodesic")
        if pair["m2"][quantity] <= allowed / 10 and abs(value) > allowed:
            found.append(f"{command}: {quantity} is {value} m², geodesic, where there is nothing")
    for command, quantity, value in sums:
        other, known = first[quantity]
        if abs(value - known) > allowed + slivers(command):
            found.append(f"{command}: pieces of {quantity} are {value} m², {known} m² by {other}, geodesic")
    return found


def proved():
    """Fails where what this judges by depends on where longitudes begin."""
    corners = (0, 10), (1, 10), (1, 11), (0, 10)
    for west in (179.5, -180.5):
        moved = [[(x + west + 180) % 360 - 180, y] for x, y in corners]
        for measure in (ring_m2, lambda ring: metres([[ring]])):
            assert abs(measure(moved) / measure(corners) - 1) < 1e-9, (west, moved)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    proved()
    kgeo = os.path.realpath(sys.argv[1])
    pairs = refused = wrong = empty = 0
    # In memory where that can be, since output is brought to the disk before it gets its name.
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        os.chdir(folder)
        program = Program(kgeo, folder)
        for line in sys.stdin:
            pair = json.loads(line)
            if not all(pair["m2"][ground] for ground in "AB"):
                empty += 1
                continue
            for name, key in (("p_2024-01-01.geojson", "a"), ("w_2024-01-02.geojson", "b")):
                with open(name, "w", encoding="utf-8") as file:
                    json.dump({"type": "Feature", "properties": {"name": "W"},
                               "geometry": {"type": "MultiPolygon", "coordinates": pair[key]}}, file)
            pairs += 1
            words = f"seed {pair['seed']}, {pair['kind']}"
            try:
                found = faults(pair, *quantities(program, folder))
            except Refused as problem:
                refused += 1
                print(f"refused: {words}: {problem}", flush=True)
                continue
            if found:
                wrong += 1
                for fault in found:
                    print(f"WRONG: {words}: {fault}", flush=True)
            if pairs % 100 == 0:
                print(f"{pairs} pairs, {wrong} wrong, {refused} refused", file=sys.stderr, flush=True)
    print(f"{pairs} pairs through the commands: {wrong} wrong, {refused} refused; left out, of a surface that encloses nothing: {empty}")
    sys.exit(1 if wrong or refused else 0)


if __name__ == "__main__":
    main()
