// What a person can set and do, by meaning: rooms name these, and whoever talks to the person knows their words.

/// Something that a run can be told. The raw value says it in neutral words.
public enum Setting: String, CaseIterable, Hashable, Sendable, Codable {
    /// The reference system of an input, and reading latitude before longitude.
    case referenceSystem = "the reference system"
    case swapsXY = "swapped axes"
    /// The columns of a table that hold the geometries and the ids.
    case geometryColumn = "the column of the geometries"
    case idColumn = "the column of the ids"
    /// The properties of a map that hold what a scenario must know.
    case statusProperty = "the property of the status"
    case dateProperty = "the property of the date"
    case holderProperty = "the property of the holder"
    case regionProperty = "the property of the region"
    case idProperty = "the property of the id"
    case nameProperty = "the property of the name"
    /// What the words of a map's status mean.
    case controlled = "the words for controlled"
    case contested = "the words for contested"
    case ignored = "the words to ignore"
    /// A property that all features are given: `date=2025-05-01`.
    case givenProperty = "a given property"
    /// Whether the meaning of a map's properties is remembered for its folder.
    case savesMapping = "saving the mapping"
    /// The day that is asked for, the day of a map, how far a map may be from a day, and the zone of unix times.
    case asOf = "the day"
    case mapDay = "the day of the map"
    case windowDays = "the window of days"
    case timeZone = "the time zone"
    /// Whose ground is meant, and between whom a front runs, and how near they are in contact.
    case holder = "the holder"
    case between = "the holders of the front"
    case tolerance = "the tolerance"
    /// A file of regions that ground is cut by, a region of it, a polygon of ground, and a window of degrees.
    case regionFile = "a file of regions"
    case region = "the region"
    case within = "a polygon of the ground"
    case window = "the window"
    /// A file with a line that a claim speaks of.
    case lineFile = "with the line"
    /// What of a map an import keeps, and which layer it reads.
    case onlyHolder = "the wanted holders"
    case onlyRegion = "the wanted regions"
    case keepsLiberated = "keeping liberated areas"
    case keepsPlaces = "keeping places"
    case keepsLines = "keeping lines"
    case layer = "the layer"
    /// In which encoding a file's text is.
    case encoding = "the encoding"
    /// Measuring every area of a map, whatever it means.
    case asDrawn = "measuring all as drawn"
    /// σ of lines that state none, how a line's displacement hangs together, how far a buffer may be off; a figure to check,
    /// and a file of figures.
    case boundaryError = "the error of lines"
    case correlationLength = "the correlation length"
    case bufferTolerance = "the tolerance of the buffer"
    case claim = "a figure"
    case claimFile = "a file of figures"
    /// What is written beside the answer.
    case export = "the export"
    /// Who made a map, where it stands, and under which licence.
    case source = "the source"
    case sourceURL = "the address of the source"
    case licence = "the licence"
}

extension Wording {
    /// Something that can be done. The raw value says it in neutral words.
    public enum Operation: String, CaseIterable, Hashable, Sendable, Codable {
        case check = "a check"
        case checkArea = "a check of areas"
        case validate = "validation"
        case repair = "a repair"
        /// A scenario of another map: of GeoJSON, of KML, and of what GDAL reads.
        case importGeoJSON = "an import of GeoJSON"
        case importKML = "an import of KML"
        case importGDAL = "an import through GDAL"
        /// The form of scenarios and claims, and the list of units.
        case schema = "the schema"
        case listUnits = "the table of units"
        /// A printed conversion, looked at from both sides.
        case convertPair = "a conversion of the pair"
        /// Whatever is done, with a text that is handed over instead of a file.
        case readStandardInput = "reading it as text"
    }
}
