// Words: Spanish function words, words of time, and who acts and speaks, as far as the rules look at them.

extension LexiconBuilder {
    mutating func addSpanishGrammar() {
        add("un una", .article)
        add("y e", .and)
        add("o u", .or)
        add("a hasta", .to)
        add("entre", .between)
        add("de desde del", .from)
        add("de del", .of)
        add("cada", .each)
        add("por", .by)
        add(
            """
            el la los las lo este esta estos estas ese esa esos esas aquel aquella su sus nuestro nuestra un una todo toda todos
            todas ambos ambas dicho dicha ningún ninguna
            """, .determiner)
        add(
            """
            a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre tras cerca dentro
            fuera detrás alrededor junto frente lejos antes después a_lo_largo
            """, .preposition)
        add(
            """
            es son era eran fue fueron ha han había habían sido será serán está están estaba estaban tiene tienen tenía tenían mide
            miden medía alcanza alcanzan alcanzó alcanzaba alcanzaron representa representan representaba suma suman sumaba totaliza
            abarca ocupa equivale puede pueden podría debe queda quedan quedaba llega llegó
            """, .auxiliary)
        add(
            "que quien quienes cuyo cuya donde cuando mientras aunque pero sino si porque pues cual cuales",
            .relative)
        add(
            "otro otra otros otras más adicional adicionales resto restante restantes segundo segunda último última",
            .another)
        add(
            "el la los las ya ahora solo sólo se actualmente hoy un_total también total apenas unos unas",
            .filler)
        add(
            "el la los las un una en a de según su sus este esta pero por con desde tras hasta se no cada ya al del",
            .starter)
        add(
            "aprox sr sra dr dra st sta no núm av p ej km ha mts mill ee uu art cía gral cnel tte máx mín",
            .abbreviation)
        set("ella ello él") { $0.part = .pronoun }
        set("total totalidad resto") { $0.part = .total }
        set(
            "ocupad/a tomad/a conquistad/a liberad/a controlad/a perdid/a inundad/a quemad/a minad/a destruid/a anexionad/a arrasad/a"
        ) { $0.part = .modifier }
        set("contra frente comparado") { $0.part = .comparator }
        set("previst/a planead/a anunciad/a prometid/a") { $0.part = .plan }
        set("neto neta netos") { $0.part = .net }
        set("pico apogeo máximo máxima récord") { $0.part = .peak }
        set("mínimo mínima") { $0.part = .lowest }
        set("promedio media medio") { $0.part = .mean }
        add("promedio diario diaria mensual semanal anual", .average)
        set("desde") { $0.part = .since }
        set("según") { $0.part = .source }
        set("osea") { $0.part = .thatIs }
        set("por x") { $0.part = .times }
        set("a") { $0.part = .at }
        set("al hacia") { $0.part = .toward }
        set("largo") { $0.part = $0.part ?? .along }
        set("alrededor") { $0.part = .round }
        set("proporción porción cuota") { $0.part = .portion }
        set("zona zonas área territorio franja sector perímetro") { $0.part = .area }
        set("sin ningún ninguna") { $0.part = .no }
        set("directamente justo aproximadamente") { $0.part = $0.part ?? .adverb }
        set("en durante tras antes desde principios finales") { $0.part = $0.part ?? .dating }
        addSpanishTime()
        addSpanishActors()
    }

    private mutating func addSpanishTime() {
        let months = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre",
            "octubre",
            "noviembre", "diciembre",
        ]
        for (index, words) in months.enumerated() {
            set(words) { $0.month = index + 1 }
            add(words, .timeNoun)
        }
        add(
            """
            día días semana semanas mes meses año años década décadas siglo hora horas minuto minutos ayer hoy mañana tarde noche
            primavera verano otoño invierno lunes martes miércoles jueves viernes sábado domingo trimestre semestre jornada jornadas
            """, .timeNoun)
        add(
            "pasado pasada pasados pasadas último última últimos últimas anterior anteriores próximo próxima antes después atrás",
            .pastTime)
    }

    private mutating func addSpanishActors() {
        add(
            """
            fuerzas tropas ejército ejércitos soldados brigada batallón división cuerpo rebeldes milicias milicia insurgentes
            combatientes yihadistas defensores enemigo militares unidades guerrilla guerrilleros
            """, .force)
        add(
            "rusia rus/a ucrania ucranian/a moscú kiev siria siri/a israel israelí israelíes china otan turquía sudán colombia méxico",
            .named)
        add(
            "dijo dice afirma afirmó anunció anuncia indicó indica informó informa estima estimó aseguró asegura señaló señala según precisó calcula calculan escribió",
            .speech)
        add(
            "analistas expertos observadores portavoz ministerio gobernador alcalde autoridades bomberos instituto investigadores estado_mayor",
            .people)
    }
}
