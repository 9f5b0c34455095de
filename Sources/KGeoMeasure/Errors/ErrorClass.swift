// The classes of drawn lines: how far another mapmaker's line lies from one, by how the front moves and who drew it.

public import KGeoCore

/// How far a drawn line is from the one that another mapmaker would have drawn.
public struct ErrorClass: Hashable, Sendable {
    /// Its name, such as `quiet`.
    public var name: String
    /// σ and ℓ of the line, in m.
    public var sigma, correlationLength: Double
    /// σ and ℓ of the part by which mapmakers differ over long stretches, in m.
    public var makerSigma, makerCorrelationLength: Double
    /// What it was fitted to.
    public var source: String
    /// How much of it, in words.
    public var sample: String

    /// A class from its parts.
    public init(
        name: String, sigma: Double, correlationLength: Double, makerSigma: Double,
        makerCorrelationLength: Double, source: String = "", sample: String = ""
    ) {
        self.name = name
        self.sigma = sigma
        self.correlationLength = correlationLength
        self.makerSigma = makerSigma
        self.makerCorrelationLength = makerCorrelationLength
        self.source = source
        self.sample = sample
    }

    /// Line and mapmaker together, in m.
    public var totalSigma: Double { (sigma * sigma + makerSigma * makerSigma).squareRoot() }

    /// What the numbers of a class mean.
    public static let meaning = "as another mapmaker would have drawn it"

    /// The standard deviation of the area between a straight line and its drawing over some metres, in m²: what the
    /// classes are fitted with.
    public func areaDeviation(over metres: Double) -> Double {
        func variance(_ sigma: Double, _ l: Double) -> Double {
            let u = OutlineError.arcError([(metres, sigma)], correlationLength: l)
            return u * u
        }
        return
            (variance(sigma, correlationLength) + variance(makerSigma, makerCorrelationLength)).squareRoot()
    }

    /// How fast a front moves that is no longer quiet, in m a day: gained and lost ground over the length of the line and
    /// the days between two maps. The whole front of 2024 and 2025 moved by 10 to 20 m a day, Kursk in August 2024 by 200
    /// and more.
    public static let mobileMetresPerDay = 50.0
}

/// The classes at hand, as `GeoData/calibration.csv` has them.
public struct ErrorClasses: Hashable, Sendable {
    /// The classes in the order of the file.
    public let classes: [ErrorClass]

    /// Classes; those of the three kinds that a map is given must be among them.
    public init(_ classes: [ErrorClass]) { self.classes = classes }

    /// Between which σ, in m, the lines of mapmakers differ: from the least to the greatest of the classes, line and
    /// mapmaker together. Nil without a class.
    public var benchmark: Interval? {
        let sigmas = classes.map(\.totalSigma)
        guard let low = sigmas.min(), let high = sigmas.max() else { return nil }
        return Interval(low, high)
    }

    /// The class of a name.
    public func named(_ name: String) -> ErrorClass? { classes.first { $0.name == name } }

    /// A front that moves slowly, on a map that says who drew it.
    public static let quiet = "quiet"
    /// A map with one day, or that does not say who drew it.
    public static let unknown = "unknown"
    /// A front that moves fast.
    public static let mobile = "mobile"
    /// A mapmaker whose maps lag by days; never chosen, only asked for.
    public static let lagging = "lagging"

    /// The class of a map, by how it was made and never by what comes of it: mobile where its ground changes fast;
    /// quiet where it is known to change slowly and who drew it; unknown otherwise. That a mapmaker lags is not seen on
    /// the map; that class is given by whoever knows it.
    ///
    /// - Parameters:
    ///   - speed: in m a day; nil where the map has no other day to compare.
    ///   - namesMaker: whether the map says who drew it.
    public func chosen(speed: Double?, namesMaker: Bool) -> ErrorClass {
        let name =
            speed.map {
                $0 >= ErrorClass.mobileMetresPerDay ? Self.mobile : namesMaker ? Self.quiet : Self.unknown
            }
            ?? Self.unknown
        return named(name) ?? Self.builtIn.named(name) ?? Self.fallback
    }

    private static let fallback = ErrorClass(
        name: unknown, sigma: 800, correlationLength: 11_000, makerSigma: 80, makerCorrelationLength: 50_000)
}
