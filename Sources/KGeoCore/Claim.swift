// A reported figure as an object: what was said, of what, when, and in which words.

/// What kind of quantity a claim speaks of.
public enum ClaimKind: String, CaseIterable, Hashable, Sendable {
    /// Ground, in units of area.
    case area
    /// A part of a whole, of which `Claim.of` says which.
    case share
    /// A line, whole or inside a subject, in units of length.
    case length
    /// The shortest way between two features.
    case distance
    /// How far from a border the farthest place of ground is.
    case depth
    /// The narrowest strip between two parallel lines that holds the ground.
    case width
    /// How far ground reaches from a place; without a place, the radius of the smallest circle that holds it.
    case radius
    /// The greatest distance between two places of the ground.
    case extent
    /// Ground per time, or length per time.
    case rate
}

/// What of the quantity is claimed.
public enum ClaimMeasure: String, CaseIterable, Hashable, Sendable {
    /// What there is on a day, or all through a period.
    case held
    /// What was won within a period.
    case gained
    /// What was given up within a period.
    case lost
    /// What was gained less what was lost.
    case net
    /// The most that there was on any day of a period.
    case peak
    /// The least that there was on any day of a period.
    case lowest
    /// The mean over the time of a period.
    case mean
    /// The sum of what was gained from each map of a period to the next.
    case total
}

/// The words that qualify a figure.
public enum Qualifier: String, CaseIterable, Hashable, Sendable {
    /// No word; the digits alone say how it was rounded.
    case exact
    /// Near it, on either side.
    case about
    /// From one number to another.
    case between
    /// Near it, and below.
    case nearly
    /// It or more.
    case atLeast = "at_least"
    /// More than it.
    case moreThan = "more_than"
    /// It or less.
    case atMost = "at_most"
    /// Less than it.
    case lessThan = "less_than"
    /// It or less, as the most of several.
    case upTo = "up_to"
}

/// What a control map says of a piece of ground.
public enum Status: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Firmly held.
    case controlled
    /// The grey zone: held by nobody for certain.
    case contested
    /// Said to be held by one side alone.
    case claimed

    public static func < (a: Status, b: Status) -> Bool {
        a.rank < b.rank
    }

    private var rank: Int {
        switch self {
        case .controlled: 0
        case .contested: 1
        case .claimed: 2
        }
    }
}

/// What a feature of a scenario is.
public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Ground that somebody holds, contests or claims.
    case control
    /// A border, a region, a country.
    case reference
    /// A line that lengths are said of.
    case line
    /// A settlement or another single place.
    case place
    /// A stretch of front, drawn better than the rest.
    case front
}

/// The statuses that are counted as "held", in the order of `Status`.
public struct Counting: Hashable, Sendable {
    /// The statuses counted, each once, in order.
    public let statuses: [Status]
    /// Counts the given statuses.
    public init(_ statuses: some Sequence<Status>) { self.statuses = Set(statuses).sorted() }
    /// Ground that is firmly held.
    public static let controlled = Counting([.controlled])
    /// Ground that is held or contested, the grey zone included.
    public static let controlledAndContested = Counting([.controlled, .contested])
    /// `controlled+contested`.
    public var label: String { statuses.map(\.rawValue).joined(separator: "+") }
    /// Reads `controlled+contested`; nil when a word is no status.
    public init?(label: String) {
        var statuses: [Status] = []
        for word in label.split(separator: "+") {
            guard let status = Status(rawValue: String(word)) else { return nil }
            statuses.append(status)
        }
        guard !statuses.isEmpty else { return nil }
        self.init(statuses)
    }
}

/// Which features a claim speaks of: all that agree with every part that is given.
public struct Subject: Hashable, Sendable {
    /// The feature's id.
    public var id: String?
    /// Its role.
    public var role: Role?
    /// Who holds it.
    public var holder: String?
    /// Where it is: one of the feature's regions.
    public var region: String?
    /// A subject from its parts.
    public init(id: String? = nil, role: Role? = nil, holder: String? = nil, region: String? = nil) {
        self.id = id
        self.role = role
        self.holder = holder
        self.region = region
    }

    /// In words, for a table or message.
    public var label: String {
        let words = [id.map { "\"\($0)\"" }, holder, region, role?.rawValue].compactMap(\.self)
        return words.isEmpty ? "everything" : words.joined(separator: ", ")
    }
}

/// The denominator of a share.
public enum Denominator: Hashable, Sendable {
    /// A feature of the scenario.
    case feature(id: String)
    /// An official area by its code, such as `UA`.
    case official(code: String)
    /// A feature of the scenario that is called so, else a region of GeoData.
    case region(name: String)
    /// Areas with their sources, as of a region by name; none when the region is known too badly for a share.
    case areas([DenominatorUsed])
}

/// A number as printed: its value and the rounding step that its digits show.
public struct PrintedNumber: Hashable, Sendable {
    /// The value.
    public let value: Double
    /// One unit of the last significant digit, such as 100 for 1,300 and 0.1 for 1.5. Positive.
    public let step: Double
    /// A number with a step of its own.
    public init(value: Double, step: Double) {
        self.value = value
        self.step = step
    }
}

/// Where a claim was published.
public struct ClaimSource: Hashable, Sendable {
    /// The members that were given, in order: outlet, title, author, url, archived, published, speaker.
    public let members: [Member]

    /// A member of a source.
    public struct Member: Hashable, Sendable, Codable {
        /// One of `knownNames`.
        public var name: String
        /// Its text, as it was given.
        public var value: String
        /// A member from its name and value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The names a source may have.
    public static let knownNames = ["outlet", "title", "author", "url", "archived", "published", "speaker"]
    /// A source from its members.
    public init(_ members: [Member]) { self.members = members }
    /// The value of one member.
    public subscript(name: String) -> String? { members.first { $0.name == name }?.value }
    /// In one line: speaker, outlet, date.
    public var label: String {
        ["speaker", "outlet", "published"].compactMap { self[$0] }.joined(separator: ", ")
    }
}

/// A reported figure.
public struct Claim: Hashable, Sendable {
    /// Unique in a scenario.
    public var id: String
    /// What kind of quantity it is.
    public var kind: ClaimKind
    /// What of it: held, gained, lost, net.
    public var measure: ClaimMeasure
    /// One number, or two for a range, in `unit`.
    public var numbers: [PrintedNumber]
    /// The unit of its numbers.
    public var unit: MeasureUnit
    /// How its words qualify the numbers: about, at least, …
    public var qualifier: Qualifier
    /// The rounding step said by the author, in `unit`; nil when it is inferred from the digits.
    public var resolution: Double?
    /// The same figure as printed in a second unit, when it was.
    public var equivalent: Equivalent?
    /// The features of the map that it speaks of.
    public var subject: Subject
    /// What the claim's own words count.
    public var worded: Counting?
    /// A definition forced by the author.
    public var counting: Counting?
    /// The denominator of a share.
    public var of: Denominator?
    /// Ends of a distance: ids of places.
    public var from, to: String?
    /// A length counts only inside this subject.
    public var inside: Subject?
    /// The day it speaks of; nil when it does not say.
    public var asOf: CalendarDate?
    /// How far a map may lie from `asOf`, in days, at most `longestWindow`.
    public var windowDays: Int?
    /// The longest window, in days: ten years, beyond which a map says nothing of the day of a figure and a number is
    /// more likely a slip.
    public static let longestWindow = 3_660
    /// First and last day.
    public var period: ClosedRange<CalendarDate>?
    /// Its words.
    public var quote: String?
    /// Who said it, and where.
    public var source: ClaimSource?

    /// A figure printed in a second unit.
    public struct Equivalent: Hashable, Sendable {
        /// The number as printed, in `unit`.
        public var number: PrintedNumber
        /// The unit of its numbers.
        public var unit: MeasureUnit
        /// A figure from its number and unit.
        public init(number: PrintedNumber, unit: MeasureUnit) {
            self.number = number
            self.unit = unit
        }
    }

    /// A claim with the parts that every claim has; the others are nil until set.
    public init(
        id: String, kind: ClaimKind, measure: ClaimMeasure = .held, numbers: [PrintedNumber],
        unit: MeasureUnit,
        qualifier: Qualifier, subject: Subject = Subject()
    ) {
        self.id = id
        self.kind = kind
        self.measure = measure
        self.numbers = numbers
        self.unit = unit
        self.qualifier = qualifier
        self.subject = subject
    }
}

// Members as the scenario format calls them, where it has them.
extension ClaimKind: Codable {}
extension ClaimMeasure: Codable {}
extension Qualifier: Codable {}
extension Status: Codable {}
extension Role: Codable {}
extension Subject: Codable {}
extension PrintedNumber: Codable {}
extension ClaimSource: Codable {}
extension Claim.Equivalent: Codable {}

extension Claim: Codable {
    enum CodingKeys: String, CodingKey {
        case id, kind, measure, numbers, unit, qualifier, resolution, equivalent, subject, worded, counting,
            of
        case from, to, inside
        case asOf = "as_of"
        case windowDays = "window_days"
        case period, quote, source
    }
}
