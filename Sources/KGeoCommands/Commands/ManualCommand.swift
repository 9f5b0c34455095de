// kgeo manual: the page for man, made from what the argument parser knows of every command; `make install` runs it.

internal import ArgumentParser
internal import KGeo
internal import KGeoJSON

struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "The manual page of kgeo in the language of man.",
        shouldDisplay: false)
    @Option(name: .long, help: ArgumentHelp("Write to FILE instead of standard output.", valueName: "file"))
    var output: String?
    @Flag(name: .long, help: "Replace the output file if it exists.")
    var force = false

    func run() throws {
        let help = try JSONText.value(
            reading: ByteSource(text: RootCommand._dumpHelp(), name: "the help of all commands"))
        let out = try Output(path: output, force: force)
        try out.write(ManualPage(help, version: KGeoVersion.current).text)
        try out.finish()
    }
}
