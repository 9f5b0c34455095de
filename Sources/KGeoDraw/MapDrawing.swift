// What a picture of a map shows: ground, lines, places and words, as values.

public import KGeoCore

/// A map to be drawn. Everything is in WGS84 longitude and latitude; nothing in it is measured for the picture, and nothing
/// of the picture is measured.
public struct MapDrawing: Hashable, Sendable {
    /// What stands above the map: who drew it and of which day. Shown, and read aloud.
    public var title: String
    /// A sentence that says what is to be seen, for those who do not see it.
    public var alternative: String
    /// Lines of text below the legend: licences, what the map cannot show.
    public var notes: [String] = []
    /// The ground, in the order in which it is drawn.
    public var grounds: [Ground] = []
    /// Where the lines of the ground may really run.
    public var bands: [Band] = []
    /// Outlines of regions, below everything.
    public var regions: [Region] = []
    /// Borders, fronts and other lines.
    public var lines: [Line] = []
    /// Places with their names.
    public var places: [Place] = []

    /// A drawing without ground.
    public init(title: String, alternative: String) {
        self.title = title
        self.alternative = alternative
    }

    /// How ground is filled. Sides differ by colour and by the slant of the hatching, kinds by its density and the outline.
    public struct Fill: Hashable, Sendable {
        /// The number of the side among all sides of the drawing, from 0; nil for ground of nobody in particular.
        public var side: Int?
        /// How firmly it is held.
        public var kind: Kind

        /// How firmly ground is held.
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            /// Held: dense hatching, an unbroken outline.
            case held
            /// Contested: wide hatching, a dashed outline.
            case contested
            /// Claimed: level lines, a dotted outline.
            case claimed
            /// Anything else that is drawn: no hatching.
            case other
        }

        /// A fill.
        public init(side: Int?, kind: Kind) {
            self.side = side
            self.kind = kind
        }
    }

    /// Ground of one fill.
    public struct Ground: Hashable, Sendable {
        /// Its surfaces.
        public var polygons: [Polygon]
        /// How it is filled.
        public var fill: Fill
        /// What the legend says of it: "Russia, controlled".
        public var label: String

        /// Ground.
        public init(polygons: [Polygon], fill: Fill, label: String) {
            self.polygons = polygons
            self.fill = fill
            self.label = label
        }
    }

    /// Where a drawn line may really run: a band along it.
    public struct Band: Hashable, Sendable {
        /// The line.
        public var line: LineString
        /// How far it may be off to either side, in m, 19 times in 20: 2σ.
        public var halfWidthMetres: Double
        /// The number of the side whose ground it bounds.
        public var side: Int?

        /// A band.
        public init(line: LineString, halfWidthMetres: Double, side: Int?) {
            self.line = line
            self.halfWidthMetres = halfWidthMetres
            self.side = side
        }
    }

    /// A region of the ground below: its outline and its name.
    public struct Region: Hashable, Sendable {
        /// Its surfaces.
        public var polygons: [Polygon]
        /// Its name; nil: only the outline is drawn.
        public var name: String?

        /// A region.
        public init(polygons: [Polygon], name: String?) {
            self.polygons = polygons
            self.name = name
        }
    }

    /// A line.
    public struct Line: Hashable, Sendable {
        /// What it is.
        public var kind: Kind
        /// Its parts.
        public var parts: [LineString]
        /// What the legend says of it.
        public var label: String

        /// What a line is.
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            /// A border.
            case border
            /// A front.
            case front
            /// A road, rail or pipe.
            case way
        }

        /// A line.
        public init(kind: Kind, parts: [LineString], label: String) {
            self.kind = kind
            self.parts = parts
            self.label = label
        }
    }

    /// A place with a name.
    public struct Place: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Where it lies.
        public var coordinate: Coordinate
        /// How large it is: of two whose names collide the one with the larger number is written.
        public var weight: Double

        /// A place.
        public init(name: String, coordinate: Coordinate, weight: Double) {
            self.name = name
            self.coordinate = coordinate
            self.weight = weight
        }
    }
}
