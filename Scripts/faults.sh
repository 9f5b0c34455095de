#!/bin/bash
# Faults at exact system calls: an error of the disk, a full disk, or a signal, at every call of a kind that a command
# makes, one after another. After each: the output is whole or not there, nothing temporary is left, and the exit code
# says what happened. Needs strace. Usage:
# Scripts/faults.sh [BINARY] [CALLS OF A KIND, default 6]
set -u
kgeo=$(realpath "${1:-.build/release/kgeo}")
most=${2:-6}
command -v strace >/dev/null || { echo "faults.sh needs strace: apt install strace" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
strace -o "$work/try" true 2>/dev/null || { echo "0 passed, 0 failed, 1 skipped: tracing is not permitted here"; exit 0; }
cd "$work" || exit 1
square() { echo "{\"type\":\"Feature\",\"properties\":{\"name\":\"$3\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[$1,$2],[$(($1 + 1)),$2],[$(($1 + 1)),$(($2 + 1))],[$1,$(($2 + 1))],[$1,$2]]]}}"; }
square 30 50 a > a_2024-01-01.geojson
square 31 50 a > a_2024-01-02.geojson
echo '{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,51],[31,50],[30,51],[30,50]]]}}' > eight.geojson
echo '<kml><Placemark><name>West</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>' > map.kml
echo 'The army holds about 1,300 square kilometres.' > article.txt
commands=(
  "area a_2024-01-01.geojson --output out"
  "length a_2024-01-01.geojson --format csv --output out"
  "check-area a_2024-01-01.geojson --claim '5 km2' --format json --output out"
  "diff a_2024-01-01.geojson a_2024-01-02.geojson --output out"
  "series a_2024-01-01.geojson a_2024-01-02.geojson --format csv --output out"
  "buffer a_2024-01-01.geojson --distance 5km --output out --force"
  "repair eight.geojson --write out --repair-tolerance 100 --force"
  "extract article.txt --format json --output out"
  "import kml map.kml --date 2024-08-21 --set holder=N --output out"
  "export a_2024-01-01.geojson --set status=controlled --set holder=N --to bundle"
)
passed=0
failed=0
blame() { echo "FAILED: $1: kgeo $2" >&2; failed=$((failed + 1)); }
# What is there after a run that must not be: a name in between, or a part of the output.
looks_right() {
  local left
  left=$(find . -name '.*.tmp' | head -1)
  [ -z "$left" ] || { echo "left: $left" >&2; return 1; }
  if [ -e out ]; then cmp -s out whole || { echo "a part of the output" >&2; return 1; }; fi
  if [ -e bundle ]; then diff -rq bundle whole-bundle >/dev/null || { echo "a part of the bundle" >&2; return 1; }; fi
}
for line in "${commands[@]}"; do
  rm -rf out bundle whole whole-bundle
  eval "'$kgeo' $line" >/dev/null 2>said || { blame "cannot run: $(cat said)" "$line"; continue; }
  [ -e out ] && mv out whole
  [ -e bundle ] && mv bundle whole-bundle
  for call in openat newfstatat read write close fsync rename link unlink mkdir; do
    # Those of the run: calls on libraries and on what the system tells come before and between them.
    rm -rf out bundle
    eval "strace -qq -y -o trace -e trace=$call '$kgeo' $line" >/dev/null 2>&1
    numbers=$(grep -nvE '[<"]/(lib|usr|etc|proc|sys|dev)|\.so[.">]|^---|^\+\+\+' trace | cut -d: -f1 | tail -n "$most")
    for n in $numbers; do
      for fault in error=EIO error=ENOSPC signal=SIGTERM signal=SIGINT signal=SIGHUP; do
        rm -rf out bundle
        eval "strace -qq -y -o trace -e trace=$call -e inject=$call:$fault:when=$n '$kgeo' $line" >/dev/null 2>said
        code=$?
        case $fault:$code in
          error=*:0 | error=*:66 | error=*:73 | error=*:74) ;;
          signal=SIGTERM:143 | signal=SIGINT:130 | signal=SIGHUP:129) ;;
          *) blame "$call $n $fault ended with $code: $(head -1 said)" "$line"; continue ;;
        esac
        if ! looks_right; then blame "$call $n $fault" "$line"; continue; fi
        if [ $code = 0 ] && [ ! -e out ] && [ ! -e bundle ]; then
          blame "$call $n $fault: success without output" "$line"
          continue
        fi
        passed=$((passed + 1))
      done
    done
  done
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
