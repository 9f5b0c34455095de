"""The table of Scenarios/README.md: each figure of the articles, its scenario, and what kgeo says.

Usage: scenario-table.py KGEO [--write]. Without --write it prints the table.
"""

import json
import subprocess
import sys

START, END = "<!-- table -->\n", "<!-- /table -->\n"
README = "Scenarios/README.md"
# The figure as the article words it, the scenario, the claim in it.
ROWS = [
    ("roughly 1,200 square kilometers, at the peak", "kursk-2024-08", "article-1200"),
    ("the same, over the whole time", "kursk-decline", "article-1200-peak"),
    ("around 1,300 square kilometres", "kursk-2024-08", "article-1300"),
    ("between 100 and 400 square miles", "kursk-2024-08", "article-100-400"),
    ("most of the occupied areas, by March 2025", "kursk-decline", "article-most-by-march"),
    ("until April 2025", "kursk-decline", "article-until-april"),
    ("90 square kilometres of Sumy", "sumy-2025", "article-90"),
    ("15 kilometers in a gas pipeline", "pipeline", "crawl-15-at-least-the-straight-line"),
    ("the same, along the pipe", "pipeline", "crawl-15-in-the-pipe"),
    ("a single road from Sumy to Sudzha", "road", "road-sumy-sudzha"),
    ("a security zone along the border, at 20 km", "sumy-zone", "zone-20-deep"),
    ("about 20% of the national territory", "russian-held-ukraine", "article-20-percent"),
    ("thousands of kilometers from Sergeyevka", "sergeyevka", "ussuriysk-thousands"),
    ("the same from the other village of that name", "sergeyevka", "partizansk-thousands"),
]


def table(kgeo):
    answers = {}
    for scenario in dict.fromkeys(row[1] for row in ROWS):
        run = subprocess.run(
            [kgeo, "check", f"Scenarios/{scenario}.geojson", "--format", "json"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        for result in json.loads(run.stdout)["results"]:
            answers[scenario, result["claim"]] = result["because"]
    lines = ["| in the articles | scenario | what kgeo says |", "|---|---|---|"]
    for words, scenario, claim in ROWS:
        because = answers[scenario, claim].replace("|", "\\|")
        lines.append(f"| {words} | `{scenario}.geojson` | {because} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    made = table(sys.argv[1])
    if "--write" not in sys.argv:
        print(made, end="")
    else:
        with open(README, encoding="utf-8") as file:
            text = file.read()
        before, rest = text.split(START)
        after = rest.split(END)[1]
        with open(README, "w", encoding="utf-8") as file:
            file.write(before + START + made + END + after)
