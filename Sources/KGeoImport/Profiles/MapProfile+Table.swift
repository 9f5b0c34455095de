// The profiles: every mapmaker that is known, one table.

internal import KGeoCore

extension MapProfile {
    /// The profiles in the order in which a file is tried on them.
    public static let table: [MapProfile] = [
        projectOwl, deepStateService, deepStateMirror, deepStateKursk, isw, liveuamap,
    ]

    private static let russia = "Russia"
    private static let ukraine = "Ukraine"
    /// Ukraine and what lies around it; Transnistria is in it, other wars are not.
    static let ukraineBox = BoundingBox([Coordinate(22, 44), Coordinate(41, 53)])

    /// From 6 August 2024 to 30 April 2025: while Ukraine held ground in Kursk Oblast.
    private static let kurskDays = CalendarDate(dayNumber: 19_941)...CalendarDate(dayNumber: 20_208)

    /// DeepStateMap as its own service delivers it: `<unix time>.geojson`, also wrapped as `{"id","map":{…}}`.
    public static let deepStateService = MapProfile(
        id: "deepstate-service", kind: "service file", maker: "DeepStateMap",
        address: "https://deepstatemap.live", sign: .words(having: ["fill"], nameMark: "///"),
        key: .property("fill"),
        grounds: [
            .counted(
                "occupied", .controlled, russia, ["#a52714"], nameKey: "geoJSON.status.occupied"),
            // Crimea, and the parts of Donetsk and Luhansk Oblast held since before 24 February 2022.
            .counted(
                "held-before-2022", .controlled, russia, ["#880e4f"], nameKey: "geoJSON.territories."),
            .counted("unknown", .contested, russia, ["#bcaaa4"], nameKey: "geoJSON.status.unknown"),
            .counted(
                "unknown-in-russia", .contested, ukraine, ["#bdbdbd"], nameKey: "geoJSON.status.unknown"),
            .counted(
                "held-in-russia", .controlled, ukraine, ["#01579b"], nameKey: "geoJSON.status.dismissed"),
            .out(
                "liberated", "liberated areas", ["#0f9d58", "#0288d1"], holder: ukraine,
                setting: .keepsLiberated, nameKey: "geoJSON."),
            .out("elsewhere", "territories far away", ["#ff5252"], nameKey: "geoJSON.territories."),
        ], day: .fileName,
        // Published mostly between 22:00 and 02:00 in Kyiv; in UTC that is the day shown or the one after it.
        dateMeaning: .published(lagDays: 0...1), box: ukraineBox, mends: false,
        always: ["occupied", "held-before-2022"], alwaysSince: CalendarDate(dayNumber: 19_280))

    /// The daily mirror of what DeepStateMap shows as occupied: `deepstatemap_data_YYYYMMDD.geojson`.
    public static let deepStateMirror = MapProfile(
        id: "deepstate-mirror", kind: "daily mirror", maker: "DeepStateMap",
        address: "https://deepstatemap.live", sign: .name(prefix: "deepstatemap_data_"), key: .none,
        grounds: [.counted("occupied", .controlled, russia, [])], day: .fileName,
        // Fetched early on its day, and some days the map before once more: service files of the evenings of 31 October,
        // 30 November 2024, 29 April, 23 May and 11 June 2025 are the mirror's of 1, 1, 2, 2 and 2 days later.
        dateMeaning: .published(lagDays: 1...2), box: ukraineBox, mends: false,
        remarks: ["a mirror: it shows the map of one or two days before the day in its name"])

    /// The history of DeepStateMap's ground in Kursk Oblast, a state per day.
    public static let deepStateKursk = MapProfile(
        id: "deepstate-kursk", kind: "Kursk history", maker: "DeepStateMap",
        address: "https://deepstatemap.live",
        sign: .words(having: ["status", "date", "source"], nameMark: nil), key: .property("status"),
        grounds: [
            .counted("held-in-russia", .controlled, ukraine, ["ukrainian_controlled"]),
            .counted("unknown-in-russia", .contested, ukraine, ["unknown_grey"]),
        ], day: .property("date"), dateMeaning: .shown, countries: [])

    /// The layers of the Institute for the Study of War in the three spellings of their mirror.
    public static let isw = MapProfile(
        id: "isw", kind: "layers", maker: "Institute for the Study of War",
        address: "https://www.understandingwar.org", sign: .layers, key: .layer,
        grounds: [
            .counted(
                "control", .controlled, russia,
                [
                    "RussianAssessedCoTinUkraine", "VIEW_RussiaCoTinUkraine_V3", "ロシア軍支配エリア", "control",
                ]),
            // Forces operated or attacked there and do not control it. The Japanese layer holds claimed ground too.
            .counted(
                "advance", .contested, russia,
                [
                    "RussianAssessedAdvanceinUkraine", "MDS_AssessedRussianAdvanceInUkraine_view",
                    "ロシア軍侵攻エリア",
                    "advance",
                ]),
            .counted(
                "claimed", .claimed, russia,
                ["RussianClaimedCoTinUkraine", "VIEW_ClaimedRussianTerritoryinUkraine_V2", "claimed"]),
            .counted(
                "counteroffensive", .claimed, ukraine,
                [
                    "UkrainianClaimedCounterOffensives", "VIEW_ClaimedUkrainianCounteroffensives_V2",
                    "ウクライナ軍反撃エリア", "counteroffensive",
                ]),
        ], day: .fileName,
        // The map of an evening in the United States, fetched about 01:00 UTC of the next day.
        dateMeaning: .shown, box: ukraineBox, isPart: true)

    /// liveuamap as it was served to the Neue Zürcher Zeitung: what did not change, gains and losses of some days.
    public static let liveuamap = MapProfile(
        id: "liveuamap-nzz", kind: "as served to NZZ", maker: "liveuamap",
        address: "https://liveuamap.com", sign: .words(having: ["type", "view", "_dateto"], nameMark: nil),
        key: .property("type"),
        grounds: [
            .counted("nochange", .controlled, russia, ["nochange"]),
            .counted("gains", .controlled, russia, ["gains"]),
            .out(
                "losses", "areas lost by Russia", ["losses"],
                exception: Ground.Exception(
                    // What it calls lost in Kursk Oblast is a state and no change: ground held by Ukraine.
                    box: BoundingBox([Coordinate(33.9, 50.8), Coordinate(41, 53)]),
                    days: kurskDays, word: "held-in-russia")),
            .counted("held-in-russia", .controlled, ukraine, []),
        ], day: .property("_dateto"), dateMeaning: .shown, box: ukraineBox, always: ["nochange"],
        losses: "areas lost by Russia",
        remarks: [
            "it leaves out Crimea, and in files from 2024-03-14 on also what was held in Donetsk and Luhansk before 2022 (16,619 km²)"
        ])

    /// Project Owl, a day of its timeline.
    public static let projectOwl = MapProfile(
        id: "project-owl", kind: "day of the timeline", maker: "Project Owl", address: nil,
        sign: .words(having: ["fill", "start"], nameMark: nil), key: .property("fill"),
        grounds: [.counted("held", .controlled, russia, ["#a52714"])], day: .property("start"),
        dateMeaning: .shown, box: ukraineBox,
        remarks: ["it is drawn into the sea: about 6,000 km² more than the land"])
}
