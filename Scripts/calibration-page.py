"""The page of differences between mapmakers, from answers of kgeo compare.

Usage: calibration-page.py FOLDER

Every figure comes from kgeo; this script rounds and prints. No map stands on the page, only numbers.
"""

import json
import sys
from pathlib import Path

PAIRS = ("deepstate-isw", "deepstate-owl", "deepstate-liveuamap", "owl-liveuamap", "control")
STATED = ("deepstate-isw", "deepstate-owl", "deepstate-liveuamap", "owl-liveuamap")


def km2(value, digits=1):
    return "–" if value is None else f"{value / 1e6:,.{digits}f}"


def metres(value):
    return "–" if value is None else f"{value:,.0f}"


def km(value):
    return "–" if value is None else "over 1,000" if value > 0.99e6 else f"{value / 1e3:,.1f}"


def window(row, length, name):
    return next((w[name] for w in row["windows"] if w["length_m"] == length), None)


def name(row, wide):
    counting = " (control alone)" if wide == "control" else ""
    return f"{row['first']} – {row['second']}{counting}"


def line(row, wide, days):
    return [
        name(row, wide), days, f"{row['front_m'] / 1e3:,.0f}", metres(row["mean_m"]), metres(row["median_m"]),
        f"{metres(row['sigma_map_m'])}, {km(row['l_m'])}",
        f"{metres(row['sigma_map_middle_m'])}, {km(row['l_middle_m'])}", f"{metres(row['sigma_variogram_m'] / 2**0.5)}, {km(row['l_variogram_m'])}",
        *(km2(window(row, length, "rms_m2")) for length in (1e4, 5e4, 1e5)),
    ]


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "|".join("---" if i < 2 else "--:" for i in range(len(head))) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def main():
    folder = Path(sys.argv[1])
    answers = {pair: json.loads((folder / f"{pair}.json").read_text()) for pair in PAIRS}
    head = [
        "makers", "days", "front km", "mean shift m", "median m", "σ m, ℓ km of each map", "of the middle half",
        "of the variogram", "RMS km² over 10 km", "50 km", "100 km",
    ]
    print("""# How far mapmakers differ

Made by `make calibration` with `kgeo compare`, from maps that are no part of this project; numbers only. How it is measured:
[Methods](Methods.md#several-mapmakers). What it is used for: the classes of drawn lines say how far a line may be from the one
that another mapmaker would have drawn. What all makers have wrong is in no difference and in no number here.

The front on land from the Dnipro eastward, 6 km and more from border and coast. The second line lies outside the first where the
shift is positive. σ and ℓ are those of the area between the two lines over stretches of 2 to 200 km; each map carries 1/√2 of
σ. The middle half of the stretches leaves out the few large differences. ISW counts with the ground where forces advance and
do not control it, as DeepStateMap does; *control alone* is without it.

## All days of a pair together
""")
    table(head, [line(row, pair, str(len(row["dates"]))) for pair in PAIRS for row in answers[pair]["pooled"]])
    differing = [name(row, pair) for pair in PAIRS for row in answers[pair]["pooled"] if row["definitions_differ"]]
    if differing:
        print(
            f"{', '.join(differing)}: the mean shift over 100 km is larger than its spread. The two count different "
            "ground; that is no error of a line, and no ± is stated for it.\n"
        )
    print("## Day by day\n")
    rows = []
    for pair in PAIRS:
        for day in answers[pair]["days"]:
            for row in day["pairs"]:
                rows.append(line(row, pair, day["date"]))
    table(head, rows)
    print("""## Does a stated error hold?

For each day the error of both maps is fitted to the *other* days of the pair (line and mapmaker's part together, over 10, 50 and
100 km), and the stretches of the day itself are counted whose difference lies within twice the stated standard deviation, where
95 % are promised. A day on which the front moves by 50 m a day or more is stated from other such days, or from the class of
moving fronts, and never from quiet ones; the speed is that of the first maker's own maps, not of the difference.
""")
    rows = []
    for pair in STATED:
        for row in answers[pair]["pooled"]:
            for held in row["coverage"]:
                rows.append([
                    name(row, pair), f"{held['length_m'] / 1e3:.0f} km", str(held["count"]),
                    km2(held["stated_sd_m2"]), km2(held["rms_m2"]), f"{held['stated_sd_m2'] / held['rms_m2']:.2f}",
                    f"{100 * held['held']:.0f} %",
                ])
    table(["makers", "stretches of", "number", "stated sd km²", "RMS km²", "stated over RMS", "within ± 2 sd"], rows)
    print("""## Net change of a month

Gained less lost within 25 km of DeepStateMap's front, 4 km and more from border and coast.
""")
    rows = []
    for path in sorted(folder.glob("net-*.json")):
        for change in json.loads(path.read_text())["period"]:
            rows.append([
                change["maker"], f"{change['from']} to {change['to']}", km2(change["gained_m2"], 0),
                km2(change["lost_m2"], 0), km2(change["net_m2"], 0),
            ])
    table(["maker", "maps of", "gained km²", "lost km²", "net km²"], rows)


main()
