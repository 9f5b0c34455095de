// From arguments to an exit code: parse, run, and say in one place what went wrong.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport
internal import SystemC

/// The program `kgeo`.
public enum CommandLineProgram {
    /// Parses the arguments, runs the command and ends the process.
    ///
    /// Exit codes: 0 done, whatever the findings; 1 internal failure; 2 a gate of `--fail-on` has tripped; 64
    /// usage; 65 bad data; 66 input not found or unreadable; 73 and 74 output.
    public static func run() -> Never {
        signal(SIGPIPE, SIG_IGN)
        // A file that grows beyond what is allowed is a failed write, which is cleaned up after.
        signal(SIGXFSZ, SIG_IGN)
        Interruption.begin()
        var format = OutputFormat.table
        do {
            // The parser answers help on a command that is not there with help on all.
            guard !ProgramArguments.all.isEmpty else { throw ProgramArguments.missing }
            let arguments = ProgramArguments.given
            if arguments.first == "help", let problem = UsageProblem.unknownCommand(arguments) {
                throw problem
            }
            var command = try RootCommand.parseAsRoot(arguments)
            if let formatted = command as? any FormattedCommand { format = formatted.format }
            Messages.format = format
            try command.run()
        } catch let problem as Problem {
            Messages.report(problem, format: format)
            exit(ExitCodes.code(for: problem))
        } catch let stop as ClosedPipe {
            _ = stop
            exit(0)
        } catch {
            // Help, versions and plain exit codes are the parser's; what could not be parsed is said as all else.
            guard !(error is ExitCode), RootCommand.exitCode(for: error) == .validationFailure else {
                end(with: error)
            }
            let arguments = ProgramArguments.given
            Messages.report(
                UsageProblem.problem(error, arguments), format: UsageProblem.format(arguments))
            exit(64)
        }
        exit(0)
    }

    /// Ends with what the parser has to say; help that cannot be written is an error like any other output.
    private static func end(with error: any Error) -> Never {
        let text = RootCommand.fullMessage(for: error)
        guard RootCommand.exitCode(for: error) == .success, !text.isEmpty else {
            RootCommand.exit(withError: error)
        }
        do {
            let out = try Output(path: nil, force: false)
            try out.line(text)
            try out.finish()
        } catch let problem as Problem {
            Messages.report(problem, format: .table)
            exit(ExitCodes.code(for: problem))
        } catch {
            // The reader of a pipe has gone.
            exit(0)
        }
        exit(0)
    }
}

struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kgeo",
        abstract: "Checks territorial figures against a drawn map.",
        discussion: """
            kgeo measures areas, lengths and distances on the WGS84 ellipsoid, gives them an honest error, and says \
            whether a reported figure fits the map under each definition of "held". It never says true or false.

            Start here:
              kgeo check-area kursk-2024-08
              kgeo check-area map.geojson --claim "about 1,300 km2" --as-of 2024-08-21
              kgeo area map.geojson
            """,
        version: Versions.line,
        subcommands: [
            CheckAreaCommand.self, CheckCommand.self, CheckArticleCommand.self, ExtractCommand.self,
            ConvertCommand.self, AreaCommand.self, LengthCommand.self, DistanceCommand.self,
            ShareCommand.self, BufferCommand.self, FrontCommand.self, DiffCommand.self, CompareCommand.self,
            SeriesCommand.self,
            ValidateCommand.self, RepairCommand.self, ReconstructCommand.self, ImportCommand.self,
            ExportCommand.self, SchemaCommand.self, DoctorCommand.self, ManualCommand.self,
            CoverageCommand.self,
        ])
}
