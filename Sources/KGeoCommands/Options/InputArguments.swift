// How positions are read, and which edges are meant: options that every command means alike.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore

struct InputArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The coordinate reference system of the input, as EPSG:n or a PROJ string; overrides what the file says.",
            valueName: "crs"))
    var crs: String?
    @Flag(name: .customLong("swap-xy"), help: "Read latitude before longitude.")
    var swapXY = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The column of a CSV table that holds the geometries, in WKB or WKT; found by itself when called wkt, wkb, geom or geometry.",
            valueName: "name"))
    var geometryColumn: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The column of a CSV table that holds the ids; found by itself when called id.", valueName: "name"
        ))
    var idColumn: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Which layer of a GeoPackage or another file of several layers.", valueName: "name"))
    var layer: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The encoding of the texts beside a Shapefile, such as CP1251, where no file says it.",
            valueName: "name"))
    var encoding: String?

    var options: InputOptions {
        InputOptions(crs: crs, swapsXY: swapXY, geometryColumn: geometryColumn, idColumn: idColumn)
    }
}

enum EdgeChoice: String, ExpressibleByArgument, CaseIterable {
    case geodesic, lonlat
    var model: EdgeModel { self == .geodesic ? .geodesic : .lonlat }
}
