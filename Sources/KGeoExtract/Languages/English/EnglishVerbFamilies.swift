// Words: more verbs of ground in English, by families: what is torn off, eaten, cleared, given away, clung to.

extension ReadingLexicon {
    /// Verbs that say the same of ground as the plain ones, each in five forms.
    mutating func addEnglishVerbFamilies() {
        verbs(.gained, forms: Self.taking)
        verbs(.regained, forms: Self.takingBack)
        verbs(.lost, forms: Self.losing)
        verbs(.held, forms: Self.having)
    }

    private static let taking = [
        "wrest wrests wrested wrested wresting", "snatch snatches snatched snatched snatching",
        "annex annexes annexed annexed annexing", "acquire acquires acquired acquired acquiring",
        "absorb absorbs absorbed absorbed absorbing", "swallow swallows swallowed swallowed swallowing",
        "swallow_up swallows_up swallowed_up swallowed_up swallowing_up",
        "gobble_up gobbles_up gobbled_up gobbled_up gobbling_up",
        "carve_out carves_out carved_out carved_out carving_out",
        "carve_off carves_off carved_off carved_off carving_off",
        "bite_off bites_off bit_off bitten_off biting_off",
        "chew_up chews_up chewed_up chewed_up chewing_up",
        "nibble nibbles nibbled nibbled nibbling", "pick_up picks_up picked_up picked_up picking_up",
        "notch_up notches_up notched_up notched_up notching_up",
        "chalk_up chalks_up chalked_up chalked_up chalking_up",
        "rack_up racks_up racked_up racked_up racking_up",
        "pocket pockets pocketed pocketed pocketing", "usurp usurps usurped usurped usurping",
        "appropriate appropriates appropriated appropriated appropriating",
        "subdue subdues subdued subdued subduing", "subjugate subjugates subjugated subjugated subjugating",
        "clear clears cleared cleared clearing", "sweep sweeps swept swept sweeping",
        "mop_up mops_up mopped_up mopped_up mopping_up",
        "make_off_with makes_off_with made_off_with made_off_with making_off_with",
        "get_hold_of gets_hold_of got_hold_of got_hold_of getting_hold_of",
        "take_hold_of takes_hold_of took_hold_of taken_hold_of taking_hold_of",
        "take_possession_of takes_possession_of took_possession_of taken_possession_of taking_possession_of",
        "assume_control_of assumes_control_of assumed_control_of assumed_control_of assuming_control_of",
        "assume_control_over assumes_control_over assumed_control_over assumed_control_over assuming_control_over",
        "bring_under_control brings_under_control brought_under_control brought_under_control bringing_under_control",
        "roll_over rolls_over rolled_over rolled_over rolling_over",
    ]

    private static let takingBack = [
        "claw_back claws_back clawed_back clawed_back clawing_back",
        "wrest_back wrests_back wrested_back wrested_back wresting_back",
        "snatch_back snatches_back snatched_back snatched_back snatching_back",
        "get_back gets_back got_back gotten_back getting_back",
        "seize_back seizes_back seized_back seized_back seizing_back",
        "reoccupy reoccupies reoccupied reoccupied reoccupying",
        "retrieve retrieves retrieved retrieved retrieving",
        "restore_control_over restores_control_over restored_control_over restored_control_over restoring_control_over",
        "restore_control_of restores_control_of restored_control_of restored_control_of restoring_control_of",
        "reestablish_control_over reestablishes_control_over reestablished_control_over reestablished_control_over reestablishing_control_over",
    ]

    private static let losing = [
        "forfeit forfeits forfeited forfeited forfeiting",
        "relinquish relinquishes relinquished relinquished relinquishing",
        "yield yields yielded yielded yielding", "shed sheds shed shed shedding",
        "sacrifice sacrifices sacrificed sacrificed sacrificing",
        "forgo forgoes forwent forgone forgoing", "give_away gives_away gave_away given_away giving_away",
        "part_with parts_with parted_with parted_with parting_with",
        "retreat_from retreats_from retreated_from retreated_from retreating_from",
        "withdraw_from withdraws_from withdrew_from withdrawn_from withdrawing_from",
        "pull_out_of pulls_out_of pulled_out_of pulled_out_of pulling_out_of",
        "fall_back_from falls_back_from fell_back_from fallen_back_from falling_back_from",
        "evacuate evacuates evacuated evacuated evacuating", "vacate vacates vacated vacated vacating",
    ]

    private static let having = [
        "administer administers administered administered administering",
        "dominate dominates dominated dominated dominating", "rule rules ruled ruled ruling",
        "command commands commanded commanded commanding", "own owns owned owned owning",
        "sit_on sits_on sat_on sat_on sitting_on", "stand_on stands_on stood_on stood_on standing_on",
        "squat_on squats_on squatted_on squatted_on squatting_on",
        "cling_to clings_to clung_to clung_to clinging_to",
        "cling_on_to clings_on_to clung_on_to clung_on_to clinging_on_to",
        "hang_on_to hangs_on_to hung_on_to hung_on_to hanging_on_to",
        "hold_on_to holds_on_to held_on_to held_on_to holding_on_to",
        "hold_onto holds_onto held_onto held_onto holding_onto",
        "garrison garrisons garrisoned garrisoned garrisoning",
        "defend defends defended defended defending",
        "be_in_control_of is_in_control_of was_in_control_of been_in_control_of being_in_control_of",
        "are_in_control_of are_in_control_of were_in_control_of been_in_control_of being_in_control_of",
        "be_in_possession_of is_in_possession_of was_in_possession_of been_in_possession_of being_in_possession_of",
        "are_in_possession_of are_in_possession_of were_in_possession_of been_in_possession_of being_in_possession_of",
        "have_full_control_of has_full_control_of had_full_control_of had_full_control_of having_full_control_of",
        "have_full_control_over has_full_control_over had_full_control_over had_full_control_over having_full_control_over",
        "exercise_control_over exercises_control_over exercised_control_over exercised_control_over exercising_control_over",
        "exert_control_over exerts_control_over exerted_control_over exerted_control_over exerting_control_over",
    ]
}
