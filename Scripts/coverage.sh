#!/bin/sh
# How often stated intervals hold: `kgeo coverage` over drawn grounds, for Docs/Coverage.md.
#
# usage: Scripts/coverage.sh KGEO MAPS [FIELDS [FIELDS-OF-A-COUNTRY]]
#   KGEO    the program, built for release
#   MAPS    a folder with kursk/kursk_control_every_day.geojson, occupied/deepstatemap_data_20250501.geojson and the like
#   FIELDS  how many fields are drawn for each σ and ℓ; 1000; a country's outline takes longer and may have fewer
set -eu
kgeo=$1
maps=$2
fields=${3:-1000}
many=${4:-$fields}
kursk=$maps/kursk/kursk_control_every_day.geojson
words="--status-property status --controlled ukrainian_controlled --contested unknown_grey --date-property date"
# A table of one ground: of 100 displaced values how many lie within the interval, in italics where it is not said to hold.
run() {
    printf '\n### %s\n\n' "$1"
    shift
    "$kgeo" coverage --fields "$fields" --format csv "$@" | python3 -c '
import csv, sys
rows, lengths = {}, []
for row in csv.DictReader(sys.stdin):
    length = "{:g} km".format(float(row["correlation_length_m"]) / 1e3)
    if length not in lengths:
        lengths.append(length)
    text = "{:.1f}".format(100 * float(row["covered"]))
    if row["first_order"] != "true":
        text = f"*{text}*"
    rows.setdefault((row["quantity"], float(row["sigma_m"])), {})[length] = text
print("| | σ | " + " | ".join(f"ℓ {length}" for length in lengths) + " |")
print("|---" * (2 + len(lengths)) + "|")
for (quantity, sigma), cells in sorted(rows.items(), key=lambda row: (["area", "change", "share", "length"].index(row[0][0]), row[0][1])):
    print(f"| {quantity} | {sigma:,.0f} m | " + " | ".join(cells[length] for length in lengths) + " |")
'
}
# The held ground of one oblast.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$kgeo" import deepstate "$maps/occupied/deepstatemap_data_20250501.geojson" --regions "Kharkiv Oblast" --quiet \
    --only-region "Kharkiv Oblast" --output "$scratch/kharkiv.geojson"
# shellcheck disable=SC2086
{
    run "Kursk Oblast, held, 21 August 2024, and the change since 14 August" "$kursk" $words --as-of 2024-08-21 \
        --older "$kursk" --older-as-of 2024-08-14 --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk Oblast, with the grey zone, 21 August 2024" "$kursk" $words --as-of 2024-08-21 \
        --counting controlled+contested --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk Oblast, held, 12 March 2025" "$kursk" $words --as-of 2025-03-12 --ruler 5000 --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk Oblast, with the grey zone, 12 March 2025, and the change since 20 February" "$kursk" $words \
        --as-of 2025-03-12 --counting controlled+contested --ruler 5000 --older "$kursk" --older-as-of 2025-02-20 \
        --of GeoData/oblasts.geojson#kursk-oblast
    run "Sumy Oblast, with the grey zone, as reconstructed, 29 April 2025" Scenarios/sumy-2025.geojson \
        --counting controlled+contested --holder Russia --as-of 2025-04-29 --ruler 5000 --of "Sumy Oblast"
    run "Kharkiv Oblast, held, 30 April 2025" "$scratch/kharkiv.geojson" --holder Russia --of "Kharkiv Oblast"
    fields=$many
    run "All of occupied Ukraine, 30 April 2025, and the change since 28 February" \
        "$maps/occupied/deepstatemap_data_20250501.geojson" \
        --older "$maps/occupied/deepstatemap_data_20250301.geojson" --of Ukraine
}
