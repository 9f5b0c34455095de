// Pictures, and maps whose kinds of ground nothing maps.

extension ErrorCases {
    private static let wordedMap = map(
        #"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"Kontrolle":"russisch besetzt"},"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,49],[37,48]]]}},
        {"type":"Feature","properties":{"Kontrolle":"umkämpft"},"geometry":{"type":"Polygon","coordinates":[[[38,48],[39,48],[39,49],[38,49],[38,48]]]}}
        ]}

        """#)
    private static let squareMap = map(
        #"""
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,49],[37,48]]]}}

        """#)

    static let pictures = ErrorGroup(
        title: "Pictures, and kinds of ground",
        cases: [
            ErrorCase(
                title: "words of held and contested ground that nothing maps",
                files: wordedMap,
                command: "kgeo check-area map.geojson --claim '600 km2'",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: its areas differ in "Kontrolle" ("russisch besetzt", "umkämpft"), and which of them are held is not known
                    hint: say it with --status-property and --controlled, --contested or --ignored (kgeo import geojson makes a scenario of it)
                    """#),
            ErrorCase(
                title: "a picture that is no SVG",
                files: squareMap,
                command: "kgeo check-area map.geojson --draw map.png",
                exit: 64,
                says: #"""
                    kgeo: error: --draw writes SVG; rsvg-convert makes a PNG or PDF of it: rsvg-convert FILE.svg -o map.png
                    hint: kgeo check-area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "a width without a picture",
                files: squareMap,
                command: "kgeo check-area map.geojson --draw-width 400",
                exit: 64,
                says: #"""
                    kgeo: error: --draw-width is said of a picture: name its file with --draw
                    hint: kgeo check-area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "a picture of a width that no page has",
                files: squareMap,
                command: "kgeo check-area map.geojson --draw map.svg --draw-width 20",
                exit: 64,
                says: #"""
                    kgeo: error: --draw-width must be 240 to 8000, not 20
                    hint: kgeo check-area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "one picture of two maps",
                files: squareMap,
                command: "kgeo check-area map.geojson map.geojson --draw map.svg",
                exit: 64,
                says: #"""
                    kgeo: error: --draw draws one map
                    hint: give one file, and draw the others each by itself
                    """#),
            ErrorCase(
                title: "the picture in the place of the report",
                files: squareMap,
                command: "kgeo check-area map.geojson --draw x --output x",
                exit: 64,
                says: #"""
                    kgeo: error: --draw and the report would both go to x
                    hint: name two files
                    """#),
        ])
}
