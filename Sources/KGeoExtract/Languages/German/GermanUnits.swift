// Words: German names of units and periods. The sizes are in KGeoCore's table.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addGermanUnits() {
        add("sq", .square)
        units(
            """
            km: km kilometer/s kilometern straßenkilometer/s straßenkilometern flusskilometer/s flusskilometern küstenkilometer frontkilometer schienenkilometer streckenkilometer grenzkilometer
            m: m meter/s metern
            mi: meile meilen
            nmi: seemeile seemeilen sm
            ha: ha hektar/s hektare hektaren
            acre: acre acres
            dunam: dunam dunams
            ft: fuß
            yd: yard yards
            km2: qkm quadratkilometer/s quadratkilometern
            m2: qm quadratmeter/s quadratmetern
            mi2: quadratmeile quadratmeilen
            football_pitch: fußballfeld fußballfeldes fußballfelder fußballfeldern fussballfelder fussballfeldern fußballplatz fußballplätze fußballplätzen
            """)
        add("nautisch/a", .measured)
        set("prozent prozents prozente v.h") { $0.percent = .sign }
        set("prozentpunkt/e") { $0.percent = .point }
        set("punkt/e") { $0.percent = .point }
        rate(
            .minute, after: ["pro minute", "in der minute", "je minute"],
            before: ["pro minute", "jede minute", "in jeder minute", "minütlich"])
        rate(
            .hour, after: ["pro stunde", "in der stunde", "je stunde"],
            before: ["pro stunde", "jede stunde", "in jeder stunde", "stündlich"])
        rate(
            .day, after: ["pro tag", "am tag", "täglich", "je tag", "jeden tag"],
            before: [
                "pro tag", "täglich", "jeden tag", "tag für tag", "an jedem tag", "tagesdurchschnitt von",
                "am tag im schnitt",
            ])
        rate(
            .week, after: ["pro woche", "in der woche", "wöchentlich", "je woche", "jede woche"],
            before: ["pro woche", "wöchentlich", "jede woche"])
        rate(
            .month, after: ["pro monat", "im monat", "monatlich", "je monat", "jeden monat"],
            before: ["pro monat", "monatlich", "jeden monat"])
        rate(
            .year, after: ["pro jahr", "im jahr", "jährlich", "je jahr", "jedes jahr"],
            before: ["pro jahr", "jährlich", "jedes jahr"])
        for (period, words) in [
            (Entry.Period.minute, "minute min"), (.hour, "stunde std"), (.day, "tag"), (.week, "woche"),
            (.month, "monat"),
            (.year, "jahr"),
        ] { set(words) { $0.period = period } }
        add("h std stunde stunden s sek sekunde stundenkilometer", .speed)
        dimensions(
            """
            depth: tiefe tiefen
            width: breite breiten
            length: länge längen gesamtlänge umfang
            radius: radius umkreis umkreises
            distance: entfernung entfernungen abstand abständen distanz
            –: höhe höhen dicke durchmesser reichweite reichweiten kaliber magnitude stärke tiefgang spannweite flughöhe wassertiefe
            """)
        for word in ["tiefe", "breite", "länge", "höhe", "dicke"] {
            // "20 km breite Zone": the adjective is spelt as the noun, and neither leads.
            set(word) { $0.dimension?.leads = false }
        }
        for (kind, words) in [
            ("depth", "tief/a"), ("width", "breit/a"),
            ("length", "lang langen langer langes lange langem länger längere längeren"),
            ("–", "hoch hohe hohen hoher hohes dick/a mächtig/a stark/a"),
        ] {
            set(words) {
                if $0.dimension == nil {
                    $0.dimension = Entry.Dimension(kind: ClaimKind(rawValue: kind), isAdjective: true)
                }
            }
        }
        set("weit") { $0.part = .adverb }
    }
}
