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
run() {
    printf '\n## %s\n\n' "$1"
    shift
    "$kgeo" coverage --fields "$fields" --format markdown "$@"
}
# shellcheck disable=SC2086
{
    run "Kursk, held, 21 August 2024, and the change since 14 August" "$kursk" $words --as-of 2024-08-21 \
        --older "$kursk" --older-as-of 2024-08-14 --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk, with the grey zone, 21 August 2024" "$kursk" $words --as-of 2024-08-21 \
        --counting controlled+contested --of GeoData/oblasts.geojson#kursk-oblast
    run "Kursk, with the grey zone, 12 March 2025, and the change since 20 February" "$kursk" $words --as-of 2025-03-12 \
        --counting controlled+contested --older "$kursk" --older-as-of 2025-02-20 --of GeoData/oblasts.geojson#kursk-oblast
    run "Sumy, reconstructed" Scenarios/sumy-2025.geojson --counting controlled+contested --holder Russia \
        --as-of 2025-04-29
    run "Occupied Ukraine, 1 May 2025, and the change since 1 March" "$maps/occupied/deepstatemap_data_20250501.geojson" \
        --older "$maps/occupied/deepstatemap_data_20250301.geojson" --of GeoData/ukraine.geojson \
        --set status=controlled
}
