// Words: English function words, as far as the rules look at them.

extension LexiconBuilder {
    mutating func addEnglishGrammar() {
        add("a an", .article)
        add("and", .and)
        add("or nor", .or)
        add("to", .to)
        add("between", .between)
        add("from", .from)
        add("of", .of)
        add("per", .per)
        add("each every", .each)
        add("by", .by)
        add("the its their his her our your my this that these those a an all both", .determiner)
        add(
            """
            in on at by for with from to into of under over through across along around near about after before
            during since until till between behind beyond above below against among amid inside outside onto
            within without toward towards up down off out as per via than despite past throughout upon
            """, .preposition)
        add(
            """
            is are was were be been being has have had having do does did will would can could may might must
            shall should remains remain remained stands stood stand totals totalled totaled
            totalling totaling measuring measures measured averaging reaching reaches reached
            """, .auxiliary)
        add("which that who whom whose where when while whereas although though because if but", .relative)
        add(
            "in_places in_parts elsewhere another further additional extra remaining other second third fourth latter rest",
            .another)
        // Words that may stand between a qualifier and its number, or around a number, without meaning.
        add(
            """
            the a an another further additional extra total of some combined whole full good already now then
            roughly around about only just nearly another entire by at to as estimated its their planned whopping
            staggering mere single is are was were reached reportedly currently possibly
            """, .filler)
        add(
            """
            the a an in it this but and he she they on at for its while as since after before over by however these
            there that his their we when if meanwhile officials russian ukrainian
            """, .starter)
        // No sentence ends behind these, unless a starter of a sentence follows.
        add(
            """
            sq кв тыс тис млн approx ca c mr mrs ms dr gen col lt maj capt sgt brig adm cmdr sen rep gov pres prof st ste mt no nos
            jan feb mar apr jun jul aug sep sept oct nov dec vs etc inc ltd co corp fig vol est max min cf viz rev
            hon dept univ av ave e.g i.e
            """, .abbreviation)
        // Words that play a part in one rule only.
        set("up down") { $0.part = .upOrDown }
        set("it them what") { $0.part = .pronoun }
        set("total whole rest remainder") { $0.part = .total }
        set(
            "occupied captured seized lost held controlled burned burnt flooded annexed liberated recaptured mined claimed occupying"
        ) { $0.part = .modifier }
        set("against than versus vs compared instead") { $0.part = .comparator }
        set("planned proposed promised announced total whole full") { $0.part = $0.part ?? .plan }
        set("net") { $0.part = .net }
        set("peak peaked height zenith apex maximum peaking") { $0.part = .peak }
        set("lowest smallest minimum low trough fewest") { $0.part = .lowest }
        set("average averaged averaging averages mean") { $0.part = .mean }
        set("since") { $0.part = .since }
        set("until till by") { $0.part = .until }
        set("according citing cites") { $0.part = .source }
        set("reportedly allegedly") { $0.part = .hearsay }
        set(
            """
            live lives lived living speak speaks spoke vote votes voted believe believes believed support supports
            supported lack lacks lacked suffer suffers suffered face faces depend depends depended identify
            identifies starve starves own owns works work want wants fear fears oppose opposes back backs
            """
        ) { $0.part = .living }
        set("pipe pipes pipeline pipelines tunnel tunnels main duct conduit sewer sewers culvert") {
            $0.part = .tube
        }
        set("has have had") { $0.part = .having }
        set("back forward forwards ahead") { $0.part = .back }
        set("x") { $0.part = .times }
        set("rate rates pace gains gain losses loss advance advances tempo deforestation") { $0.part = .pace }
        set("across") { $0.part = .across }
        set("along alongside through") { $0.part = .along }
        set("close closer closest near nearer nearest") { $0.part = .near }
        set("around surrounding") { $0.part = .round }
        set("share portion proportion") { $0.part = .portion }
        set(
            "sink sinks sank sunk sinking subside subsides subsided subsiding subsidence thinned thinning thins"
        ) {
            $0.part = .sinking
        }
        set("no without") { $0.part = .no }
        set("within") { $0.part = .within }
        set("deep deeper") { $0.part = .deep }
        set("trip journey drive trek march walk hike detour distance ride odyssey crossing") {
            $0.part = .journey
        }
        set("zone zones area territory strip sector") { $0.part = .area }
        set(
            "roughly directly just only so far straight almost immediately right further farther long deeper or so downhill"
        ) { $0.part = $0.part ?? .adverb }
        set("several few many numerous multiple various countless untold") { $0.part = .vague }
        set("odd ish something") { $0.part = .odd }
        set("somewhere anywhere fully wholly entirely") { $0.part = $0.part ?? .adverb }
        set("in during after before late early") { $0.part = $0.part ?? .dating }
        add("u.s u.k u.n e.u d.c p.m a.m u.s.s.r", .dotted)
    }
}
