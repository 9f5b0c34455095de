// What measuring gives: both edge models, and the notes that belong to the number.

/// How an edge between two positions runs. Every area is computed in both models.
public enum EdgeModel: String, CaseIterable, Hashable, Sendable {
    /// The shortest line on the ellipsoid (Karney 2013): what PROJ, PostGIS geography and QGIS print.
    case geodesic
    /// Straight in longitude and latitude (RFC 7946 §3.1.1): the only model in which parts add up exactly.
    case lonlat
}

/// The area and perimeter of a surface.
public struct AreaMeasurement: Hashable, Sendable {
    /// Area with geodesic edges, in m², never negative for a valid polygon.
    public var geodesicSquareMetres: Double
    /// Area with edges straight in longitude and latitude, in m².
    public var lonlatSquareMetres: Double
    /// Length of all rings with geodesic edges, holes included, in m.
    public var perimeterMetres: Double
    /// Vertices measured, closing repeats not counted.
    public var vertexCount: Int
    /// Of a ground that other ground is laid over: where the longest edge begins with which geodesics between the same corners
    /// enclose other ground than is drawn. Both areas are then the one with straight edges. Nil anywhere else.
    public var turnsOverAt: Coordinate?

    /// Nothing measured yet.
    public init() {
        geodesicSquareMetres = 0
        lonlatSquareMetres = 0
        perimeterMetres = 0
        vertexCount = 0
    }

    /// By how much the two edge models differ, in m²; never negative.
    public var edgeEffectSquareMetres: Double { abs(geodesicSquareMetres - lonlatSquareMetres) }

    /// The area in one model, in m².
    public func squareMetres(_ model: EdgeModel) -> Double {
        model == .geodesic ? geodesicSquareMetres : lonlatSquareMetres
    }

    /// Adds a surface that does not overlap this one.
    public static func += (a: inout AreaMeasurement, b: AreaMeasurement) {
        a.geodesicSquareMetres += b.geodesicSquareMetres
        a.lonlatSquareMetres += b.lonlatSquareMetres
        a.perimeterMetres += b.perimeterMetres
        a.vertexCount += b.vertexCount
        a.turnsOverAt = a.turnsOverAt ?? b.turnsOverAt
    }
}

/// What a user should know of a ring that was measured as drawn.
public enum RingNote: Hashable, Sendable {
    /// An edge spans more than 180° of longitude and was taken the short way round.
    case longEdge(vertex: Int)
    /// An edge spans exactly 180° of longitude: both ways round are equally short.
    case halfTurnEdge(vertex: Int)
    /// The ring encircles a pole.
    case encirclesPole
    /// An edge spans exactly 360° of longitude: a point for a geodesic, the whole turn as drawn.
    case fullTurnEdge(vertex: Int)
    /// As geodesics the edges, the longest of which begins there, enclose other ground than straight ones do.
    case turnsOver(vertex: Int)
    /// The holes of a polygon are larger than its shell.
    case holesExceedShell
    /// A hole reaches beyond its shell: parts that were written as rings of one polygon.
    case holeBeyondShell(ring: Int)
    /// The ring encloses nothing: it crosses itself so that its parts cancel, or runs there and back.
    case cancels
    /// The ring comes to its first vertex once more and goes on along its first edge.
    case runsTwice(ring: Int)
    /// A ring of the same role has the same box, corners and area: it stands twice.
    case standsTwice(ring: Int)

    private static let seeTopology = "such a drawing is not valid, and its area means nothing"

    /// In words.
    public var text: String {
        switch self {
        case .longEdge(let vertex):
            "the edge from vertex \(vertex) spans more than 180° of longitude and was taken the short way round"
        case .halfTurnEdge(let vertex):
            "the edge from vertex \(vertex) spans exactly 180° of longitude; it was taken as GeographicLib takes it"
        case .fullTurnEdge(let vertex):
            "the edge from vertex \(vertex) spans 360° of longitude: nothing for a geodesic, the whole turn as drawn"
        case .turnsOver(let vertex):
            "as geodesics the edges, the longest from vertex \(vertex), enclose other ground than straight ones do: the two areas are of different ground; put a corner in each degree or so of long edges that are meant straight"
        case .holesExceedShell:
            "the holes are larger than the shell, so the area is below 0; check the drawing"
        case .holeBeyondShell(let ring):
            "ring \(ring) is a hole and reaches beyond its shell; its area is subtracted all the same; parts of a map are parts of a MultiPolygon, not rings of one polygon"
        case .encirclesPole: "the ring encircles a pole"
        case .cancels:
            "the ring encloses nothing: it crosses itself so that its parts cancel, or runs there and back"
        case .runsTwice(let ring):
            "ring \(ring) goes along its first edge twice: what it goes around twice counts twice; \(Self.seeTopology)"
        case .standsTwice(let ring):
            "ring \(ring) stands twice, as a shell or as a hole, and counts twice; \(Self.seeTopology)"
        }
    }
}

extension EdgeModel: Codable {}

extension AreaMeasurement: Codable {
    enum CodingKeys: String, CodingKey {
        case geodesicSquareMetres = "geodesic_square_metres"
        case lonlatSquareMetres = "lonlat_square_metres"
        case perimeterMetres = "perimeter_m"
        case vertexCount = "vertices"
        case turnsOverAt = "turns_over_at"
    }
}
