#!/bin/bash
# A fire, a flood, a reserve and an oil slick, all invented, as pages: every command on them is run as it is printed.
#   Scripts/ground.sh KGEO DOCS-EXAMPLES
set -eu
kgeo=$(realpath "${1:?the program}")
pages=$(realpath "${2:?the folder of the pages}")
script=$(realpath "$(dirname "$0")/examples.py")
export KGEO_DATA=${KGEO_DATA:-$(dirname "$(dirname "$script")")} COLUMNS=100
python3 "$script" "$pages/ground"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$pages"/ground/* "$work"
cd "$work"

run() {  # a command and what it prints, notes of kgeo behind the answer
  echo '```'
  printf '$ kgeo'
  printf ' %s' "${@@Q}" | sed "s/'\([A-Za-z0-9.,=#_-]*\)'/\1/g"
  echo
  "$kgeo" "$@" 2>notes
  cat notes
  echo '```'
  echo
}

page() {  # a page with its title
  exec >"$pages/$1"
  echo '<!-- written by `make ground` -->'
  echo "# $2"
  echo
  echo "*Invented, from the shape to the figures: there was no such $3. The file is"
  echo "[ground/$4](ground/$4), drawn by \`Scripts/examples.py\`.*"
  echo
}

page fire.md "A fire in acres" fire fire.geojson
echo "How large is it, and where? The second line of a shape says in which country it lies: with swapped axes it would be another."
echo
run area fire.geojson --unit acres
echo "“The two fires have burned about 91,000 acres” and “more than 100,000 acres”:"
echo
run check-area fire.geojson --claim "about 91,000 acres" --claim "more than 100,000 acres" --boundary-error 60
echo "Burned is the map's own word (\`status\`). Nothing changes hands in a fire, so that no holder and no day is asked for."
echo "GeoPackage and FlatGeobuf are read as well, through ogr2ogr: \`ogr2ogr fire.gpkg fire.geojson; kgeo area fire.gpkg\`."

page flood.md "A flood in shares of a province" flood flood.geojson
echo "“A third of Sindh is under water”, “17,000 square miles”, of a map that might as well be a Shapefile"
echo "(\`ogr2ogr flood.shp flood.geojson\`):"
echo
run area flood.geojson --unit "sq mi"
run check-area flood.geojson --claim "a third" --of Sindh --boundary-error 500
run check-area flood.geojson --claim "17,000 square miles" --boundary-error 500
echo "Over which whole? \`share\` has every denominator, and what lies outside the province:"
echo
run share flood.geojson --of Sindh --claim "a third" --boundary-error 500

page reserve.md "A reserve in hectares, from a table" reserve reserve-wkt.csv
echo "A table of a database: a column of well-known text, or, in [ground/reserve-wkb.csv](ground/reserve-wkb.csv), of well-known binary."
echo
run area reserve-wkt.csv --unit ha
run area reserve-wkb.csv --geometry-column outline --unit ha --names --format csv
run check-area reserve-wkt.csv --claim "188,000 hectares" --claim "just under 190,000 ha" --boundary-error 30
echo "Of one block, by its name:"
echo
run check reserve-wkt.csv --claim "144,000 ha" --subject "North block" --boundary-error 30

page slick.md "An oil slick of 45 miles" slick slick.kml
echo "A drawing in KML becomes a scenario; what its ground is called is said once, and kept."
echo
run import kml slick.kml --words "held=covered with oil" --output slick.geojson
run check slick.geojson --claim "45 miles" --kind extent --boundary-error 500
run check-area slick.geojson --claim "about 250 square miles" --boundary-error 500
