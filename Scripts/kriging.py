"""Kriging of the status of settlements, written a second time, on a grid of 1 km: its parameters are chosen on one half
of the days of a mapmaker's maps and tried on the other.

Usage: kriging.py MAPS [ROUNDS]     (from the project's folder; needs numpy)

MAPS is a GeoJSON file of dated areas of Kursk Oblast with `status` (`ukrainian_controlled`, `unknown_grey`) and `date`;
the settlements are those of Scenarios/sources, the border and Ukraine those of GeoData. The days are halved twice: every
second one, and the earlier against the later ones. What is searched for is the overlap (intersection over union) of held
and of held and contested ground on one half; no published figure has a part in it. Scripts/evidence.py makes a page of it.
"""

import csv
import json
import math
import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads would wait for each other longer than they work
import numpy as np

STEP, WINDOW = 1.0, (33.9, 50.5, 36.0, 52.0)
# Reports begin with START, which stands for the three days before it as well; on LAST the last village was announced as lost.
FIRST, START, LAST = "2024-08-21", "2024-08-24", "2025-04-26"
SETTLEMENTS = "Scenarios/sources/settlements.csv"
BORDER, UKRAINE = "GeoData/border-ukraine-russia.geojson", "GeoData/ukraine.geojson"
REACH = 5.0  # of the nearest settlement, in km
FAR = 15.0  # ground farther than this from every settlement is nobody's, in km
LON, LAT = 35.0, 51.2
KX, KY = 111.32 * math.cos(math.radians(LAT)), 111.24


def plane(lon, lat):
    """Kilometres east and north; 0.2 % is enough for a grid of 1 km."""
    return (np.asarray(lon, float) - LON) * KX, (np.asarray(lat, float) - LAT) * KY


(WEST, SOUTH), (EAST, NORTH) = plane(WINDOW[0], WINDOW[1]), plane(WINDOW[2], WINDOW[3])
XS, YS = np.arange(WEST + STEP / 2, EAST, STEP), np.arange(SOUTH + STEP / 2, NORTH, STEP)


def raster(geometry):
    """Which nodes lie in a geometry."""
    inside = np.zeros((len(YS), len(XS)), bool)
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        part = np.zeros_like(inside)
        for ring in polygon:
            x, y = plane([p[0] for p in ring], [p[1] for p in ring])
            for row, at in enumerate(YS):
                hit = (y[:-1] <= at) != (y[1:] <= at)
                if hit.any():
                    cross = x[:-1][hit] + (at - y[:-1][hit]) / (y[1:] - y[:-1])[hit] * (x[1:] - x[:-1])[hit]
                    part[row] ^= (np.searchsorted(np.sort(cross), XS) % 2).astype(bool)
        inside |= part
    return inside


def border_distance(x, y):
    """Kilometres from the border, by every tenth of its corners (130 m apart)."""
    line = []
    for feature in json.load(open(BORDER))["features"]:
        if feature["geometry"]["type"] == "LineString":
            line += feature["geometry"]["coordinates"]
    bx, by = plane([p[0] for p in line], [p[1] for p in line])
    near = (bx > WEST - 30) & (bx < EAST + 30) & (by > SOUTH - 30) & (by < NORTH + 30)
    bx, by = bx[near][::10], by[near][::10]
    return np.array([np.sqrt(((bx - a) ** 2 + (by - b) ** 2).min()) for a, b in zip(x, y)])


class Ground:
    """Kursk Oblast inside the window, node by node, and the maps to hold others against."""

    def __init__(self, path):
        inside = np.ones((len(YS), len(XS)), bool)
        for feature in json.load(open(UKRAINE))["features"]:
            if feature["geometry"]["type"] in ("Polygon", "MultiPolygon"):
                inside &= ~raster(feature["geometry"])
        self.inside = inside
        self.x, self.y = (a[inside] for a in np.meshgrid(XS, YS))
        self.border = border_distance(self.x, self.y)
        self.maps = {}
        for feature in json.load(open(path))["features"]:
            day, status = (feature["properties"][key] for key in ("date", "status"))
            if FIRST <= day <= LAST and feature["geometry"]:
                held, both = self.maps.setdefault(day, [np.zeros(len(self.x), bool) for _ in "hb"])
                nodes = raster(feature["geometry"])[inside]
                both |= nodes
                if status == "ukrainian_controlled":
                    held |= nodes
        self.days = sorted(self.maps)


def table(leaving_out=None):
    """The reports of Kursk Oblast, without those whose source has some words."""
    rows = csv.DictReader(open(SETTLEMENTS, encoding="utf-8"))
    return [r for r in rows if r["region"] == "Kursk Oblast" and not (leaving_out and leaving_out in r["status_source"])]


def latest(rows, day):
    """The latest reports of each settlement up to a day, and what they say: contested where they differ."""
    found = {}
    for row in rows:
        key = row["name"], row["lon"], row["lat"]
        if row["date"] > max(day, START):
            continue
        if key not in found or row["date"] > found[key][0]["date"]:
            found[key] = [row]
        elif row["date"] == found[key][0]["date"]:
            found[key].append(row)
    for key, reports in found.items():
        states = {"c" if r["status"] != "controlled" else "h" if r["holder"] == "Ukraine" else "o" for r in reports}
        yield key, reports, states.pop() if len(states) == 1 else "c"


def correlation(distance, rho):
    scaled = math.sqrt(3) * distance / rho
    return (1 + scaled) * np.exp(-scaled)


class Evidence:
    """Settlements on a ground: where they lie, and what is said of them day by day."""

    def __init__(self, ground, rows, labels=None):
        """`labels` gives a state for a day and a place in kilometres, instead of the reports."""
        places = {}
        for row in rows:
            places.setdefault((row["name"], row["lon"], row["lat"]), len(places))
        self.x, self.y = plane([p[1] for p in places], [p[2] for p in places])
        to = np.hypot(ground.x[:, None] - self.x, ground.y[:, None] - self.y)
        self.near = np.flatnonzero(to.min(1) < FAR)
        self.to, self.border = to[self.near].astype(np.float32), ground.border[self.near]
        self.among = np.hypot(self.x[:, None] - self.x, self.y[:, None] - self.y)
        self.own_border = border_distance(self.x, self.y)
        self.days, self.truth, self.whole = {}, {}, {}
        for day in ground.days:
            found = list(latest(rows, day))
            use = np.array([places[key] for key, _, _ in found])
            state = np.array([s for _, _, s in found])
            if labels:
                state = np.array([labels(day, self.x[i], self.y[i]) for i in use])
            kinds = ["reported" if labels else reports[0]["class"] for _, reports, _ in found]
            errors = np.array([float(reports[0]["coord_error_m"] or 0) / 1e3 for _, reports, _ in found])
            self.days[day] = use, state, kinds, errors
            self.truth[day] = [m[self.near] for m in ground.maps[day]]
            self.whole[day] = [m.sum() for m in ground.maps[day]]

    def fields(self, p, days):
        """The kriged status at the nodes near settlements, a column a day."""
        among = correlation(self.among, p["range"])
        own_mean, mean = (p["far"] + p["gain"] * np.exp(-b / p["reach"]) for b in (self.own_border, self.border))
        weights = np.zeros((len(self.x), len(days)))
        for column, day in enumerate(days):
            use, state, kinds, errors = self.days[day]
            value = np.where(state == "h", 1.0, np.where(state == "o", -1.0, p["contested"]))
            nugget = np.array([p[k] for k in kinds]) + p["place"] * (errors / p["range"]) ** 2
            weights[use, column] = np.linalg.solve(among[np.ix_(use, use)] + np.diag(nugget), value - own_mean[use])
        return mean[:, None] + correlation(self.to, p["range"]) @ weights.astype(np.float32)

    def nearest(self, day):
        """Held, and held or contested, by the nearest settlement up to REACH."""
        use, state, _, _ = self.days[day]
        distance = self.to[:, use]
        own = np.where(distance.min(1) < REACH, state[distance.argmin(1)], "o")
        return own == "h", own != "o"

    def overlap(self, drawn, day, k):
        """Intersection over union with the map of a day; 1 where neither has any ground."""
        common = (drawn & self.truth[day][k]).sum()
        either = drawn.sum() + self.whole[day][k] - common
        return common / either if either else 1.0

    def overlaps(self, p, days):
        """A row a day: held, held or contested."""
        field = self.fields(p, days)
        return np.array([[self.overlap(field[:, i] > p[key], day, k) for k, key in enumerate(("held", "both"))] for i, day in enumerate(days)])

    def probabilities(self, p, days):
        """P of held and of held or contested, and whether the map has it, node by node of all days."""
        field = self.fields(p, days)
        said = np.concatenate([normal((field[:, i] - p[key]) / p["spread"]) for i in range(len(days)) for key in ("held", "both")])
        return said, np.concatenate([self.truth[day][k] for day in days for k in (0, 1)])


def normal(x):
    """The standard normal distribution (Abramowitz and Stegun 26.2.17, 7.5e-8)."""
    t = 1 / (1 + 0.2316419 * np.abs(x))
    tail = np.exp(-x * x / 2) / math.sqrt(2 * math.pi) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    return np.where(x > 0, 1 - tail, tail)


BOUNDS = {
    "range": (3, 16), "far": (-2, -0.3), "gain": (0, 1.2), "reach": (2, 20), "held": (-0.3, 0.8), "both": (-0.8, 0.2),
    "reported": (0.01, 1), "implied": (0.01, 1), "inferred": (0.01, 3), "claimed": (0.01, 1), "place": (0, 3),
}
BEGIN = {
    "range": 8, "far": -0.9, "gain": 0.3, "reach": 8, "contested": -0.1, "held": 0.1, "both": -0.3, "reported": 0.2, "implied": 0.4,
    "inferred": 0.3, "claimed": 0.3, "place": 1,
}
SPREADS = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]


RESTARTS = 4
CONTESTED = 2 / 3


def chosen(evidence, days, rounds):
    """The best of some random searches from one beginning, the same on every run; then the spread with the least Brier score."""
    found = [searched(evidence, days, rounds, seed) for seed in range(RESTARTS)]
    return with_spread(evidence, days, max(found, key=lambda f: f[0])[1])


def searched(evidence, days, rounds, seed):
    """What a random search ends with: the overlap, and the parameters."""
    random = np.random.default_rng(seed)
    p, best = dict(BEGIN), evidence.overlaps(BEGIN, days).mean()
    for step in range(rounds):
        q = dict(p)
        width = 0.2 if step < 0.4 * rounds else 0.07 if step < 0.7 * rounds else 0.025
        for name in random.choice(list(BOUNDS), size=random.integers(1, 4), replace=False):
            low, high = BOUNDS[name]
            q[name] = float(np.clip(q[name] + random.normal() * (high - low) * width, low, high))
        # Well between the thresholds: several contested settlements side by side are contested ground still.
        q["contested"] = q["both"] + CONTESTED * (q["held"] - q["both"])
        score = evidence.overlaps(q, days).mean()
        if score > best:
            best, p = score, q
    return best, p


def with_spread(evidence, days, p):
    def brier(spread):
        said, is_so = evidence.probabilities(dict(p, spread=spread), days)
        return ((said - is_so) ** 2).mean()

    return dict(p, spread=min(SPREADS, key=brier))


def halves(days):
    """Names and the days chosen on and tried on."""
    middle = len(days) // 2
    return [
        ("every second day", days[0::2], days[1::2]), ("the other days", days[1::2], days[0::2]),
        ("the earlier half", days[:middle], days[middle:]), ("the later half", days[middle:], days[:middle]),
    ]


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 900
    ground = Ground(sys.argv[1])
    evidence = Evidence(ground, table())
    days = ground.days
    print(f"{len(days)} days from {days[0]} to {days[-1]}; overlap of held, and of held and contested ground")
    nearest = np.mean([[evidence.overlap(n, d, k) for k, n in enumerate(evidence.nearest(d))] for d in days], axis=0)
    print(f"nearest settlement up to {REACH:g} km: {nearest[0]:.3f} {nearest[1]:.3f}")
    for label, use, test in halves(days) + [("all days", days, days)]:
        p = chosen(evidence, use, rounds)
        own, other = (evidence.overlaps(p, part).mean(0) for part in (use, test))
        said, is_so = evidence.probabilities(p, test)
        print(
            f"chosen on {label}: there {own[0]:.3f} {own[1]:.3f}, on the rest {other[0]:.3f} {other[1]:.3f}, Brier {((said - is_so) ** 2).mean():.4f}; "
            + ", ".join(f"{k} {v:.2f}" for k, v in p.items()), flush=True)


if __name__ == "__main__":
    main()
