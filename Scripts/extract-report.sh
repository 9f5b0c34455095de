#!/bin/sh
# Prints what kgeo extract misses and finds too much in labelled texts, with the scores.
# usage: Scripts/extract-report.sh KGEO FOLDER [TEXTS]   (FOLDER holds score.py; TEXTS, or FOLDER itself, the labelled .jsonl files)
set -eu
kgeo=${1:?the program}
folder=${2:?the folder with score.py}
texts=${3:-$folder}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for gold in "$texts"/*.jsonl; do
  name=$(basename "$gold" .jsonl)
  echo "== $name"
  "$kgeo" extract "$gold" --output "$work/$name.jsonl"
  python3 "$folder/score.py" "$gold" "$work/$name.jsonl" --errors 200
done
