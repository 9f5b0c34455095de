// Sentences in the manner of newspapers, agencies, assessments and histories. All are invented.

import Testing

struct NewspaperSentences {
    static let sentences: [Sentence] = [
        // assessments
        Sentence(
            "Russian forces likely control roughly 97 percent of Luvan Oblast and about 71 percent of Dorvets Oblast as of October 12.",
            "share about 97 percent held", "share about 71 percent held"),
        Sentence(
            "Ukrainian forces recently advanced up to two kilometers deep along a five-kilometer front near Orikhove.",
            "depth up_to 2 km", "length exact 5 km"),
        Sentence(
            "A milblogger claimed that the group of forces seized 2.5 square kilometers southeast of Velyka Dolyna.",
            "area exact 2.5 km2 gained"),
        Sentence(
            "The rate of advance fell from 28 square kilometers per day in November to 16 in January.",
            "rate exact 28 km2/day", "rate exact 16 km2/day"),
        Sentence(
            "The salient is about 20 kilometers long and between five and eight kilometers wide.",
            "length about 20 km", "width between 5..8 km"),
        Sentence(
            "Units are operating roughly seven kilometers from the town's northern edge.",
            "distance about 7 km"),
        Sentence("The lodgement, some 12 km in depth, could not be widened.", "depth about 12 km"),
        Sentence(
            "In total the aggressor occupied 447 km² over the month — 25 percent more than in May.",
            "area exact 447 km2 held"),
        Sentence(
            "The enemy's pace was 14.9 km² per day, versus 18.2 in the summer.", "rate exact 14.9 km2/day",
            "rate exact 18.2 km2/day"),
        Sentence("The grey zone grew by 62 sq km.", "area exact 62 km2"),
        // agencies
        Sentence(
            "KHORVAN, May 3 — Insurgents have captured 1,070 sq km (413 sq miles) of territory since January, the army's top commander said.",
            "area exact 1070 km2 gained"),
        Sentence(
            "Rebel fighters are now 30 kilometres (19 miles) from the provincial capital.",
            "distance exact 30 km"),
        Sentence(
            "Israeli troops pushed nearly a mile into the strip's centre overnight.", "depth nearly 1 mi"),
        Sentence("The army says it now holds 75 per cent of the strip.", "share exact 75 percent held"),
        Sentence("Evacuation orders cover 88% of the enclave.", "share exact 88 percent"),
        Sentence("The corridor, 14 kilometres long, splits the territory in two.", "length exact 14 km"),
        Sentence(
            "The paramilitaries control most of Darfur, an area of about 490,000 square kilometres.",
            "area about 490000 km2"),
        Sentence(
            "The junta holds less than 40% of the country, a watchdog estimates.",
            "share less_than 40 percent held"),
        Sentence(
            "The ethnic army has taken 14 of 17 townships, or roughly 90 percent of Rakan state.",
            "share about 90 percent gained"),
        Sentence("The refugees walked 18 miles in two days.", "distance exact 18 mi"),
        Sentence(
            "The buffer zone runs 80 km along the ceasefire line and is 500 m to 10 km wide.",
            "length exact 80 km", "width between 0.5..10 km"),
        // US newspapers
        Sentence(
            "The Larkin Fire has scorched 49,152 acres, or 77 square miles, and is 18% contained.",
            "area exact 49152 acre"),
        Sentence("Crews have dug 34 miles of fire line around the blaze.", "length exact 34 mi"),
        Sentence("The fire jumped the river and ran 11 miles in a single afternoon.", "distance exact 11 mi"),
        Sentence(
            "The fire, which is burning about 15 miles northeast of Alder Creek, had consumed at least 3,900 acres by dusk.",
            "distance about 15 mi", "area at_least 3900 acre"),
        Sentence("Roughly 640 acres — a square mile — burned in 40 minutes.", "area about 640 acre"),
        Sentence(
            "The lake's surface has shrunk to 950 square miles from 3,300.", "area exact 950 mi2",
            "area exact 3300 mi2"),
        Sentence("Officials closed a 10-mile stretch of Highway 9.", "length exact 10 mi"),
        Sentence(
            "Some 470 miles of the 1,900-mile border is fenced.", "length about 470 mi",
            "length exact 1900 mi"),
        Sentence("The refuge spans 19.3 million acres.", "area exact 19300000 acre"),
        Sentence("The monument was cut by 83%, to 231,000 acres.", "area exact 231000 acre"),
        Sentence(
            "The oil slick was 130 miles long and 70 miles wide.", "length exact 130 mi", "width exact 70 mi"),
        // history
        Sentence(
            "By nightfall the Fourth Army had won three and a half square miles at a cost of 57,000 casualties.",
            "area exact 3.5 mi2 gained"),
        Sentence("The offensive stalled after six miles.", "depth exact 6 mi"),
        Sentence("The Germans stood twenty miles from Moscow.", "distance exact 20 mi"),
        Sentence("In ninety days the line moved barely five miles.", "depth about 5 mi"),
        Sentence(
            "At the armistice the kingdom had lost two-thirds of its territory.",
            "share exact 0.666667 fraction lost"),
        Sentence("The siege works ran for eleven miles around the fortress.", "length exact 11 mi"),
        Sentence("The wall was 161 kilometres in length.", "length exact 161 km"),
        Sentence("Napoleon's corps covered 25 miles a day.", "rate exact 25 mi/day"),
        // environment
        Sentence(
            "Arctic sea ice covered 14.6 million square kilometers in March, the lowest maximum on record.",
            "area exact 14600000 km2"),
        Sentence(
            "The Brazilian Amazon lost 5,410 km² of forest in the year to July, down 11%.",
            "area exact 5410 km2 lost"),
        Sentence(
            "The glacier tongue, 9 km long, calved an iceberg of 110 square kilometres.", "length exact 9 km",
            "area exact 110 km2"),
        Sentence("About 10 percent of the country's land is under water.", "share about 10 percent"),
        Sentence(
            "The cyclone flooded 3,000 sq km around the port, an area 90 by 33 km.", "area exact 3000 km2",
            "length exact 90 km", "width exact 33 km"),
        Sentence(
            "The world loses ten football pitches of rainforest every minute.",
            "rate exact 10 football_pitch/minute lost"),
        Sentence(
            "Wildfires have razed 380,000 ha in the peninsula this summer, against a yearly mean of 95,000 ha.",
            "area exact 380000 ha", "rate exact 95000 ha/year"),
        Sentence("The marine reserve reaches 50 nautical miles out to sea.", "distance exact 50 nmi"),
        Sentence(
            "Some 60 km of beach were fouled, half of it heavily.", "length about 60 km",
            "share exact 0.5 fraction"),
        Sentence("Coral bleaching has hit 84% of the reef.", "share exact 84 percent"),
        // maritime, borders, closures
        Sentence("Boats must keep at least 500 metres from the platform.", "distance at_least 500 m"),
        Sentence("A no-fly zone with a 3-nautical-mile radius is in force.", "radius exact 3 nmi"),
        Sentence("The country's exclusive economic zone extends 200 nautical miles.", "width exact 200 nmi"),
        Sentence("The fence along the 418-km frontier is 5.5 m high.", "length exact 418 km"),
        Sentence("Norland closed its 1,210-kilometre border.", "length exact 1210 km"),
        Sentence(
            "Residents living within two miles of the plant were told to leave.", "distance less_than 2 mi"),
        Sentence("Mines were laid over 12 hectares.", "area exact 12 ha"),
        Sentence("Over 12 hectares were sown with mines.", "area more_than 12 ha"),
        // Ukrainian English
        Sentence(
            "Our defenders de-occupied 8.3 sq. km. in the Dobrov direction.", "area exact 8.3 km2 gained"),
        Sentence(
            "The enemy has advanced 300–500 m on a front of 1.2 km.", "depth between 300..500 m",
            "length exact 1.2 km"),
        Sentence(
            "In the Kupal direction the occupiers advanced by 1.1 km to a depth of 400 m.",
            "depth exact 1.1 km",
            "depth exact 400 m"),
        Sentence(
            "During the week the occupied area increased by 92.4 km2 (-11% to the week before).",
            "area exact 92.4 km2"),
        Sentence("The fire covered an area of 1,000 sq m.", "area exact 1000 m2"),
        Sentence(
            "Since the year's start, the enemy occupied 2 346 km², or 0.39% of the country's territory.",
            "area exact 2346 km2 held", "share exact 0.39 percent held"),
        // negatives
        Sentence("The missile has a range of 40 km and weighs 900 kg."),
        Sentence("Tanks, 40 percent of them obsolete, rolled through Liberty Square."),
        Sentence("Unemployment in the occupied region stands at 30 percent."),
        Sentence("The firm owns 30% of the country's mobile network."),
        Sentence("The 120-metre tower collapsed."),
        Sentence("A 20-metre crane fell on the 35-metre-long ferry."),
        Sentence("She drives a 2-litre car and ran a half marathon in 100 minutes."),
        Sentence("Prices rose 3 per cent, to 240 euros per square metre."),
        Sentence("About 70 percent of the region's wheat was lost."),
        Sentence("Its population density is 1,200 per square mile."),
        Sentence("The Hundred Acre Wood is fiction."),
        Sentence("Ten-mile-high ash clouds rose over the volcano."),
        Sentence("The trench was dug three metres deep."),
        Sentence("Sales are miles ahead of last year, up a third."),
        Sentence("A quarter of the army's tanks were lost in the province."),
        Sentence("He lives in a 60-square-metre flat on the fifth floor."),
        Sentence("The M4 howitzers have a maximum range of 24 km (15 miles)."),
        Sentence("Some 55% of Ukrainians oppose giving up territory."),
        Sentence("It rained 300 mm, and the river rose by 4 metres."),
        Sentence("The commission met for half an hour; one third of its members left."),
        Sentence("The reservoir holds 18 cubic kilometres; its level fell 2 m."),
        Sentence("In the first half of the year 60% of strikes hit the oblast."),
        Sentence("A 5.6-magnitude quake hit at a depth of 12 kilometers."),
        Sentence("The tsunami wave was 10 metres tall."),
        Sentence("He ran 100 metres in 9.8 seconds."),
    ]

    @Test(arguments: sentences) func isRead(_ sentence: Sentence) { sentence.check() }
}
