// Controlled ground without a holder on a map that names holders: nobody's, so in no figure, and that is said.

package import KGeoCore

extension Scenario {
    /// The controlled areas that have no holder where others have one: whose they are is not known, and their ground is
    /// that of no side. A contested area is nobody's by its nature, and needs no holder.
    package var nobodysGround: [ScenarioFeature] {
        let held = features.filter { $0.role == .control && $0.status == .controlled }
        let open = held.filter { ($0.holder ?? "").isEmpty }
        return open.count < held.count ? open : []
    }

    /// What is said where they are left out of a figure; nil when there are none.
    package var nobodysGroundNotice: Notice? {
        .counting(
            nobodysGround.count, .warning, file: file,
            one: "1 controlled area has no holder where others have one; it is left out",
            several: "controlled areas have no holder where others have one; they are left out",
            hint: "write its holder in the map")
    }
}

extension Notice? {
    /// What is said of some features of a file; nil for none.
    ///
    /// - Parameter several: the words behind their number.
    static func counting(
        _ count: Int, _ severity: Notice.Severity, file: String, one: String, several: String,
        hint: String? = nil
    ) -> Notice? {
        guard count > 0 else { return nil }
        return Notice(
            severity,
            Problem(.scenario, count == 1 ? one : "\(count) \(several)", hint: hint).inFile(file))
    }
}
