// The exit codes, and which problem has which.

internal import KGeo
internal import KGeoCore

/// The exit codes of sysexits.h that kgeo uses.
enum ExitCodes {
    static let gate: Int32 = 2

    static func code(for problem: Problem) -> Int32 {
        switch problem.code {
        case .usage: 64
        case .input: 66
        case .outputCreate: 73
        case .outputWrite: 74
        case .internal: 1
        default: 65
        }
    }
}
