#!/usr/bin/env python3
"""How time and memory grow with the work: 1 thousand to 100 million vertices in one file, and 1 to 10,000 files.

usage: growth.py [--kgeo PROGRAM] [--data FOLDER] [--most VERTICES] [--svg FILE] [--markdown FILE]

Features have 1,000 vertices each. The start of the program (its median) is taken off, and stated. The inputs are written
as they are needed and removed again; the largest takes 2.4 GB. Many files are given as a folder.
"""
import argparse, os, random, shutil, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import generate


def run(words):
    """CPU seconds, wall seconds, resident MB."""
    begin = time.perf_counter()
    child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{words[0]} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def middle(words, rounds):
    runs = [run(words) for _ in range(rounds)]
    return [statistics.median(r[k] for r in runs) for k in range(3)]


def features(count=100):
    dice = random.Random(10)
    return ['{"type":"Feature","properties":{"id":%d},"geometry":{"type":"Polygon","coordinates":[%s]}}' % (
        i, generate.star(dice, dice.uniform(-170, 170), dice.uniform(-70, 70), dice.uniform(5, 40), 1_000, 7))
        for i in range(count)]


def write(path, some, count, first=0):
    with open(path, "w") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        for i in range(count):
            file.write(some[(first + i) % len(some)] + (",\n" if i < count - 1 else "\n"))
        file.write("]}\n")


def chart(path, panels):
    """Panels of lines over logarithmic axes, as SVG. panels: (title, x title, y title, [(name, colour, [(x, y)])])"""
    import math
    width, height, left, top, gap = 400, 260, 64, 36, 90
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(panels) * (width + gap) + 20} {height + 100}" '
             'font-family="sans-serif" font-size="12">', '<rect width="100%" height="100%" fill="white"/>']
    for number, (title, x_title, y_title, lines) in enumerate(panels):
        x0 = left + number * (width + gap)
        xs = [math.log10(x) for _, _, points in lines for x, _ in points]
        ys = [math.log10(y) for _, _, points in lines for _, y in points]
        x_from, x_to = math.floor(min(xs)), math.ceil(max(xs))
        y_from, y_to = math.floor(min(ys)), math.ceil(max(ys))

        def at(x, y):
            return (x0 + (x - x_from) / (x_to - x_from) * width, top + height - (y - y_from) / (y_to - y_from) * height)

        parts.append(f'<text x="{x0}" y="20" font-weight="bold">{title}</text>')
        for x in range(x_from, x_to + 1):
            px, py = at(x, y_from)
            parts.append(f'<path d="M{px:.1f} {top}V{py:.1f}" stroke="#ddd"/>'
                         f'<text x="{px:.1f}" y="{py + 16:.1f}" text-anchor="middle">10<tspan dy="-4" font-size="9">{x}</tspan></text>')
        for y in range(y_from, y_to + 1):
            px, py = at(x_from, y)
            label = f"{10 ** y:g}"
            parts.append(f'<path d="M{px:.1f} {py:.1f}h{width}" stroke="#ddd"/>'
                         f'<text x="{px - 6:.1f}" y="{py + 4:.1f}" text-anchor="end">{label}</text>')
        parts.append(f'<text x="{x0 + width / 2}" y="{top + height + 34}" text-anchor="middle">{x_title}</text>')
        parts.append(f'<text transform="translate({x0 - 44},{top + height / 2}) rotate(-90)" text-anchor="middle">{y_title}</text>')
        for k, (name, colour, points) in enumerate(lines):
            places = [at(math.log10(x), math.log10(y)) for x, y in points]
            parts.append(f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}" fill="none" stroke="{colour}" stroke-width="2"/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
            x, y = x0 + k * 130, top + height + 52
            parts.append(f'<path d="M{x} {y}h18" stroke="{colour}" stroke-width="2"/><text x="{x + 24}" y="{y + 4}">{name}</text>')
    parts.append("</svg>\n")
    with open(path, "w") as file:
        file.write("\n".join(parts))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kgeo", default=os.path.join(HERE, "..", ".build", "release", "kgeo"))
    parser.add_argument("--data", default=os.path.join(HERE, ".data"))
    parser.add_argument("--most", type=int, default=100_000_000)
    parser.add_argument("--svg")
    parser.add_argument("--markdown")
    given = parser.parse_args()
    os.makedirs(given.data, exist_ok=True)
    some = features()
    start = middle([given.kgeo, "--version"], 15)
    lines = [f"Start without work, taken off: {start[0] * 1e3:.0f} ms CPU, {start[1] * 1e3:.0f} ms wall, {start[2]:.0f} MB "
             "(not taken off).", "",
             "| vertices | files | CPU ns a vertex, 1 thread | wall ns a vertex, 1 thread | wall ns a vertex, 2 threads | MB, 1 thread | MB, 2 threads |",
             "|---|---|---|---|---|---|---|"]
    by_vertices, by_files = [], []

    def measure(vertices, path, rounds, count=1):
        one = middle([given.kgeo, "area", "--format", "csv", "--threads", "1", path], rounds)
        two = middle([given.kgeo, "area", "--format", "csv", "--threads", "2", path], rounds)
        per = [max(0.1, (one[0] - start[0]) / vertices * 1e9), max(0.1, (one[1] - start[1]) / vertices * 1e9),
               max(0.1, (two[1] - start[1]) / vertices * 1e9)]
        lines.append(f"| {vertices:,} | {count:,} | {per[0]:.0f} | {per[1]:.0f} | {per[2]:.0f} | {one[2]:.0f} | {two[2]:.0f} |")
        print(lines[-1], flush=True)
        return (*per, one[2], two[2])

    vertices = 1_000
    while vertices <= given.most:
        path = os.path.join(given.data, "growth.geojson")
        write(path, some, vertices // 1_000)
        by_vertices.append((vertices, measure(vertices, path, 9 if vertices < 10**7 else 3)))
        os.remove(path)
        vertices *= 10
    folder = os.path.join(given.data, "growth")
    os.makedirs(folder, exist_ok=True)
    for count in (1, 10, 100, 1_000, 10_000):
        for i in range(count):
            file = os.path.join(folder, f"{i:05}.geojson")
            if not os.path.exists(file):
                write(file, some, 1, first=i)
        by_files.append((count, measure(1_000 * count, folder, 9 if count < 1_000 else 3, count)))
    shutil.rmtree(folder)

    if given.svg:
        names = [("1 thread", "#1b6ca8", 1), ("2 threads", "#d1661f", 2)]
        memory = [("1 thread", "#1b6ca8", 3), ("2 threads", "#d1661f", 4)]
        chart(given.svg, [
            ("One file: wall time", "vertices", "ns a vertex", [(n, c, [(x, r[k]) for x, r in by_vertices]) for n, c, k in names]),
            ("One file: memory", "vertices", "MB", [(n, c, [(x, r[k]) for x, r in by_vertices]) for n, c, k in memory]),
            ("Files of 1,000 vertices: wall time", "files", "ns a vertex", [(n, c, [(x, r[k]) for x, r in by_files]) for n, c, k in names])])
    if given.markdown:
        with open(given.markdown, "w") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
