// What is said to maps of known makers that cannot answer, and to mappings that are remembered.

extension ErrorCases {
    private static let square = "[[[37,48],[37.1,48],[37.1,48.1],[37,48.1],[37,48]]]"

    private static func area(_ properties: String) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","coordinates":\#(square)}}"#
    }

    private static func file(_ name: String, _ areas: [String]) -> [ErrorCase.File] {
        [
            .init(
                name: name,
                contents: .text(
                    #"{"type":"FeatureCollection","features":[\#(areas.joined(separator: ","))]}"# + "\n"))
        ]
    }

    private static let service = file(
        "1749672671.geojson",
        [
            area(##""fill":"#a52714","name":"Окуповано /// Occupied""##),
            area(##""fill":"#0f9d58","name":"Звільнено /// Liberated""##),
        ])

    private static let renamed = file(
        "2023-09-01.geojson",
        [
            area(#""layer":"VIEW_RussiaCoTinUkraine_V4""#),
            area(#""layer":"MDS_AssessedRussianAdvanceInUkraine_view""#),
        ])

    static let profiles = ErrorGroup(
        title: "Maps of known makers",
        cases: [
            ErrorCase(
                title: "the sum of a map with ground of several kinds",
                files: service,
                command: "kgeo area 1749672671.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: 1749672671.geojson: this is a map with ground of several kinds (DeepStateMap, service file), and the sum of its areas is nobody's
                    hint: kgeo check-area FILE gives the ground by side and status; --as-drawn measures every area all the same
                    """#),
            ErrorCase(
                title: "a known maker's map with a holder but no status mapped",
                files: service,
                command: "kgeo check-area 1749672671.geojson --holder-property name",
                exit: 65,
                says: #"""
                    kgeo: error: 1749672671.geojson: this is a map of DeepStateMap, service file: with --holder-property alone, all of it would count as held
                    hint: leave --holder-property out, or say with --status-property and --controlled which areas are held
                    """#),
            ErrorCase(
                title: "a known maker's map imported without a status",
                files: service,
                command: "kgeo import geojson 1749672671.geojson --set holder=Russia --output out.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: 1749672671.geojson: this is a map of DeepStateMap, service file: without a status mapped, all of it would count as held
                    hint: kgeo check-area and the other commands read it as it is; or say with --status-property and --controlled which areas are held
                    """#),
            ErrorCase(
                title: "ground of a status that no map draws",
                files: service,
                command: "kgeo series 1749672671.geojson --counting claimed",
                exit: 65,
                says: #"""
                    kgeo: error: no map draws ground that is claimed
                    hint: the areas are controlled
                    """#),
            ErrorCase(
                title: "a share of a map whose layer was renamed",
                files: renamed,
                command: "kgeo share 2023-09-01.geojson --of UA",
                exit: 65,
                says: #"""
                    kgeo: error: 2023-09-01.geojson: 2023-09-01: no file carries the layer "control" of the Institute for the Study of War (unknown here: "VIEW_RussiaCoTinUkraine_V4"); what is controlled then is not known, and is not 0 km²
                    """#),
            ErrorCase(
                title: "a change to a map whose layer was renamed",
                files: renamed,
                command: "kgeo diff 2023-09-01.geojson 2023-09-01.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: 2023-09-01.geojson: 2023-09-01: no file carries the layer "control" of the Institute for the Study of War (unknown here: "VIEW_RussiaCoTinUkraine_V4"); what is controlled then is not known, and is not 0 km²
                    """#),
            ErrorCase(
                title: "nothing to remember for a folder",
                files: file("2025-05-01.geojson", [area(#""kind":"held""#)]),
                command: "kgeo check-area 2025-05-01.geojson --save-profile",
                exit: 64,
                says: #"""
                    kgeo: error: --save-profile has nothing to remember
                    hint: say which ground is held with --status-property and --controlled, or --set status=controlled
                    """#),
            ErrorCase(
                title: "a remembered mapping with a word that is none",
                files: file("2025-05-01.geojson", [area(#""kind":"held""#)])
                    + [
                        .init(
                            name: "kgeo-maps.json",
                            contents: .text(#"{"kgeo_maps":1,"status":"kind"}"# + "\n"))
                    ],
                command: "kgeo check-area 2025-05-01.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: kgeo-maps.json: property "status": this is unknown
                    hint: it may have status_property, date_property, holder_property, region_property, id_property, controlled, contested, claimed, ignored, time_zone, words, set
                    """#),
        ])
}
