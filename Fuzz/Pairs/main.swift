// Pairs of surfaces laid over each other and held against two other routes; or written out for other judges.
//   Pairs check COUNT SEED         prints a row for each kind; ends with status 1 when one was wrong or refused
//   Pairs write COUNT SEED MOST    a line of JSON for each valid pair whose surfaces have at most MOST corners
//   Pairs show SEED                the pair of a seed

import KGeoCore
import SystemC

/// How many corners a ring has: few are tried more often.
private func corners(_ seed: UInt64) -> Int { [6, 8, 12, 16, 24, 32][Int(seed % 6)] }

private func text(_ polygons: [Polygon]) -> String {
    let parts = polygons.map { polygon in
        "["
            + polygon.rings.map { ring in
                "[" + ring.coordinates.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",") + "]"
            }.joined(separator: ",") + "]"
    }
    return "[" + parts.joined(separator: ",") + "]"
}

private struct Tally {
    var (valid, invalid, wrong, refused, places) = (0, 0, 0, 0, 0)
    var worst = 0.0
    /// The seed of the pair that was off by most.
    var seed: UInt64 = 0
}

private func pair(_ seed: UInt64, _ corners: Int) -> Pair {
    var maker = PairMaker(seed: seed, vertices: corners)
    return maker.pair()
}

private func check(_ count: Int, _ start: UInt64) -> Int32 {
    var tallies: [String: Tally] = [:]
    for seed in start..<start + UInt64(count) {
        let pair = pair(seed, corners(seed))
        var tally = tallies[pair.kind] ?? Tally()
        defer { tallies[pair.kind] = tally }
        guard pair.plain.joined().allSatisfy(isValid) else {
            tally.invalid += 1
            continue
        }
        var random = Seeded(state: seed)
        let check = PairCheck(pair, &random)
        tally.valid += 1
        tally.places += check.places
        if check.worst > tally.worst { (tally.worst, tally.seed) = (check.worst, seed) }
        if let fault = check.fault {
            if check.isRefused { tally.refused += 1 } else { tally.wrong += 1 }
            print("seed \(seed), \(pair.kind): \(fault)")
        }
    }
    print("kind\tpairs\tinvalid\twrong\trefused\tplaces\tworst\tseed")
    var sum = Tally()
    for (kind, tally) in tallies.sorted(by: { $0.key < $1.key }) {
        print(row(kind, tally))
        sum = Tally(
            valid: sum.valid + tally.valid, invalid: sum.invalid + tally.invalid,
            wrong: sum.wrong + tally.wrong, refused: sum.refused + tally.refused,
            places: sum.places + tally.places, worst: max(sum.worst, tally.worst),
            seed: tally.worst > sum.worst ? tally.seed : sum.seed)
    }
    print(row("all", sum))
    return sum.wrong + sum.refused == 0 ? 0 : 1
}

private func row(_ name: String, _ tally: Tally) -> String {
    [
        name, "\(tally.valid)", "\(tally.invalid)", "\(tally.wrong)", "\(tally.refused)", "\(tally.places)",
        "\((tally.worst * 1e6).rounded() / 1e6)", "\(tally.seed)",
    ].joined(separator: "\t")
}

private func write(_ count: Int, _ start: UInt64, _ most: Int) -> Int32 {
    var (written, seed) = (0, start)
    while written < count {
        defer { seed += 1 }
        let pair = pair(seed, most > 32 ? most : corners(seed))
        guard pair.vertices <= most, pair.vertices > (most > 32 ? 32 : 0), pair.isOnGlobe,
            pair.plain.allSatisfy({ !$0.isEmpty }), pair.plain.joined().allSatisfy(isValid)
        else { continue }
        var random = Seeded(state: seed)
        let check = PairCheck(pair, &random)
        written += 1
        let found = check.isRefused ? "null" : "[" + check.areas.map { "\($0)" }.joined(separator: ",") + "]"
        var line =
            "{\"seed\":\(seed),\"kind\":\"\(pair.kind)\",\"a\":\(text(pair.first)),\"b\":\(text(pair.second))"
        if let unwrapped = pair.unwrapped {
            line +=
                ",\"plain\":[\(text(unwrapped.first)),\(text(unwrapped.second))],\"copies\":\(unwrapped.copies)"
        }
        print(line + ",\"found\":\(found)}")
    }
    return 0
}

private func main() -> Int32 {
    let words = CommandLine.arguments.dropFirst()
    let numbers = words.dropFirst().compactMap { UInt64($0) }
    switch (words.first, numbers.count) {
    case ("check", 2): return check(Int(numbers[0]), numbers[1])
    case ("write", 3): return write(Int(numbers[0]), numbers[1], Int(numbers[2]))
    case ("show", 1):
        let pair = pair(numbers[0], corners(numbers[0]))
        print(pair.kind, text(pair.first), text(pair.second), separator: "\n")
        var random = Seeded(state: numbers[0])
        let check = PairCheck(pair, &random)
        print(check.fault ?? "right", "off by", check.worst, "of what is allowed:", check.worstOf)
        return 0
    default:
        print("Pairs check COUNT SEED | write COUNT SEED MOST | show SEED")
        return 64
    }
}

exit(main())
