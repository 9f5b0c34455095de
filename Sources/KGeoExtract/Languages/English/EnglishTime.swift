// Words: English names of months, days and spans of time.

extension LexiconBuilder {
    mutating func addEnglishTime() {
        let months = [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ]
        for (index, words) in months.enumerated() { set(words) { $0.month = index + 1 } }
        add(
            """
            day days week weeks month months year years decade decades century centuries hour hours minute minutes
            fortnight quarter spring summer autumn fall winter weekend morning evening night afternoon monday tuesday
            wednesday thursday friday saturday sunday today yesterday midsummer midwinter season christmas easter
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            """, .timeNoun)
        add(
            "last previous prior preceding earlier before ago following same next past later since recent this",
            .pastTime)
    }
}
