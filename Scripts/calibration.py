#!/usr/bin/env python3
"""Fits the classes of drawn lines, GeoData/calibration.csv, to differences between mapmakers.

usage: Scripts/calibration.py TABLE [MAPS] [--without DAY]

TABLE is a table of differences between two mapmakers on the same days, one row per pair: `pair`, `scope`, `dates`, and for
windows of 10, 50 and 100 km along the front their number and the root mean square of the area between the two lines in
km² (`n_win_10`, `rms_10_km2` and so on). Only numbers are read, no map. With MAPS, a folder of the maps of several makers, the
differences in Kursk Oblast are measured again (calibration_kursk.py) instead of taken as they stand here.

Each map carries 1/sqrt(2) of a difference. Line and mapmaker part are fitted together, so that nothing is counted twice:

    sd(L)^2 = v(L; sigma, l) + v(L; sigma_b, 50 km),   v(L; s, l) = 2 s^2 l (L - l (1 - exp(-L/l)))

--without DAY pools the rows of single days and leaves one out; the table is printed and not written.
"""

import csv
import io
import math
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import calibration_kursk  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
LENGTHS = (10, 50, 100)
MAKER_LENGTH = 50.0
# Which rows say what of which class: name, rows of (pair, scope, dates or None for all), what they are.
CLASSES = (
    ("quiet", (("deepstate-iswadv", "pooled", None),), "two mapmakers of one definition on a quiet front"),
    ("unknown", (("deepstate-owl", "pooled", None),), "two mapmakers, their definitions not known to agree"),
    ("lagging", (("deepstate-live", "pooled", None),), "a mapmaker whose maps lag by days"),
)
# A front that moves by kilometres in days: the outline of Kursk Oblast's ground as DeepState (held, and with the grey zone)
# and liveuamap drew it on six days, as calibration_kursk.py measures it: length in km, deviation of the difference in km²,
# windows. The ring is too short for windows of 100 km, and deviations are about a mean, which takes from the longest ones
# what they have in common: so l and the mapmaker's part are those of "unknown", and sigma alone is fitted.
KURSK = ((10, 19.3, 211), (20, 28.9, 97), (50, 40.4, 28))


def kursk_words(rows, days):
    return (
        "two mapmakers where the front moves by kilometres in days: DeepState and liveuamap in Kursk Oblast",
        f"{len(days)} days of {days[0]} to {days[-1]}; deviation of differences "
        + ", ".join(f"{L} km: {sd:.1f} km² in {n}" for L, sd, n in rows)
        + " windows; l and mapmaker part as of unknown",
    )


# The same by single days, for leaving one out.
BY_DAY = {
    "quiet": (("deepstate-iswadv", ("2023-06-01", "2023-08-20")),),
    "unknown": (("deepstate-owl", ("2023-01-15", "2023-03-01")),),
    "lagging": (("deepstate-live", ("2022-10-15", "2023-01-15", "2024-01-15")),),
}


def variance(length, sigma, l):
    return 2 * sigma * sigma * l * (length - l * -math.expm1(-length / l))


def pooled(rows):
    """Root mean squares over the windows of several rows, by length; and the number of windows."""
    result = {}
    for length in LENGTHS:
        n = sum(int(row[f"n_win_{length}"]) for row in rows)
        square = sum(int(row[f"n_win_{length}"]) * float(row[f"rms_{length}_km2"]) ** 2 for row in rows)
        result[length] = (math.sqrt(square / n), n)
    return result


def fit(rms):
    """sigma, l, sigma_b in km by least squares of logarithms: a search that shrinks around the best so far.

    Three numbers are fitted to three, and the cost is flat along a ridge: from a small mapmaker's part the search stops
    where root mean squares are met to 2 % (unknown; 756 m, 9.0 km and 250 m meet them to 0.1 %), which is far below what
    the sample itself is known to. So the class is the one on the ridge that puts as much as it can into the line.
    """

    def cost(log_sigma, log_l, log_maker):
        s, l, b = math.exp(log_sigma), math.exp(log_l), math.exp(log_maker)
        return sum(
            (0.5 * math.log(variance(L, s, l) + variance(L, b, MAKER_LENGTH)) - math.log(rms[L][0] / math.sqrt(2))) ** 2
            for L in LENGTHS
        )

    best, width = [math.log(0.6), math.log(7), math.log(0.2)], [1.5, 1.2, 2.0]
    value = cost(*best)
    for _ in range(80):
        middle = list(best)
        for i in range(-4, 5):
            for j in range(-4, 5):
                for k in range(-4, 5):
                    trial = [m + w * x / 4 for m, w, x in zip(middle, width, (i, j, k))]
                    # The line's own error varies more slowly than its vertices; what varies more slowly than over
                    # 11 km is the mapmaker's part.
                    trial[1] = min(max(trial[1], math.log(2)), math.log(11))
                    trial[2] = max(trial[2], math.log(0.01))
                    c = cost(*trial)
                    if c < value:
                        value, best = c, trial
        width = [w * 0.8 for w in width]
    return [math.exp(x) for x in best]


def fit_sigma(rows, l, maker):
    """sigma in km where l and the mapmaker's part are given: least squares of logarithms, weighted by windows."""
    best = None
    for metres in range(100, 5001):
        cost = sum(
            n * (0.5 * math.log(variance(L, metres / 1e3, l) + variance(L, maker, MAKER_LENGTH)) - math.log(sd / math.sqrt(2))) ** 2
            for L, sd, n in rows
        )
        if best is None or cost < best[0]:
            best = (cost, metres / 1e3)
    return best[1]


def main():
    arguments = sys.argv[1:]
    without = None
    if "--without" in arguments:
        at = arguments.index("--without")
        without = arguments[at + 1]
        del arguments[at : at + 2]
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    kursk_days = [day for day in calibration_kursk.DAYS if day != without]
    kursk = KURSK
    if len(arguments) == 2:
        measured = calibration_kursk.differences(arguments[1], ROOT / "GeoData/ukraine.geojson", kursk_days)
        kursk = [(length, round(deviation, 1), count) for length, deviation, count in measured]
        print("kursk", *(f"{L} km {sd:.1f} km² in {n}" for L, sd, n in kursk), sep="  ", file=sys.stderr)
    else:
        kursk_days = list(calibration_kursk.DAYS)
    with open(arguments[0], encoding="utf-8") as text:
        table = list(csv.DictReader(text))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["class", "sigma_m", "l_m", "sigma_b_m", "l_b_m", "source", "sample"])
    for name, wanted, words in CLASSES:
        if without is None:
            rows = [
                row
                for pair, scope, dates in wanted
                for row in table
                if row["pair"] == pair and row["scope"] == scope and (dates is None or row["dates"] == dates)
            ]
        else:
            rows = [
                row
                for pair, days in BY_DAY[name]
                for row in table
                if row["pair"] == pair and row["scope"] == "day" and row["dates"] in days and row["dates"] != without
            ]
        if not rows:
            print(f"{name}: no row is left", file=sys.stderr)
            continue
        rms = pooled(rows)
        sigma, l, maker = fit(rms)
        days = sorted({day for row in rows for day in row["dates"].split()})
        pairs = ", ".join(sorted({row["pair"].replace("iswadv", "ISW with advance").replace("-live", "-liveuamap").replace("owl", "Project Owl").replace("deepstate-", "DeepState and ") for row in rows}))
        fitted = ", ".join(f"{L} km: {rms[L][0]:.1f} km² in {rms[L][1]}" for L in LENGTHS)
        writer.writerow(
            [name, round(sigma * 1e3), int(round(l * 1e3, -2)), round(maker * 1e3), int(MAKER_LENGTH * 1e3),
             f"{words}: {pairs}", f"{len(days)} days of {days[0]} to {days[-1]}; RMS of differences {fitted} windows"]
        )
        model = {L: math.sqrt(2 * (variance(L, sigma, l) + variance(L, maker, MAKER_LENGTH))) for L in LENGTHS}
        print(name, *(f"{L} km {rms[L][0]:.2f} fitted {model[L]:.2f}" for L in LENGTHS), sep="  ", file=sys.stderr)
        if name == "unknown":
            mobile = fit_sigma(kursk, l, maker)
            rest = [round(mobile * 1e3), int(round(l * 1e3, -2)), round(maker * 1e3), int(MAKER_LENGTH * 1e3), *kursk_words(kursk, kursk_days)]
    writer.writerow(["mobile", *rest])
    if without is None:
        (ROOT / "GeoData/calibration.csv").write_text(out.getvalue(), encoding="utf-8")
    else:
        print(out.getvalue(), end="")


main()
