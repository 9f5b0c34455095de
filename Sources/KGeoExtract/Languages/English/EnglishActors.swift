// Words: English words for who acts and who speaks. Neutral by being complete: nobody is left out by intent, and a
// name that is not here is still found when it stands before a word such as "forces" or "army".

extension LexiconBuilder {
    mutating func addEnglishActors() {
        add(
            """
            forces force troops army armies soldiers rebels insurgents militants militia militias fighters
            brigade brigades battalion division corps regiment junta government coalition alliance command navy marines
            guard guards paramilitaries separatists jihadists guerrillas settlers military units unit column
            resistance legion group invaders defenders attackers occupiers police gunmen loyalists raiders
            commandos garrison confederates allies caliphate administration
            """, .force)
        addVerbs(
            """
            say report claim assess estimate announce note add calculate confirm tell write find conclude admit
            assert declare insist acknowledge reckon allege suggest indicate warn argue stress reveal predict boast record
            """, .speech)
        add(
            "said told wrote found put puts citing according cited per showed shows show reportedly allegedly data analysis",
            .speech)
        // Names of countries, capitals that stand for governments, and movements.
        add(
            """
            russia russian moscow kremlin ukraine ukrainian kyiv kiev israel israeli idf hamas hezbollah palestinian
            syria syrian assad hts turkey turkish ankara iran iranian tehran iraq iraqi kurdish sdf kurds isis isil
            daesh taliban afghanistan afghan pakistan pakistani india indian china chinese beijing taiwan taiwanese
            myanmar tatmadaw arakan sudan sudanese rsf saf ethiopia ethiopian tigray tigrayan tplf eritrea eritrean
            somalia somali shabaab congo congolese rwanda rwandan m23 yemen yemeni houthi houthis saudi armenia
            armenian azerbaijan azerbaijani azeri baku yerevan georgia georgian serbia serbian kosovo bosnia bosnian
            croatia croatian germany german wehrmacht british britain france french american u.s washington
            soviet japan japanese vietnam vietnamese korea korean dprk libya libyan haftar mali malian niger nigeria
            nigerian haram wagner poland polish belarus belarusian finland finnish lebanon lebanese egypt egyptian
            jordan jordanian morocco moroccan polisario algeria venezuela colombia farc thailand thai cambodia
            cambodian nato allied axis union confederate confederates ottoman austrian italian spanish pyongyang
            """, .named)
        add(
            """
            analysts analyst experts expert observers monitors monitor institute commander general staff witnesses witness
            residents scientists researchers firefighters crews watchdog study survey army military
            officials official ministry minister authorities mayor prosecutor envoy diplomat adviser aide chief head
            farmer farmers mappers association institute agency charity ngo bureau office newspaper daily broadcaster
            activists campaigners opposition lawmaker deputy secretary rangers rescuers villagers volunteers
            historian historians geographer engineer engineers professor source sources inspector governor
            spokesman spokesperson spokeswoman president governor
            """,
            .people)
        // "by one count", "by the ministry's own estimate".
        set("count counts tally reckoning estimate estimates estimation calculation calculations") {
            $0.part = $0.part ?? .tally
        }
    }
}
