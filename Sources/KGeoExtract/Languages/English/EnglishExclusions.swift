// Words: English words that speak against a claim: vertical measures, sport, weapons' ranges, objects, floors.

extension LexiconBuilder {
    mutating func addEnglishExclusions() {
        add(
            "quake earthquake tremor aftershock aftershocks quakes earthquakes epicentre epicenter hypocentre hypocenter magnitude seismic temblor",
            .quake)
        add(
            """
            altitude elevation tall underground underwater sky summit peak peaks tower towers
            skyscraper crest crested balloon wave waves tsunami snow rain rainfall snowfall drilled well borehole mine
            shaft dive divers diver dived submarine seabed bunker basement storey storeys floors mast chimney spire
            cliff cliffs waterfall plume ash column-of-smoke geyser trench-wall flagpole monument statue height
            heights altitudes groundwater aquifer crater hole pit cave caves hill hills mountain mountains dune
            water-level crane flames thick icefall drill reservoir-level smoke floodwater floodwaters
            surface-to-air lake lakes atmosphere stratosphere climbed climb climbs climbing ascended ascend ascent
            descended descend descent soared hovered hovering ceiling orbit orbits orbiting orbited
            """, .vertical)
        add(
            "water_table into_the_air in_the_air above_sea_level sea_level below_ground below_the_surface beneath_the_surface under_the_surface feet_under below_sea_level",
            .vertical)
        add(
            """
            race races marathon runner runners sprint sprinter relay medal medals gold olympic olympics champion
            championship cyclist cyclists cycling stage peloton lap laps swimmer swimmers swim swam freestyle
            butterfly breaststroke steeplechase hurdles dash athletics athlete jogging jogged jog triathlon ironman
            tournament season coach golfer golf putt par yardage touchdown quarterback rushing receiver furlong
            horse racecourse grand prix circuit skier skiing rower rowing regatta biathlon kick penalty striker
            goal goalkeeper skidded overshot hurled catapulted ultramarathon parkrun treadmill
            """, .sport)
        add(
            """
            range ranges ranged munition warhead warheads propelled cruise payload manoeuvre endurance
            top-speed flight-range
            """, .weaponRange)
        add(
            "can_fly can_hit can_strike can_reach can_travel could_hit could_strike could_reach capable_of able_to_hit able_to_strike able_to_reach can_fire able_to_fly could_fly able_to_travel range_of reach_of can_detect can_see can_track could_detect able_to_detect can_shoot can_engage can_destroy can_lob could_fire could_travel fires_shells maximum_range effective_range line_of_sight radius_of_action combat_radius action_radius operational_radius km_reach kilometre_reach kilometer_reach mile_reach km_range charge_for fuel_for enough_charge enough_fuel on_a_single_charge on_one_charge on_a_full_tank on_one_tank designed_to_fly designed_to_strike designed_to_hit flight_range",
            .weaponRange)
        add(
            """
            ship ships vessel vessels yacht tanker freighter ferry boat boats aircraft airliner plane drone drones
            bus buses truck trucks lorry tank tanks submarine submarines missile missiles rocket rockets shell shells
            torpedo whale crocodile snake shark python anaconda dinosaur statue sculpture banner flag cake pizza
            table sofa car cars limousine carrier frigate destroyer warship container antenna blade blades
            telescope pole poles rope bed sandwich tail trailer barge spikes teeth fish tree trees hull log beam
            beams mural painting carpet pool wingspan bow stern nose wingtip
            """, .object)
        add(
            """
            apartment apartments flat flats house houses home homes office offices floor floors retail store shop
            shops showroom mall supermarket studio penthouse bedroom bedrooms mansion villa living housing
            headquarters gym warehouse-space lettable leasable residential dwelling dwellings windows glass roof
            roofing tiles wallpaper cladding panel panels fabric canvas tarpaulin
            """, .floor)
        add("inhabitants people persons residents population density souls", .density)
        add(
            "$ dollars dollar euros euro pounds rubles roubles hryvnia hryvnias rupees yuan cents price priced cost costs rent",
            .money)
        add(
            "mpg mph kph kmh kmph knots gallon odometer clock mileage litre liter hour hours gust gusts",
            .speed)
        // What a percentage may be of without being a share of ground.
        add(
            """
            population people residents voters votes vote ballots electorate seats gdp economy budget revenue
            spending exports imports income households families children women men soldiers troops forces fighters
            casualties shells munitions weapons drones missiles tanks vehicles ammunition rounds equipment power
            electricity energy capacity plants grid generation oil gas fuel production output yield yields harvest
            crops crop grain wheat homes houses buildings dwellings schools hospitals businesses jobs workers
            companies respondents americans russians ukrainians israelis palestinians citizens inhabitants
            refugees civilians victims deaths cases patients profits sales shares price prices cost costs debt
            inflation turnout aid size time goods trade traffic emissions species students staff members livestock
            cattle turnover rainfall humidity chance probability likelihood risk damage losses targets attacks
            strikes incidents wealth taxes funding contained containment complete completed efficiency demand
            supply battalions brigades army air airspace personnel speakers ethnic stake ownership equity tariff
            tariffs interest discount minority majority support approval public votes infrastructure media
            villages towns settlements length-of-stay hour century decade year month week day mile game season
            match final pipes water bridge bridges viaducts tunnels convoy column queue trucks officers crew crews lawmakers
            deputies members cars silos factories firms farmers farms plants teachers clinics ports
            churches mosques monuments bombs mines drones interceptors missiles batteries prisoners hostages dead wounded
            injured missing survivors donors loans pensions wages salaries users viewers readers ballots
            """, .unrelated)
        add("sized chance-of", .unrelated)
    }
}
