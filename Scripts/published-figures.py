"""The page of published figures: each held against the map that can hold it, and against each other.

Usage: published-figures.py page KGEO FIGURES.json TABLE.csv FOLDER-OF-IMPORTED-MAPS
       published-figures.py sums KGEO FIGURES.json
       published-figures.py district OUTLINES.geojson NAME-IN-FILE NAME

What a figure stands for, what a map shows and every verdict come from kgeo; this script adds, divides and prints.
"""

import csv
import datetime
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAPS = {
    "kursk": "Kursk series",
    "service": "service file",
    "daily": "daily map",
    "glushkovo": "service file, in the district",
}
VERDICTS = {
    "consistent": "= fits",
    "overstated": "▲ above the map",
    "understated": "▼ below the map",
    "inconclusive": "? the map cannot tell",
    "between-definitions": "≠ between held and held + grey",
    "depends-on-day": "≠ depends on the day",
    "depends-on-definition": "≠ depends on the definition",
    "not-checkable": "– cannot be checked",
}
QUALIFIERS = {
    "about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ",
    "less_than": "less than ", "up_to": "up to ", "nearly": "nearly ",
}
MEASURES = {"peak": "at the peak", "lost": "lost", "gained": "gained", "net": "gained, net"}
STATED = {"UA": "Ukraine", "UA-59": "Sumy Oblast", "RU-KRS": "Kursk Oblast"}


def stop(message):
    print(f"published-figures.py: {message}", file=sys.stderr)
    sys.exit(65)


def run(kgeo, *arguments):
    done = subprocess.run([kgeo, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        stop(f"kgeo {' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def plain(value, digits=None):
    """A number with thousands marked; all its digits unless `digits` after the point are wanted."""
    if digits is None:
        whole, point, rest = repr(value).partition(".")
        return f"{int(whole):,}{point}{rest}"
    return f"{value:,.{digits}f}"


def places(spread):
    """Digits after the point that show two significant digits of `spread`, at most three."""
    return min(3, max(0, 1 - math.floor(math.log10(spread)))) if spread > 0 else 0


def said(figure, symbols):
    """A figure as it was printed: qualifier, number, unit, the second unit."""
    text = QUALIFIERS.get(figure.get("qualifier"), "") + plain(figure["value"]) + " " + symbols[figure["unit"]]
    if also := figure.get("also"):
        text += f" ({plain(also['value'])} {symbols[also['unit']]})"
    return text


def between(low, high, unit):
    digits = places((high - low) if high != math.inf and high > low else low or 1)
    if high == math.inf:
        return f"{plain(low, digits)} {unit} or more"
    return f"{plain(low, digits)}–{plain(high, digits)} {unit}"


class Units:
    """The table of units that kgeo prints."""

    def __init__(self, kgeo):
        table = list(csv.DictReader(run(kgeo, "schema", "--units", "--format", "csv").splitlines()))
        self.symbols = {unit["unit"]: unit["symbol"] for unit in table}
        self.factors = {unit["unit"]: float(unit["si_factor"]) for unit in table}
        self.dimensions = {unit["unit"]: unit["dimension"] for unit in table}


def check(kgeo, claims, map, *options):
    """What kgeo says of claims held against one map, by their ids."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"claims": claims}, file)
        file.flush()
        answer = run(kgeo, "check", str(map), "--claims", file.name, "--format", "json", "--quiet", *options)
    return {result["claim"]: result for result in json.loads(answer)["results"]}


def measured(definition, unit, units):
    """What the map shows under one definition, with its 95 % interval."""
    values = definition["measured"]
    value, spread = (values[key] / units.factors[unit] for key in ("value_si", "u_si"))
    digits = places(2 * spread)
    text = plain(value, digits) + (f" ± {plain(2 * spread, digits)}" if spread > 0 else "")
    whole = definition.get("denominator")
    if whole:
        text += f" % of {plain(round(whole['area_m2'] / 1e6))}"
    return text


def verdict(found, key="verdict"):
    """A verdict in words, with what makes it no definite one."""
    text = VERDICTS[found[key]]
    if found["edge"] and found[key] == "consistent":
        text += ", only at the edge"
    return text + (", by less than 1 %" if found["borderline"] else "")


def cell(result, counting, unit, units):
    """The cell of one definition: what the map shows and the verdict, in bold where the figure's words count so."""
    found = [d for d in result["definitions"] if d["counting"] == counting and d["measured"]]
    texts = []
    for definition in found:
        day = f" on {definition['measured']['date']}" if result["measure"] == "peak" else ""
        text = f"{measured(definition, unit, units)}{day}: {verdict(definition)}"
        texts.append(f"**{text}**" if definition["as_worded"] else text)
    return "<br>".join(texts)


def worded(result):
    """A result as its words go: at the edge or borderline where every definition that they name is."""
    own = [d for d in result["definitions"] if d["as_worded"]] or result["definitions"]
    return {**result, **{key: all(d[key] for d in own) for key in ("edge", "borderline")}}


def map_days(claim, result):
    """The days of the maps that were compared, and how far the one map is from the figure's day."""
    values = next(d["measured"] for d in result["definitions"] if d["measured"])
    if claim.get("measure") == "peak":
        return " to ".join(claim["period"])
    if values.get("from_date"):
        return f"{values['from_date']} to {values['to_date']}"
    day = values["date"]
    if "as_of" in claim:
        late = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(claim["as_of"])).days
        if late:
            day += f" ({abs(late)} {'day' if abs(late) == 1 else 'days'} {'after' if late > 0 else 'before'})"
    return day


def told(claim):
    source = claim["source"]
    outlet = f"[{source['outlet']}]({source['url']})" if "url" in source else source["outlet"]
    return source["speaker"] if source["speaker"] == source["outlet"] and "url" not in source \
        else f"{source['speaker']}, in {outlet}"


def of_what(claim):
    subject = claim["subject"]
    if "id" in subject:
        return "gas pipeline under ground that Ukraine held"
    text = f"{subject['holder']} in {subject['region']}" if "region" in subject else f"{subject['holder']} in Ukraine"
    if "of" in claim:
        text += ", share"
    if claim.get("counting") == ["contested"]:
        text += ", grey zone alone"
    return f"{text}, {MEASURES[claim['measure']]}" if claim.get("measure", "held") != "held" else text


class Figures:
    """The figures of the file, held against the maps."""

    def __init__(self, kgeo, data, units, table, folder):
        self.units, self.rows = units, data["rows"]
        self.claims = {claim["id"]: claim for claim in data["claims"]}
        self.compare(table)
        wanted = {name: [] for name in MAPS}
        for row in self.rows:
            for id in row["claims"]:
                wanted[row["map"]].append(self.claims[id])
                for number, period in enumerate(row.get("nearby", [])):
                    wanted[row["map"]].append({**self.claims[id], "id": f"{id} {number}", "period": period})
                for map, day in row.get("explained", {}).get("on", []):
                    when = {"period": day} if isinstance(day, list) else {"as_of": day, "window_days": 0}
                    wanted[map].append({**self.claims[id], "id": f"{id} {map} {day}", **when})
        self.results = {}
        for name, claims in wanted.items():
            self.results.update(
                check(kgeo, claims, f"{folder}/{name}.geojson", "--line", f"{folder}/pipeline.geojson"))

    def compare(self, table):
        """The file's rows are those of the table of published figures."""
        with open(table) as text:
            published = [(row["date"], float(row["figure"])) for row in csv.DictReader(text)]
        own = [(row["date"], float(self.claims[row["claims"][0]]["value"])) for row in self.rows]
        for number, (theirs, ours) in enumerate(zip(published, own), 1):
            if theirs != ours:
                stop(f"row {number}: {ours} here, {theirs} in {table}")
        if len(published) != len(own):
            stop(f"{len(own)} rows here, {len(published)} in {table}")

    def each(self):
        for number, row in enumerate(self.rows, 1):
            for id in row["claims"]:
                yield number, row, self.claims[id], self.results[id]

    def checked(self):
        for number, row, claim, result in self.each():
            if result["verdict"] == "not-checkable":
                continue
            grey = claim.get("counting") == ["contested"]
            held = cell(result, ["controlled"], claim["unit"], self.units)
            both = cell(result, ["contested"] if grey else ["controlled", "contested"], claim["unit"], self.units)
            yield "| " + " | ".join([
                str(number), row["date"], of_what(claim), told(claim), said(claim, self.units.symbols),
                f"{MAPS[row['map']]}, {map_days(claim, result)}", held or "–",
                ("grey alone: " if grey else "") + both if both else "not drawn",
                verdict(worded(result), "verdict_as_worded"),
                verdict(result) + (", partly inconclusive" if result["partly_inconclusive"] else ""),
            ]) + " |"

    def unchecked(self):
        for number, row, claim, result in self.each():
            if result["verdict"] != "not-checkable":
                continue
            near = []
            for index in range(len(row.get("nearby", []))):
                wider = self.results[f"{claim['id']} {index}"]
                for definition in wider["definitions"]:
                    if definition["measured"]:
                        days = f"{definition['measured']['from_date']} to {definition['measured']['to_date']}"
                        counting = "with the grey zone" if len(definition["counting"]) > 1 else "controlled"
                        near.append(f"{days}, {counting}: {measured(definition, claim['unit'], self.units)} "
                                    f"{self.units.symbols[claim['unit']]} {MEASURES[claim['measure']]}")
            yield "| " + " | ".join([
                str(number), row["date"], of_what(claim), told(claim), said(claim, self.units.symbols),
                result["because"].removeprefix("cannot be checked: "), "<br>".join(near)]) + " |"

    def explained(self):
        """Rows that need a word: what the maps beside the figure's day show, and what the verdict comes from."""
        for number, row, claim, _ in self.each():
            if "explained" not in row:
                continue
            near = []
            for map, day in row["explained"]["on"]:
                result = self.results[f"{claim['id']} {map} {day}"]
                held = cell(result, ["controlled"], claim["unit"], self.units)
                both = cell(result, ["controlled", "contested"], claim["unit"], self.units)
                days = map_days(claim, result) if isinstance(day, list) else day
                near.append(f"{MAPS[map]}, {days}: {held}" + (f"; with the grey zone {both}" if both else ""))
            yield "| " + " | ".join([
                str(number), row["date"], said(claim, self.units.symbols), "<br>".join(near),
                row["explained"]["why"]]) + " |"

    def summary(self):
        """How many figures there are, how many a map holds, and the head of the table of verdicts."""
        results = [result for _, _, _, result in self.each()]
        held = sum(result["verdict"] != "not-checkable" for result in results)
        return (f"{len(results)} figures in {len(self.rows)} rows; {held} are held against a map:\n\n"
                "| verdict | as worded | overall |\n|---|---|---|")

    def verdicts(self):
        counts = {}
        for _, _, _, result in self.each():
            for key in ("verdict_as_worded", "verdict"):
                counts.setdefault(result[key], {"verdict_as_worded": 0, "verdict": 0})[key] += 1
        for code, text in VERDICTS.items():
            if code in counts:
                yield f"| {text} | {counts[code]['verdict_as_worded']} | {counts[code]['verdict']} |"


class Before:
    """What became of verdicts: those of before that are others now, as they stand in the file, and why."""

    CAUSES = {"line": "the error in the plane", "day": "the map of the day"}
    UNDECIDED = ("inconclusive", "between-definitions", "depends-on-day", "depends-on-definition")

    def __init__(self, figures, before):
        self.figures, self.before = figures, before

    def rows(self):
        numbers = {claim["id"]: number for number, _, claim, _ in self.figures.each()}
        for old in self.before:
            now, claim = self.figures.results[old["claim"]], self.figures.claims[old["claim"]]
            def words(found):
                return f"{VERDICTS[found['verdict']]} (as worded: {VERDICTS[found['verdict_as_worded']]})"
            if words(old) == words(now):
                stop(f"{old['claim']}: the verdict is that of before")
            yield "| " + " | ".join([
                str(numbers[old["claim"]]), said(claim, self.figures.units.symbols), words(old), words(now),
                self.CAUSES[old["cause"]]]) + " |"

    def counts(self):
        """How many became undecided, and how many decided, by cause."""
        for cause, words in self.CAUSES.items():
            cells = [words]
            for key in ("verdict_as_worded", "verdict"):
                pairs = [(old[key], self.figures.results[old["claim"]][key]) for old in self.before if old["cause"] == cause]
                cells.append(str(sum(a not in self.UNDECIDED and b in self.UNDECIDED for a, b in pairs)))
                cells.append(str(sum(a in self.UNDECIDED and b not in self.UNDECIDED for a, b in pairs)))
                cells.append(str(sum(a != b and a not in self.UNDECIDED and b not in self.UNDECIDED for a, b in pairs)))
            yield "| " + " | ".join(cells) + " |"


class Days:
    """How much of a verdict hangs on the day, and whether a figure that is plainly wrong is told so.

    The figures of Kursk Oblast as worded: once against the maps of their days, once with the maps of the day, of the day
    before and of the day after taken away, so that the nearest are two or three days off; and multiplied.
    """

    DEFINITE = ("consistent", "overstated", "understated")
    PLAINLY = ("doubled", "halved")
    FACTORS = ((2, "doubled"), (0.5, "halved"), (1.5, "half as large again"), (1 / 1.5, "a third smaller"))

    def __init__(self, kgeo, figures, folder):
        self.kgeo, self.figures, self.folder = kgeo, figures, folder
        self.claims = [claim for _, row, claim, _ in figures.each() if row["map"] == "kursk"]
        self.rows = {number for number, row, _, _ in figures.each() if row["map"] == "kursk"}
        self.map = read(f"{folder}/kursk.geojson")

    def away(self):
        """How the verdicts as worded compare with those of the days' own maps: their count by outcome, and what differs."""
        counts, differing = {}, []
        for claim in self.claims:
            own = self.figures.results[claim["id"]]["verdict_as_worded"]
            other = self.held(claim)
            if own == other:
                outcome = "the same"
            elif own in self.DEFINITE and other in self.DEFINITE:
                outcome = "another definite one"
                differing.append(f"{said(claim, self.figures.units.symbols)} ({days_of(claim)[-1]})")
            else:
                outcome = "undecided" if own in self.DEFINITE else "definite alone there"
            counts[outcome] = counts.get(outcome, 0) + 1
        for outcome, count in counts.items():
            named = ": " + "; ".join(differing) if outcome == "another definite one" else ""
            yield outcome + named, count

    def held(self, claim):
        """The verdict as worded without the maps of the figure's days and of those beside them."""
        days = [datetime.date.fromisoformat(day) for day in days_of(claim)]
        def stays(feature):
            text = feature["properties"].get("date")
            if text is None:
                return True
            distances = [abs((datetime.date.fromisoformat(text) - day).days) for day in days]
            # A figure of one day needs no more than the maps around it.
            return min(distances) > 1 and ("period" in claim or min(distances) <= 5)
        features = [feature for feature in self.map["features"] if stays(feature)]
        kgeo_member = {key: value for key, value in self.map["kgeo"].items() if key != "claims"}
        with tempfile.NamedTemporaryFile("w", suffix=".geojson") as file:
            json.dump({**self.map, "kgeo": kgeo_member, "features": features}, file)
            file.flush()
            return check(self.kgeo, [claim], file.name, "--line", f"{self.folder}/pipeline.geojson")[claim["id"]][
                "verdict_as_worded"]

    def multiplied(self):
        """Per factor how many figures are told apart from the map as worded, and rightly, of how many; and those that are not."""
        claims = []
        for claim in self.claims:
            for number, (factor, _) in enumerate(self.FACTORS):
                other = {**claim, "id": f"{claim['id']} {number}", "value": round(claim["value"] * factor, 6)}
                # The number stands for as much as the printed one does.
                other.pop("also", None)
                claims.append({**other, "resolution": self.figures.results[claim["id"]]["said"]["resolution"] * factor})
        results = check(
            self.kgeo, claims, f"{self.folder}/kursk.geojson", "--line", f"{self.folder}/pipeline.geojson")
        for number, (_, words) in enumerate(self.FACTORS):
            own = [results[f"{claim['id']} {number}"] for claim in self.claims]
            wrong = [self.why(claim, words, result) for claim, result in zip(self.claims, own) if not self.is_right(result)]
            plain_ones = [
                result for claim, result in zip(self.claims, own) if not self.is_nearer(claim, self.FACTORS[number][0])]
            told_ones = (sum(self.is_right(result) for result in plain_ones), len(plain_ones))
            yield words, len(own) - len(wrong), len(own), wrong, told_ones

    def is_nearer(self, claim, factor):
        """Whether a multiplied figure is nearer to what the map shows as worded than the printed one: then it is not plainly wrong."""
        result = self.figures.results[claim["id"]]
        own = next(d for d in result["definitions"] if d["as_worded"] and d["measured"])
        ratio = claim["value"] * self.figures.units.factors[claim["unit"]] / own["measured"]["value_si"]
        return abs(math.log(ratio * factor)) < abs(math.log(ratio))

    def why(self, claim, words, result):
        """A row of what a multiplied figure gives as worded and what the map's own value would give, and what that comes from."""
        unit, units = claim["unit"], self.figures.units
        factor, number = units.factors[unit], next(n for n, _, other, _ in self.figures.each() if other["id"] == claim["id"])
        said_si = result["said"]
        low, high = (None if said_si[key] is None else said_si[key] / factor for key in ("low_si", "high_si"))
        worded = [d for d in result["definitions"] if d["as_worded"] and d["measured"]]
        own = next((d for d in worded if not self.agrees(d, result)), worded[0])
        values = own["measured"]
        value, spread = values["value_si"] / factor, 2 * values["u_si"] / factor
        ends = [values[key] / factor for key in ("hull_low95_si", "hull_high95_si")] if values.get("hull_low95_si") is not None \
            else [values[key] / factor for key in ("low95_si", "high95_si")]
        digits = places(spread) if spread else 0
        interval = f"{plain(ends[0], digits)}–{plain(ends[1], digits)}"
        figure = f"{plain(low, digits)}–{'any' if high is None else plain(high, digits)}"
        if own["verdict"] == "inconclusive":
            why = f"the map's interval {interval} reaches farther than half of what it draws to either side"
        elif own["verdict"] == "consistent":
            why = f"{figure} meets the map's interval {interval}, an honest one at its σ"
        else:
            why = VERDICTS[own["verdict"]]
        if self.is_nearer(claim, dict((words, factor) for factor, words in self.FACTORS)[words]):
            why += f"; the printed figure is {claim['value'] / value:.2f} times what the map shows, so {words} it is nearer to it"
        return [str(number), f"{said(claim, units.symbols)}, {words}", measured(own, unit, units), verdict(own), why]

    def is_right(self, result):
        """Whether a verdict as worded is definite and what the map's own value, without its error, gives."""
        worded = [d for d in result["definitions"] if d["as_worded"] and d["measured"]]
        return bool(worded) and all(self.agrees(definition, result) for definition in worded)

    @staticmethod
    def agrees(definition, result):
        low, high = result["said"]["low_si"], result["said"]["high_si"]
        value = definition["measured"]["value_si"]
        truth = "overstated" if low > value else "understated" if high is not None and high < value else "consistent"
        return definition["verdict"] == truth


def days_of(claim):
    """The days on whose maps a claim hangs: its own, or the one before its period and the period's last."""
    if "period" not in claim:
        return [claim["as_of"]]
    first, last = claim["period"]
    before = datetime.date.fromisoformat(first) - datetime.timedelta(days=1)
    return [str(before), last]


class Arithmetic:
    """Figures of one statement held against each other; no map is needed.

    A figure is the interval that kgeo reads from its digits and qualifier; two figures agree when an exact value of
    each could have been printed so.
    """

    def __init__(self, kgeo, data, units):
        self.kgeo, self.units = kgeo, units
        self.sums, self.rows = data["arithmetic"], data["rows"]
        self.claims = {claim["id"]: claim for claim in data["claims"]}
        self.official = {}
        with open(ROOT / "GeoData/official-areas.csv") as text:
            for row in csv.DictReader(text):
                self.official.setdefault(row["code"], []).append((row["name"], float(row["area_km2"])))
        kinds = {
            "area": {"kind": "area"}, "ratio": {"kind": "share", "of": {"official": "UA"}},
            "area-rate": {"kind": "rate"}}
        flat = []
        for number, entry in enumerate(self.sums):
            for key, value in entry.items():
                for index, figure in enumerate(value if isinstance(value, list) else [value]):
                    if isinstance(figure, dict):
                        kind = kinds[self.units.dimensions[figure["unit"]]]
                        flat.append({**figure, **kind, "id": f"{number} {key} {index}"})
        # No map holds these: kgeo is asked for the interval alone, beside any map.
        results = check(kgeo, flat, ROOT / "Scenarios/example.geojson") if flat else {}
        self.intervals = {
            id: (r["said"]["low"], math.inf if r["said"]["high"] is None else r["said"]["high"])
            for id, r in results.items()}

    def interval(self, number, key, index=0):
        return self.intervals[f"{number} {key} {index}"]

    def checks(self):
        """Row, what was said, what it comes to, how they agree."""
        for number, entry in enumerate(self.sums):
            say = lambda figure: said(figure, self.units.symbols)
            of = lambda key, index=0: self.interval(number, key, index)
            rule = entry["rule"]
            if rule == "rate":
                first, last = (datetime.date.fromisoformat(day) for day in entry["period"])
                days = (last - first).days + 1
                (low, high), rate = of("gain"), of("rate")
                found = (low / days, high / days)
                value = entry["gain"]["value"]
                yield (entry["row"], f"{say(entry['gain'])} in {days} days ({first} to {last}) is {say(entry['rate'])}",
                       f"{plain(value)} / {days} is {plain(value / days, 1)} a day ({between(*found, 'as rounded')}); "
                       f"at {say(entry['rate'])} it takes {plain(value / entry['rate']['value'], 0)} days",
                       agreement(meet(found, rate)))
            elif rule == "share" and "official" in entry:
                found, fitting = [], []
                for name, area in self.official[entry["official"]]:
                    value = 100 * entry["part"]["value"] / area
                    found.append(f"{plain(value, 3)} % of {plain(area, 0)} km² ({name})")
                    if meet(tuple(100 * bound / area for bound in of("part")), of("percent")):
                        fitting.append(f"{plain(area, 0)} km²")
                yield (entry["row"], f"{say(entry['part'])} is {say(entry['percent'])} of {STATED[entry['official']]}",
                       "; ".join(found), agreement(len(fitting) == len(found), fitting))
            elif rule == "share":
                (low, high), (least, most) = of("part"), of("whole")
                yield (entry["row"], f"{say(entry['part'])} is {say(entry['percent'])} of {say(entry['whole'])}",
                       f"{plain(100 * entry['part']['value'] / entry['whole']['value'], 3)} %",
                       agreement(meet((100 * low / most, 100 * high / least), of("percent"))))
            elif rule == "left":
                (low, high), (least, most) = of("part"), of("left")
                part, left = entry["part"]["value"], entry["left"]["value"]
                share = entry["percent"]["value"]
                found = (100 * low / (low + most), 100 * high / (high + least) if high != math.inf else 100)
                yield (entry["row"], f"{say(entry['part'])} are {say(entry['percent'])}, {say(entry['left'])} are left",
                       f"{plain(part)} of {plain(part + left)} is {plain(100 * part / (part + left), 2)} %; "
                       f"with {plain(share)} % done, {plain(part * (100 - share) / share, 1)} km² would be left",
                       agreement(meet(found, of("percent"))))
            elif rule == "same-whole":
                wholes = []
                for part, percent in (("part", "percent"), ("other_part", "other_percent")):
                    (low, high), (least, most) = of(part), of(percent)
                    wholes.append((100 * low / most, 100 * high / least))
                yield (entry["row"], f"{say(entry['part'])} are {say(entry['percent'])}, and later "
                       f"{say(entry['other_part'])} are {say(entry['other_percent'])} of the same ground",
                       f"a whole of {between(*wholes[0], 'km²')}, and of {between(*wholes[1], 'km²')}",
                       agreement(meet(*wholes)))
            elif rule == "sum":
                ends = [of("parts", index) for index in range(len(entry["parts"]))]
                found = tuple(sum(end[side] for end in ends) for side in (0, 1))
                yield (entry["row"], f"{' + '.join(plain(p['value']) for p in entry['parts'])} is {say(entry['total'])}",
                       f"{plain(round(sum(p['value'] for p in entry['parts']), 9))} km²",
                       agreement(meet(found, of("total"))))
            elif rule == "whole":
                for name, area in self.official[entry["official"]]:
                    yield (entry["row"], f"{STATED[entry['official']]} has {say(entry['whole'])}",
                           f"{plain(area, 0)} km² ({name})", agreement(meet((area, area), of("whole"))))
            else:
                stop(f"arithmetic {number}: the rule {rule} is unknown")

    def pairs(self):
        """Figures that were printed in two units."""
        for number, row in enumerate(self.rows, 1):
            for claim in (self.claims[id] for id in row["claims"]):
                if "also" not in claim:
                    continue
                first, second = claim, claim["also"]
                pair = f"{plain(first['value'])} {first['unit']} ({plain(second['value'])} {second['unit']})"
                answer = json.loads(run(self.kgeo, "convert", "--pair", pair, "--format", "json"))
                exact = answer["numbers"][0]["first_in_second_unit"]
                yield (number, f"{plain(first['value'])} {self.units.symbols[first['unit']]} is "
                       f"{plain(second['value'])} {self.units.symbols[second['unit']]}",
                       f"{plain(exact, 2)} {self.units.symbols[second['unit']]}",
                       agreement(not answer["conversion_mismatch"]))


def agreement(agrees, fitting=()):
    """The last cell of a row; `fitting` are the wholes with which it holds where it does not hold with all."""
    if agrees:
        return "agree"
    return f"agree with {', '.join(fitting)} alone" if fitting else "**do not agree**"


def meet(one, other):
    """Whether two intervals overlap, but for the noise of binary fractions."""
    slack = 1e-9 * max(abs(bound) for bound in (*one, *other) if bound != math.inf)
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def page(kgeo, file, table, folder):
    data, units = read(file), Units(kgeo)
    figures = Figures(kgeo, data, units, table, folder)
    print(HEAD)
    print(figures.summary())
    print("\n".join(figures.verdicts()))
    print(TABLE)
    print("\n".join(figures.checked()))
    print(EXPLAINED)
    print("\n".join(figures.explained()))
    before = Before(figures, data["before"])
    print(BEFORE)
    print("\n".join(before.counts()))
    print(CHANGED)
    print("\n".join(before.rows()))
    days = Days(kgeo, figures, folder)
    print(DAYS.format(rows=len(days.rows), figures=len(days.claims)))
    for words, count in days.away():
        print(f"| {words} | {count} |")
    print(FACTORS)
    undecided, right_ones, all_ones, told_plain, all_plain = [], 0, 0, 0, 0
    for words, right, count, wrong, (told_ones, plain_ones) in days.multiplied():
        print(f"| {words} | {right} of {count} |")
        if words in Days.PLAINLY:
            undecided += wrong
            right_ones, all_ones = right_ones + right, all_ones + count
            told_plain, all_plain = told_plain + told_ones, all_plain + plain_ones
    print(UNDECIDED.format(
        right=right_ones, count=all_ones, percent=f"{100 * right_ones / all_ones:.1f}", nearer=all_ones - all_plain,
        told=told_plain, plain=all_plain, of_plain=f"{100 * told_plain / all_plain:.1f}"))
    for row in undecided:
        print("| " + " | ".join(row) + " |")
    print(UNCHECKED)
    print("\n".join(figures.unchecked()))
    print(SUMS)
    sums(kgeo, file)


def sums(kgeo, file):
    """The table of figures held against each other; no map is needed."""
    arithmetic = Arithmetic(kgeo, read(file), Units(kgeo))
    for check in (*arithmetic.checks(), *arithmetic.pairs()):
        print("| " + " | ".join(map(str, check)) + " |")


def read(file):
    with open(file) as text:
        return json.load(text)


HEAD = """# Published figures held against published maps

Made by `make published`, never typed. The figures, who said them and where stand in
[Scenarios/sources/published-figures.json](../Scenarios/sources/published-figures.json). The maps belong to others and are not
part of the project: dated states of Kursk Oblast, files of the map's own service, and daily maps of Russian-held Ukraine,
all three drawn by DeepStateMap and brought in by [kgeo import](Import.md), cut by oblasts. Measured on a drawn map, not on
the ground: a verdict says whether a figure fits the map, never whether it is true; figures of DeepState are held
against DeepState's own maps, figures of others against a map they did not draw.

± is half the 95 % interval of what the map shows, for a line as another mapmaker would have drawn it, by the class of the map's
lines ([Methods](Methods.md#the-error-of-a-drawn-area)); 30 m along the border. "Held" is read in two ways: ground drawn as controlled, and that with the grey zone. **Bold** is the way the
figure's own words go. A map is used within three days of the figure's day; further off only where the file says so, and
the table shows the days. A daily map is the mirror's file of the day after, since it lags by a day or two. Losses since the peak are counted from the map of 2024-09-06, which has the most controlled ground.
A figure with two statements, such as an area and its share, has two rows of one number. What the map shows is in the
figure's unit.
"""
TABLE = """
## Figures and maps

| # | day | what | said by | figure | map | controlled | with the grey zone | as worded | overall |
|---|---|---|---|---|---|---|---|---|---|"""
EXPLAINED = """
## Rows that hang on the day or on the definition

Held against other maps near the day, to show what a verdict hangs on.

| # | day | figure | other maps | what it comes from |
|---|---|---|---|---|"""
BEFORE = """
## What became of verdicts

Before, every line had a standard deviation of 250 m, errors were summed along each ring alone, and the map nearest to hand
decided, the daily mirror's file by the day in its name. Of the figures here so many became undecided (the map cannot tell, or it
depends on day or definition), decided, or another definite verdict:

| by | as worded: undecided | decided | another | overall: undecided | decided | another |
|---|---|---|---|---|---|---|"""
CHANGED = """
| # | figure | before | now | by |
|---|---|---|---|---|"""
DAYS = """
## How much hangs on the day

The {figures} figures of Kursk Oblast in {rows} rows, as worded, with the maps of their day, of the day before and of the day
after taken away, so that the nearest map lies two or three days off: the verdict is, compared with that of the day's own map,

| verdict | figures |
|---|---|"""
FACTORS = """
And figures that are plainly wrong: each multiplied, with as many digits as the printed one, against the maps of its day. Told
definitely, and as the map's own value without any error would have it:

| figure | as worded |
|---|---|"""
UNDECIDED = """
Doubled and halved together that is {right} of {count}, {percent} %. Of these {nearer} are not plainly wrong, since multiplied they come nearer to
the map than the printed figure is. Of the other {plain}, {told} are told, {of_plain} %. Those of which nothing definite and right is told:

| # | figure | what the map shows | as worded | why |
|---|---|---|---|---|"""
UNCHECKED = """
## Figures that no map here can hold

What the nearest pairs of maps show over a longer time stands beside; it is no verdict.

| # | day | what | said by | figure | why | what maps near it show |
|---|---|---|---|---|---|---|"""
SUMS = """
## Figures held against each other

No map is needed: a rate is ground over days, a percentage is a part of a whole, a second unit is the first converted.
Each figure stands for the interval that its digits and words allow ([Scenarios.md](Scenarios.md)); two agree when some
value fits both. Days of a period are counted with its first and last.

| # | said together | what it comes to | |
|---|---|---|---|"""


def district(file, wanted, name):
    """One outline of a file, under another name."""
    found = [f for f in read(file)["features"] if f["properties"].get("district") == wanted]
    if len(found) != 1:
        stop(f"{file}: {len(found)} outlines are called {wanted}")
    outline = {"type": "Feature", "properties": {"name": name}, "geometry": found[0]["geometry"]}
    json.dump({"type": "FeatureCollection", "features": [outline]}, sys.stdout)


if __name__ == "__main__":
    commands = {"page": (page, 4), "sums": (sums, 2), "district": (district, 3)}
    command, count = commands.get(sys.argv[1] if len(sys.argv) > 1 else "", (None, None))
    if command is None or len(sys.argv) != count + 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    command(*sys.argv[2:])
