// Words: German verbs and nouns of what happens to ground: taken, lost, held, crossed, covered, changed.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addGermanEvents() {
        add(
            """
            erober/v eroberten erobert/p eroberung eroberte eroberung eroberungen einnehmen eingenommen/p nahm nahmen nehmen
            besetzten besetzte befrei/v befreit/p befreite befreiten befreiung gewann gewannen gewonnen/p gewinnen gewinn
            geländegewinn geländegewinne geländegewinnen zurückerober/v zurückerobert/p zurückgewonnen/p zurückgewinnen
            annektiert/p annektierte annektierten eingenommen ergriff sichern gesichert/p übernahm übernommen/p erlangt/p
            """, .gain)
        add(
            "verlor verloren/p verlieren verlust verluste verlusten aufgegeben/p aufgab abgetreten/p eingebüßt/p büßte räumten geräumt/p preisgegeben/p",
            .lose)
        add(
            """
            kontrollier/v kontrolliert/p kontrollierte kontrollierten kontrolle hält halten hielt hielten gehalten besetzt/p besetzen
            besetzung okkupiert/p beherrsch/v beherrscht/p händen hand verbleiben bleibt herrscht besitzt behauptet steht stehen
            """, .hold)
        add(
            """
            vorrück/v vorgerückt/p vorrücken rückte rückten rücken vorgestoßen/p vorstoßen stieß stießen vordringen vorgedrungen/p
            drang drangen dringen eingedrungen/p eindringen vormarsch vorstoß vorstöße vorstoßes vorgearbeitet einbruch durchbruch
            durchbrochen/p durchbrachen schob schoben vorgeschoben/p verschoben/p vorangekommen vorankommen kamen kommen offensive
            vorverlegt/p angriff vorwärts marschiert/p vorgekommen
            """, .advance)
        add(
            """
            zurückgezogen/p zogen zog rückzug zurückziehen zurückgedrängt/p zurückdrängen drängten drängte zurückgeworfen/p
            zurückgefallen/p wichen zurückgewichen/p abgezogen/p abzug zurückgetrieben/p
            """, .retreat)
        add(
            """
            bedeck/v bedeckt/p brannte brannten brennt brennen brand brände bränden brandes feuer feuers flammen abgebrannt/p
            niedergebrannt/p verbrannt/p verbrannte verbrannten waldbrand waldbrände waldbränden überflut/v überflutet/p überflutete
            überfluteten überschwemmt/p überschwemmung vermint/p verminung verseucht/p zerstört/p zerstörte zerstörten zerstören
            verwüstet/p verwüstete betroffen/p vernichtet/p vernichtete gerodet/p abgeholzt/p entmint/p räumten erfasst/p erfasste
            umfasst umfasste umfassen wasser versiegelt/p fläche flächen verschmutzt/p ölteppich bewachsen/p nimmt trocken trockengefallen/p
            unbestellt/p bewirtschaftet/p bestellt/p verwüstet
            """, .cover)
        set(
            "brannte brannten brennt brennen brand brände bränden brandes feuer feuers flammen abgebrannt/p niedergebrannt/p verbrannt/p waldbrand waldbrände waldbränden"
        ) { $0.isFire = true }
        add(
            "erstreckt erstreckte erstrecken erstreckten zieht verläuft verlief verlaufen reicht reichte reichen misst dehnt",
            .run)
        set("reicht reichte reichen erreicht") { $0.part = .going }
        add(
            "kroch krochen gekrochen liefen gelaufen zurückgelegt/p zurückgelegten legten marschierten marschierte robbten gekrabbelt",
            .traverse)
        add(
            """
            gebaut/p bauten baute bauen baut errichtet/p errichten errichtete errichteten verlegt/p verlegen verlegten ausgehoben/p
            gegraben/p gruben fertiggestellt/p instand repariert/p befestigt/p ausgebaut/p eingezäunt/p
            """, .build)
        add(
            """
            gestiegen/p stieg stiegen steigen steigt gewachsen/p wuchs wuchsen wachsen wächst erhöht/p erhöhte gesunken/p sank sanken
            sinkt sinken schrumpft/p schrumpfte schrumpften geschrumpft/p verringert/p verringerte verringerten reduziert/p
            reduzierte zugenommen zunahm abgenommen abnahm ausgeweitet/p weitete erweitert/p erweiterte erweitern verbreitert/p
            verbreiterte verengt/p verengte gefallen fiel fielen rückgang anstieg zuwachs zunahme abnahme verkürzt/p verkürzte
            verlängert/p verlängerte verdoppelt/p verdoppelte verdreifacht/p halbiert/p angewachsen/p vergrößert/p vergrößerte
            verkleinert/p verkleinerte gekürzt/p mehr weniger höher niedriger ausgedehnt/p zurückgegangen/p plus minus schmolz
            geschmolzen/p wachstum
            """, .change)
        for (words, kind) in [
            ("verbreitert/p verbreiterte verengt/p verengte breitesten schmalsten", ClaimKind.width),
            ("vertieft/p tiefsten", .depth),
            ("verlängert/p verlängerte verkürzt/p verkürzte längsten", .length),
        ] { set(words) { $0.changes = kind } }
        add(
            "vormarsch vorstoß vorstöße vorstoßes rückzug einbruch durchbruch offensive geländegewinn geländegewinne",
            .movement)
    }
}
