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

    var options: InputOptions { InputOptions(crs: crs, swapsXY: swapXY) }
}

enum EdgeChoice: String, ExpressibleByArgument, CaseIterable {
    case geodesic, lonlat
    var model: EdgeModel { self == .geodesic ? .geodesic : .lonlat }
}
