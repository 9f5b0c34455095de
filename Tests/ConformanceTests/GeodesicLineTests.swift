// Karney's test set for geodesics: ten thousand lines of every kind, to 15 nanometres.
//
// C. F. F. Karney, *Test set for geodesics* (2010), doi:10.5281/zenodo.32156: 500 000 lines on WGS84 computed
// with arithmetic of high precision, of which the short version takes every fiftieth.

import Foundation
import KGeoCore
import PROJKit
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct GeodesicLineTests {
    /// What Karney states for his algorithms in double precision (2013, section 1), in m.
    static let karney = 15e-9

    static let file = SharedFolder.path("suites/geodtest/GeodTest-short.dat.gz") ?? ""
    static let gunzip = ["/usr/bin/gunzip", "/bin/gunzip", "/opt/homebrew/bin/gunzip"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    struct Line: Sendable {
        let from, to: Coordinate
        let azimuth1, azimuth2, distance, reduced: Double
    }

    /// The lines of the file, unpacked by the system's gunzip.
    static func lines() throws -> [Line] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(gunzip))
        process.arguments = ["-c", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        // lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 S12
        return try text.split(separator: "\n").map { line in
            let v = try line.split(separator: " ").map { try #require(Double(String($0))) }
            try #require(v.count == 10)
            return Line(
                from: Coordinate(v[1], v[0]), to: Coordinate(v[4], v[3]), azimuth1: v[2], azimuth2: v[5],
                distance: v[6], reduced: abs(v[8]))
        }
    }

    /// The difference of two directions, in radians.
    private func angle(_ a: Double, _ b: Double) -> Double {
        abs((a - b).remainder(dividingBy: 360)) * .pi / 180
    }

    /// How far apart two places are that are nearly the same, in m: on the ellipsoid's tangent plane, without
    /// the rounding of a geodesic between them.
    private func gap(_ a: Coordinate, _ b: Coordinate) -> Double {
        let radians = Double.pi / 180
        let s = sin(a.latitude * radians)
        let f = 1 / 298.257223563
        let w = 1 - f * (2 - f) * s * s
        let n = 6_378_137 / w.squareRoot()
        let m = n * (1 - f * (2 - f)) / w
        let north = (a.latitude - b.latitude) * radians * m
        let turn = (a.longitude - b.longitude).remainder(dividingBy: 360)
        let east = turn * radians * n * cos(a.latitude * radians)
        return (north * north + east * east).squareRoot()
    }

    @Test(.enabled(if: gunzip != nil, "needs gunzip, which is not on this machine"))
    func tenThousandLines() throws {
        let lines = try Self.lines()
        #expect(lines.count == 10_000)
        var worst = (distance: 0.0, azimuth: 0.0, end: 0.0, endAzimuth: 0.0)
        for line in lines {
            let inverse = Geodesic.wgs84.inverse(from: line.from, to: line.to)
            worst.distance = max(worst.distance, abs(inverse.distance - line.distance))
            // A direction off by δ puts the far end off by δ·m₁₂: near a pole, near opposite places and over
            // short lines that is what can be asked of it.
            let turn = max(
                angle(inverse.azimuth1, line.azimuth1), angle(inverse.azimuth2, line.azimuth2))
            worst.azimuth = max(worst.azimuth, turn * line.reduced)
            let direct = Geodesic.wgs84.direct(
                from: line.from, azimuth: line.azimuth1, distance: line.distance)
            worst.end = max(worst.end, gap(direct.coordinate, line.to))
            let back = Geodesic.wgs84.direct(
                from: line.to, azimuth: line.azimuth2, distance: -line.distance)
            worst.end = max(worst.end, gap(back.coordinate, line.from))
        }
        #expect(worst.distance < Self.karney)
        #expect(worst.azimuth < Self.karney)
        #expect(worst.end < Self.karney)
    }
}
