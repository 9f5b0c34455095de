// A figure found in a text, with where it stands and what the words around it say.

/// A geospatial figure found in a text.
public struct ExtractedClaim: Hashable, Sendable {
    /// Something about the figure that a reader should know.
    public enum Flag: String, CaseIterable, Hashable, Sendable {
        /// Two units were printed, and they disagree by more than rounding.
        case conversionMismatch = "conversion_mismatch"
        /// A comma or point that may part thousands or decimals.
        case ambiguousNumber = "ambiguous_number"
        /// The unit is a convention, such as a football pitch.
        case nominalUnit = "nominal_unit"
    }

    /// The same figure printed in another unit.
    public struct Equivalent: Hashable, Sendable {
        /// One number, or two for a range, in `unit`.
        public var numbers: [PrintedNumber]
        /// Its unit.
        public var unit: MeasureUnit

        /// A figure from its numbers, one or two, and their unit.
        public init(numbers: [PrintedNumber], unit: MeasureUnit) {
            self.numbers = numbers
            self.unit = unit
        }

        /// The lower number.
        public var low: Double { numbers.first?.value ?? 0 }
        /// The higher number; the lower one again when there is no range.
        public var high: Double { numbers.last?.value ?? 0 }
    }

    /// What kind of quantity it is.
    public var kind: ClaimKind
    /// What of the quantity is said.
    public var measure: ClaimMeasure
    /// One number, or two for a range, as printed, in `unit`.
    public var numbers: [PrintedNumber]
    /// The unit printed first.
    public var unit: MeasureUnit
    /// The words around the number.
    public var qualifier: Qualifier
    /// The text of the figure, exactly as it stands in the input.
    public var quote: String
    /// Where the quote begins and ends, in Unicode code points of the input.
    public var start, end: Int
    /// What the words count, when they say so.
    public var worded: Counting?
    /// Places named near the figure, nearest first.
    public var places: [String]
    /// Whose ground, advance or loss it is, as printed.
    public var actor: String?
    /// Who says so, as printed.
    public var attribution: String?
    /// The day, month or year the figure is said of: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or the printed words
    /// when no calendar date can be told from them.
    public var date: String?
    /// The first and the last date of the span it is said of, written like `date`; either may be open.
    public var period: Period?
    /// The same figure in other units, as printed in brackets or after "or".
    public var equivalents: [Equivalent]
    /// What is doubtful about it.
    public var flags: [Flag]
    /// Whether how many is only hinted at: "hundreds of square kilometres". The number is then the least that the word
    /// may mean, and there is no highest.
    public var isVague: Bool

    /// A span of time.
    public struct Period: Hashable, Sendable {
        /// First and last date; nil where the span is open.
        public var from, to: String?

        /// A span from its dates.
        public init(from: String?, to: String?) {
            self.from = from
            self.to = to
        }
    }

    /// A figure with the parts that every figure has; the others are nil or empty until set.
    ///
    /// - Parameters:
    ///   - numbers: one number, or two for a range, in `unit`.
    ///   - start, end: where the quote stands, in Unicode code points of the text.
    public init(
        kind: ClaimKind, measure: ClaimMeasure, numbers: [PrintedNumber], unit: MeasureUnit,
        qualifier: Qualifier, quote: String, start: Int, end: Int, worded: Counting? = nil,
        places: [String] = [], actor: String? = nil, attribution: String? = nil, date: String? = nil,
        period: Period? = nil, equivalents: [Equivalent] = [], flags: [Flag] = [], isVague: Bool = false
    ) {
        self.kind = kind
        self.measure = measure
        self.numbers = numbers
        self.unit = unit
        self.qualifier = qualifier
        self.quote = quote
        self.start = start
        self.end = end
        self.worded = worded
        self.places = places
        self.actor = actor
        self.attribution = attribution
        self.date = date
        self.period = period
        self.equivalents = equivalents
        self.flags = flags
        self.isVague = isVague
    }

    /// The lower number.
    public var low: Double { numbers.first?.value ?? 0 }
    /// The higher number; the lower one again when there is no range, infinite when it is vague.
    public var high: Double { isVague ? .infinity : numbers.last?.value ?? 0 }
    /// The lower number in m², m, per second, or as a fraction of the whole.
    public var siLow: Double { unit.si(low) }
    /// The higher number in SI.
    public var siHigh: Double { unit.si(high) }
}

extension ExtractedClaim.Flag: Codable {}
extension ExtractedClaim.Equivalent: Codable {}
extension ExtractedClaim.Period: Codable {}

extension ExtractedClaim: Codable {
    enum CodingKeys: String, CodingKey {
        case kind, measure, numbers, unit, qualifier, quote, start, end, worded, places, actor, attribution,
            date
        case period, equivalents, flags
        case isVague = "vague"
    }
}
