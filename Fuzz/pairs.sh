#!/bin/bash
# Lays pairs of surfaces over each other and holds them against other routes: COUNT of them in process against slabs and
# places; where a judge in fractions lies beside the project (JUDGE, default ../shared/tools/exact_overlay.py; it needs
# Python with numpy) JUDGED pairs of up to 32 corners and LARGE of up to 128 against it, and the first COMMANDS of those
# through the commands of kgeo. The same seed gives the same pairs. Ends with status 1 when one was wrong or refused.
#   Fuzz/pairs.sh COUNT [SEED]       JUDGED=20000 LARGE=500 COMMANDS=20000 KGEO=.build/release/kgeo JOBS=2 PYTHON=python3
set -u
cd "$(dirname "$0")/.."
count=${1:?how many pairs}
seed=${2:-1}
jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
judge=${JUDGE:-../shared/tools/exact_overlay.py}
python=${PYTHON:-python3}
build=.build/pairs
export KGEO_PAIRS_BUILD=1 SWIFT_BACKTRACE=enable=no
${SWIFT:-swift} build --product Pairs --scratch-path "$build" -c release >"$build.log" 2>&1 ||
  { tail -20 "$build.log" >&2; exit 2; }
pairs=$build/release/Pairs
status=0

# As many processes as there are processors, each with its own seeds; their rows are added up.
part=$(((count + jobs - 1) / jobs))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
running=()
for ((job = 0; job < jobs; job++)); do
  "$pairs" check "$part" $((seed + job * part)) >"$work/checked-$job" &
  running+=($!)
done
for process in "${running[@]}"; do wait "$process" || status=1; done
grep -hE '^seed ' "$work"/checked-*
printf '%-18s %9s %9s %7s %8s %10s %10s\n' kind pairs invalid wrong refused places worst
grep -hvE '^seed |^kind' "$work"/checked-* | awk -F'\t' '
  { for (i = 2; i < 7; i++) sum[$1, i] += $i; if ($7 > worst[$1]) worst[$1] = $7; names[$1] }
  END { for (n in names) printf "%-18s %9d %9d %7d %8d %10d %10.6f\n",
    n, sum[n, 2], sum[n, 3], sum[n, 4], sum[n, 5], sum[n, 6], worst[n] }' | sort

# By fractions, in as many processes.
if [ ! -e "$judge" ] || ! "$python" -c 'import numpy' 2>/dev/null; then
  echo "no judge in fractions: $judge and Python with numpy are needed"
  exit $status
fi
running=()
judged() {
  "$pairs" write "$2" "$3" "$4" | "$python" Fuzz/pair_judge.py "$judge" >"$work/judged-$1"
  exit $((PIPESTATUS[0] + PIPESTATUS[1]))
}
for ((job = 0; job < jobs; job++)); do
  (judged "$job" $((${JUDGED:-20000} / jobs)) $((seed + job * 100000000)) 32) &
  running+=($!)
done
for process in "${running[@]}"; do wait "$process" || status=1; done
(judged large "${LARGE:-500}" "$seed" 128) || status=1

# Through the commands.
kgeo=${KGEO:-.build/release/kgeo}
if [ ! -x "$kgeo" ]; then echo "no pairs through the commands: $kgeo is not built"; exit $status; fi
running=()
for ((job = 0; job < jobs; job++)); do
  head -n $((${COMMANDS:-20000} / jobs)) "$work/judged-$job" | "$python" Fuzz/pair_commands.py "$kgeo" &
  running+=($!)
done
for process in "${running[@]}"; do wait "$process" || status=1; done
exit $status
