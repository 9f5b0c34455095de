// The day of a file that is imported.

import KGeoCore
import KGeoScenario

extension ImportedMap {
    /// The day of features that give none.
    ///
    /// - Parameters:
    ///   - name: what is looked at instead of the file's name.
    ///   - lagDays: by how many days the file's maker lags.
    func day(_ options: ImportOptions, name: String? = nil, lagDays: ClosedRange<Int>? = nil) -> MapDay? {
        MapDay(
            ofUndatedIn: name ?? file, given: options.date, timeZone: options.timeZone, lagDays: lagDays)
    }
}
