#!/bin/sh
# How often stated intervals hold: `kgeo coverage` over drawn grounds, for Docs/Coverage.md.
#
# usage: Scripts/coverage.sh KGEO MAPS [FIELDS]
#   KGEO    the program, built for release
#   MAPS    a folder with kursk/kursk_control_every_day.geojson, occupied/deepstatemap_data_20250501.geojson and the like
#   FIELDS  how many fields are drawn for each σ and ℓ; 1000
set -eu
kgeo=$1
maps=$2
fields=${3:-1000}
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
    length = f"{float(row["correlation_length_m"]) / 1e3:g} km"
    if length not in lengths:
        lengths.append(length)
    text = f"{100 * float(row["covered"]):.1f}"
    if row["first_order"] != "true":
        text = f"*{text}*"
    rows.setdefault((row["quantity"], float(row["sigma_m"])), {})[length] = text
print("| | σ | " + " | ".join(f"ℓ {length}" for length in lengths) + " |")
print("|---" * (2 + len(lengths)) + "|")
for (quantity, sigma), cells in sorted(rows.items(), key=lambda row: (["area", "change", "share", "length"].index(row[0][0]), row[0][1])):
    print(f"| {quantity} | {sigma:,.0f} m | " + " | ".join(cells[length] for length in lengths) + " |")
'
}
# shellcheck disable=SC2086
{
    run "Kursk, held, 21 August 2024, and the change since 14 August" "$kursk" $words --as-of 2024-08-21 \
        --older "$kursk" --older-as-of 2024-08-14 --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk, with the grey zone, 21 August 2024" "$kursk" $words --as-of 2024-08-21 \
        --counting controlled+contested --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk, with the grey zone, 12 March 2025, and the change since 20 February" "$kursk" $words --as-of 2025-03-12 \
        --counting controlled+contested --older "$kursk" --older-as-of 2025-02-20 --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk, held, 12 March 2025" "$kursk" $words --as-of 2025-03-12
    run "Sumy, reconstructed, 29 April 2025" Scenarios/sumy-2025.geojson --counting controlled+contested --holder Russia \
        --as-of 2025-04-29
    run "Occupied Ukraine, 1 July 2025, and its share of Sumy Oblast" "$maps/occupied/deepstatemap_data_20250701.geojson" \
        --of "Sumy Oblast" --set status=controlled
    run "Occupied Ukraine, 1 May 2025, its share of Kharkiv Oblast, and the change since 1 March" \
        "$maps/occupied/deepstatemap_data_20250501.geojson" \
        --older "$maps/occupied/deepstatemap_data_20250301.geojson" --of "Kharkiv Oblast" --set status=controlled
}
