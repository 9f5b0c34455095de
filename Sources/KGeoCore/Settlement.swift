// A settlement as it was reported: where it is, who held it on a day, and who said so.

/// One report on one settlement.
public struct SettlementReport: Hashable, Sendable {
    /// What names the settlement among all: an id of the table, else its name with its place.
    public var key: String
    /// Its name, as the table spells it.
    public var name: String
    /// Where it is, in degrees.
    public var place: Coordinate
    /// The place may be off by this much, in m; 0 or more.
    public var coordinateError: Double
    /// Who gives the place.
    public var coordinateSource: String?
    /// The region it lies in.
    public var region: String?
    /// Who held it; nil when only contested is reported.
    public var holder: String?
    /// Whether it was firmly held or contested.
    public var status: Status
    /// The day of which it is reported.
    public var date: CalendarDate
    /// What kind of evidence this is, such as `reported` or `inferred`.
    public var evidenceClass: String
    /// Who reports it.
    public var source: String?
    /// Anything else that the report says.
    public var note: String?
    /// The line of the table.
    public var line: Int

    /// A report with what every report has.
    public init(
        key: String, name: String, place: Coordinate, status: Status, date: CalendarDate,
        evidenceClass: String = "unspecified", line: Int = 0
    ) {
        self.key = key
        self.name = name
        self.place = place
        coordinateError = 0
        self.status = status
        self.date = date
        self.evidenceClass = evidenceClass
        self.line = line
    }
}

extension SettlementReport: Codable {
    enum CodingKeys: String, CodingKey {
        case key, name, place
        case coordinateError = "coord_error_m"
        case coordinateSource = "coord_source"
        case region, holder, status, date
        case evidenceClass = "class"
        case source, note, line
    }
}
