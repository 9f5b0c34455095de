// How area and length go through files: the options they share.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport

struct StreamArguments: ParsableArguments {
    @Argument(help: MapFolder.argumentHelp)
    var paths: [String]
    @OptionGroup var output: OutputOptions
    @OptionGroup var input: InputArguments
    @Flag(
        name: .long,
        help: "Write a row with empty numbers for a bad feature and go on; the exit code is 65 all the same.")
    var keepGoing = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many threads measure; as many as there are processors, unless said otherwise. The output is the same.",
            valueName: "n"))
    var threads: Int?

    /// The files, those in folders too.
    ///
    /// - Throws: a problem when a folder cannot be read or holds no map, or standard input is named twice.
    func files() throws -> [String] {
        try Arguments.readOnce(paths)
        return try paths.flatMap { try MapFolder.files($0) }
    }

    /// How many threads measure.
    ///
    /// - Throws: a problem (64) for a number that is none of threads.
    func threadCount() throws -> Int {
        guard let threads else { return WorkerThread.processors }
        guard (1...256).contains(threads) else {
            throw Problem(
                .usage, "--threads \(threads) cannot be used",
                hint: "write a number from 1 to 256, or leave it out for as many as there are processors")
        }
        return threads
    }
}
