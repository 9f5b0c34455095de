#!/bin/bash
# Docs/Calibration.md, made again from maps of several makers that lie beside the project and are no part of it (needs
# python3). Usage: Scripts/calibration-page.sh KGEO FOLDER-OF-MAKERS > Docs/Calibration.md
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
kgeo=$(realpath "$1")
makers=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$root"

# The front on land, from the Dnipro eastward: along the river every maker draws the bank.
land=(--in GeoData/ukraine.geojson --box 35.35,46.9,41,53 --holder Russia --window-days 5 --quiet --format json)
# Defective days of the mirror are no maps, and from March 2024 on it leaves out what was held before 2022.
live=()
for day in 2022-10-15 2023-01-15 2023-03-01 2023-06-01 2023-08-20 2024-01-15; do
  live+=("$makers/liveuamap/$day.json")
done
deepstate=()
for file in "$makers"/deepstate/*.geojson; do deepstate+=("$file"); done

wide=(--counting "Institute for the Study of War=controlled+contested")
"$kgeo" compare "${deepstate[@]}" "$makers/isw" "${land[@]}" "${wide[@]}" > "$scratch/deepstate-isw.json"
"$kgeo" compare "${deepstate[@]}" "$makers/isw" "${land[@]}" > "$scratch/control.json"
"$kgeo" compare "${deepstate[@]}" "$makers/owl" "${land[@]}" > "$scratch/deepstate-owl.json"
"$kgeo" compare "${deepstate[@]}" "${live[@]}" "${land[@]}" > "$scratch/deepstate-liveuamap.json"
"$kgeo" compare "$makers/owl" "${live[@]}" "${land[@]}" > "$scratch/owl-liveuamap.json"
for period in 2024-10-02..2024-11-01 2024-11-02..2024-12-01; do
  "$kgeo" compare "${deepstate[@]}" "$makers/liveuamap" --in GeoData/ukraine.geojson --holder Russia \
    --period "$period" --window-days 5 --quiet --format json > "$scratch/net-$period.json"
done
python3 Scripts/calibration-page.py "$scratch"
# Figures that differ are on the page, in bold.
python3 Scripts/calibration-rows.py "$kgeo" "$makers" || [ $? = 2 ]
