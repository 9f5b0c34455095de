// What is said of a map that must have a day and has none.

extension Problem {
    /// The problem of a map of which neither features nor file say the day.
    ///
    /// - Parameter remedy: how a day can be given.
    public static func undatedMap(in file: String, give remedy: Remedy) -> Problem {
        Problem(
            .scenario, "of which day is this map? Neither its features nor its name say",
            remedy:
                "give \(remedy), or a name such as map_20250501.geojson or a unix time (1724272310.geojson)"
        ).inFile(file)
    }
}
