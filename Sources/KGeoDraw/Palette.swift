// Colours: those of Okabe and Ito (2008), told apart by most colour-blind readers, on light and on dark ground.

/// The ground that a drawing is made for.
public enum DrawingTheme: String, CaseIterable, Hashable, Sendable {
    /// Dark words on light paper.
    case light
    /// Light words on dark paper.
    case dark
}

/// The colours of a drawing.
struct Palette {
    var paper, land, ink, faint, region, border, front, halo: String
    /// One for each side; the same again beyond their number, with another slant.
    var sides: [String]
    /// Ground of nobody in particular.
    var nobody: String

    /// The colour of a side.
    func colour(of side: Int?) -> String { side.map { sides[$0 % sides.count] } ?? nobody }

    static func of(_ theme: DrawingTheme) -> Palette {
        switch theme {
        case .light:
            Palette(
                paper: "#ffffff", land: "#f6f4ef", ink: "#1a1a1a", faint: "#c9c5bb", region: "#66614f",
                border: "#4d4d4d", front: "#000000", halo: "#ffffff",
                sides: ["#0072b2", "#d55e00", "#009e73", "#cc79a7"], nobody: "#6b6b6b")
        case .dark:
            Palette(
                paper: "#14171a", land: "#1f2429", ink: "#f0f0f0", faint: "#3d444b", region: "#a3acb5",
                border: "#b5bcc3", front: "#ffffff", halo: "#14171a",
                sides: ["#56b4e9", "#e8823a", "#2fc79b", "#e3a3c6"], nobody: "#a5a5a5")
        }
    }
}

extension MapDrawing.Fill {
    /// How its hatching slants, in degrees; sides that share a colour slant otherwise.
    var slant: Double {
        let turn = Double((side ?? 0) / 4) * 30
        switch kind {
        case .held: return 45 + turn
        case .contested: return 135 + turn
        case .claimed, .other: return turn
        }
    }

    /// The distance of its hatching lines and their width, in px; nil: none.
    var hatch: (distance: Double, width: Double)? {
        switch kind {
        case .held: (6, 1.6)
        case .contested: (11, 1.4)
        case .claimed: (8, 1)
        case .other: nil
        }
    }

    var opacity: String {
        switch kind {
        case .held: "0.32"
        case .contested: "0.12"
        case .claimed: "0.08"
        case .other: "0.18"
        }
    }

    /// The dashes of its outline; nil: unbroken.
    var dashes: String? {
        switch kind {
        case .held, .other: nil
        case .contested: "6 3"
        case .claimed: "1.5 3"
        }
    }

    /// A name for the pattern of it.
    var name: String { "\(side.map { "side\($0)" } ?? "ground")-\(kind.rawValue)" }
}
