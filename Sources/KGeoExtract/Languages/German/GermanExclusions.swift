// Words: German words that speak against a claim: vertical measures, sport, weapons' ranges, objects, floors.

extension LexiconBuilder {
    mutating func addGermanExclusions() {
        add(
            "erdbeben beben erdstoß erdstöße epizentrum hypozentrum magnitude nachbeben erdbebenwarte", .quake
        )
        add(
            """
            höhe höhen unterirdisch/a unterwasser bohrloch bohrung bohrungen brunnen schacht schächte bergwerk taucher tauchte u-boot
            bunker keller stockwerk stockwerke etage gipfel berg berge bergen hochhaus wolkenkratzer turm türme mast masten krater
            rauch rauchsäule aschewolke schnee schneehöhe welle wellen regen niederschlag umlaufbahn meeresspiegel grundwasser
            grundwasserspiegel höhle klippe felswand wassertiefe tiefsee pegel pegelstand bohrte stollen seilbahn lawine
            """, .vertical)
        add(
            """
            marathon marathons lauf läufer läuferin rennen radrennen etappe radfahrer langlauf skilauf skilangläufer schwimmer
            schwimmerin olympia olympisch/a medaille meister meisterschaft weltmeister turnier trainer ziel sprint staffel triathlon
            ultramarathon stadion halbmarathon bestzeit tour_de
            """, .sport)
        add(
            "reichweite reichweiten rakete raketen marschflugkörper geschoss geschosse haubitze haubitzen munition akkuladung tankfüllung schießt schießen aktionsradius artillerie treffen_kann fliegen_kann",
            .weaponRange)
        add(
            """
            schiff schiffe schiffs yacht tanker frachter boot boote u-boot flugzeug flugzeuge flugzeugs drohne drohnen bus busse lkw
            lastwagen panzer panzers torpedo krokodil schlange hai wal statue flagge torte auto autos antenne flügel kran baum bäume
            fisch rotorblatt rotorblätter containerschiff fähre
            """, .object)
        add(
            """
            wohnung wohnungen zimmer haus hauses häuser büro büros bürofläche etage stockwerk laden geschäft geschäfte einkaufszentrum
            wohnfläche verkaufsfläche mietfläche nutzfläche_im halle hallen lagerhalle fenster dach glas miete mieter immobilie
            immobilien turnhalle teppich tapete schule villa supermarkt ladenfläche wohnraum büroraum
            """, .floor)
        add(
            "einwohner einwohnern einwohnerdichte personen bevölkerung bevölkerungsdichte menschen dichte",
            .density)
        add("$ dollar euro franken hrywnja rubel preis preise kostet kosten cent miete", .money)
        add("tempo geschwindigkeit stundenkilometer knoten windgeschwindigkeit tacho liter böen", .speed)
        add(
            """
            bevölkerung menschen einwohner einwohnern wähler wählern stimmen stimme wahlbeteiligung sitze haushalt haushalts budget
            bip wirtschaft einnahmen ausgaben exporte exports importe familien kinder kindern frauen männer soldaten truppen verluste
            granaten raketen drohnen panzer fahrzeuge munition strom stroms energie leistung kapazität kapazitäten gas öl ernte erträge
            getreide weizen häuser gebäude wohnungen schulen krankenhäuser unternehmen betriebe arbeiten arbeit befragten bürger
            deutschen ukrainer russen flüchtlinge fälle preise preis inflation hilfe hilfen zeit waren verkehr wahrscheinlichkeit
            risiko schaden schäden angriffe luftfeuchtigkeit zinsen aktien anteile schüler studenten mitglieder produktion förderung
            nachfrage fertig fertiggestellt gefüllt füllstand speicher vieh tiere arten artillerie personal umsatz umsatzes
            zustimmung landwirte bauern brücken trafos kraftwerke luftraum patienten opfer toten verletzten haushalte haushalten
            """, .unrelated)
        set(
            "lebt leben lebten spricht sprechen wählt wählten unterstützt unterstützen glaubt glauben besitzt hungert benötigt"
        ) { $0.part = .living }
        set("rohr rohre röhre pipeline leitung tunnel gasleitung gaspipeline kanalrohr") { $0.part = .tube }
    }
}
