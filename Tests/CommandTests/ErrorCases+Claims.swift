// Bad claims in a scenario.

extension ErrorCases {
    static let claims = ErrorGroup(
        title: "Claims",
        cases: [
            ErrorCase(
                title: "a claim without an id",
                files: scenario(
                    #"{"kind":"area","value":8000,"unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "#0", property "id": a claim needs an id that is a text
                    hint: results are named by it
                    """#),
            ErrorCase(
                title: "a claim without a kind",
                files: scenario(
                    #"{"id":"c","value":8000,"unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "kind": a claim needs this property
                    hint: use one of: area, share, length, distance, depth, width, radius, extent, rate
                    """#),
            ErrorCase(
                title: "an unknown kind",
                files: scenario(
                    #"{"id":"c","kind":"surface","value":8000,"unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "kind": "surface" is unknown
                    hint: use one of: area, share, length, distance, depth, width, radius, extent, rate
                    """#),
            ErrorCase(
                title: "an unknown measure",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","measure":"maximum"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "measure": "maximum" is unknown
                    hint: use one of: held, gained, lost, net, peak, lowest, mean, total
                    """#),
            ErrorCase(
                title: "an unknown qualifier",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","qualifier":"circa"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "qualifier": "circa" is unknown
                    hint: write about
                    """#),
            ErrorCase(
                title: "an unknown property of a claim",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","colour":"red"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "colour": this property is unknown
                    hint: kgeo schema lists the properties of a claim
                    """#),
            ErrorCase(
                title: "a claim without a value",
                files: scenario(
                    #"{"id":"c","kind":"area","unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "value": a claim needs a value
                    hint: write the figure as printed, 1300 or [1200, 1300]
                    """#),
            ErrorCase(
                title: "a value below 0",
                files: scenario(
                    #"{"id":"c","kind":"area","value":-5,"unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "value": this must be one number, or two for a range, none below 0
                    hint: write 1300 or [1200, 1300]
                    """#),
            ErrorCase(
                title: "a range that runs backwards",
                files: scenario(
                    #"{"id":"c","kind":"area","value":[1300,1200],"unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "value": the range runs backwards: the lower number comes first"#
            ),
            ErrorCase(
                title: "an empty range",
                files: scenario(
                    #"{"id":"c","kind":"area","value":[],"unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "value": this must be one number, or two for a range, none below 0
                    hint: write 1300 or [1200, 1300]
                    """#),
            ErrorCase(
                title: "a value in quotes",
                files: scenario(
                    #"{"id":"c","kind":"area","value":"1,300","unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "value": this must be a number or two numbers, not a text
                    hint: write 1300 or [1200, 1300], without quotes or thousands separators
                    """#),
            ErrorCase(
                title: "between of one number",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","qualifier":"between"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "value": "between" needs two numbers, such as [100, 400]"#
            ),
            ErrorCase(
                title: "a missing unit",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "unit": a claim needs a unit
                    hint: kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "an unknown unit",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"furlong"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "unit": the unit "furlong" is unknown
                    hint: kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "a unit in another spelling",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km^2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "unit": the unit "km^2" is unknown
                    hint: write km2
                    """#),
            ErrorCase(
                title: "a length as an area",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"kgeo: error: map.geojson: claim "c", property "unit": km is no unit of an area"#),
            ErrorCase(
                title: "a rounding step of 0",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","resolution":0}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "resolution": this must be a number above 0"#
            ),
            ErrorCase(
                title: "a window below 0",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","window_days":-1}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "window_days": this must be a number, 0 or more"#
            ),
            ErrorCase(
                title: "a window of half a day",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","window_days":0.5}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "window_days": this must be a whole number of days, at most 3660"#
            ),
            ErrorCase(
                title: "a period of one day",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","period":["2024-08-21"]}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "period": "2024-08-21" is no period: two days of the calendar in order
                    hint: write its first and its last day, like 2024-08-06..2025-04-26
                    """#),
            ErrorCase(
                title: "an end that the kind of a claim has not",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","inside":{"role":"control"}}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "inside": inside has no meaning for a claim of kind area
                    hint: it belongs to: length
                    """#),
            ErrorCase(
                title: "an unknown day of a claim",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","as_of":"2024-02-30"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "as_of": "2024-02-30" is no day of the calendar
                    hint: write it in full, like 2024-08-21
                    """#),
            ErrorCase(
                title: "unknown wording",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","worded":"held"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "worded": "held" is no status that counts as held
                    hint: use one or more of controlled, contested, claimed, joined with +: controlled+contested
                    """#),
            ErrorCase(
                title: "a counting that is no text and no list",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","counting":1}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "counting": this must be a text or a list of statuses such as ["controlled"]
                    hint: use one or more of controlled, contested, claimed, joined with +: controlled+contested
                    """#),
            ErrorCase(
                title: "a subject that is a text",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","subject":"North"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "subject": this must be an object such as {"holder":"…","region":"…"} or {"id":"…"}"#
            ),
            ErrorCase(
                title: "an unknown property of a subject",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","subject":{"owner":"North"}}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "subject.owner": this property is unknown; a subject has id, role, holder, region"#
            ),
            ErrorCase(
                title: "a subject that is not there",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","subject":{"id":"town"}}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "subject": no feature has the id "town"
                    hint: the features' ids: held
                    """#),
            ErrorCase(
                title: "a share without a denominator",
                files: scenario(
                    #"{"id":"c","kind":"share","value":20,"unit":"percent"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "of": a share needs a denominator
                    hint: write {"official":"UA"} or {"id":"…"}; in CSV a column of with UA or an id
                    """#),
            ErrorCase(
                title: "a denominator that is not known",
                files: scenario(
                    #"{"id":"c","kind":"share","value":20,"unit":"percent","of":{"official":"XX"}}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "of": no official area is known by the code "XX"
                    hint: known: UA, UA-59, RU-KRS; or name a reference feature with {"id":"…"}
                    """#),
            ErrorCase(
                title: "a denominator that is not there",
                files: scenario(
                    #"{"id":"c","kind":"share","value":20,"unit":"percent","of":{"id":"country"}}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "of": no feature has the id "country"
                    hint: the features' ids: held
                    """#),
            ErrorCase(
                title: "a denominator that is a number",
                files: scenario(
                    #"{"id":"c","kind":"share","value":20,"unit":"percent","of":5}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "of": this must be {"id":"…"}, {"official":"UA"} or {"region":"Sindh"}"#
            ),
            ErrorCase(
                title: "a source that is a text",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","source":"a paper"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "source": this must be an object with outlet, title, author, url, archived, published, speaker"#
            ),
            ErrorCase(
                title: "a source with an unsafe link",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","source":{"url":"javascript:alert(1)"}}"#
                ),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: claim "c", property "source.url": a link must begin with http, https, mailto or doi"#
            ),
            ErrorCase(
                title: "two claims of one id",
                files: scenario(
                    #"""
                    {"id":"c","kind":"area","value":8000,"unit":"km2"},
                    {"id":"c","kind":"area","value":9000,"unit":"km2"}
                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "id": another claim has the same id
                    hint: give each claim an id of its own
                    """#),
            ErrorCase(
                title: "a value that stands twice",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"value":9000,"unit":"km2"}"#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim "c", property "value": this property stands twice
                    hint: keep the one that is right
                    """#),
        ])
}
