// Bad arguments: options, figures, ends of a distance.

extension ErrorCases {
    static let options = ErrorGroup(
        title: "Options",
        cases: [
            ErrorCase(
                title: "no command of that name",
                command: "kgeo aera map.geojson",
                exit: 64,
                says: #"""
                    kgeo: error: there is no command "aera"
                    hint: did you mean area? the commands are check-area, check, check-article, extract, convert, area, length, distance, share, buffer, front, diff, compare, series, validate, repair, reconstruct, import, export, schema, doctor; kgeo --help says what they do
                    """#),
            ErrorCase(
                title: "no file at all",
                command: "kgeo area",
                exit: 64,
                says: #"""
                    kgeo: error: missing expected argument '<file|folder> ...'
                    hint: kgeo area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "an unknown option",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --frmat csv",
                exit: 64,
                says: #"""
                    kgeo: error: unknown option '--frmat'. Did you mean '--format'?
                    hint: kgeo area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "an unknown format",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --format xml",
                exit: 64,
                says: #"""
                    kgeo: error: the value 'xml' is invalid for '--format <format>'. Please provide one of 'table', 'json', 'csv' or 'markdown'
                    hint: kgeo area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "unknown edges",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --edges straight",
                exit: 64,
                says: #"""
                    kgeo: error: the value 'straight' is invalid for '--edges <edges>'. Please provide one of 'geodesic' and 'lonlat'
                    hint: kgeo check-area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "a value missing",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --as-of",
                exit: 64,
                says: #"""
                    kgeo: error: missing value for '--as-of <date>'
                    hint: kgeo check-area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "a negative value after a space",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --boundary-error -5",
                exit: 64,
                says: #"""
                    kgeo: error: missing value for '--boundary-error <metres>'
                    hint: a value that begins with a dash is written --boundary-error=-5
                    """#),
            ErrorCase(
                title: "a negative accuracy",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --boundary-error=-5",
                exit: 64,
                says: "kgeo: error: --boundary-error must be a number of metres, 0 or more"),
            ErrorCase(
                title: "an accuracy in words on the command line",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --boundary-error poor",
                exit: 64,
                says: #"""
                    kgeo: error: the value 'poor' is invalid for '--boundary-error <metres>'
                    hint: kgeo check-area --help lists the arguments and options
                    """#),
            ErrorCase(
                title: "a correlation length that means nothing",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --correlation-length 5",
                exit: 64,
                says: "kgeo: error: --correlation-length must be between 100 and 10000000 metres"),
            ErrorCase(
                title: "an unknown verdict",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --fail-on wrong",
                exit: 64,
                says: #"""
                    kgeo: error: --fail-on wrong is unknown
                    hint: use one or more of: consistent,overstated,understated,inconclusive,between-definitions,depends-on-day,not-checkable,depends-on-definition,depends-on-source
                    """#),
            ErrorCase(
                title: "a gate without a verdict",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --fail-on ''",
                exit: 64,
                says: #"""
                    kgeo: error: --fail-on names no verdict
                    hint: use one or more of: consistent,overstated,understated,inconclusive,between-definitions,depends-on-day,not-checkable,depends-on-definition,depends-on-source
                    """#),
            ErrorCase(
                title: "--set of an unknown property",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --set colour=red",
                exit: 64,
                says: #"""
                    kgeo: error: --set colour=red cannot be used
                    hint: write --set name=value with one of role, status, holder, region, date, date_end, boundary_error_m, source, source_url, licence
                    """#),
            ErrorCase(
                title: "one status with two meanings",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --controlled held --contested held",
                exit: 64,
                says: #"""
                    kgeo: error: the status "held" is given two meanings
                    hint: name each value once among --controlled, --contested, --claimed and --ignored
                    """#),
            ErrorCase(
                title: "an unknown zone",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --time-zone Mars",
                exit: 64,
                says: #"""
                    kgeo: error: the time zone "Mars" is unknown
                    hint: known: UTC, Europe/Kyiv, Europe/Moscow, Europe/Berlin, Europe/London, or an offset such as +03:00
                    """#),
        ])

    static let figures = ErrorGroup(
        title: "Figures on the command line",
        cases: [
            ErrorCase(
                title: "a figure without a number",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim 'a lot of land'",
                exit: 64,
                says: #"""
                    kgeo: error: --claim: the figure "a lot of land" cannot be read: no number was found
                    hint: write it like "about 1,300 km2", "100-400 sq mi" or "up to 20 %"; kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "a figure without a unit",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '1,300'",
                exit: 64,
                says: #"""
                    kgeo: error: --claim: the figure "1,300" cannot be read: the unit is missing
                    hint: write it like "about 1,300 km2", "100-400 sq mi" or "up to 20 %"; kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "a figure of an unknown unit",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '1300 parsec'",
                exit: 64,
                says: #"""
                    kgeo: error: --claim: the figure "1300 parsec" cannot be read: "parsec" is no unit that kgeo knows
                    hint: write it like "about 1,300 km2", "100-400 sq mi" or "up to 20 %"; kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "a figure that may be a thousand times as much",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '5.000 km2'",
                exit: 64,
                says: #"""
                    kgeo: error: --claim: the figure "5.000 km2" cannot be read: "5.000" may be 5 or 5000; write thousands with a comma, or other decimals
                    hint: write it like "about 1,300 km2", "100-400 sq mi" or "up to 20 %"; kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "a range that runs backwards in words",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '1300-1200 km2'",
                exit: 64,
                says: #"""
                    kgeo: error: --claim: the figure "1300-1200 km2" cannot be read: the range runs backwards: the lower number comes first
                    hint: write it like "about 1,300 km2", "100-400 sq mi" or "up to 20 %"; kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "a length to check-area",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '5 km'",
                exit: 64,
                says: #"""
                    kgeo: error: "5 km" is neither an area nor a share
                    hint: check-area checks areas (km2, sq mi, ha …) and shares (%), kgeo check the other kinds
                    """#),
            ErrorCase(
                title: "a share of nothing",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '20 %'",
                exit: 64,
                says: #"""
                    kgeo: error: "20 %" is a share of something
                    hint: say of what with --of UA (known: UA, UA-59, RU-KRS) or --of and a feature's id
                    """#),
            ErrorCase(
                title: "a share of a feature that is not there",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '20 %' --of country",
                exit: 65,
                says: #"""
                    kgeo: error: claim "claim-1": no feature of map.geojson has the id "country"
                    hint: nothing is known by its name: GeoData was not found; KGEO_DATA names the folder it lies in; official areas: UA, UA-59, RU-KRS; the features' ids: a
                    """#),
            ErrorCase(
                title: "an unknown measure on the command line",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --claim '5 km2' --measure max",
                exit: 64,
                says: #"""
                    kgeo: error: --measure max is unknown
                    hint: use one of: held, gained, lost, net, peak, lowest, mean, total
                    """#),
            ErrorCase(
                title: "wording without a claim",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area map.geojson --worded controlled",
                exit: 64,
                says: #"""
                    kgeo: error: --worded speaks of a --claim, and none is given
                    hint: add --claim "about 1,300 km2"
                    """#),
        ])

    static let ends = ErrorGroup(
        title: "Ends of a distance",
        cases: [
            ErrorCase(
                title: "an end without geometry",
                files: [
                    .init(
                        name: "empty.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[

                            ]}

                            """#))
                ],
                command: "kgeo distance empty.geojson 30,50",
                exit: 65,
                says: #"""
                    kgeo: error: empty.geojson: this end has no geometry, so there is no distance
                    hint: FILE#NAME takes a feature that has one
                    """#),
            ErrorCase(
                title: "a feature without geometry as an end",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":null}

                    """#),
                command: "kgeo distance 30,50 map.geojson#a",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature "a": this end has no geometry, so there is no distance
                    hint: FILE#NAME takes a feature that has one
                    """#),
            ErrorCase(
                title: "an id that no feature has",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo distance map.geojson#b 30,50",
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson: no feature has the id or the name "b"
                    hint: the features' ids: a
                    """#),
            ErrorCase(
                title: "latitude first",
                command: "kgeo distance 50,130 30,50",
                exit: 64,
                says: #"""
                    kgeo: error: 50,130 is no longitude,latitude in degrees
                    hint: longitude comes first: 130,50?
                    """#),
            ErrorCase(
                title: "a place that is no number",
                command: "kgeo distance nan,50 30,50",
                exit: 64,
                says: #"""
                    kgeo: error: nan,50 is no longitude,latitude in degrees
                    hint: longitude comes first, then latitude, such as 30.52,50.45
                    """#),
            ErrorCase(
                title: "a place by name",
                command: "kgeo distance Kyiv 30,50",
                exit: 66,
                says: #"""
                    kgeo: error: Kyiv: no such file
                    hint: an end is a place such as 30.52,50.45 or Bakhmut, a region, a GeoJSON file, or FILE#NAME; nothing is known by its name: GeoData was not found; KGEO_DATA names the folder it lies in
                    """#),
            ErrorCase(
                title: "three numbers",
                command: "kgeo distance 30,50,100 30,50",
                exit: 66,
                says: #"""
                    kgeo: error: 30,50,100: no such file
                    hint: an end is a place such as 30.52,50.45 or Bakhmut, a region, a GeoJSON file, or FILE#NAME
                    """#),
            ErrorCase(
                title: "a place west of Greenwich",
                command: "kgeo distance -0.1,51.5 2.3,48.9",
                exit: 64,
                says: #"""
                    kgeo: error: missing expected argument '<to>'
                    hint: -0.1,51.5 begins with a dash and is taken for an option: write -- before the first such argument
                    """#),
            ErrorCase(
                title: "one end alone",
                command: "kgeo distance 30,50",
                exit: 64,
                says: #"""
                    kgeo: error: missing expected argument '<to>'
                    hint: kgeo distance --help lists the arguments and options
                    """#),
        ])
}
