// The command line's entry: everything is in KGeoCommands.

internal import KGeoCommands

@main
enum Kgeo {
    static func main() { CommandLineProgram.run() }
}
