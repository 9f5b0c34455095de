// Bad claims of other kinds than area and share, and bad lines for them.

extension ErrorCases {
    private static let held = map(
        #"""
        {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

        """#)

    static let kinds = ErrorGroup(
        title: "Lengths, distances and rates",
        cases: [
            ErrorCase(
                title: "a distance without an end",
                files: scenario(#"{"id":"c","kind":"distance","value":8,"unit":"km"}"#),
                command: "kgeo check map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "from": a distance needs an end
                    hint: give the ids of two features as from and to; with one, the other end is the subject's ground
                    """#),
            ErrorCase(
                title: "a distance to what the map has not",
                files: scenario(#"{"id":"c","kind":"distance","value":8,"unit":"km","to":"town"}"#),
                command: "kgeo check map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "to": no feature has the id "town"
                    hint: the features' ids: held
                    """#),
            ErrorCase(
                title: "a figure in km without its kind",
                files: held,
                command: "kgeo check map.geojson --claim '5 km'",
                exit: 64,
                says: #"""
                    kgeo: error: "5 km" may be a length, a distance, a depth, a width or a radius
                    hint: say which with --kind length, distance, depth, width, radius, extent
                    """#),
            ErrorCase(
                title: "a kind that does not go with the unit",
                files: held,
                command: "kgeo check map.geojson --claim '5 km2' --kind length",
                exit: 64,
                says: #"""
                    kgeo: error: --kind length does not go with "5 km2", which is of kind area
                    hint: the unit says the kind of an area, a share or a rate
                    """#),
            ErrorCase(
                title: "an end that the kind has not",
                files: held,
                command: "kgeo check map.geojson --claim '5 km' --kind width --from a",
                exit: 64,
                says: #"""
                    kgeo: error: --from has no meaning for a claim of kind width
                    hint: it belongs to: length, distance, depth, radius
                    """#),
            ErrorCase(
                title: "--kind without a --claim",
                files: held,
                command: "kgeo check map.geojson --kind length",
                exit: 64,
                says: #"""
                    kgeo: error: --kind speaks of a --claim, and none is given
                    hint: add --claim "about 1,300 km2"
                    """#),
            ErrorCase(
                title: "a file of lines without a line",
                files: held,
                command: "kgeo check map.geojson --line - < map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: standard input: this file has no line
                    hint: a line is a LineString or a MultiLineString
                    """#),
            ErrorCase(
                title: "a line with the id of another feature",
                files: held + [
                    .init(
                        name: "line.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"LineString","coordinates":[[30,50],[31,50]]}}

                            """#))
                ],
                command: "kgeo check map.geojson --line line.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: line.geojson: feature 0 "a": another feature has the id "a" already
                    hint: give the line an id of its own
                    """#),
            ErrorCase(
                title: "a lower bound that is no yes or no",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1},"features":[
                    {"type":"Feature","id":"l","properties":{"role":"line","lower_bound":"yes"},"geometry":{"type":"LineString","coordinates":[[30,50],[31,50]]}}
                    ]}

                    """#),
                command: "kgeo check map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "l", property "lower_bound": this must be true or false, not a text"#
            ),
            ErrorCase(
                title: "a place's error below 0",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1},"features":[
                    {"type":"Feature","id":"p","properties":{"role":"place","coord_error_m":-1},"geometry":{"type":"Point","coordinates":[30,50]}}
                    ]}

                    """#),
                command: "kgeo check map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "p", property "coord_error_m": this must be a number of metres, 0 or more"#
            ),
        ])
}
