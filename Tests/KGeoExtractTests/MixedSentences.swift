// More sentences of many kinds: figures beside things that are none, in one text. All are invented.

import Testing

struct MixedSentences {
    static let sentences: [Sentence] = [
        Sentence(
            "The 47th Brigade, 3,000 strong, lost 11 sq km and 40 vehicles in 12 days.",
            "area exact 11 km2 lost"),
        Sentence("With 155mm guns 20 km from the bridge, the army shelled the road.", "distance exact 20 km"),
        Sentence("Fighting has moved to within 3 km of Lorsk, a city of 60,000.", "distance less_than 3 km"),
        Sentence(
            "The drone, with a wingspan of 12 m, hit a depot 640 km from the border.", "distance exact 640 km"
        ),
        Sentence("An earthquake 8 km deep was felt 300 km away.", "distance exact 300 km"),
        Sentence("The pass, at 2,100 m, lies 6 km inside the zone.", "depth exact 6 km"),
        Sentence("The road is 8 metres wide and runs 45 km to the port.", "length exact 45 km"),
        Sentence("Prices doubled to $300 as fires took 9,000 ha of vineyards.", "area exact 9000 ha"),
        Sentence("The held area has doubled to 300 km².", "area exact 300 km2 held"),
        Sentence("The zone trebled in size, to 18 square kilometres.", "area exact 18 km2"),
        Sentence(
            "They hold a third of the city, 80% of its suburbs and every bridge.",
            "share exact 0.333333 fraction held", "share exact 80 percent held"),
        Sentence(
            "As little as 5% of the province is still in government hands.", "share exact 5 percent held"),
        Sentence("More than half the island has burned.", "share more_than 0.5 fraction"),
        Sentence(
            "Over 60% of the total has been retaken; the occupied territory was once 900 km².",
            "share more_than 60 percent", "area exact 900 km2"),
        Sentence("Mined land makes up 23 per cent of the country.", "share exact 23 percent"),
        Sentence(
            "The army controls 21 of 33 districts, 64 percent of the country's territory.",
            "share exact 64 percent held"),
        Sentence("Barely 12 square miles are left to the defenders.", "area about 12 mi2"),
        Sentence("A no-go area of five nautical miles surrounds the wreck.", "distance exact 5 nmi"),
        Sentence("The exclusion zone is five nautical miles.", "distance exact 5 nmi"),
        Sentence("A three-mile cordon was thrown around the plant.", "distance exact 3 mi"),
        Sentence(
            "The enemy is 9 km from the outskirts, down from 14 a month ago.", "distance exact 9 km",
            "distance exact 14 km"),
        Sentence("The front advanced another 4 to 6 km.", "depth between 4..6 km"),
        Sentence("The offensive has gained at most 7.5 kilometres since June.", "depth at_most 7.5 km"),
        Sentence("Tanks broke through on an 8-km-wide sector.", "width exact 8 km"),
        Sentence("The gap in the lines is 2 km across.", "width exact 2 km"),
        Sentence("A kilometre-long queue formed at the crossing.", "length exact 1 km"),
        Sentence("The town lies half-way, some 25 km east.", "distance about 25 km"),
        Sentence("The camp occupies roughly 1.5 square miles of desert.", "area about 1.5 mi2 held"),
        Sentence("In Q3 the company sold 30,000 acres of timberland.", "area exact 30000 acre"),
        Sentence("The estate, at 14,000 acres, is the county's largest.", "area exact 14000 acre"),
        Sentence(
            "Peatland drained: 51,000 ha (2019), 48,500 ha (2020).", "area exact 51000 ha",
            "area exact 48500 ha"),
        Sentence("Ice loss: 2,100 km2 in 2019; 1,850 in 2020.", "area exact 2100 km2", "area exact 1850 km2"),
        Sentence(
            "Gains by month - June: 556 sq km, July: 564, August: 464.", "area exact 556 km2",
            "area exact 564 km2",
            "area exact 464 km2"),
        Sentence(
            "Of the 1,200 km of frontier, 300 are walled.", "length exact 1200 km", "length exact 300 km"),
        Sentence(
            "The barrier will eventually cover 700 km; so far 180 km have been finished.",
            "length exact 700 km",
            "length exact 180 km"),
        Sentence(
            "They were pushed back 10–12 km, in places 20.", "depth between 10..12 km", "depth exact 20 km"),
        Sentence("The swathe is 30 km by 12.", "length exact 30 km", "width exact 12 km"),
        Sentence("Rescue teams searched 1,900 square nautical miles of ocean."),
        Sentence("The slick covers 1,000 hectares (10,000 km2).", "area exact 1000 ha"),
        Sentence(
            "The besieged quarter covers 2 km2, under 1% of the city.", "area exact 2 km2",
            "share less_than 1 percent"),
        Sentence(
            "The wood, three-quarters of a mile long, changed hands nine times.", "length exact 0.75 mi"),
        Sentence("Trenches zigzag for upwards of 400 miles.", "length more_than 400 mi"),
        Sentence("The line of contact now exceeds 1,250 kilometres.", "length more_than 1250 km"),
        Sentence("Shelling reached 15 kilometres beyond the border.", "depth exact 15 km"),
        Sentence("A 50-metre safety distance must be kept from the track.", "distance exact 50 m"),
        Sentence(
            "Peacekeepers patrol a strip 180 kilometres long, 7.4 km at its widest and 900 metres at its narrowest.",
            "length exact 180 km", "width exact 7.4 km", "width exact 900 m"),
        Sentence("Farmers may not go within 300 metres of the fence.", "distance less_than 300 m"),
        Sentence("The forest has shrunk by a fifth, or 1,100 hectares.", "area exact 1100 ha"),
        Sentence("It is one of four bases within a 40 km radius.", "radius exact 40 km"),
        Sentence("The kill zone extends 15-20 km either side of the line.", "depth between 15..20 km"),
        // silent
        Sentence("The regiment's 2 km2 is a code name? No: the M2 rifle.", "area exact 2 km2"),
        Sentence("Some 30 percent of recruits come from the eastern region."),
        Sentence("The bank holds 60% of the shares and a third of the seats."),
        Sentence("A tenth of the world's wheat is grown there."),
        Sentence("The airline flew 2.1 billion passenger miles."),
        Sentence("He earned 40,000 air miles and lives miles from anywhere."),
        Sentence("The telescope sees 13 billion light years away."),
        Sentence("Farmland sells for 12,000 a hectare; yields are 5 tonnes a hectare."),
        Sentence("The office covers 1,200 square feet on two floors."),
        Sentence("A 2-metre snowfall closed the 1,900-metre pass."),
        Sentence("The helicopter's ceiling is 5 km."),
        Sentence("The shell flew 30 metres above the ground."),
        Sentence("Water 40 cm deep covered the floor of the school."),
        Sentence("The runner finished 200 metres ahead of the pack in the marathon."),
        Sentence("Cars may not exceed 50 km/h; fines are 30 percent higher in the district."),
        Sentence("A 100-mile-range missile was tested."),
        Sentence("The party took 12 of 48 seats, or 25 percent, in the region."),
        Sentence("About a third of households in the occupied area have no power."),
        Sentence("Sea levels rose 20 cm; the island's highest point is 2 m above the sea."),
        Sentence("The borehole reached 12 kilometres."),
        Sentence("Its antenna is 300 feet long."),
        Sentence("The Nine Mile Point plant and Fifty Acre Farm are closed."),
    ]

    @Test(arguments: sentences) func isRead(_ sentence: Sentence) { sentence.check() }
}
