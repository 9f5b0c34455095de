// Words: English in a wider sense, for the second look: what may be said of ground, in figures of speech as well.

extension ReadingLexicon {
    /// The words of English in a wider sense: what stands near a figure is weighed by them.
    public static let englishNear: ReadingLexicon = {
        var lexicon = ReadingLexicon()
        lexicon.addEnglishSides()
        lexicon.addEnglishRegions()
        lexicon.addEnglishNearMeasures()
        lexicon.addEnglishMoments()
        lexicon.addEnglishNearWords()
        return lexicon
    }()

    private mutating func addEnglishNearWords() {
        add(
            .intruder,
            words: """
                invader invaders attacker attackers occupier occupiers aggressor aggressors invading_units invading_troops
                invading_forces invading invading_army occupation_forces occupation_troops occupying occupying_troops intruder
                intruders assailants assailant raiders raider
                """)
        add(.defender, words: "defender defenders garrison defending_troops defending")
        add(.there, words: "that_region the_region that_oblast here peninsula")
        add(.former, words: "former")
        add(.latter, words: "latter")
        add(.stretch, words: "stretch section segment part lane corridor strip spur bank")
        add(.local, words: "bridgehead bridgeheads beachhead beachheads lane")
        add(
            .front, .long,
            words: "armies_face_each_other_along sides_face_each_other_along armies_face_one_another_along")
        add(
            .presentTense,
            words: """
                is_back_on back_on stays stands_on is are has have now holds controls occupies sits_on keeps possesses possess
                clings_to stands_at remains remain amounts_to hold control retains still today
                """)
        add(.pastTense, words: "was were had held controlled")
        add(.contrast, words: "against and")
        add(.overall, words: "special_military_operation military_operation zone_of_the_operation")
        add(.occupied, words: "occupied occupy occupies occupying occupation under_occupation")
        add(
            .denial,
            words:
                "not never hasn't haven't hadn't didn't doesn't don't isn't aren't wasn't weren't cannot can't couldn't won't neither nor"
        )
        add(
            .adverb,
            words: "barely only just still already roughly about some nearly almost around merely mere even"
        )
        add(.pronounObject, words: "what it that this them which these those")
        add(
            .quantity,
            words: """
                figure figures number numbers total tally sum pace rate tempo speed part portion balance surplus deficit haul
                take toll score count size extent amount result monthly_total monthly_take monthly_haul monthly_gain
                month's_gain value equivalent reading estimate contribution harvest yield bag catch share shares difference
                """)
        add(
            .travel,
            words: """
                travelled traveled travel travelling traveling journeyed journeying journey shipped transported hauled railed
                flown crossed trekked ferried
                """)
        addEnglishNearThesaurus()
    }

    /// Figures of speech for taking, losing and having ground, as writers use them who avoid the plain verb.
    private mutating func addEnglishNearThesaurus() {
        add(
            .gained,
            words: """
                nibbled nibble nibbles gnawed gnaw gnaws clawed chipped chip_off chipped_off chipped_away shaved_off sliced sliced_off
                lopped_off clipped_off whittled_off peeled_off scooped scooped_up scoop_up snapped_up hoovered_up mopped_up
                rolled_over rolled_through rolled_across marched_over pried_loose prised_loose wrung_from filched pinched purloined
                stole stolen steal steals pilfered nets reaped harvested garnered amassed accrued accumulated
                obtained appropriated usurped subjugated subdued engulfed engulfs devoured devours devour consumed consumes gulped
                gulped_down gorged digested absorbed absorbs chewed_off chewed_up chew_off taken_hold_of laid_hold_of
                laid_hands_on got_hold_of got_its_hands_on brought_under brought_under_control brought_under_its_control placed_under_control
                put_under_control passed_into passed_to passed_over_to come_under came_under coming_under comes_under
                rolled_up wolfed_down tore_off torn_off tears_off tear_off wrenched wrenched_from ripped_from snatched_away carried_off
                raked_in collared annexes overran stripped_from took_away taken_away moves_into moved_into pushes_into
                made_off_with penetrated encroached_on encroached_upon tacked_on annexing pushed_its_line_over
                scraped_together stormed advances_over
                gains gaining takings captures_of
                """)
        add(
            .lost,
            words: """
                forfeiting conceded concedes concede conceding hemorrhaged haemorrhaged hemorrhaging bled_away bleeding forsook forsaken
                forsakes renounced renounces quitted evacuated evacuates stripped_of robbed_of deprived_of bereft_of dispossessed_of
                relieved_of slipped_out_of slip_out_of slips_out_of fell_out_of fallen_out_of passed_out_of went_out_of dropped_out_of
                out_of_the_hands_of slipped_through squeezed_out_of forced_off dislodged_from evicted_from ousted_from
                expelled_from thrown_out_of driven_off driven_out_of pushed_off swept_from swept_out_of chased_out_of
                chased_from ejected_from flung_out_of rolled_back let_slip let_go_of had_to_leave had_to_quit
                had_to_abandon had_to_give_up handed_over handed_back gave_back given_back giving_ground gave_away ceding yielding
                relinquishes relinquish relinquishing shedding bleeds writes_off wrote_off written_off waved_goodbye_to
                retreated_from withdrew_from retired_from fell_back_from pulled_back_from pulled_out_of
                """)
        add(
            .held,
            words: """
                defend defends defended defending commands reigns_over reign_over lords_it_over presides_over preside_over
                police polices polices_over in_its_power in_their_power in_its_pocket in_the_pocket_of under_the_boot_of
                under_the_thumb under_the_heel under_the_yoke under_the_sway under_the_flag under_the_banner under_the_rule
                in_the_grip_of in_the_grasp_of in_the_possession_of in_possession_of at_its_disposal to_its_name to_their_name
                to_his_name to_itself to_themselves to_himself hangs_on_to hang_on_to hung_on_to hangs_onto hold_on_to holds_on_to held_on_to
                camp_on camps_on camped_on stand_on stood_on stand_upon lodged_on dug_in_on entrenched_on ensconced_on encamped_on sits_astride sit_astride sitting_on clinging_to standing_on
                squatting_on camped_across counts_its_own calls_its_own calls_his_own call_their_own
                nurses preserved preserves saved saves maintain maintains maintained maintaining
                planted_flags_on planted_its_flag_on planted_its_flag_over raised_its_flag_over
                rests_with remains_with lies_with stays_with remained_with in_the_keeping_of
                """)
        add(
            .intruder,
            words: """
                besieger besiegers offensive_side attacking_side attacking_army attacking_troops attacking_forces interloper
                interlopers incomers trespasser trespassers encroacher conqueror conquerors marauder marauders
                """)
        add(
            .defender,
            words: """
                defence defense defending_side defending_army defending_forces defending_units besieged
                home_side home_army
                """)
        add(.speech, words: "grant grants begrudge begrudges")
        add(
            .source,
            words: """
                mapmaker mapmakers map-maker map-makers defence_ministry defense_ministry ministry_of_defence ministry_of_defense defence_minister defense_minister
                defence_staff defense_staff defence_analyst defense_analyst defence_analysts defense_analysts
                defence_correspondent defense_correspondent
                """)
        add(
            .change,
            words: """
                sagged sags sag slowed slows slow slackened slackens slacken eased eases ease quickened quickens accelerated
                accelerates doubled trebled tripled halved plunged plunges plummeted jumped jumps leapt leaped soared soars crawled swung
                inched_up crept_up ticked_up edged_up slipped slips sunk thinned thins dipped dips recovered_to
                fell_back bounced rebounded tumbled tumbles mounted mounts picked_up
                """)
    }

    mutating func addEnglishNearMeasures() {
        add(
            .held,
            words: """
                boot heel yoke thumb is_back_on back_on stay stays stayed stands_on colours colors coloured colored paints painted flies flying waves hold holds held holding control controls controlled controlling occupy occupies occupied occupying occupation
                possess possesses possessed keep keeps kept keeping sit_on sits_on sat_on cling_to clings_to clung_to clings
                cling clung retain retains retained owns owned in_the_hands in_hands hands grip under_control theirs ours
                command commands commanded rule rules ruled have_now has had have hold_on hold_onto holds_onto under_occupation
                grasp possession clutches controls_now under_flag flag flies hold_of belongs belong counts_as administered
                administer administers dominates dominate tenure holding_of footing maintains_control red_on_the_map
                is_his his_own under_the_control accounts_for sway stands_at stood_at amounts_to amounted_to came_to comes_to
                takes_in takes_up squat squats squatted garrisons garrisoned
                """)
        add(.swaps, words: "changed_hands changed_sides changed_colour changed_color")
        add(
            .amounts,
            words: "stands_at stood_at amounts_to amounted_to came_to comes_to adds_up_to added_up_to sums_to"
        )
        add(
            .remains,
            words: """
                leaving remain remains remained left is_left still leaves spares remaining spared unconquered 
                outstanding untaken clean_but_for all_that_is_left
                """)
        add(
            .gained,
            words: """
                eats got get gets followed changed_colour changed_color changed_hands changed_sides take takes took taken taking seize seizes seized seizing seizure capture captures captured capturing conquer
                conquers conquered win wins won grab grabs grabbed gain gains gained gaining advance advances advanced
                advancing overrun overran overrunning free frees freed liberate liberates liberated liberating liberation
                cleared clear clears clearing swept sweep sweeps bit_off bite_off bites_off bitten_off swallow swallows
                swallowed added adds add turned_red turn_red newly_shaded shaded_red conquest conquests take_over took_over
                taken_over snatched snatch pocketed occupied_anew nudged nudge annexed annex acquired acquire secured secure
                expanded extended moved_forward crept pushed chewed_through gobbled ate ate_up eaten wrested haul bagged pace
                carved_out carved carve_out inroads advance_of monthly_take monthly_haul absorbed collected subdued spread
                plus entered_ours fell_to fallen_to fell fallen shifted_to move_up gobble picked_up notched moved_through
                added_to
                """)
        add(
            .regained,
            words: """
                is_back are_back was_back were_back retake retakes retook retaken recapture recaptures recaptured regain regains regained reclaim reclaims
                reclaimed won_back win_back wins_back clawed_back claw_back claws_back recover recovers recovered take_back
                took_back taken_back takes_back ours_again recovery restored restore
                """)
        add(
            .lost,
            words: """
                pushed_back driven_back thrown_back beaten_back forced_back pushed_out driven_out thrown_out forced_out expelled lose loses lost losing loss losses give_up gives_up gave_up given_up giving_up forfeit forfeits forfeited cede
                cedes ceded surrender surrenders surrendered abandon abandoned abandons relinquish relinquished slipped_away
                slips_away slip_away gone driven_from pushed_out_of yielded yield yields parted_with withdrew_from withdrawn
                minus given_away gave_away forgone sacrificed shed sheds vacated bled dropped let_go gave_ground retreated_from
                """)
        add(
            .areaUnit, words: "km² km2 sq_km sq_kilometres square_kilometres square_kilometers sqkm square_km"
        )
        add(
            .lacks,
            words:
                "has_not_conquered has_not_taken not_conquered not_taken not_yet_conquered yet_to_take has_yet_to_conquer does_not_have do_not_have not_have does_not_hold does_not_control not_yet_taken lacks lacking lack short_of missing falls_short needs"
        )
        add(
            .offers,
            words: """
                give_back gives_back hand_over hands_over hand_back return returns quit quits vacate withdraw_from
                pull_out_of march_out_of part_with parts_with
                """)
        add(
            .most,
            words:
                "mostly nearly_all almost_all chiefly mainly largely most least highest biggest fastest best worst much"
        )
        add(
            .overall,
            words:
                "whole overall in_all all_told altogether in_total total nationwide countrywide country_wide nation_wide"
        )
        add(.including, words: "include includes including included")
        add(.gives, words: "brought brings gave gives handed earned granted won_for netted gifted")
        add(.favour, words: "favour favor benefit expense")
        add(.costs, words: "cost costs costing")
        add(
            .net,
            words: """
                net balance net_gain on_balance in_the_balance balance_sheet_of net_loss net_change difference_of surplus
                bottom_line lengthened_by shortened_by plus_of netted
                """)
        add(
            .peak,
            words: """
                never_surpassed never_exceeded never_topped surpassed never_grew_beyond largest peak peaked at_its_height at_its_widest at_its_largest at_its_peak at_their_peak at_its_greatest at_its_most
                maximum at_its_maximum crested at_the_height high-water_mark high_water_mark largest_extent zenith at_its_biggest
                greatest_extent apex culminated topped_out at_its_zenith its_widest its_height
                """)
        add(
            .atFirst,
            words:
                "at_first initially originally at_the_outset in_the_beginning to_begin_with first_seized once_held once"
        )
        add(
            .lowest, words: "lowest smallest least minimum so_little never_so_little low_point trough weakest"
        )
        add(
            .mean,
            words:
                "average averages averaged averaging mean on_average per_month_on_average an_average monthly_average"
        )
        add(.allBut, words: "all_but everything_but everything_except all_except except_for but_for bar")
        add(.another, words: "another further a_further additional extra yet_another fresh new")
        add(
            .size,
            words: """
                measures measure spans span covers cover covering an_area_of with_an_area area_of size_of is_the_size total_area
                in_size extends extends_over has_an_area surface_of sprawls big large area surface
                """)
        add(
            .change,
            words: """
                shrunk shrink shrinks shrank shrivelled shriveled dwindled dwindles grown grew grows grow shrinking growing
                climbed climb climbs risen rose rises fell down up dropped reduced spread_to swollen
                swelled went increased decreased increase decrease widened widens narrowed contracted
                collapsed melted expanded_to ballooned withered dwindle slid sank
                """)
        add(.more, words: "more less fewer longer shorter larger smaller greater above_the below_the bigger")
        add(.than, words: "than as_much_as as_many_as as_large_as as_fast_as")
        add(.deep, words: "into penetration deep deeper depth inside into far_into in_depth deepest inland")
        add(.beyond, words: "past across over beyond inside")
        add(
            .advance,
            words: """
                penetration advance advanced advances advancing push pushed pushing crept creep crawled moved run ran thrust drove gone
                forward progress came come inched edged
                """)
        add(
            .long,
            words:
                "measured long length lengthwise laid_end_to_end end_to_end runs stretches stretch comes_to measures winds extends"
        )
        add(.radius, words: "radius circle perimeter ring")
        add(.local, words: "bridgehead bridgeheads beachhead beachheads lane")
        add(
            .together,
            words:
                "together combined put_together taken_together in_total altogether in_all jointly both all_told overall total two three four"
        )
        add(.back, words: "back again ")
        add(
            .plan,
            words: """
                offers offered offering orders order_is instructed plan plans planned planning goal goals aim aims aimed intend intends intended dream dreams ambition want wants
                wanted buffer buffer_zone security_belt security_zone sanitary_zone belt would could should may might
                proposed proposal proposes demand demands demanded_belt envisage envisages envisaged hope hopes forecast
                forecasts expects expect expected target targets draft sketches projected projection will shall
                seek seeks until_the_end_of_next prospective
                """)
        add(
            .hazard,
            words: """
                fought_over searched combed patrolled shelled bombed mine mines mined minefield minefields mining demined demining sappers explosives ordnance contaminated
                unexploded fire fires burnt burned burning blaze blazes wildfire wildfires blackened scorched charred flood
                flooded floods inundated underwater submerged smoke forest_fire pollution polluted de-mined
                deminers flames ash flooding drought mine-clearing cleared_of_mines reservoir
                """)
        add(
            .crop,
            words: """
                wheat farmland crop crops harvest sown fields cropland arable vineyards orchard grain wheat_land farm_land
                maize sunflower barley pine forest woodland pasture lakes lake sea steppe_fire
                """)
        add(
            .object,
            words: """
                bridge bridges dam plant quarry pond airfield airport base factory warehouse park reserve mine_shaft canal
                pipeline fence wall ditch ditches teeth dragon's_teeth obstacle obstacles fortifications fortified trenchwork tunnel road
                railway runway built-up field stadium embankment wire anti-tank island islands spit dunes cemetery steelworks
                refinery mill depot motorway highway netting nets
                """)
        add(
            .counted,
            words: """
                turnout voters votes shelling drones people residents population civilians soldiers attacks attack strikes
                assaults clashes price prices budget points percentage_points troops_lost casualties deaths missiles rubles
                dollars euros output gdp inflation respondents electricity power production exports seats
                """)
    }
}
