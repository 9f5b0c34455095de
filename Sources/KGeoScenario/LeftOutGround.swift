// Areas that say less than the others of their map, whose ground is then in no figure, and that is said: without a holder,
// they are nobody's; without a date, of no day.

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

    /// The control areas without a date where others have one: of which day they are is not known.
    package var undatedGround: [ScenarioFeature] {
        let control = features.filter { $0.role == .control }
        let open = control.filter { $0.date == nil }
        return open.count < control.count ? open : []
    }

    /// What is said where they are left out; nil when there are none.
    package var undatedGroundNotice: Notice? { Notice.undatedAreas(undatedGround.count, in: file) }
}

extension Notice {
    /// What is said of areas without a date that are left out, for others have one; nil for none.
    package static func undatedAreas(_ count: Int, in file: String) -> Notice? {
        .counting(
            count, .warning, file: file, one: "1 area without a date is left out, for others have one",
            several: "areas without a date are left out, for others have one")
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
