#!/bin/bash
# Docs/PublishedFigures.md, made again from maps that lie beside the project and are no part of it (needs python3).
# Usage: Scripts/published-figures.sh KGEO FOLDER-OF-MAPS > Docs/PublishedFigures.md
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
kgeo=$(realpath "$1")
maps=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Ground is counted in the oblast that a figure names, so every map is cut by the oblasts, the border with its own error.
"$kgeo" import geojson "$maps"/kursk/kursk_control_every_day.geojson --status-property status \
  --controlled ukrainian_controlled --contested unknown_grey --date-property date --set holder=Ukraine \
  --regions "$root/GeoData/oblasts.geojson" --border "$root/GeoData/border-ukraine-russia.geojson" \
  --quiet --output "$scratch/kursk.geojson"
"$kgeo" import deepstate "$maps"/raw/*.geojson --geodata "$root" --quiet --output "$scratch/service.geojson"
# The first of every month that is there, and the other days that a figure names; a file has the map of the day before.
"$kgeo" import deepstate "$maps"/occupied/deepstatemap_data_{??????01,20250523,20250525,20250603,20250702,20250731}.geojson --geodata "$root" \
  --quiet --output "$scratch/daily.geojson"

# One figure names a district: the service's maps cut by its outline.
python3 "$root/Scripts/published-figures.py" district "$maps/kursk_districts_osm.geojson" "Глушковский район" \
  "Glushkovo District" > "$scratch/district.geojson"
"$kgeo" import deepstate "$maps"/raw/*.geojson --only-holder Ukraine --regions "$scratch/district.geojson" \
  --quiet --output "$scratch/glushkovo.geojson"

cp "$maps"/pipeline_*.geojson "$scratch/pipeline.geojson"
python3 "$root/Scripts/published-figures.py" page "$kgeo" "$root/Scenarios/sources/published-figures.json" \
  "$maps/published_figures.csv" "$scratch"
