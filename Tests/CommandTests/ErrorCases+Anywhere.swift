// Mistakes with ground of any kind, anywhere: swapped axes that are valid, units, columns, names, words.

extension ErrorCases {
    private static let fires = Samples.collection([
        Samples.feature(Samples.square(-121.5, 51.2, 0.1), "{\"name\":\"Cedar\"}"),
        Samples.feature(Samples.square(-115.2, 57.1, 0.1), "{\"name\":\"Elk\"}"),
    ])
    private static let fireFile = [ErrorCase.File(name: "fires.geojson", contents: .text(fires))]

    static let anywhere = ErrorGroup(
        title: "Ground of any kind",
        cases: [
            ErrorCase(
                title: "a unit that is misspelt",
                files: fireFile, command: "kgeo area fires.geojson --unit acers", exit: 64,
                says: #"""
                    kgeo: error: --unit: "acers" is no unit that kgeo knows
                    hint: did you mean acres? areas are in km2, m2, ha, mi2, acre, dunam, ft2, football_pitch; words such as acres and "square miles" do as well
                    """#),
            ErrorCase(
                title: "a unit of length for an area",
                files: fireFile, command: "kgeo area fires.geojson --unit miles", exit: 64,
                says: #"""
                    kgeo: error: --unit: mi is no unit of area
                    hint: areas are in km2, m2, ha, mi2, acre, dunam, ft2, football_pitch; words such as acres and "square miles" do as well
                    """#),
            ErrorCase(
                title: "a name that no shape has",
                files: fireFile, command: "kgeo share fires.geojson#Ceder --of fires.geojson", exit: 66,
                says: #"""
                    kgeo: error: fires.geojson: no feature has the id or the name "Ceder"
                    hint: their names: Cedar, Elk
                    """#),
            ErrorCase(
                title: "a denominator that no shape and no region is called",
                files: fireFile, command: "kgeo check-area fires.geojson --claim '5 %' --of Ceder", exit: 65,
                says: #"""
                    kgeo: error: claim "claim-1": no feature of fires.geojson has the id "Ceder"
                    hint: nothing is known by its name: GeoData was not found; KGEO_DATA names the folder it lies in; official areas: UA, UA-59, RU-KRS; no feature has an id; their names: Cedar, Elk
                    """#),
            ErrorCase(
                title: "a column that holds no geometry",
                files: [
                    .init(
                        name: "fires.csv",
                        contents: .text("name,outline\nCedar,\"POLYGON((30 50,31 50,31 51,30 51,30 50))\"\n"))
                ],
                command: "kgeo area fires.csv --geometry-column name", exit: 65,
                says: #"""
                    kgeo: error: fires.csv: feature 0, property "name", line 2, byte 13: CEDAR is no type of geometry
                    hint: this cell holds no WKB or WKT; the columns are name, outline; say which holds it with --geometry-column
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "words without a status",
                files: fireFile, command: "kgeo check-area fires.geojson --words burned", exit: 64,
                says: #"""
                    kgeo: error: --words burned cannot be used
                    hint: write a word for held, contested or claimed, such as --words held=burned
                    """#),
            ErrorCase(
                title: "where on Earth, without GeoData",
                files: fireFile, command: "kgeo area fires.geojson --where", exit: 66,
                says: #"""
                    kgeo: error: --where: GeoData was not found, which has the regions and places of the world
                    hint: KGEO_DATA names the folder that GeoData lies in
                    """#),
        ])
}
