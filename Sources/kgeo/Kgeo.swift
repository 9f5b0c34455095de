// The command line's entry: everything is in KGeoCommands.

internal import KGeoCommands

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

@main
enum Kgeo {
    static func main() { CommandLineProgram.run() }
}
