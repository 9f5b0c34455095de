#!/bin/sh
# Prints what kgeo extract misses and finds too much in labelled texts, with the scores.
# usage: Scripts/extract-report.sh KGEO FOLDER   (FOLDER holds score.py and the labelled .jsonl files)
set -eu
kgeo=${1:?the program}
folder=${2:?the folder with score.py}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for gold in "$folder"/*.jsonl; do
  name=$(basename "$gold" .jsonl)
  echo "== $name"
  "$kgeo" extract "$gold" --output "$work/$name.jsonl"
  python3 "$folder/score.py" "$gold" "$work/$name.jsonl" --errors 200
done
