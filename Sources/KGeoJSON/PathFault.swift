// What is said of rings, lines and positions that break a rule, whatever form they are written in.

package import KGeoCore

/// Faults of a path of positions. The place is the reader's to fill in.
package enum PathFault {
    /// A ring of fewer than four positions.
    package static func shortRing(_ count: Int) -> Problem {
        Problem(
            .geojson, "a ring needs at least 4 positions, the last like the first; this one has \(count)",
            hint: "draw at least three corners, or leave the ring out")
    }

    /// A ring whose last position is not its first.
    package static var openRing: Problem {
        Problem(
            .geojson, "the ring is not closed: its last position differs from its first",
            hint: "repeat the first position at the end")
    }

    /// A line of fewer than two positions.
    package static func shortLine(_ count: Int) -> Problem {
        Problem(
            .geojson, "a line needs at least 2 positions; this one has \(count)",
            hint: "draw a second position, or make it a Point")
    }

    /// A latitude that is no more than this beyond a pole, in degrees, is a pole that was not computed exactly.
    private static let missedPole = 1e-3

    /// A position beyond the range that is read.
    ///
    /// - Parameters:
    ///   - isSwapped: the user has said that latitude comes first.
    ///   - isConverted: the position comes out of a conversion.
    package static func offGlobe(_ place: Coordinate, isSwapped: Bool, isConverted: Bool) -> Problem {
        /// A conversion may give what is no number at all.
        func digits(_ value: Double) -> String { value.isFinite ? JSONNumber(value).text : "\(value)" }
        let isLatitude = abs(place.longitude) <= 360
        var problem = Problem(
            .coordinate,
            isLatitude
                ? "latitude \(digits(place.latitude)) is outside −90…90"
                : "longitude \(digits(place.longitude)) is outside −360…360")
        if isLatitude, abs(place.latitude) <= 90 + Self.missedPole {
            problem.hint = "this is a pole, missed by rounding: write \(place.latitude > 0 ? "90" : "-90")"
        } else if abs(place.longitude) <= 90, abs(place.latitude) <= 360, !isSwapped {
            problem.remedy =
                "longitude and latitude look swapped; \(.swapsXY) reads them the other way round"
        } else if abs(place.longitude) > 360, !isConverted {
            let turns = abs(place.latitude) <= 90 ? Longitude.turnsInWords(of: place.longitude) : nil
            problem.remedy =
                turns.map {
                    "\($0); if these are metres, say of which system with \(.referenceSystem) EPSG:n"
                }
                ?? "these look like projected coordinates in metres; say which with \(.referenceSystem) EPSG:n (3857 for web maps)"
        }
        return problem
    }
}
