// Words: German nouns that say what is measured: ground, regions, lines, zones, gaps; and words behind a length.

extension LexiconBuilder {
    mutating func addGermanNouns() {
        add(
            """
            gebiet gebiete gebieten gebiets gebietes territorium territoriums territorien land landes fläche flächen staatsgebiet
            staatsgebiets staatsgebietes staatsfläche landesfläche boden bodens gelände geländes ackerland ackerlandes ackerfläche
            ackerflächen anbaufläche anbauflächen wald waldes wälder wäldern waldfläche waldflächen regenwald regenwaldes wiese
            wiesen weide weiden weideland moor moore mooren sumpf sümpfe feuchtgebiet feuchtgebiete feuchtgebieten küste küsten
            ufer ufers nationalpark nationalparks park parks steppe wüste meer meeresboden meeresfläche gewässer delta deltas
            gletscher gletschers eis eises insel savanne front grenze zone feld felder feldern heide buschland grünland nutzfläche
            nutzflächen agrarfläche stadtgebiet stadtgebiets gemeindegebiet naturschutzgebiet reservat wattenmeer see stausee
            stausees tundra plantage plantagen weinberge ackerboden riff riffs korallenriff stadtfläche gesamtfläche
            """, .ground)
        add(
            "dorf dörfer dörfern ort orte orten ortschaft ortschaften siedlung siedlungen stadt städte städten gemeinde gemeinden",
            .settlement)
        add(
            """
            land landes staat staates region regionen oblast gebiet bezirk bezirks bezirke stadt stadtteil provinz provinzen
            distrikt distrikts insel halbinsel inseln enklave exklave kontinent tal tals kreis kreises landkreis republik donbass
            donbas krim hauptstadt dorf dorfes viertel hafen hafens norden nordens süden südens osten ostens westen westens
            brückenkopf bundesland kanton gemeinde ortschaft luhansk donezk cherson saporischschja charkiw sumy kursk ukraine
            russland russlands syriens syrien gazastreifen gaza gazastreifens
            """, .place)
        add("oblast region gebiet bezirk provinz distrikt kreis republik halbinsel insel tal", .regionNoun)
        add(
            """
            front frontlinie frontlinien frontabschnitt frontabschnitte linie linien grenze grenzen küste küstenlinie küstenstreifen
            ufer straße straßen autobahn landstraße weg wege pipeline pipelines leitung leitungen rohr rohre röhre kanal kanäle fluss
            flusses zaun zauns zaunes zäune mauer mauern wall wälle graben grabens gräben schützengraben schützengräben tunnel tunnels
            brücke brücken konvoi kolonne strecke strecken teilstück abschnitt abschnitte abschnitts deich deiche deichs damm dammes
            dämme schiene schienen bahnlinie bahnstrecke gleis gleise stau staus schlange korridor kabel kabels trasse schneise
            befestigungen verteidigungslinie verteidigungslinien panzergraben panzergräben stacheldraht perimeter route trennlinie
            kontaktlinie berührungslinie strand strände gasleitung gasleitungen gaspipeline grenzzaun umgehungsstraße uferstraße
            bahn radweg seeufer flusslauf sperranlage sperranlagen nachschubstraße
            """, .line)
        add("grenze grenzen küste küstenlinie front frontlinie grenzlinie", .border)
        add(
            "puffer pufferzone pufferzonen sicherheitszone sicherheitsstreifen pufferstreifen todeszone sicherheitsgürtel brückenkopf grauzone killzone streifen einbruch gürtel schutzstreifen kampfzone todesstreifen frontvorsprung keil",
            .zone)
        add(
            "lücke lücken bresche durchlass meerenge kanal landenge schneise wirtschaftszone ausschließliche_wirtschaftszone hoheitsgewässer küstenmeer fahrrinne spalt engstelle korridor korridors",
            .gap)
        add(
            "sperrzone sperrzonen verbotszone flugverbotszone evakuierungszone evakuierung schutzzone sperrgebiet ausschlusszone sicherheitsabstand evakuierungsradius gefahrenzone sperrkreis",
            .exclusion)
        add(
            "hinein landeinwärts ins_landesinnere ins_hinterland hinter_die_frontlinie tief_in in_die_tiefe",
            .into)
        add(
            "entfernt entfernte entfernten entfernter weg vor hinter außerhalb abseits jenseits diesseits von_der von_dem vom flussabwärts flussaufwärts",
            .away)
        add(
            """
            nord nördlich süd südlich ost östlich west westlich nordöstlich nordwestlich südöstlich südwestlich norden süden osten
            westen nordosten nordwesten südosten südwesten nordwärts südwärts ostwärts westwärts nördlichen südlichen östlichen
            westlichen luftlinie
            """, .direction)
    }
}
