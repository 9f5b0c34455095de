// Words: what happens to ground, in English: held, taken, lost, in each form of a verb; and what is no ground that is
// held.

extension ReadingLexicon {
    mutating func addEnglishMeasures() {
        addEnglishVerbs()
        addEnglishVerbFamilies()
        add(.gives, words: "brought brings bring bringing gave gives give giving handed earned netted won")
        add(.costs, words: "cost costs costing")
        add(
            .nounOf, .gained,
            words: "gain_of gains_of advance_of advances_of capture_of seizure_of conquests_of")
        add(.nounOf, .lost, words: "loss_of losses_of")
        add(
            .modal,
            words: """
                would could should may might will shall must can cannot can't won't wouldn't want_to wants_to wanted_to plan_to plans_to
                planned_to aim_to aims_to aimed_to intend_to intends_to intended_to hope_to hopes_to hoped_to seek_to seeks_to
                sought_to try_to tries_to tried_to trying_to attempt_to attempts_to attempted_to attempting_to failed_to fail_to
                need_to needs_to needed_to
                """)
        add(
            .able, words: "able_to managed_to manages_to manage_to succeeded_in had_to has_had_to have_had_to"
        )
        add(
            .filler,
            words: """
                about approximately roughly some around nearly almost over more_than at_least up_to only just an_estimated estimated
                a_total_of total another a_further an_additional additional as_much_as less_than under well_over slightly_more_than
                slightly_less_than exactly between a an a_mere close_to somewhere_between anywhere_between no_less_than no_more_than
                """)
        add(
            .adverb,
            words: """
                now currently still already also only just likely reportedly recently officially fully partially partly effectively
                completely firmly again soon meanwhile together allegedly since rapidly quickly so_far thus_far presently formally
                ultimately gradually briefly purportedly definitely actually once
                """)
        add(.another, words: "another a_further further an_additional additional")
        add(.under, words: "under")
        add(.control, words: "control occupation rule")
        add(.hands, words: "hands")
        add(.size, words: "measures covers spans has_an_area_of with_an_area_of is_the_size_of an_area_of")
        add(.partOf, words: "accounted_for accounts_for accounting_for made_up makes_up making_up")
        add(.gains, words: "gain gains advance advances conquests")
        add(.occupied, words: "occupation")
        add(.net, words: "net balance on_balance")
        add(
            .peak,
            words: """
                at_most at_its_peak at_their_peak at_the_peak at_its_height at_the_height at_its_widest at_its_largest at_its_maximum
                at_its_greatest at_peak
                """)
        add(.lowest, words: "lowest smallest minimum")
        add(.mean, words: "average averages averaged averaging on_average an_average_of")
        add(.more, words: "more less fewer longer shorter larger smaller greater bigger times")
        add(.more, .than, words: "more_than less_than fewer_than")
        add(.than, words: "than")
        add(
            .compared,
            words: """
                compared_to compared_with compared_against up_from down_from against versus after_having_seized having_seized
                having_taken having_gained followed_by as_much_as_in as_many_as_in as_large_as_in as_fast_as_in twice_as_much
                twice_as_many half_as_much half_as_many times_as_much times_as_many as_against
                """)
        add(
            .most,
            words: """
                mainly mostly most_of_it most_of_them most_of_that chiefly largely primarily nearly_all_of_it almost_all_of_it
                """)
        add(.including, words: "including include includes")
        add(.advance, words: "advance advances advanced advancing push pushes pushed pushing penetrated")
        add(.deep, words: "deep inside")
        add(.into, words: "into inside")
        add(.long, words: "long length")
        add(.lies, words: "lies is_located located situated is_situated stands stand")
        add(.together, words: "together combined put_together taken_together")
        addEnglishExclusions()
    }

    /// Verbs by what they say of ground, in five forms each.
    private mutating func addEnglishVerbs() {
        verbs(
            .held,
            forms: [
                "hold holds held held holding", "control controls controlled controlled controlling",
                "keep keeps kept kept keeping", "retain retains retained retained retaining",
                "possess possesses possessed possessed possessing",
                "govern governs governed governed governing",
                "have_control_of has_control_of had_control_of had_control_of having_control_of",
                "have_control_over has_control_over had_control_over had_control_over having_control_over",
                "maintain_control_of maintains_control_of maintained_control_of maintained_control_of maintaining_control_of",
                "maintain_control_over maintains_control_over maintained_control_over maintained_control_over maintaining_control_over",
            ])
        verbs(.occupied, forms: ["occupy occupies occupied occupied occupying"])
        verbs(
            .gained,
            forms: [
                "seize seizes seized seized seizing", "capture captures captured captured capturing",
                "take takes took taken taking", "gain gains gained gained gaining",
                "conquer conquers conquered conquered conquering",
                "liberate liberates liberated liberated liberating",
                "free frees freed freed freeing", "grab grabs grabbed grabbed grabbing",
                "win wins won won winning",
                "overrun overruns overran overrun overrunning", "secure secures secured secured securing",
                "take_control_of takes_control_of took_control_of taken_control_of taking_control_of",
                "take_control_over takes_control_over took_control_over taken_control_over taking_control_over",
                "gain_control_of gains_control_of gained_control_of gained_control_of gaining_control_of",
                "gain_control_over gains_control_over gained_control_over gained_control_over gaining_control_over",
                "seize_control_of seizes_control_of seized_control_of seized_control_of seizing_control_of",
                "secure_control_of secures_control_of secured_control_of secured_control_of securing_control_of",
                "establish_control_over establishes_control_over established_control_over established_control_over establishing_control_over",
                "establish_control_of establishes_control_of established_control_of established_control_of establishing_control_of",
                "take_over takes_over took_over taken_over taking_over",
                "advance_by advances_by advanced_by advanced_by advancing_by",
                "advance_over advances_over advanced_over advanced_over advancing_over",
                "make_gains_of makes_gains_of made_gains_of made_gains_of making_gains_of",
                "make_advances_of makes_advances_of made_advances_of made_advances_of making_advances_of",
            ])
        verbs(
            .regained,
            forms: [
                "retake retakes retook retaken retaking",
                "recapture recaptures recaptured recaptured recapturing",
                "regain regains regained regained regaining",
                "reclaim reclaims reclaimed reclaimed reclaiming",
                "recover recovers recovered recovered recovering",
                "take_back takes_back took_back taken_back taking_back",
                "win_back wins_back won_back won_back winning_back",
                "reconquer reconquers reconquered reconquered reconquering",
                "regain_control_of regains_control_of regained_control_of regained_control_of regaining_control_of",
                "regain_control_over regains_control_over regained_control_over regained_control_over regaining_control_over",
                "retake_control_of retakes_control_of retook_control_of retaken_control_of retaking_control_of",
            ])
        verbs(
            .lost,
            forms: [
                "lose loses lost lost losing", "cede cedes ceded ceded ceding",
                "surrender surrenders surrendered surrendered surrendering",
                "give_up gives_up gave_up given_up giving_up",
                "abandon abandons abandoned abandoned abandoning",
                "lose_control_of loses_control_of lost_control_of lost_control_of losing_control_of",
                "lose_control_over loses_control_over lost_control_over lost_control_over losing_control_over",
            ])
        verbs(.remains, forms: ["remain remains remained remained remaining"])
        verbs(
            .advance,
            forms: ["advance advances advanced advanced advancing", "push pushes pushed pushed pushing"])
    }

    private mutating func addEnglishExclusions() {
        add(
            .plan,
            words: """
                plan plans planned planning goal goals aim aims aimed intend intends intended want wants wanted demand demands
                demanded propose proposes proposed proposal buffer_zone buffer security_zone security_strip sanitary_zone ordered orders
                hope hopes hoped forecast forecasts expects expected target targets seek seeks sought trade swap exchange offered
                until_20 deadline
                """)
        add(
            .hazard,
            words: """
                mine mines mined minefield minefields mining demined demining deminers sappers explosives ordnance contaminated
                contamination fire fires burnt burned burning wildfire wildfires scorched flood floods flooded flooding inundated
                underwater submerged pollution polluted searched patrolled shelled bombed contested_by
                reed forest forests farmland cropland crops harvest wheat fields pasture
                """)
        add(
            .object,
            words: """
                bridge dam plant quarry pond airfield airport base factory warehouse park reserve canal pipeline fence wall ditch
                ditches dragon's_teeth fortifications tunnel road highway railway stadium steelworks refinery netting belt bridgehead
                """)
        add(
            .counted,
            words: """
                turnout voters votes drones people residents population civilians soldiers attacks attack assaults strikes clashes
                prices budget points percentage_points casualties deaths missiles shells rubles dollars euros output gdp inflation
                respondents electricity power production exports seats settlements villages towns localities
                """)
    }
}
