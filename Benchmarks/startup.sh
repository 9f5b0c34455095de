#!/usr/bin/env bash
# Start-up: `kgeo --version` against a C program linked with the same GEOS and PROJ that makes the same
# calls, run in turn, and the difference pair by pair. usage: startup.sh [PAIRS]
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=${1:-40}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -O2 Benchmarks/startup.c $(pkg-config --cflags --libs geos proj) -o "$work/floor"
python3 - "$work/floor" .build/release/kgeo "$pairs" <<'PY'
import statistics, subprocess, sys, time
floor, kgeo, pairs = sys.argv[1], sys.argv[2], int(sys.argv[3])
def run(*command):
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - begin) * 1000
for _ in range(5):
    run(floor); run(kgeo, "--version")
a, b = [], []
for _ in range(pairs):
    a.append(run(floor)); b.append(run(kgeo, "--version"))
over = sorted(y - x for x, y in zip(a, b))
print(f"C program with the same libraries  median {statistics.median(a):6.2f} ms")
print(f"kgeo --version                     median {statistics.median(b):6.2f} ms")
print(f"difference, pair by pair           median {statistics.median(over):6.2f} ms, "
      f"middle half {over[len(over)//4]:.2f} to {over[3*len(over)//4]:.2f} ms, {pairs} pairs")
PY
