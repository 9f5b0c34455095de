#!/bin/bash
# The shipped real scenarios, made again from Scenarios/sources and GeoData (needs python3).
# Usage: Scripts/scenarios.sh KGEO [FOLDER]
set -euo pipefail
export COLUMNS=100  # what is printed stands in Docs/Evidence.md
cd "$(dirname "$0")/.."
kgeo=$1
folder=${2:-Scenarios}
sources=Scenarios/sources
border=GeoData/border-ukraine-russia.geojson
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

days() { printf -- '--date %s ' "$@"; }

"$kgeo" reconstruct $sources/settlements.csv --holder Ukraine --region "Kursk Oblast" --date 2024-08-24 \
  --border $border --window 33.9,50.8,36,52 --try-range 4km,10km --claims $sources/kursk-claims.json \
  --title "Ukraine in Kursk Oblast, late August 2024" \
  --summary "Drawn by kgeo from settlements reported as held or contested around 24 August 2024: the ground that is more likely held than not." \
  --write "$folder/kursk-2024-08.geojson" --force

echo
"$kgeo" reconstruct $sources/settlements.csv --holder Russia --region "Sumy Oblast" --date 2025-04-29 --date 2025-05-31 \
  --border $border --window 34.1,50.5,35.9,51.7 --try-range 4km,10km --claims $sources/sumy-claims.json \
  --title "Russia in Sumy Oblast, late April and end of May 2025" \
  --summary "Drawn by kgeo from settlements reported as held or contested on 29 April and 31 May 2025: the ground that is more likely held than not." \
  --write "$folder/sumy-2025.geojson" --force

echo
# Towns stand farther apart than kriging reaches: each speaks for the ground nearest to it.
"$kgeo" reconstruct $sources/front-towns.csv --holder Russia --region Ukraine --date 2025-05-31 \
  --method nearest --within GeoData/ukraine.geojson --max-reach none --reference GeoData/ukraine.geojson --without-places \
  --claims $sources/russian-held-ukraine-claims.json \
  --title "Russia in Ukraine, end of May 2025" \
  --summary "Drawn by kgeo from towns along the front reported as held or contested; each speaks for the ground nearest to it, Crimea included." \
  --write "$folder/russian-held-ukraine.geojson" --force

# The line of the pipe is not shipped: --line FILE adds one.
python3 Scripts/scenario-files.py "$kgeo" "$folder" "$scratch/places.geojson"
"$kgeo" reconstruct $sources/settlements.csv --holder Ukraine --other-holder Russia --region "Kursk Oblast" \
  --date 2025-03-07 --border $border --window 33.9,50.8,36,52 --claims $sources/pipeline-claims.json --without-places \
  --reference "$scratch/places.geojson" \
  --title "The gas pipeline near Sudzha, 7 March 2025" \
  --summary "Who held the ground around the pipe's exit, drawn from reported settlements. The pipe's own line is not here; kgeo check --line FILE measures one. A bore of 1.4 m and 15 km hold 23,000 m³, a volume and no area." \
  --write "$scratch/pipeline.geojson" > /dev/null
cp "$scratch/pipeline.geojson" "$folder/pipeline.geojson"

"$kgeo" reconstruct $sources/settlements.csv --holder Ukraine --region "Kursk Oblast" \
  $(days 2024-08-24 2024-10-14 2024-11-23 2025-01-17 2025-02-14 2025-03-07 2025-03-12 2025-03-16 2025-04-26) \
  --border $border --window 33.9,50.8,36,52 --without-places --claims $sources/kursk-decline-claims.json \
  --title "Ukraine in Kursk Oblast, August 2024 to April 2025" \
  --summary "Drawn by kgeo from settlements with the days of their reported recapture; after the last village maps of others still show some ground as held." \
  --write "$scratch/decline.geojson" > /dev/null
cp "$scratch/decline.geojson" "$folder/kursk-decline.geojson"

python3 Scripts/scenario-files.py "$kgeo" "$folder"
