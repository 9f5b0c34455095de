// The words of the command line for what the rooms name by meaning: the one table of options and commands.

internal import KGeo
internal import KGeoCore
internal import KGeoReport

extension Vocabulary {
    /// Options and commands as they are typed.
    static let commandLine = Vocabulary(setting: { $0.option }, operation: { $0.command })
}

extension Envelope {
    /// The same answer, its notices in the words of the command line.
    var inCommandWords: Envelope {
        var answer = self
        answer.words = .commandLine
        return answer
    }
}

extension Setting {
    /// The option.
    var option: String {
        switch self {
        case .referenceSystem: "--crs"
        case .swapsXY: "--swap-xy"
        case .geometryColumn: "--geometry-column"
        case .idColumn: "--id-column"
        case .statusProperty: "--status-property"
        case .dateProperty: "--date-property"
        case .holderProperty: "--holder-property"
        case .regionProperty: "--region-property"
        case .idProperty: "--id-property"
        case .nameProperty: "--name-property"
        case .controlled: "--controlled"
        case .contested: "--contested"
        case .ignored: "--ignored"
        case .givenProperty: "--set"
        case .savesMapping: "--save-profile"
        case .asOf: "--as-of"
        case .mapDay: "--date"
        case .windowDays: "--window-days"
        case .timeZone: "--time-zone"
        case .holder: "--holder"
        case .between: "--between"
        case .tolerance: "--tolerance"
        case .regionFile: "--by"
        case .region: "--region"
        case .within: "--within"
        case .window: "--window"
        case .lineFile: "--line"
        case .onlyHolder: "--only-holder"
        case .onlyRegion: "--only-region"
        case .keepsLiberated: "--liberated"
        case .keepsPlaces: "--places"
        case .keepsLines: "--lines"
        case .asDrawn: "--as-drawn"
        case .layer: "--layer"
        case .encoding: "--encoding"
        case .boundaryError: "--boundary-error"
        case .correlationLength: "--correlation-length"
        case .bufferTolerance: "--buffer-tolerance"
        case .claim: "--claim"
        case .claimFile: "--claims"
        case .export: "--export"
        case .source: "--source"
        case .sourceURL: "--source-url"
        case .licence: "--licence"
        }
    }
}

extension Wording.Operation {
    /// The command.
    var command: String {
        switch self {
        case .check: "kgeo check"
        case .checkArea: "kgeo check-area"
        case .validate: "kgeo validate"
        case .repair: "kgeo repair"
        case .importGeoJSON: "kgeo import geojson"
        case .importKML: "kgeo import kml"
        case .importGDAL: "kgeo import gdal"
        case .schema: "kgeo schema"
        case .listUnits: "kgeo schema --units"
        case .convertPair: "kgeo convert --pair"
        case .readStandardInput: "kgeo … -"
        }
    }
}

extension Problem {
    /// The problem as the command line says it.
    var inCommandWords: Problem { worded(in: .commandLine) }
}

extension Notice {
    /// The notice as the command line says it.
    var inCommandWords: Notice { worded(in: .commandLine) }
}

extension Finding {
    /// The finding as the command line says it.
    var inCommandWords: Finding { worded(in: .commandLine) }
}
