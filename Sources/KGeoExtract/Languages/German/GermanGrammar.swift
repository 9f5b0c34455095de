// Words: German function words, words of time, and who acts and speaks, as far as the rules look at them.

extension LexiconBuilder {
    mutating func addGermanGrammar() {
        add("ein eine einen einem einer eines", .article)
        add("und sowie", .and)
        add("oder bzw", .or)
        add("bis", .to)
        add("zwischen", .between)
        add("von vom aus seit", .from)
        add("von vom", .of)
        add("pro je", .per)
        add("jeder jede jedes jeden jedem alle", .each)
        add("um", .by)
        add(
            """
            der die das den dem des dieser diese dieses diesen diesem jener jene sein seine seiner seinen seinem seines ihr
            ihre ihrer ihren ihrem ihres unser unsere alle aller allen beide beiden ein eine einen einem einer eines kein
            """, .determiner)
        add(
            """
            in im ins an am auf bei beim mit nach zu zum zur von vom vor für aus über unter durch um gegen ohne seit bis neben
            zwischen hinter während wegen trotz entlang innerhalb außerhalb laut per ab nahe rings je pro gegenüber unweit
            """, .preposition)
        add(
            """
            ist sind war waren wird werden wurde wurden worden sei seien hat haben hatte hatten habe kann können konnte konnten
            könnte soll sollen sollte muss müssen beträgt betrug betragen beträgt umfasst umfasste umfassen misst maß erreicht
            erreichte erreichten liegt lag liegen lagen macht machen bleibt bleiben
            """, .auxiliary)
        add(
            "dass weil obwohl während wobei womit wo wenn als aber sondern denn doch welche welcher welches deren dessen indem nachdem bevor",
            .relative)
        add(
            "weitere weiteren weiterer weiteres andere anderen übrige übrigen restliche restlichen zusätzlich zusätzliche rest zweite zweiten letzten",
            .another)
        add(
            "nun jetzt noch schon bereits inzwischen insgesamt sich nur dann also damit davon inzwischen zuletzt derzeit mittlerweile ganze ganzen gesamten etwa rund",
            .filler)
        add(
            "der die das ein eine in im an auf bei es er sie wir nach am mit für als zu aber damit auch so seit von",
            .starter)
        add(
            "ca mio mrd tsd nr dr st bzw usw z b d h u a o s vgl inkl rd mind max km qkm prof hr fr art abs evtl ggf sog u.a z.b d.h i.d.r",
            .abbreviation)
        set("es davon ihm") { $0.part = .pronoun }
        set("gesamt gesamten gesamte") { $0.part = .total }
        set(
            "besetzt/p erobert/p eingenommen/p befreit/p kontrolliert/p verloren/p überflutet/p verbrannt/p vermint/p zerstört/p"
        ) {
            $0.part = .modifier
        }
        set("gegenüber statt verglichen") { $0.part = .comparator }
        set("geplant/p angekündigt/p") { $0.part = .plan }
        set("netto") { $0.part = .net }
        set("höhepunkt spitze höchststand maximum") { $0.part = .peak }
        set("kleinste kleinsten niedrigste niedrigsten tiefststand") { $0.part = .lowest }
        set("durchschnitt durchschnittlich schnitt mittel") { $0.part = .mean }
        add("durchschnitt durchschnittlich schnitt mittel", .average)
        set("seit ab") { $0.part = .since }
        set("laut zufolge") { $0.part = .source }
        set("umgerechnet") { $0.part = .thatIs }
        set("mal x") { $0.part = .times }
        set("auf") { $0.part = .becoming }
        set("entlang") { $0.part = .along }
        set("innerhalb") { $0.part = .within }
        set("rings rund_um") { $0.part = .round }
        set("anteil") { $0.part = .portion }
        set("zone zonen gebiet gebiete gebiets streifen bereich bereichs gürtel abschnitt") {
            $0.part = .area
        }
        set("kein keine ohne keinen") { $0.part = .no }
        set("direkt weiter unmittelbar etwa") { $0.part = $0.part ?? .adverb }
        set("zurück vorwärts voran vor") { $0.part = .back }
        set("im in während ab nach vor ende anfang mitte") { $0.part = $0.part ?? .dating }
        addGermanTime()
        addGermanActors()
    }

    private mutating func addGermanTime() {
        let months = [
            "januar jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
            "oktober",
            "november", "dezember",
        ]
        for (index, words) in months.enumerated() {
            set(words) { $0.month = index + 1 }
            add(words, .timeNoun)
        }
        add(
            """
            tag tage tagen tages woche wochen monat monate monaten monats jahr jahre jahren jahres jahrzehnt stunde stunden minute
            minuten gestern heute morgen vormittag mittag nachmittag abend nacht frühjahr frühling sommer herbst winter montag
            dienstag mittwoch donnerstag freitag samstag sonntag wochenende jahreswechsel halbjahr quartal
            """, .timeNoun)
        add("vergangen/p letzt/a vorig/a vor nach nächst/a zuvor später früher seither", .pastTime)
    }

    private mutating func addGermanActors() {
        add(
            """
            truppen streitkräfte streitkräften armee soldaten einheiten brigade bataillon division korps rebellen milizen miliz
            aufständische verteidiger angreifer besatzer gegner feind militär verbände
            """, .force)
        add(
            "russland russlands russisch/a moskau ukraine ukrainisch/a kiew kyjiw syrien syrisch/a israel israelisch/a china türkei nato iran sudan",
            .named)
        add(
            "sagt sagte sagten erklärte erklärten teilte teilten meldete meldeten berichtete berichteten schreibt schätzt schätzen gab zufolge betonte behauptet behaupten",
            .speech)
        add(
            "analysten experten beobachter sprecher sprecherin generalstab ministerium gouverneur bürgermeister behörden feuerwehr institut forscher",
            .people)
    }
}
