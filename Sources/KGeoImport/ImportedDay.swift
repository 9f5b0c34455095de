// The day of a file that is imported.

import KGeoCore
import KGeoScenario

extension ImportedMap {
    /// The day of features that give none.
    func day(_ options: ImportOptions) -> MapDay? {
        MapDay(ofUndatedIn: file, given: options.date, timeZone: options.timeZone)
    }
}
