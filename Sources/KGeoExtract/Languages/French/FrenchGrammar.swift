// Words: French function words, words of time, and who acts and speaks, as far as the rules look at them.

extension LexiconBuilder {
    mutating func addFrenchGrammar() {
        add("un une", .article)
        // Words that end at an apostrophe: "d'hectares", "jusqu'à".
        add("d' l' qu' n' s' c' j' m' t' jusqu' lorsqu' puisqu' quelqu' aujourd' presqu'", .filler)
        add("et", .and)
        add("ou", .or)
        add("à", .to)
        add("entre", .between)
        add("de d' depuis du des", .from)
        add("de d' du des", .of)
        add("par", .per)
        add("chaque", .each)
        add("par de", .by)
        add(
            """
            le la les l' ce cet cette ces son sa ses leur leurs notre nos un une des du tout toute tous toutes aucun aucune
            """, .determiner)
        add(
            """
            à au aux de d' du des en dans sur sous par pour avec sans chez vers entre depuis pendant durant après avant contre
            près autour hors selon malgré dès jusqu' jusque derrière devant le_long au_large lors via parmi à_travers
            """, .preposition)
        add(
            """
            est sont était étaient a ont avait avaient été sera seront fait font faisait mesure mesurent mesurait atteint
            atteignait atteignent représente représentent représentait compte couvre totalise peut peuvent pourrait doit s'élève
            demeure reste restent mesurant atteignant occupe serait seraient
            """, .auxiliary)
        add(
            "qui que qu' dont où lorsque lorsqu' quand tandis alors mais si car puisque puisqu' bien_que laquelle lequel",
            .relative)
        add(
            "autre autres encore supplémentaire supplémentaires reste second seconde dernier dernière restants",
            .another)
        add(
            "le la les l' désormais déjà encore alors aussi seul seule actuellement au_total maintenant",
            .filler)
        add(
            "le la les l' il elle ils un une en à dans au aux selon cette ce mais sur depuis après pour c' nous on des ces",
            .starter)
        add("env m mme mm dr st ste no p art av bd km ha mln mds cf etc ex max min vol", .abbreviation)
        set("elle celle celui celles") { $0.part = .pronoun }
        set("total totalité reste") { $0.part = .total }
        set(
            "occupé/a pris prise conquis/a libéré/a contrôlé/a perdu/a inondé/a brûlé/a miné/a détruit/a annexé/a"
        ) { $0.part = .modifier }
        set("contre comparé") { $0.part = .comparator }
        set("prévu/a planifié/a annoncé/a") { $0.part = .plan }
        set("net nette nets") { $0.part = .net }
        set("pic apogée maximal maximale record") { $0.part = .peak }
        set("minimal minimale plancher") { $0.part = .lowest }
        set("moyenne moyen") { $0.part = .mean }
        add("moyenne moyen quotidien quotidienne mensuel mensuelle journalier journalière", .average)
        set("depuis dès") { $0.part = .since }
        set("selon d'après") { $0.part = .source }
        set("soit") { $0.part = .thatIs }
        set("sur x par") { $0.part = .times }
        set("à") { $0.part = .at }
        set("au aux vers") { $0.part = .toward }
        set("long") { $0.part = .along }
        set("autour") { $0.part = .round }
        set("part proportion") { $0.part = .portion }
        set("zone zones région territoire bande secteur périmètre") { $0.part = .area }
        set("sans aucun aucune") { $0.part = .no }
        set("environ exactement directement juste") { $0.part = $0.part ?? .adverb }
        set("en dans après avant durant début fin") { $0.part = $0.part ?? .dating }
        addFrenchTime()
        addFrenchActors()
    }

    private mutating func addFrenchTime() {
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre",
            "décembre",
        ]
        for (index, words) in months.enumerated() {
            set(words) { $0.month = index + 1 }
            add(words, .timeNoun)
        }
        add(
            """
            jour jours semaine semaines mois an ans année années décennie heure heures minute minutes hier demain matin soir nuit
            après-midi printemps été automne hiver lundi mardi mercredi jeudi vendredi samedi dimanche trimestre semestre siècle
            """, .timeNoun)
        add(
            "dernier dernière derniers dernières passé passée précédent précédente prochain prochaine avant plus_tard tôt tard",
            .pastTime)
    }

    private mutating func addFrenchActors() {
        add(
            """
            forces troupes armée armées soldats brigade bataillon division corps rebelles milices milice insurgés combattants
            djihadistes défenseurs assaillants ennemi adversaire unités militaires
            """, .force)
        add(
            "russie russe russes moscou ukraine ukrainien ukrainienne ukrainiens ukrainiennes kiev syrie syrien israël israélien israélienne chine otan turquie soudan mali",
            .named)
        add(
            "dit déclare déclaré affirme affirmé annonce annoncé indique indiqué rapporte rapporté estime estimé selon précise précisé écrit assure assuré ajoute ajouté",
            .speech)
        add(
            "analystes experts observateurs porte-parole état-major ministère gouverneur maire autorités pompiers institut chercheurs préfet préfecture",
            .people)
    }
}
