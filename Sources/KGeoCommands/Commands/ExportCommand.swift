// kgeo export: a folder for QGIS.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoExport
internal import KGeoReport
internal import KGeoScenario

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a folder for QGIS: layers, styles, findings, a README.",
        discussion: """
            A GeoJSON file per kind of geometry, with typed columns and the area, perimeter or length of each \
            feature; a layer with every finding on the ground it was measured on; beside each layer a style that QGIS \
            applies by itself; and a README with mapmakers and licences.

            A new folder appears whole or not at all. In a folder that is there, --force replaces the bundle that \
            kgeo wrote into it, all of it or nothing, and touches no other file: the list kgeo-bundle.json says which \
            files are kgeo's.

            Examples:
              kgeo export Scenarios/example.geojson --to for-qgis
              kgeo export map.geojson --to for-qgis --claim "about 1,300 km2" --status-property status \\
                --controlled held --contested grey
            """)
    @Argument(
        help: ArgumentHelp(
            "Scenario files, or any GeoJSON with a property mapping; - is standard input.",
            valueName: "scenario"))
    var files: [String]
    @Option(
        name: [.long, .customLong("output"), .customShort("o")],
        help: ArgumentHelp("The folder to write.", valueName: "folder"))
    var to: String
    @Flag(
        name: .long,
        help: "Write into a folder that is not empty, and replace the bundle that kgeo wrote there.")
    var force = false
    @Flag(name: [.long, .short], help: "No notes and warnings.")
    var quiet = false
    @OptionGroup var check: CheckArguments

    func run() throws {
        let checked = try check.report(files, format: .table, listsAreas: false)
        let bundle = try BundleExport.files(checked)
        guard bundle.contains(where: { $0.featureCount != nil }) else {
            throw Problem(
                .scenario, "there is nothing to export",
                hint: checked.maps.contains(where: \.loaded.scenario.isPlainMap)
                    ? "of a plain map the areas are read; --set role=place exports places, --set role=line lines"
                    : "no feature has a geometry"
            ).inFile(files[0])
        }
        let count = try OutputFolder.write(
            bundle, to: to, force: force, inputs: files + check.claimArguments.claims, quiet: quiet)
        try check.mappingArguments.save(beside: files, force: force)
        Messages.notices(
            checked.report.notices, quiet: quiet, listing: "kgeo check-area --format json")
        guard !quiet else { return }
        let layers = bundle.compactMap(\.featureCount)
        let features = layers.reduce(0, +)
        Messages.line(
            "kgeo: note: \(count) files in \(SafeText.escaped(to)): \(layers.count) \(layers.count == 1 ? "layer" : "layers"), \(features) \(features == 1 ? "feature" : "features")"
        )
    }
}
