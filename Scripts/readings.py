#!/usr/bin/env python3
"""Runs kgeo check-article over a file of labelled texts and scores the readings.

usage: readings.py KGEO GOLD.jsonl SCORE.py [--maps FIRST LAST] [--pred FILE] [options of SCORE.py]

GOLD.jsonl has lines of {"id","text","published","claims"}; SCORE.py compares. A reading says nothing of the maps at
hand, so the days that maps cover are given here (2024-07-08 to 2026-08-31 unless --maps says otherwise): a figure of
another time is not linked. A span that begins up to a week before the first map may be measured from it.
"""
import datetime
import json
import subprocess
import sys
import tempfile


def outside(reading, first, last):
    """Why no map shows the time of a reading; None where one does."""
    def day(text):
        return datetime.date.fromisoformat(text)
    if reading["measure"] == "total":
        return None
    if reading["as_of"] and not first <= day(reading["as_of"]) <= last:
        return "no map of that day"
    if reading["period"]:
        a, b = map(day, reading["period"])
        if a < first - datetime.timedelta(days=7) or a > last:
            return "no map of the beginning"
    return None


def main(arguments):
    if len(arguments) < 3:
        sys.exit(__doc__)
    kgeo, gold, score = arguments[:3]
    rest = arguments[3:]
    first, last = datetime.date(2024, 7, 8), datetime.date(2026, 8, 31)
    if "--maps" in rest:
        i = rest.index("--maps")
        first, last = map(datetime.date.fromisoformat, rest[i + 1:i + 3])
        del rest[i:i + 3]
    target = None
    if "--pred" in rest:
        i = rest.index("--pred")
        target = rest[i + 1]
        del rest[i:i + 2]
    run = subprocess.run([kgeo, "check-article", gold, "--quiet"], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr)
    lines = []
    for line in run.stdout.splitlines():
        text = json.loads(line)
        for figure in text["figures"]:
            reading = figure["reading"]
            if reading and reading["checkable"]:
                figure["unlinked"] = figure["unlinked"] or outside(reading, first, last)
        lines.append({"id": text["id"], "figures": [
            {key: figure[key] for key in ("start", "end", "reading", "unlinked")} for figure in text["figures"]]})
    with (open(target, "w") if target else tempfile.NamedTemporaryFile("w", suffix=".jsonl")) as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
        out.flush()
        sys.exit(subprocess.run([sys.executable, score, gold, out.name] + rest).returncode)


main(sys.argv[1:])
