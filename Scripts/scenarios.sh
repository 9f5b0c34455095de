#!/bin/bash
# The shipped real scenarios, made again from Scenarios/sources. Usage: Scripts/scenarios.sh KGEO [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
kgeo=$1
folder=${2:-Scenarios}
sources=Scenarios/sources
border=GeoData/border-ukraine-russia.geojson

"$kgeo" reconstruct $sources/settlements.csv --holder Ukraine --region "Kursk Oblast" --date 2024-08-24 \
  --border $border --window 33.9,50.8,36,52 --try-reach 6km,7km,8km --claims $sources/kursk-claims.json \
  --title "Ukraine in Kursk Oblast, late August 2024" \
  --summary "Drawn by kgeo from settlements reported as held or contested around 24 August 2024; each speaks for the ground nearest to it, up to 5 km." \
  --write "$folder/kursk-2024-08.geojson" --force

echo
"$kgeo" reconstruct $sources/settlements.csv --holder Russia --region "Sumy Oblast" --date 2025-04-29 --date 2025-05-31 \
  --border $border --window 34.1,50.5,35.9,51.7 --try-reach 6km,7km,8km --claims $sources/sumy-claims.json \
  --title "Russia in Sumy Oblast, late April and end of May 2025" \
  --summary "Drawn by kgeo from settlements reported as held or contested on 29 April and 31 May 2025; each speaks for the ground nearest to it, up to 5 km." \
  --write "$folder/sumy-2025.geojson" --force
