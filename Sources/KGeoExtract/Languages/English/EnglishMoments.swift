// Words: time in English, for resolving days and spans against the day of publication; and small words.

extension ReadingLexicon {
    mutating func addEnglishMoments() {
        number(
            .month, from: 1,
            words: [
                "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
                "august aug",
                "september sep sept", "october oct", "november nov", "december dec",
            ])
        number(
            .weekday, from: 1,
            words: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
        number(
            .ordinal, from: 1,
            words: [
                "first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th",
                "eighth 8th", "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th", "thirteenth 13th",
                "fourteenth 14th", "fifteenth 15th", "sixteenth 16th", "seventeenth 17th", "eighteenth 18th",
                "nineteenth 19th", "twentieth 20th", "twenty-first 21st", "twenty-second 22nd",
                "twenty-third 23rd",
                "twenty-fourth 24th", "twenty-fifth 25th", "twenty-sixth 26th", "twenty-seventh 27th",
                "twenty-eighth 28th", "twenty-ninth 29th", "thirtieth 30th", "thirty-first 31st",
            ])
        number(
            .cardinal, from: 1,
            words: [
                "one a an", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven",
                "twelve dozen", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                "nineteen",
                "twenty",
            ])
        let ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        for (ten, word) in [
            (20, "twenty"), (30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy"),
            (80, "eighty"), (90, "ninety"),
        ] {
            for (one, rest) in [(0, "")] + zip(1..., ones.map { "_" + $0 }) {
                set(word + rest) {
                    $0.senses.insert(.cardinal)
                    $0.value = ten + one
                }
            }
        }
        // The days on which wars and campaigns began, as year, month and day in one number.
        for (day, words) in [
            (20_220_224, "full-scale_invasion great_invasion full-scale_war invasion full-scale_aggression"),
            (20_240_806, "kursk_incursion kursk_raid kursk_operation incursion raid"),
        ] {
            set(words) {
                $0.senses.insert(.event)
                $0.value = day
            }
        }
        // Seasons by their first month.
        number(.season, from: 3, words: ["spring"])
        number(.season, from: 6, words: ["summer summer_months"])
        number(.season, from: 9, words: ["autumn fall"])
        number(.season, from: 12, words: ["winter"])
        add(.dayUnit, words: "day days")
        add(.weekUnit, words: "week weeks")
        add(.monthUnit, words: "month months")
        add(.yearUnit, words: "year years twelvemonth")
        add(.quarterUnit, words: "quarter quarters")
        add(.hourUnit, words: "hour hours")
        add(.fortnight, words: "fortnight fortnights")
        add(.halfOf, words: "half")
        add(.weekend, words: "weekend")
        number(.quarterName, from: 1, words: ["q1", "q2", "q3", "q4"])
        number(.halfName, from: 1, words: ["h1", "h2"])
        add(.today, words: "today tonight this_morning this_evening this_afternoon")
        add(.yesterday, words: "yesterday last_night")
        set("day_before_yesterday") {
            $0.senses.insert(.yesterday)
            $0.value = 2
        }
        add(
            .now,
            words:
                "now right_now currently at_present presently to_date at_the_moment nowadays by_now to_this_day these_days as_of_now so_far"
        )
        add(.soFar, words: "so_far to_date until_now up_to_now thus_far")
        add(.last, words: "last previous preceding")
        add(.previous, words: "previous preceding")
        add(.pastUnit, words: "past")
        add(.this, words: "this current the_current the_present present running")
        add(.ago, words: "ago")
        add(.earlier, words: "on_the_eve_of eve_of ahead_of earlier before prior previously beforehand")
        add(.later, words: "later after thereafter on afterwards")
        add(.same, words: "same that those")
        add(.duration, words: "period time span stretch interval days weeks months spell")
        add(
            .unnamedTime,
            words: """
                one_of_those_days one_of_these_days one_of_the_days on_some_days some_days certain_days several_days
                a_few_days a_few_weeks recent_days recent_weeks recent_months recently lately some_day one_fine_day
                on_a_good_day on_a_bad_day on_its_best_day on_other_days
                """)
        add(.justGone, words: "just_gone just_ended just_past just_over")
        add(.when, words: "when as once")
        add(.then, words: "then back_then at_that_time at_the_time by_then that_day that_month")
        add(.since, words: "since after following")
        add(.until, words: "until till by through up_to to as_of as_at")
        add(.asOf, words: "as_of as_at")
        add(
            .start,
            words:
                "start beginning opening onset opened begin began open opens outset dawn")
        add(.end, words: "end close closed ended closes ending ends out closing final latter")
        add(.early, words: "early")
        add(.late, words: "late last_days_of final_days_of last_days dying_days_of")
        add(.middle, words: "mid middle")
        // Feasts by their month and day in one number.
        number(.newYear, from: 101, words: ["new_year new_year's_day new_year_day turn_of_the_year"])
        number(.newYear, from: 1_231, words: ["new_year_eve"])
        number(.christmas, from: 1_225, words: ["christmas christmas_day"])
        number(.christmas, from: 1_224, words: ["christmas_eve"])
        add(.during, words: "in over during across through throughout within on at")
        add(.entered, words: "entered entering enters began begins opened starts started")
        add(.left, words: "left leaves ended exited closed closes finished finishes")
        add(.relative, words: "which who that whom whose where")
        add(.contrast, words: "while whereas but although though after so because as yet whilst where")
        add(.auxiliary, words: "is are was were be been has have had being it's")
        add(.isNow, words: "is are it's")
        add(.was, words: "was were")
        add(.been, words: "been being be")
        add(.has, words: "has have")
        add(.had, words: "had")
        add(.conditional, words: "if unless whether")
        add(
            .negation,
            words:
                "no not never nothing none nor without neither nowhere hasn't haven't didn't doesn't don't isn't aren't wasn't weren't hadn't barely hardly"
        )
        add(.article, words: "the a an this that these those its their his her our")
        add(
            .preposition,
            words:
                "in of on at by for with from to into over under across near around past along through during within against after before since until between among toward towards beyond than as"
        )
        add(
            .abbreviation,
            words:
                "sq km gen col lt maj capt dr mr mrs ms st approx jan feb mar apr jun jul aug sep sept oct nov dec no vs u.s mi brig sgt prof ca c"
        )
        possessives = ["'s", "'"]
    }

    /// The words of English.
    public static let english: ReadingLexicon = {
        var lexicon = ReadingLexicon()
        lexicon.addEnglishSides()
        lexicon.addEnglishRegions()
        lexicon.addEnglishMeasures()
        lexicon.addEnglishMoments()
        return lexicon
    }()
}
