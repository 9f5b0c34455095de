// Words: who has ground and who speaks, in English: the two sides, their stand-ins, other countries and wars.

extension ReadingLexicon {
    mutating func addEnglishSides() {
        sides = ["Russia", "Ukraine"]
        campaigns = ["Kursk Oblast": "2024-08-06"]
        name(.country, ["Russia"], words: "russia russian_federation")
        name(.country, ["Ukraine"], words: "ukraine")
        name(.demonym, ["Russia"], words: "russian pro-russian soviet-style")
        name(.demonym, ["Ukraine"], words: "ukrainian")
        name(
            .people, ["Russia"],
            words:
                "russians muscovites separatists proxies russian_army vladimir_putin putin gerasimov belousov shoigu"
        )
        name(
            .people, ["Ukraine"],
            words: "ukrainians zelensky zelenskyy zelenskiy syrskyi syrsky budanov")
        name(.seat, ["Russia"], words: "moscow kremlin duma state_duma rosgvardia fsb")
        name(.seat, ["Ukraine"], words: "kyiv kiev bankova rada verkhovna_rada sbu")
        add(
            .enemy,
            words: """
                enemy enemies foe foes adversary adversaries opponent opponents other_side opposing_side opposing_army rival
                hostile enemy_troops enemy_forces opposite_side enemy's
                """)
        add(.first, words: "ours_again we us our ours my mine me ourselves i")
        add(.third, words: "they them their theirs it its he his him she her hers itself themselves himself")
        add(
            .force,
            words: """
                forces force troops army armies soldiers infantry columns column units unit brigade brigades battalion
                battalions regiment regiments division corps paratroopers marines navy command men boys fighters assault
                groups group gunners tanks armour armor military commanders generals general_staff guard invaders flag flags
                colours banner servicemen defenders staff vanguard spearhead side formations squads detachments
                """)
        add(
            .speech,
            words: """
                rejects rejected dismisses dismissed brands branded say says said saying tell tells told report reports reported claim claims claimed estimate estimates estimated
                announce announces announced note notes noted add adds added calculate calculates calculated confirm confirms
                confirmed write writes wrote concede concedes conceded admit admits admitted boast boasts boasted insist
                insists insisted reckon reckons reckoned count counts counted declare declares declared state states stated
                acknowledge acknowledges acknowledged argue argues argued assert asserts asserted allege alleges alleged
                suggest suggests suggested vow vows vowed put puts warn warns warned explain explains explained reply replies
                replied answer answers answered speak speaks spoke spoken describe describes described find finds found
                conclude concludes concluded recall recalls recalled grumble grumbled quip quipped remark remarks remarked
                assure assures assured maintain maintains maintained stress stressed respond responds responded retort
                retorted quote quotes quoted complain complains complained credit credits credited give_out gave_out tally
                tallies tallied post posts posted show shows showed let_it_be_known sums_up summed_up asks asked sighs sighed
                laughs laughed joked countered counters continued continues cited cites dispute disputes disputed
                deny denies denied objects objected scoffed scoffs shrugs shrugged allow allows allowed
                """)
        add(
            .according,
            words:
                "according_to per by_the_reckoning_of by_the_count_of in_the_words_of by_the_ledger_of citing reckons"
        )
        add(
            .source,
            words: """
                spokesman spokeswoman spokesperson ministry minister commander colonel general captain major lieutenant sergeant
                officer official officials aide analyst analysts expert experts observer observers monitor monitors mapper
                mappers cartographer cartographers blog blogger bloggers agency president governor chief chief_of_staff
                general_staff staff intelligence institute think_tank desk newspaper report reports map_room group source
                sources diplomat diplomats envoy deputy adviser advisers head briefing bulletin headquarters volunteers
                volunteer soldier resident mayor office media channel channels journalist reporter correspondent researcher
                researchers brigadier admiral paper minister's lawmaker senator prime_minister
                """)
        add(
            .foreign,
            words: """
                sudan sudanese khartoum israel israeli israelis gaza hamas hezbollah lebanon lebanese syria syrian syrians
                damascus turkey turkish ankara iran iranian tehran iraq iraqi baghdad kurdish kurds azerbaijan azerbaijani
                azerbaijanis baku armenia armenian yerevan karabakh georgia georgian tbilisi abkhazia ossetia chechnya
                chechen grozny afghanistan afghan taliban pakistan pakistani india indian china chinese beijing taiwan
                myanmar burma burmese arakan ethiopia ethiopian tigray eritrea somalia somali congo congolese rwanda rwandan
                goma yemen yemeni houthi houthis saudi libya libyan mali malian niger nigeria haram chad finland finnish
                poland polish belarus belarusian romania moldova transnistria germany german wehrmacht reich france french
                britain british england spain spanish italy italian portugal netherlands dutch belgium belgian luxembourg
                denmark danish norway sweden swedish estonia latvia lithuania hungary hungarian slovakia serbia kosovo bosnia
                croatia greece greek cyprus cypriot japan japanese korea korean vietnam vietnamese cambodia thailand america
                american u.s usa texas california delaware london paris rome berlin wales scotland egypt sinai falklands
                west_bank golan kashmir darfur el_fasher rsf saf m23 red_army 1941 1942 1943 1944 1945 world_war second_world_war
                great_patriotic_war nagorno colombia mexico sahel burkina
                """)
    }
}
