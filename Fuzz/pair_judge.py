#!/usr/bin/env python3
"""Judges overlays of pairs in fractions.

usage: pair_judge.py JUDGE.py < PAIRS > JUDGED
PAIRS are lines of `Pairs write`; JUDGE.py has `overlay(a, b)`, which sums slabs of exact crossings by its `slab`. Each
line comes out again with "m2": A, B (each united), AB (both), A_B, B_A on WGS84. What was found in square degrees is
held against the same sums in the plane: wrong is more than 1e-9 of the larger area and 1 µm along all edges. Ends with
status 1 when one was wrong or refused.
"""
import importlib.util
import json
import sys


def length(surface):
    return sum(abs(u[0] - v[0]) + abs(u[1] - v[1]) for p in surface for r in p for u, v in zip(r, r[1:]))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    spec = importlib.util.spec_from_file_location("judge", sys.argv[1])
    judge = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    # The same fractions, some times as fast, where they are installed.
    if importlib.util.find_spec("gmpy2"):
        judge.Fraction = importlib.import_module("gmpy2").mpq
    on_ellipsoid = judge.slab
    # One pass for both: m² as the real part, square degrees as the imaginary one.
    judge.slab = lambda y0, y1, w0, w1: complex(on_ellipsoid(y0, y1, w0, w1), (y1 - y0) * (w0 + w1) / 2)
    pairs = wrong = refused = 0
    worst = 0.0
    for line in sys.stdin:
        pair = json.loads(line)
        a, b = pair.pop("plain", [pair["a"], pair["b"]])
        sums = {k: complex(v) for k, v in judge.overlay(a, b).items()}
        # The second stands beside itself as often as it may reach into the first.
        copies = pair.pop("copies", 1)
        sums["B"] /= copies
        if copies > 1:
            sums["B_A"] = sums["B"] - sums["AB"]
        found = pair.pop("found")
        pairs += 1
        if found is None:
            refused += 1
            print(f"refused: seed {pair['seed']}, {pair['kind']}", file=sys.stderr)
        else:
            slack = 1e-9 * max(sums["A"].imag, sums["B"].imag) + 9e-12 * (length(a) + length(b))
            for name, value in zip(("AB", "A_B", "B_A"), found):
                off = abs(value - sums[name].imag)
                worst = max(worst, off / slack if slack else 0)
                if off > slack:
                    wrong += 1
                    print(f"WRONG: seed {pair['seed']}, {pair['kind']}, {name}: {value}, {sums[name].imag} is right",
                          file=sys.stderr)
        pair["m2"] = {k: v.real for k, v in sums.items()}
        print(json.dumps(pair), flush=True)
    print(f"{pairs} pairs judged in fractions: {wrong} wrong, {refused} refused, off by at most {worst:.2g} of what is"
          " allowed", file=sys.stderr)
    sys.exit(1 if wrong or refused else 0)


if __name__ == "__main__":
    main()
