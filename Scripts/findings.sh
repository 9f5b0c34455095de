#!/bin/bash
# Docs/Findings.md, made again from articles that lie beside the project and are no part of it.
# Usage: Scripts/findings.sh KGEO FOLDER-OF-ARTICLES > Docs/Findings.md
set -euo pipefail
export COLUMNS=100
root=$(cd "$(dirname "$0")/.." && pwd)
kgeo=$(realpath "$1")
# Lines are broken by the length of paths, so that they must be short and the same wherever the project lies.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$root/Scenarios" "$root/GeoData" "$scratch"
# The day of publication goes above each text, where published.csv has it: what a text says of "now" hangs on it.
for text in "$2"/*.txt; do
    name=$(basename "$text")
    day=$(awk -F, -v name="$name" '$1 == name { print $2 }' "$2/published.csv" 2>/dev/null || true)
    { if [ -n "$day" ]; then printf '%s\n\n' "$day"; fi; cat "$text"; } > "$scratch/$name"
done
cd "$scratch"
cat <<'TEXT'
# Findings: five articles held against the shipped scenarios

Made by `make findings`, never typed: what `kgeo check-article` prints for five published articles on the war in Kursk
and Sumy oblasts. The articles are not part of the project; a quote here is the figure itself. How the maps were made and
how good they are: [Evidence.md](Evidence.md). A verdict says whether a figure fits a drawn map, never whether it is true.

```
TEXT
"$kgeo" check-article *.txt --scenarios Scenarios --geodata . 2>&1
echo '```'
