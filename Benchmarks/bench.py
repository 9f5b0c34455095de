#!/usr/bin/env python3
"""kgeo and every peer that is installed, in turn on the same inputs: CPU, wall time and memory, and the ratios.

usage: bench.py [--kgeo PROGRAM] [--data FOLDER] [--rounds N] [--tasks t1,…,t7] [--only NAME,…]
                [--districts FILE] [--outline FILE] [--maps FOLDER] [--fronts FOLDER] [--markdown FILE]

Inputs are made by generate.py in FOLDER when they are not there; --districts, --outline, --maps
and --fronts name others. Each
round runs every program once, one after the other, so that whatever else the machine does meets all of them. A ratio
is that of a peer to kgeo in the same round; its smallest, middle and largest value are printed. CPU is user and
system time of the program and its children, all threads; of PostGIS that of the server's process as well. A program
of which a start without work is known has that start (its median) taken off in t3, where starting up is most of the
work; both are stated.
"""
import argparse, csv, glob, importlib.util, json, os, platform, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))


class Program:
    """A way to do a task: `command(out)` gives the words to run; what is missing says why it cannot be run."""

    def __init__(self, name, command, start=None, missing=None, environment=None, cpu_of_output=None, areas=None):
        self.name, self.command, self.start, self.missing = name, command, start, missing
        self.environment, self.cpu_of_output = environment or {}, cpu_of_output
        # How areas are read from what the program has written, where that is no table.
        self.areas = areas


def measure(program, out=None):
    """CPU seconds, wall seconds and the largest resident size in MB of one run, or of a start without work."""
    words = program.start if out is None else program.command(out)
    with tempfile.TemporaryFile() as shown, tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=shown, stderr=errors,
                                 env={**os.environ, **program.environment})
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        shown.seek(0)
        text = shown.read() if program.cpu_of_output or child.returncode == 0 else b""
        if child.returncode:
            errors.seek(0)
            return None, errors.read()[-300:].decode(errors="replace").strip() or f"exit code {child.returncode}"
    cpu = used.ru_utime + used.ru_stime
    if out is not None and not os.path.exists(out):
        with open(out, "wb") as file:
            file.write(text)
    if program.cpu_of_output:
        cpu += program.cpu_of_output(text.decode())
    return (cpu, wall, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6), None


def python_peer(name, script, modules, words):
    """A script under peers/; missing when one of its modules is."""
    lost = [m for m in modules if importlib.util.find_spec(m) is None]
    path = os.path.join(HERE, "peers", script)
    return Program(name, lambda out: [sys.executable, path, *words(out)], [sys.executable, path],
                   "pip install " + " ".join(lost) if lost else None, {"OGR_GEOJSON_MAX_OBJ_SIZE": "0"})


def quiet(*words):
    """Whether a command ends well."""
    try:
        return subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def spatialite(path, scratch):
    small = os.path.join(scratch, "small.geojson")
    with open(small, "w") as file:
        file.write('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":1},"geometry":'
                   '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}')

    def words(source, out):
        layer = "small" if source == small else layer_of(source)
        return ["ogr2ogr", "-f", "CSV", out, source, "-dialect", "sqlite", "-sql",
                f'SELECT id, ST_Area(geometry, 1) AS area_m2, ST_Perimeter(geometry, 1) AS perimeter_m FROM "{layer}"']

    missing = None
    if not shutil.which("ogr2ogr"):
        missing = "apt install gdal-bin"
    elif not quiet(*words(small, os.path.join(scratch, "small.csv"))):
        missing = "ogr2ogr has no SpatiaLite here"
    return Program("ogr2ogr with SpatiaLite", lambda out: words(path, out), missing=missing,
                   environment={"OGR_GEOJSON_MAX_OBJ_SIZE": "0"})


def layer_of(path):
    """The name of the only layer: the collection's own, or the file's."""
    with open(path, "rb") as file:
        head = file.read(200).decode(errors="replace")
    if '"name":"' in head:
        return head.split('"name":"')[1].split('"')[0]
    return os.path.splitext(os.path.basename(path))[0]


def postgis(path, base="kgeo_bench"):
    """Only the query is measured: loading the table is done before, and not counted."""
    def cpu(text):
        fields = text.rsplit(")", 1)[1].split()  # /proc/PID/stat of the server's process
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    missing = None
    if not shutil.which("psql") or not quiet("psql", "-d", base, "-c", "SELECT postgis_version()"):
        missing = f"no server with PostGIS and a database {base}"
    elif not quiet("ogr2ogr", "-f", "PostgreSQL", f"PG:dbname={base}", path, "-nln", "bench", "-overwrite",
                   "--config", "OGR_GEOJSON_MAX_OBJ_SIZE", "0", "--config", "PG_USE_COPY", "YES"):
        missing = "the map could not be loaded into PostGIS"

    def words(out):
        query = ("SELECT id, ST_Area(wkb_geometry::geography) AS area_m2, "
                 "ST_Perimeter(wkb_geometry::geography) AS perimeter_m FROM bench ORDER BY id")
        return ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", base, "-c", f"\\copy ({query}) TO '{out}' CSV HEADER",
                "-c", "SELECT pg_read_file('/proc/self/stat')"]
    return Program("PostGIS geography, query alone", words, missing=missing, cpu_of_output=cpu,
                   environment={"PGOPTIONS": "-c max_parallel_workers_per_gather=0"})


def duckdb(path):
    peer = python_peer("DuckDB spatial", "duckdb_area.py", ["duckdb"], lambda out: [path, out])
    if not peer.missing and not quiet(*peer.start):
        peer.missing = "DuckDB's extension spatial is not installed"
    return peer


def areas(path, name):
    """The areas of an output, row by row."""
    with open(path, newline="") as file:
        rows = csv.reader(file)
        column = next(rows).index(name)
        return [float(row[column]) for row in rows if row[column]]


def run_task(title, programs, rounds, scratch, minus_start, column="area_m2"):
    """Runs all programs in turn, some rounds, and prints a table."""
    lines = [f"### {title}", ""]
    missing = [p for p in programs if p.missing]
    programs = [p for p in programs if not p.missing]
    starts = {}
    if minus_start:
        for p in programs:
            if p.start:
                runs = [measure(p)[0] for _ in range(7)]
                starts[p.name] = (statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs))
    results = {p.name: [] for p in programs}
    outputs = {}
    for number in range(rounds + 1):  # the first round warms up and is not counted
        for p in list(programs):
            out = os.path.join(scratch, f"{programs.index(p)}.csv")
            if os.path.exists(out):
                os.remove(out)
            result, failure = measure(p, out)
            if failure:
                p.missing = "failed: " + failure.replace("\n", " ")
                missing.append(p)
                programs.remove(p)
                continue
            outputs[p.name] = out
            if number > 0:
                results[p.name].append(result)
    first = programs[0].name
    read = {p.name: p.areas(outputs[p.name]) if p.areas else areas(outputs[p.name], column) for p in programs}
    ours = read[first]

    def net(name, i, k):
        return max(1e-4, results[name][i][k] - starts.get(name, (0, 0))[k])

    def spread(values):
        return " · ".join(f"{v:.{0 if v >= 100 else 1 if v >= 10 else 2}f}"
                          for v in (min(values), statistics.median(values), max(values)))

    lines += ["| program | CPU s | wall s | MB | CPU, times kgeo | wall, times kgeo | largest difference of an area |",
              "|---|---|---|---|---|---|---|"]
    for p in programs:
        runs = results[p.name]
        ratio = [[net(p.name, i, k) / net(first, i, k) for i in range(len(runs))] for k in (0, 1)]
        theirs = read[p.name]
        worst = ("other rows" if len(theirs) != len(ours)
                 else f"{max(abs(a - b) / b for a, b in zip(theirs, ours) if b):.1e}")
        lines.append(
            f"| {p.name} | {statistics.median(net(p.name, i, 0) for i in range(len(runs))):.3f} "
            f"| {statistics.median(net(p.name, i, 1) for i in range(len(runs))):.3f} "
            f"| {max(r[2] for r in runs):.0f} "
            + ("| 1 | 1 | |" if p.name == first else f"| {spread(ratio[0])} | {spread(ratio[1])} | {worst} |"))
    lines.append("")
    if starts:
        lines.append("Starts without work, taken off (CPU s, wall s): "
                     + "; ".join(f"{n} {c:.3f}, {w:.3f}" for n, (c, w) in starts.items()) + ".")
    for p in missing:
        lines.append(f"Missing: {p.name} ({p.missing}).")
    print("\n".join(lines) + "\n", flush=True)
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kgeo", default=os.path.join(HERE, "..", ".build", "release", "kgeo"))
    parser.add_argument("--data", default=os.path.join(HERE, ".data"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tasks", default="t1,t2,t3,t4,t5,t6,t7")
    parser.add_argument("--only", help="peers whose name holds one of these words")
    parser.add_argument("--districts")
    parser.add_argument("--outline")
    parser.add_argument("--maps")
    parser.add_argument("--fronts")
    parser.add_argument("--markdown")
    given = parser.parse_args()
    tasks = given.tasks.split(",")
    paths = {"t1": given.districts or f"{given.data}/districts.geojson",
             "t2": given.outline or f"{given.data}/outline.geojson", "t3": given.maps or f"{given.data}/maps"}
    paths["t4"] = paths["t3"]
    fronts = [os.path.join(given.fronts or given.data, f"{'ov' if given.fronts else 'front'}_{x}.geojson") for x in "abc"]
    paths["t5"] = fronts[0]
    paths["t6"], paths["t7"] = f"{given.data}/cells.geojson", f"{given.data}/ground.geojson"
    absent = ["t3" if t == "t4" else t for t in tasks if not os.path.exists(paths[t])]
    if absent:
        print("writing the inputs: a minute or two", flush=True)
        subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), given.data, *absent], check=True)

    def kgeo(name, words):
        return Program(name, lambda out: [given.kgeo, "area", "--format", "csv", *words], [given.kgeo, "--version"])

    def kept(programs):
        words = given.only.split(",") if given.only else None
        return [p for p in programs if not words or p.name.startswith("kgeo") or any(w in p.name for w in words)]

    lines = [f"{platform.machine()}, {os.cpu_count()} processors, {platform.system()} {platform.release()}; "
             f"{given.rounds} rounds after one that is not counted. Ratios: smallest · middle · largest.", ""]
    print(lines[0] + "\n", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        if "t1" in tasks:
            path = paths["t1"]
            lines += run_task(f"t1: {os.path.getsize(path) / 1e6:.0f} MB, many polygons", kept([
                kgeo("kgeo --threads 1", ["--threads", "1", path]), kgeo("kgeo --threads 2", ["--threads", "2", path]),
                python_peer("GeoPandas and pyproj", "geopandas_area.py", ["geopandas", "pyproj"], lambda out: [path, out]),
                python_peer("orjson and pyproj", "orjson_area.py", ["orjson", "numpy", "pyproj"], lambda out: [out, path]),
                python_peer("shapely and pyproj", "shapely_area.py", ["shapely", "pyproj"], lambda out: [out, path]),
                spatialite(path, scratch), postgis(path), duckdb(path)]), given.rounds, scratch, False)
        if "t2" in tasks:
            path = paths["t2"]
            lines += run_task(f"t2: {os.path.getsize(path) / 1e6:.0f} MB, one polygon", kept([
                kgeo("kgeo", [path]),
                python_peer("GeoPandas and pyproj", "geopandas_area.py", ["geopandas", "pyproj"], lambda out: [path, out]),
                python_peer("orjson and pyproj", "orjson_area.py", ["orjson", "numpy", "pyproj"], lambda out: [out, path]),
                python_peer("shapely and pyproj", "shapely_area.py", ["shapely", "pyproj"], lambda out: [out, path]),
                spatialite(path, scratch), postgis(path), duckdb(path)]), given.rounds, scratch, False)
        if "t3" in tasks:
            files = sorted(glob.glob(os.path.join(paths["t3"], "*.geojson")))
            size = sum(map(os.path.getsize, files))
            lines += run_task(f"t3: {len(files)} daily maps, {size / 1e6:.0f} MB", kept([
                kgeo("kgeo --threads 1", ["--threads", "1", *files]), kgeo("kgeo --threads 2", ["--threads", "2", *files]),
                python_peer("GeoPandas and pyproj", "geopandas_maps.py", ["geopandas", "pyproj"], lambda out: [out, *files]),
                python_peer("orjson and pyproj", "orjson_area.py", ["orjson", "numpy", "pyproj"], lambda out: [out, *files]),
                python_peer("shapely and pyproj", "shapely_area.py", ["shapely", "pyproj"], lambda out: [out, *files])]),
                given.rounds, scratch, True)
        if "t4" in tasks:
            files = sorted(glob.glob(os.path.join(paths["t4"], "*.geojson")))
            many = sorted(files * 8)
            lines += run_task(f"t4: gained and lost between {len(files)} daily maps, listed 8 times over", kept([
                Program("kgeo series", lambda out: [given.kgeo, "series", "--format", "csv", "--quiet", *many]),
                python_peer("shapely and pyproj", "shapely_series.py", ["orjson", "shapely", "pyproj"],
                            lambda out: [out, *many])]), min(3, given.rounds), scratch, False, "gained_m2")
        if "t5" in tasks:
            for other, what in ((fronts[1], "a fifth of the outline moved"), (fronts[2], "every vertex moved")):
                lines += run_task(f"t5: two maps of 200,000 vertices, {what}", kept([
                    Program("kgeo diff", lambda out: [given.kgeo, "diff", "--format", "csv", "--quiet", fronts[0], other]),
                    python_peer("shapely and pyproj, four overlays", "shapely_overlay.py", ["orjson", "shapely", "pyproj"],
                                lambda out: [out, fronts[0], other])]), min(3, given.rounds), scratch, False, "gained_m2")
        if "t6" in tasks:
            path = paths["t6"]
            lines += run_task("t6: the union of 100,000 neighbours", kept([
                Program("kgeo check-area", lambda out: [
                    given.kgeo, "check-area", path, "--set", "status=controlled", "--set", "date=2024-01-01", "--format",
                    "json", "--quiet"], areas=lambda out: [json.load(open(out))["areas"][0]["area_m2"]]),
                python_peer("shapely and pyproj", "shapely_dissolve.py", ["orjson", "shapely", "pyproj"],
                            lambda out: [out, path])]), min(3, given.rounds), scratch, False)
        if "t7" in tasks:
            path, regions = paths["t7"], f"{given.data}/regions.geojson"

            def pieces(out):
                """Areas by region as they were written, those of one region put together."""
                found = {}
                rows = csv.DictReader(subprocess.run([given.kgeo, "area", "--format", "csv", out], check=True, text=True,
                                                     stdout=subprocess.PIPE).stdout.splitlines())
                for written, row in zip(json.load(open(out))["features"], rows):
                    name = written["properties"].get("region") or "outside"
                    found[name] = found.get(name, 0) + float(row["area_m2"])
                return [found[name] for name in sorted(found)]
            peer = python_peer("shapely and pyproj", "shapely_cut.py", ["orjson", "shapely", "pyproj"],
                               lambda out: [out, path, regions])
            peer.areas = pieces
            lines += run_task("t7: 200,000 vertices cut by 25 regions", kept([
                Program("kgeo import --regions", lambda out: [
                    given.kgeo, "import", "geojson", path, "--set", "status=controlled", "--set", "holder=North", "--date",
                    "2024-01-01", "--regions", regions, "--output", out], areas=pieces), peer]),
                min(3, given.rounds), scratch, False)
    if given.markdown:
        with open(given.markdown, "w") as file:
            file.write("\n".join(lines))


main()
