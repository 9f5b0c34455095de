// Words: French names of units and periods. The sizes are in KGeoCore's table.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addFrenchUnits() {
        add("carré carrés carrée carrées", .squared)
        units(
            """
            km: km kilomètre/s kilometre/s
            m: m mètre/s
            mi: mile/s
            nmi: milles nautiques
            ha: ha hectare/s
            acre: acre/s
            dunam: dunum/s dunam/s
            ft: pied/s
            yd: yard/s
            km2: kmq
            """)
        set("nautiques") { $0.unit = nil }
        set("marin marins nautique nautiques") { $0.part = .nautical }
        add("football foot", .nominal)
        add("terrain terrains", .measured)
        set("pourcent") { $0.percent = .sign }
        set("cent") { $0.percent = .cent }
        add("pour", .per)
        set("point/s") { $0.percent = .point }
        rate(
            .minute, after: ["par minute", "à la minute", "chaque minute"],
            before: ["chaque minute", "par minute"])
        rate(
            .hour, after: ["par heure", "à l' heure", "chaque heure", "de l' heure"],
            before: ["chaque heure", "par heure"])
        rate(
            .day, after: ["par jour", "quotidiennement", "chaque jour", "quotidiens", "quotidien"],
            before: [
                "chaque jour", "par jour", "quotidiennement", "en moyenne quotidienne",
                "moyenne quotidienne de", "moyenne journalière de",
            ])
        rate(
            .week, after: ["par semaine", "chaque semaine", "hebdomadaires"],
            before: ["chaque semaine", "par semaine"])
        rate(
            .month, after: ["par mois", "chaque mois", "mensuels", "mensuel"],
            before: ["chaque mois", "par mois", "moyenne mensuelle de"])
        rate(
            .year, after: ["par an", "chaque année", "annuels", "par année", "l' an"],
            before: ["chaque année", "par an"])
        for (period, words) in [
            (Entry.Period.minute, "minute min"), (.hour, "heure h"), (.day, "jour j"), (.week, "semaine"),
            (.month, "mois"),
            (.year, "an année"),
        ] { set(words) { $0.period = period } }
        add("h heure heures s sec seconde secondes", .speed)
        dimensions(
            """
            depth: profondeur profond profonde profonds profondes
            width: largeur large larges
            length: longueur long longue longs longues périmètre circonférence
            radius: rayon/s
            distance: distance/s
            –: hauteur/s haut haute épaisseur épais épaisse diamètre portée altitude calibre magnitude envergure tirant
            """)
    }
}
