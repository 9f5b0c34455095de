// Words: English verbs and nouns of what happens to ground: taken, lost, held, crossed, covered.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addEnglishEvents() {
        addVerbs(
            """
            seize capture conquer recapture liberate reclaim regain gain grab annex overrun secure acquire wrest
            reoccupy absorb clear recover claim
            """, .gain)
        add(
            """
            took take takes taking taken retook retake retakes retaken retaking won win wins winning overran
            overrunning gains gain captures seizure swallowed snatched
            """, .gain)
        addVerbs("lose cede surrender forfeit abandon relinquish yield vanish disappear", .lose)
        add(
            "lost losing loses loss losses gave give gives given giving fell fallen ceding surrendering",
            .lose)
        addVerbs(
            """
            hold control occupy retain possess administer rule govern maintain clutch dominate remain
            """, .hold)
        add(
            """
            held holding holds controls control controlled controlling occupied occupying occupation kept keep
            keeps keeping clung cling clings hands grip occupies under
            """, .hold)
        addVerbs(
            """
            advance push move penetrate press thrust drive progress inch creep edge surge pierce bulge shift
            expand spread infiltrate probe encroach extend
            """, .advance)
        add(
            """
            advances advance advanced gained gains gain moved drove driven broke breaking breakthrough swept
            sweep forward crept pushed incursion incursions foray raid offensive raids inroads forged
            """, .advance)
        addVerbs("retreat withdraw recede", .retreat)
        add(
            "withdrew withdrawn withdrawal pullback fell_back falls_back fall_back falling_back pulled_back thrown_back forced_back beat_back rolled_back pushed_back driven_back drove_back pull_back push_back beaten_back",
            .retreat)
        addVerbs(
            """
            cover burn scorch char blacken flood inundate submerge destroy devastate raze ravage engulf consume
            mine contaminate deforest clear scar forest span oil pollute damage affect protect flatten level
            irrigate cultivate plant farm drain isolate
            """, .cover)
        add(
            """
            burnt burned burning ablaze flooded underwater blaze fire fires wildfire wildfires inferno burned-out
            torched covered covering cover covers bulldozed off-limits no-go closed reach water grew grown
            account accounts accounted comprise comprises comprising constitute constitutes represent represents make makes made swallowed ate eaten forested annexed incinerated fouled oiled hit affected
            """, .cover)
        add("under_water on_fire in_ruins out_of_reach off_limits in_flames", .cover)
        // Taken back, whatever the word behind the hyphen says.
        add("clawed_back claw_back clawing_back claws_back won_back taken_back prised wrested", .gain)
        add("de_occupied de_occupy re_occupied re_taken re_captured deoccupied deoccupy", .gain)
        set("ran run runs running reach reaches reached reaching") { $0.part = .going }
        set(
            "fire fires blaze blazes flame flames wildfire wildfires inferno burn burns burned burnt burning ablaze engulfed"
        ) { $0.isFire = true }
        addVerbs("stretch extend span run reach snake measure bisect", .run)
        add(
            "ran running runs stretches stretching stretched spread spreads spreading scattered sprawls sprawling sprawled",
            .run)
        addVerbs("crawl traverse tunnel slog trudge walk hike trek march crouch", .traverse)
        add("crawl crawled through crept waded marched rode travelled traveled crossed covered", .traverse)
        addVerbs("build dig lay pave fence construct erect fortify complete finish install add", .build)
        add("built dug laid fenced", .build)
        let extents: [(String, ClaimKind)] = [
            ("widen", .width), ("broaden", .width), ("narrow", .width), ("deepen", .depth),
            ("lengthen", .length),
        ]
        for (verb, kind) in extents {
            for ending in ["", "s", "ed", "ing"] { set(verb + ending) { $0.changes = kind } }
        }
        for (words, kind) in [
            ("widest narrowest broadest wider narrower broader", ClaimKind.width),
            ("deepest shallowest", .depth),
            ("longest shortest", .length),
        ] {
            set(words) { $0.changes = kind }
        }
        // A percentage or "from … to …" behind these is a change.
        addVerbs(
            """
            increase decrease grow shrink expand widen narrow drop decline reduce cut climb jump slow accelerate
            extend contract dwindle wither deepen lengthen shorten double triple slip plunge soar swell raise
            lower slide tumble dip ease slump balloon enlarge trim pare whittle revise halve multiply mushroom upgrade
            downgrade scale adjust quadruple
            """, .change)
        add(
            """
            grew grown shrank shrunk shrunken rose risen rise rises rising fell fall falls fallen falling down up
            slid sank swelled swollen went going increase decrease reduction drop decline growth higher lower more
            less fewer larger smaller bigger faster slower quicker surge surged jump spike expansion contraction
            """, .change)
        add("average averages averaged averaging mean", .average)
        // Words that name a part of the ground or an advance: "20-km push", "70% of the gains".
        add(
            """
            advance push thrust retreat incursion gain penetration drive salient offensive foray withdrawal bulge
            breakthrough pullback
            """, .movement)
    }
}
