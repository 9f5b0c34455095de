// The ground of one side on one map: which features count, dissolved and measured.

public import KGeoCore
internal import KGeoMeasure

/// Which ground of a map is followed.
public struct GroundChoice: Hashable, Sendable {
    /// The statuses that count as held.
    public var counting: Counting
    /// Whose ground; nil when the maps show one side only.
    public var holder: String?
    /// Where; nil everywhere.
    public var region: String?
    /// What the statuses of the maps are called; it decides nothing.
    public var words = StatusWords()

    /// Ground that is firmly held, of the only side, everywhere, unless said otherwise.
    public init(counting: Counting = .controlled, holder: String? = nil, region: String? = nil) {
        self.counting = counting
        self.holder = holder
        self.region = region
    }

    /// In words, such as `controlled, Ukraine, Kursk Oblast`.
    public var label: String {
        [words.label(counting), holder, region].compactMap(\.self).joined(separator: ", ")
    }
    /// The same in codes, for machines.
    public var code: String { [counting.label, holder, region].compactMap(\.self).joined(separator: ", ") }
}

/// The ground of one side on one day.
public struct GroundMap: Hashable, Sendable {
    /// The file it came from.
    public var file: String
    /// The day; nil when neither the features nor the file's name gives one.
    public var date: CalendarDate?
    /// The last day of which all its areas say that it is still so; nil for a map of one day.
    public var lastDay: CalendarDate?
    /// The ground, dissolved, with the parts it was drawn in.
    public var ground: DissolvedGround

    /// A map from its parts.
    public init(file: String, date: CalendarDate?, ground: DissolvedGround) {
        self.file = file
        self.date = date
        self.ground = ground
    }

    /// What a message calls it: its date, or else its file.
    public var name: String { date?.description ?? file }
}
