#!/bin/bash
# July 2025 by oblast and week with the ten largest advances, as a page: one command on the daily maps of DeepStateMap's mirror.
#   Scripts/july.sh KGEO FOLDER-OF-MAPS > Docs/Examples/july-2025.md
set -eu
kgeo=${1:?the program}
maps=${2:?the folder of the maps}
options=(--from 2025-06-30 --to 2025-07-31 --weekly --by Ukraine --advances 10)
cat <<'TEXT'
<!-- written by `make july` -->
*Ground that Russia occupied in Ukraine in July 2025, as drawn by [DeepStateMap](https://deepstatemap.live) (its daily mirror,
whose files show the day before the one in their name). One command:*

TEXT
echo '```'
echo "kgeo series maps/ ${options[*]} --format markdown"
echo '```'
echo
"$kgeo" series "$maps" "${options[@]}" --format markdown --quiet
