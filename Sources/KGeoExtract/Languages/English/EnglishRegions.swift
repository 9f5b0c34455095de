// Words: names of regions in English texts, in the spellings of both sides: the first level of Ukraine, the Russian
// regions beside it, the countries; and the nouns that say what a name is.

extension ReadingLexicon {
    mutating func addEnglishRegions() {
        let ukraine: [(name: String, isCityToo: Bool, words: String)] = [
            ("Cherkasy", true, "cherkasy cherkassy"), ("Chernihiv", true, "chernihiv chernigov"),
            ("Chernivtsi", true, "chernivtsi chernovtsy"),
            ("Dnipropetrovsk", false, "dnipropetrovsk dnepropetrovsk dnipropetrovshchyna"),
            ("Donetsk", true, "donetsk"), ("Ivano-Frankivsk", true, "ivano-frankivsk ivano-frankovsk"),
            ("Kharkiv", true, "kharkiv kharkov"), ("Kherson", true, "kherson"),
            ("Khmelnytskyi", true, "khmelnytskyi khmelnytsky khmelnitsky khmelnitskiy"),
            ("Kirovohrad", false, "kirovohrad kirovograd"), ("Luhansk", true, "luhansk lugansk"),
            ("Lviv", true, "lviv lvov"), ("Mykolaiv", true, "mykolaiv nikolaev nikolayev mykolayiv"),
            ("Odesa", true, "odesa odessa"), ("Poltava", true, "poltava"), ("Rivne", true, "rivne rovno"),
            ("Sumy", true, "sumy"), ("Ternopil", true, "ternopil ternopol"),
            ("Vinnytsia", true, "vinnytsia vinnitsa"), ("Volyn", false, "volyn"),
            ("Zakarpattia", false, "zakarpattia transcarpathia"),
            ("Zaporizhzhia", true, "zaporizhzhia zaporizhia zaporozhye zaporizhzhya zaporozhzhia zaporozhe"),
            ("Zhytomyr", true, "zhytomyr zhitomir"),
        ]
        for region in ukraine {
            self.region(
                "\(region.name) Oblast", in: "Ukraine", isCityToo: region.isCityToo, words: region.words)
        }
        region(
            "Kyiv Oblast", in: "Ukraine", isCityToo: false,
            words: "kyiv_oblast kyiv_region kiev_region kiev_oblast")
        region("Crimea", in: "Ukraine", isCityToo: false, words: "crimea crimean_peninsula")
        region("Sevastopol", in: "Ukraine", isCityToo: true, words: "sevastopol")
        region("Donetsk Oblast", in: "Ukraine", isCityToo: false, words: "dpr dnr donetsk_people_republic")
        region(
            "Luhansk Oblast", in: "Ukraine", isCityToo: false,
            words: "lpr lnr lugansk_people_republic luhansk_people_republic")
        for name in ["Kursk", "Belgorod", "Bryansk", "Voronezh", "Rostov"] {
            region("\(name) Oblast", in: "Russia", isCityToo: true, words: name)
        }
        region("Krasnodar Krai", in: "Russia", isCityToo: true, words: "krasnodar")
        set("donbas donbass") {
            $0.senses.insert(.region)
            $0.names = ["Donetsk Oblast", "Luhansk Oblast"]
        }
        add(
            .regionNoun,
            words: "oblast region province republic borderland people_republic krai governorate countryside")
        add(.regionNouns, words: "oblasts regions provinces republics")
        add(.direction, words: "administrative_border administrative_boundary")
        add(.district, words: "district raion county districts raions municipality community hromada")
        add(
            .direction,
            words: """
                axis axes direction directions front sector sectors fronts thrust line_of_advance flank salient's operational_area
                """)
        add(.nation, words: "country nation whole_country entire_country")
        add(.there, words: "there region oblast province")
        add(
            .pocket,
            words: """
                pocket foothold salient wedge incursion raid bulge intrusion enclave holdings toehold lodgement lodgment
                operation sally cross-border_operation expedition venture sliver
                """)
        add(
            .ground,
            words: """
                territory territories soil land lands ground terrain area areas territory_of surface landmass kilometres of_land
                hold conquests losses gains
                """)
        add(
            .near,
            words: """
                near around outside towards toward along beside close_to surroundings vicinity environs approaches outskirts
                north_of south_of east_of west_of northeast_of northwest_of southeast_of southwest_of north-east_of
                north-west_of south-east_of south-west_of beyond opposite across_from surrounding 
                """)
        add(.within, words: "into in inside within across throughout over all")
        add(.of, words: "of")
        add(.from, words: "from")
        add(.to, words: "to")
        add(.by, words: "by")
        add(.between, words: "between")
        add(.and, words: "and &")
        add(.or, words: "or")
        add(
            .border,
            words: "border frontier state_border international_border borderline boundary state_frontier")
        add(
            .front,
            words: """
                line_between_the_armies line_between_the_two_armies the_front whole_front entire_front front_line frontline line_of_contact contact_line line_of_control battle_line line_of_battle front_lines
                frontlines line_of_engagement lines_of_contact line_of_combat_contact a_front of_front
                line_on_which_the_armies line_on_which_the_two_armies line_along_which_the_two_armies
                """)
        add(
            .edge,
            words: """
                units trenches trench positions position tip spearhead spearheads forward_positions lines line forward_line outposts
                foremost_positions vanguard forward_edge nearest_positions troops soldiers infantry patrols assault_groups
                scouts picket pickets outpost post posts rifle rifles gun guns fighting battles foxhole foxholes dugouts
                front_line frontline contact_line line_of_contact
                """)
        add(
            .city,
            words: """
                city town suburb suburbs outskirts blocks centre center capital streets market_square station railway_station
                village city_limits city_limit edge_of_town town_hall houses cathedral
                """)
        add(
            .contested,
            words: """
                no_man's_land no_man_land grey_zone gray_zone contested disputed nobody neither_side neither_army grey gray
                no-man's-land unclear unclaimed twilight_zone neither nobody's grey_area
                """)
    }
}
