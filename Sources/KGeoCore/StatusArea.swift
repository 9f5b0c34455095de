// A row of what a map holds: the area of one status of one holder on one day.

/// The area of one status of one holder on one date.
public struct StatusArea: Hashable, Sendable {
    /// The day of the map; nil when it carries none.
    public var date: CalendarDate?
    /// Who holds it; nil when the map does not say.
    public var holder: String?
    /// The status as kgeo counts it, or as the file words it.
    public var status: String
    /// Features in it.
    public var featureCount: Int
    /// The dissolved area in m², in both edge models.
    public var area: AreaMeasurement
    /// The area with its error, in m².
    public var value: MeasuredValue

    /// A row from its parts.
    public init(
        date: CalendarDate?, holder: String?, status: String, featureCount: Int, area: AreaMeasurement,
        value: MeasuredValue
    ) {
        self.date = date
        self.holder = holder
        self.status = status
        self.featureCount = featureCount
        self.area = area
        self.value = value
    }
}

extension StatusArea: Codable {
    enum CodingKeys: String, CodingKey {
        case date, holder, status, area, value
        case featureCount = "features"
    }
}
