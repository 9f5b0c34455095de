// A profile: how one mapmaker writes its maps, as a value.

public import KGeoCore

/// What a mapmaker's files mean: where the status stands and what its words count as, which day a file shows, which
/// ground it covers. `MapProfile.table` has them all; nothing else knows a mapmaker.
public struct MapProfile: Hashable, Sendable {
    /// A short name that stays: `deepstate-service`.
    public var id: String
    /// What a file of it is, in words: `service file`.
    public var kind: String
    /// Who makes the map, and where it stands.
    public var maker: String
    /// A link to the map.
    public var address: String?
    /// The licence that the maker states; nil when it states none.
    public var licence: String?
    /// By what a file is known.
    public var sign: Sign
    /// Where the word of an area's status stands.
    public var key: Key
    /// What the words mean.
    public var grounds: [Ground]
    /// Where the day of a file stands.
    public var day: Day
    /// What that day is.
    public var dateMeaning: DateMeaning
    /// The ground that is looked at; areas beyond it belong to no sum. Nil: everywhere.
    public var box: BoundingBox?
    /// The countries, by their codes, of which it shows all ground that is held from outside: none drawn there is none held.
    public var countries = ["UA"]
    /// Whether a day may stand in several files, each with a part of the map.
    public var isPart = false
    /// Whether areas whose rings cross are mended instead of refused.
    public var mends = true
    /// The words of ground that every map of it shows; a file without one of them is no map of its day.
    public var always: [String] = []
    /// The day of the first map that is known to show all of it; nil for every day.
    public var alwaysSince: CalendarDate?
    /// What is left out as lost, which is never more than what is held.
    public var losses: String?
    /// What the map never shows or shows otherwise than others, in sentences for a reader.
    public var remarks: [String] = []

    /// By what a file is known as one of a profile.
    public enum Sign: Hashable, Sendable {
        /// Areas have these properties and one of the profile's words as their status; and where a mark is given, a
        /// property `name` has it.
        case words(having: [String], nameMark: String?)
        /// Every area is without properties, the file or its collection has a name that begins so and ends in a
        /// day, and the ground lies in the profile's box.
        case name(prefix: String)
        /// The layer is a property or the name of the file or its folder.
        case layers
    }

    /// Where the word of a status stands.
    public enum Key: Hashable, Sendable {
        /// In a property of the area; words are the same in upper and lower case.
        case property(String)
        /// In the property `layer`, else in the name of the file, else in that of its folder.
        case layer
        /// Nowhere: all areas are of the first ground.
        case none
    }

    /// What one word, or several that mean the same, says of an area.
    public struct Ground: Hashable, Sendable {
        /// What it is called in ids and in the property `map_status`.
        public var word: String
        /// The words of the maker.
        public var values: [String]
        /// How it counts; nil for ground that is left out.
        public var status: Status?
        /// Who holds it or, for contested ground, who is fighting for it.
        public var holder: String?
        /// How ground that is left out is called.
        public var leftOut = ""
        /// The setting that keeps it.
        public var setting: Setting?
        /// The key of its names, as far as all names of the word begin with it.
        public var nameKey: String?
        /// Ground of this word that lies in a box, on the maps of some days, is something else.
        public var exception: Exception?

        /// A part of the ground of a word that means something else.
        public struct Exception: Hashable, Sendable {
            /// The middle of the area's outline lies in this box.
            public var box: BoundingBox
            /// The days on which it is so.
            public var days: ClosedRange<CalendarDate>
            /// The word of the ground that it is instead.
            public var word: String

            /// Whether a place lies in the box.
            func covers(_ place: Coordinate) -> Bool { box.intersects(BoundingBox([place])) }
        }

        /// Ground that counts.
        static func counted(
            _ word: String, _ status: Status, _ holder: String, _ values: [String], nameKey: String? = nil
        ) -> Ground {
            Ground(word: word, values: values, status: status, holder: holder, nameKey: nameKey)
        }

        /// Ground that is left out.
        static func out(
            _ word: String, _ leftOut: String, _ values: [String], holder: String? = nil,
            setting: Setting? = nil, nameKey: String? = nil, exception: Exception? = nil
        ) -> Ground {
            Ground(
                word: word, values: values, status: nil, holder: holder, leftOut: leftOut, setting: setting,
                nameKey: nameKey, exception: exception)
        }
    }

    /// Where the day of a file stands.
    public enum Day: Hashable, Sendable {
        /// In its name.
        case fileName
        /// In a property of its areas, as `2024-08-21` or `240821`.
        case property(String)
    }

    /// What the day of a file is.
    public enum DateMeaning: Hashable, Sendable {
        /// The day that the map shows.
        case shown
        /// The day on which it was published or fetched; the map shows the ground as many days before as the range
        /// says.
        case published(lagDays: ClosedRange<Int>)

        /// By how many days the map lags; nil for one that shows its day.
        var lagDays: ClosedRange<Int>? { if case .published(let lag) = self { lag } else { nil } }

        /// The same where it is at least a day.
        public var certainLag: ClosedRange<Int>? { lagDays.flatMap { $0.lowerBound > 0 ? $0 : nil } }
    }

    /// The ground of a word; nil for a word that is unknown.
    public func ground(of value: String) -> Ground? {
        let folded = value.lowercased()
        return grounds.first { $0.values.contains { $0.lowercased() == folded } }
    }

    /// The ground that is called so.
    func ground(called word: String) -> Ground? { grounds.first { $0.word == word } }

    /// The holders that it names, each once.
    public var holders: [String] {
        grounds.filter { $0.status != nil }.compactMap(\.holder).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// The statuses that its maps may show.
    public var statuses: [Status] { Set(grounds.compactMap(\.status)).sorted() }

    /// Whether all areas of a file are held by one side, so that measuring them all is no mistake.
    public var isHeldThroughout: Bool { grounds.count == 1 && grounds[0].status == .controlled }

    /// `DeepStateMap, service file`.
    public var words: String { "\(maker), \(kind)" }
}
