// The day of a file that is imported.

import KGeoCore
import KGeoScenario

extension ImportedMap {
    /// The day of features that give none: the one that was asked for, else that of the file's name.
    func day(_ options: ImportOptions) -> (date: CalendarDate, name: FileDate?)? {
        let name = FileDate(path: file, timeZone: options.timeZone)
        if let date = options.date { return (date, nil) }
        return name.map { ($0.date, $0) }
    }

    /// What is said when there is none.
    static func withoutDate(_ file: String) -> Problem {
        Problem(
            .scenario, "of which day is this map? Its name holds no day",
            hint:
                "give --date 2025-05-01, or a name such as map_20250501.geojson or a unix time (1724272310.geojson)"
        ).inFile(file)
    }
}
