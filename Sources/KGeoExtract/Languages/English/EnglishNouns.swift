// Words: English nouns that say what is measured: ground, regions, lines, zones, gaps.

extension LexiconBuilder {
    mutating func addEnglishNouns() {
        // Ground as such: a share of it is a claim whatever happens to it.
        add(
            """
            territory territories land lands landmass ground area areas soil farmland cropland woodland forest
            forests rainforest wetland wetlands coastline coast coasts shoreline seabed sea waters shelf pasture
            pastures rangeland savannah desert steppe plain delta marsh marshes basin acres hectares acreage surface
            ice icecap glacier glaciers permafrost terrain frontline border borders frontier front cover reef
            mangroves park reserve arable peatland grassland scrubland bushland fields paddies paddy zone gains
            advances seafloor floodplain jungle amazon heathland polder polders upland uplands lowland meadow meadows
            prairie tundra taiga plateau moor moorland moors orchard orchards vineyard vineyards plantation
            plantations mudflats lagoon bog bogs swamp swamps swampland catchment watershed habitat habitats canopy
            sheet snowpack hillside countryside reefs coral foreshore mangrove seagrass snowfields icefields bush belt
            farmlands rangelands drylands parkland wilderness forestland duneland
            """, .ground)
        add("gains advances gain advance", .movement)
        add(
            """
            settlement settlements village villages town towns city cities locality localities hamlet hamlets
            populated_area populated_areas population_center population_centers population_centre population_centres
            populated_localities inhabited_localities populated_points inhabited_points
            """, .settlement)
        // Places: a share of them is a claim only with a verb of holding or covering.
        add(
            """
            country nation state states province provinces region regions oblast oblasts district districts city
            town village capital island islands peninsula enclave exclave strip governorate county counties
            republic kingdom continent valley neighbourhood neighborhood quarter suburbs settlement municipality
            township division prefecture canton commune republics homeland bank highlands lowlands mainland
            pocket salient bridgehead stronghold donbas crimea camp metropolis cantons archipelago atoll corridor
            heartland proper west east north south raion krai voblast hinterland
            """, .place)
        add(
            """
            oblast region province district governorate county state raion krai republic peninsula strip enclave
            island valley division prefecture department canton territory heights highlands bank desert forest
            sector axis direction
            """, .regionNoun)
        // What is measured along itself.
        add(
            """
            front frontline front-line frontlines line lines border borders frontier boundary boundaries coast
            coastline coastlines shore shoreline beach beaches road roads highway motorway street railway railways
            railroad rail track tracks pipeline pipelines pipe pipes main canal canals river rivers fence fences
            fencing wall walls barrier barriers trench trenches ditch ditches berm berms rampart tunnel tunnels
            bridge bridges causeway convoy column route routes stretch stretches section sections segment segments
            defences defenses fortifications cable cables embankment embankments dyke dykes dike dikes levee
            levees waterway riverbank bank banks perimeter arc pathway path paths trail trails queue chain wire
            barbed razor underpass viaduct seawall reef netting nets obstacles duct conduit shorelines railways
            corridor corridors roadway roadways expressway artery dam runway tailback sliver ribbon panhandle trackway works earthworks
            """, .line)
        add("front_line front_lines line_of_contact contact_line supply_line", .line)
        add("border borders frontier boundary coastline coast front frontline perimeter", .border)
        // Zones whose extent inland is meant: "a 20-km buffer".
        add(
            "buffer belt security kill grey gray sanitary depth foothold bridgehead demilitarised demilitarized depopulated",
            .zone)
        // Gaps and bands whose breadth is meant.
        add(
            """
            gap breach swath swathe strip neck strait channel isthmus band estuary opening passage fissure
            rift shelf
            """, .gap)
        add("economic_zone territorial_waters territorial_sea", .gap)
        add("exclusion no-fly no-go evacuation blast safety fishing cordon danger closure", .exclusion)
        add(
            """
            into inside inland deep deeper beyond past inward inwards
            """, .into)
        add(
            """
            away off apart short out back outside offshore downstream upstream downwind upwind ahead distant closer nearer
            farther further from behind beyond
            """, .away)
        add(
            """
            north south east west northeast northwest southeast southwest northern southern eastern western northward
            southward eastward westward northwards southwards eastwards westwards north-east north-west south-east
            south-west forward forwards nne nnw ene ese sse ssw wnw wsw due northeastward northwestward
            southeastward southwestward
            """, .direction)
    }
}
