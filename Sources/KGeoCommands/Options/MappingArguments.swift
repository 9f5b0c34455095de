// What the properties of a map mean.

internal import ArgumentParser
internal import KGeo
internal import KGeoAtlas
internal import KGeoCore
internal import KGeoJSON
internal import KGeoScenario

struct MappingArguments: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The property that holds the status.", valueName: "name"))
    var statusProperty: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Values of the status that mean firmly held; several with commas.", valueName: "values"))
    var controlled: String?
    @Option(
        name: .long, help: ArgumentHelp("Values that mean contested, the grey zone.", valueName: "values"))
    var contested: String?
    @Option(name: .long, help: ArgumentHelp("Values that mean claimed only.", valueName: "values"))
    var claimed: String?
    @Option(name: .long, help: ArgumentHelp("Values to leave out.", valueName: "values"))
    var ignored: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The property that holds the date; without a date the day in the file's name counts.",
            valueName: "name"))
    var dateProperty: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The time zone in which a unix time becomes a date.", valueName: "zone"))
    var timeZone: String?
    @Option(name: .long, help: ArgumentHelp("The property that names the holder.", valueName: "name"))
    var holderProperty: String?
    @Option(name: .long, help: ArgumentHelp("The property that names the region.", valueName: "name"))
    var regionProperty: String?
    @Option(name: .long, help: ArgumentHelp("The property that holds the id.", valueName: "name"))
    var idProperty: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Set a property on every feature, such as holder=Ukraine.", valueName: "name=value"))
    var set: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What ground is called in sentences and tables, such as held=burned or controlled=covered,contested=damp; left out: as the map calls it.",
            valueName: "status=word"))
    var words: String?

    @Flag(
        name: .customLong("save-profile"),
        help: "Remember what the properties mean for all maps of the folder, in kgeo-maps.json there.")
    var savesProfile = false

    /// Remembers the mapping beside the maps that were read with it, where that was asked for.
    ///
    /// - Throws: a problem (64) when nothing says which ground is held, or there is no folder.
    func save(beside files: [String], force: Bool) throws {
        guard savesProfile else { return }
        let saved = SavedMapping(try mapping())
        guard saved.mapping.saysStatus else {
            throw Problem(
                .usage, "--save-profile has nothing to remember",
                hint:
                    "say which ground is held with --status-property and --controlled, or --set status=controlled"
            )
        }
        let maps = files.filter { $0 != "-" }
        guard !maps.isEmpty else {
            throw Problem(
                .usage, "--save-profile writes beside the map, and standard input has no folder",
                hint: "name a file")
        }
        for path in Set(maps.map { SavedMapping.path(beside: InputFile.find($0).path) }).sorted() {
            if let source = try? ByteSource(path: path), let text = try? source.readText(), text == saved.text
            {
                continue
            }
            let out = try Output(path: path, force: force, inputs: files)
            try out.write(saved.text)
            try out.finish()
        }
    }

    /// The words of --words; nil where none are given.
    ///
    /// - Throws: a problem (64) for what is no status with a word.
    private func statusWords() throws -> StatusWords? {
        guard let words else { return nil }
        var result = StatusWords()
        for pair in words.split(separator: ",") {
            let sides = pair.split(separator: "=", maxSplits: 1).map {
                $0.trimmingPrefix(while: \.isWhitespace)
            }
            let code = sides.first == "held" ? Status.controlled.rawValue : String(sides.first ?? "")
            guard sides.count == 2, let status = Status(rawValue: code), StatusWords.canBe(String(sides[1]))
            else {
                throw Problem(
                    .usage, "--words \(words) cannot be used",
                    hint: "write a word for held, contested or claimed, such as --words held=burned")
            }
            result[status] = String(sides[1])
        }
        return result
    }

    func mapping() throws -> PropertyMapping {
        func list(_ text: String?) -> [String] { text?.split(separator: ",").map(String.init) ?? [] }
        var mapping = PropertyMapping()
        mapping.statusProperty = statusProperty
        mapping.controlled = list(controlled)
        mapping.contested = list(contested)
        mapping.claimed = list(claimed)
        mapping.ignored = list(ignored)
        mapping.dateProperty = dateProperty
        mapping.holderProperty = holderProperty
        mapping.regionProperty = regionProperty
        mapping.idProperty = idProperty
        if let timeZone {
            guard let zone = MapTimeZone(timeZone) else {
                throw Problem(
                    .usage, "the time zone \"\(timeZone)\" is unknown", hint: "known: " + MapTimeZone.known)
            }
            mapping.timeZone = zone
        }
        mapping.words = try statusWords()
        let words = mapping.controlled + mapping.contested + mapping.claimed + mapping.ignored
        if let twice = words.first(where: { word in words.count { $0 == word } > 1 }) {
            throw Problem(
                .usage, "the status \"\(twice)\" is given two meanings",
                hint: "name each value once among --controlled, --contested, --claimed and --ignored")
        }
        for pair in set {
            guard let equals = pair.firstIndex(of: "="),
                PropertyMapping.settable.contains(String(pair[..<equals]))
            else {
                throw Problem(
                    .usage, "--set \(pair) cannot be used",
                    hint: "write --set name=value with one of "
                        + PropertyMapping.settable.joined(separator: ", "))
            }
            mapping.set.append(
                PropertyMapping.FixedValue(
                    name: String(pair[..<equals]), value: String(pair[pair.index(after: equals)...])))
        }
        return mapping
    }
}
