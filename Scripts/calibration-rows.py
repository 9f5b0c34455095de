"""Another's figures of how far mapmakers differ, row by row, beside those of kgeo compare.

Usage: calibration-rows.py KGEO FOLDER-OF-MAKERS

The folder holds calibration.csv and, by maker, the maps that its rows were measured on. Every figure of kgeo is what kgeo compare
prints for the maps of a row; this script divides, rounds and prints. Exit code 2 where figures differ.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The front on land, from the Dnipro eastward, as the table has it.
LAND = [
    "--in", str(ROOT / "GeoData/ukraine.geojson"), "--box", "35.35,46.9,41,53", "--holder", "Russia", "--window-days", "5",
    "--quiet", "--format", "json",
]
WIDE = ["--counting", "Institute for the Study of War=controlled+contested"]
# From March 2024 on the mirror of liveuamap leaves out what was held before 2022; here that day has it, as a change.
LEFT_OUT = "2023-12-09"
MAKERS = {
    "deepstate": "DeepStateMap", "isw": "ISW, control alone", "iswadv": "ISW", "owl": "Project Owl", "live": "liveuamap",
    "livefull": "liveuamap, made whole",
}
WITHIN = 0.1


def window(length, name):
    def value(row):
        found = next((w for w in row["windows"] if w["length_m"] == length * 1e3), None)
        return None if found is None else found[name] / (1 if name == "count" else 1e6)

    return value


def member(name, unit=1.0):
    return lambda row: None if row[name] is None else row[name] / unit


# What the table calls it, what the page calls it, how kgeo compare says it, and digits to print.
LINE = (
    ("front_km", "front km", member("front_m", 1e3), 0),
    ("dA_km2", "difference km²", member("front_difference_m2", 1e6), 0),
    ("mean_shift_m", "mean shift m", member("mean_m"), 0),
    ("sigma_map_sd_m", "σ m", member("sigma_map_m"), 0),
    ("l_sd_km", "ℓ km", member("l_m", 1e3), 1),
    ("sigma_map_iqr_m", "σ m of the middle half", member("sigma_map_middle_m"), 0),
    ("l_iqr_km", "ℓ km", member("l_middle_m", 1e3), 1),
)
STRETCHES = (
    ("n_win_10", "10 km: n", window(10, "count"), 0),
    ("rms_10_km2", "RMS", window(10, "rms_m2"), 2),
    ("sd_10_km2", "sd", window(10, "sd_m2"), 2),
    ("iqrsd_10_km2", "middle half", window(10, "middle_sd_m2"), 2),
    ("mean_10_km2", "mean", window(10, "mean_m2"), 2),
    ("n_win_50", "50 km: n", window(50, "count"), 0),
    ("rms_50_km2", "RMS", window(50, "rms_m2"), 2),
    ("n_win_100", "100 km: n", window(100, "count"), 0),
    ("rms_100_km2", "RMS", window(100, "rms_m2"), 2),
    ("sd_100_km2", "sd", window(100, "sd_m2"), 2),
    ("iqrsd_100_km2", "middle half", window(100, "middle_sd_m2"), 2),
    ("bias_100_km2", "mean", window(100, "mean_m2"), 2),
)
LENGTHS = {"l_sd_km", "l_iqr_km"}


def made_whole(makers, folder, days):
    """Maps of liveuamap with the ground that the mirror leaves out."""
    left_out = json.loads((makers / f"liveuamap/{LEFT_OUT}.json").read_text())["value"]["features"]
    left_out = [feature for feature in left_out if feature["properties"]["type"] == "nochange"]
    paths = []
    for day in days:
        whole = json.loads((makers / f"liveuamap/{day}.json").read_text())
        own = whole["value"]["features"][0]["properties"]
        whole["value"]["features"] += [
            {**feature, "properties": {**own, "type": "nochange"}} for feature in left_out
        ]
        paths.append(folder / f"{day}.json")
        paths[-1].write_text(json.dumps(whole))
    return paths


def files(makers, maker, day):
    """The maps of a maker of a day, as the folder has them."""
    if maker in ("isw", "iswadv"):
        found = sorted((makers / "isw").glob(f"{day}-*.geojson"))
        return found if any("-control" in path.name for path in found) else []
    name = {"live": "liveuamap", "livefull": "liveuamap"}.get(maker, maker)
    return sorted(path for path in (makers / name).glob(f"{day}.*"))


def answer(kgeo, makers, scratch, pair, days):
    paths = []
    for maker in pair:
        paths += made_whole(makers, scratch, days) if maker == "livefull" else [
            path for day in days for path in files(makers, maker, day)
        ]
    counting = WIDE if "iswadv" in pair else []
    done = subprocess.run(
        [kgeo, "compare", *map(str, paths), *LAND, *counting], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"calibration-rows.py: {'-'.join(pair)} of {' '.join(days)}: {done.stderr.strip()}")
    found = json.loads(done.stdout)
    return found["days"][0]["pairs"][0] if len(days) == 1 else found["pooled"][0]


def name(pair):
    return " – ".join(MAKERS[maker] for maker in pair)


class Tally:
    """How many figures agree, and which do not."""

    def __init__(self):
        self.agree, self.differ, self.unbounded = 0, [], []

    def cell(self, row, pair, column, heading, own, digits):
        text = row[column]
        if text == "" or own is None:
            return "–"
        theirs = float(text.lstrip(">"))
        said = "over 1,000" if column in LENGTHS and own > 990 else f"{own:,.{digits}f}"
        ratio = own / theirs if theirs else float("inf")
        what = f"{name(pair)}, {row['dates']}: {heading}"
        # A correlation length beyond the longest stretches only says that the shift varies more slowly than they are long.
        longest = float(row["longest_window_km"])
        if column in LENGTHS and min(theirs, own) > longest:
            self.unbounded.append(f"{what.removesuffix(' km')} {text}, {said}")
            return f"*{said}*"
        decimals = len(text.partition(".")[2])
        if abs(ratio - 1) <= WITHIN or abs(own - theirs) <= 0.5 * 10**-decimals:
            self.agree += 1
            return f"{said} ({ratio:.2f})"
        self.differ.append(f"{what} {text}, kgeo {said} ({ratio:.2f})")
        return f"**{said} ({ratio:.2f})**"


def table(rows, columns, tally):
    head = ["makers", "days", *(heading for _, heading, _, _ in columns)]
    print("| " + " | ".join(head) + " |")
    print("|" + "|".join("---" if i < 2 else "--:" for i in range(len(head))) + "|")
    for row, pair, found in rows:
        days = row["dates"].split()
        cells = [tally.cell(row, pair, column, heading, value(found), digits) for column, heading, value, digits in columns]
        print("| " + " | ".join([name(pair), days[0] if len(days) == 1 else f"{len(days)} together", *cells]) + " |")
    print()


def main():
    kgeo, makers = sys.argv[1], Path(sys.argv[2]).resolve()
    rows, missing = [], []
    with tempfile.TemporaryDirectory() as scratch:
        for row in csv.DictReader((makers / "calibration.csv").open()):
            pair, days = row["pair"].split("-"), row["dates"].split()
            absent = [day for day in days if not all(files(makers, maker, day) for maker in pair)]
            if absent:
                missing.append((name(pair), row["front_km"], days, absent))
            else:
                rows.append((row, pair, answer(kgeo, makers, Path(scratch), pair, days)))
    tally = Tally()
    print("""
## Against another's figures

The maps come with figures that somebody else measured on them in another program (`calibration.csv`). Each is held against what
`kgeo compare` prints for the same maps: kgeo's figure, in brackets that figure over the other's. **Bold**: they differ by more than 10 %
and by more than the other's last digit. *Italic*: both correlation lengths are longer than the longest stretches that the front has
room for, and only say that the shift varies more slowly than these are long. How many differences lie within a stated ± (the columns `cov`) is not held
against anything: `compare` states the ± that it fits to other days, and takes none.
""")
    table(rows, LINE, tally)
    print("The areas between the lines over stretches, in km²:\n")
    table(rows, STRETCHES, tally)
    print(
        f"{len(rows)} rows, {tally.agree + len(tally.differ)} figures: {tally.agree} agree within 10 %, "
        f"{len(tally.differ)} do not{':' if tally.differ else '.'}")
    if tally.differ:
        print()
    for text in tally.differ:
        print(f"- {text}")
    if tally.unbounded:
        print("\nCorrelation lengths that are no more than a bound, the other's and kgeo's, km:\n")
        for text in tally.unbounded:
            print(f"- {text}")
    if missing:
        print("\nRows that cannot be measured here, since maps of some of their days are not at hand:\n")
        for who, front, days, absent in missing:
            print(f"- {who}, {len(days)} days, {int(front):,} km of front: no maps of {', '.join(absent)}")
    return 2 if tally.differ else 0


sys.exit(main())
