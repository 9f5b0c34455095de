// More reports, labelled before they were first read: crowded sentences, figures told apart by a word. All are invented.

import Testing

struct FreshSentences {
    static let sentences: [Sentence] = [
        // a third look
        Sentence(
            "Rebels who overran the mining town last week now threaten 5,600 hectares of cobalt concessions, the UN mission warned.",
            "area exact 5600 ha"),
        Sentence(
            "The mayor of Veltin said nine-tenths of the municipality was off limits and that shells land every day.",
            "share exact 0.9 fraction"),
        Sentence("The new wall will run for some 65km and cost $400m.", "length about 65 km"),
        Sentence(
            "An armoured thrust from the north brought the attackers to within 900 metres of the bridge.",
            "distance less_than 900 m"),
        Sentence(
            "Kelmark says it administers every inch of the 1,640-square-mile plateau; Ostrava says Kelmark's writ runs in under half of it.",
            "area exact 1640 mi2", "share less_than 0.5 fraction"),
        Sentence("At their closest, the rival trenches are only 150 yards apart.", "distance exact 150 yd"),
        Sentence("A second pincer pushed south for six miles before it ran out of fuel.", "depth exact 6 mi"),
        Sentence(
            "In all, 2 650 ha of pine and 130 ha of vines went up in flames on the island on Thursday.",
            "area exact 2650 ha", "area exact 130 ha"),
        Sentence(
            "The flood zone – 47 miles by 12 miles at its widest – is visible from space.",
            "length exact 47 mi", "width exact 12 mi"),
        Sentence(
            "Mapped losses: 3.1% of the country in March, 2.9% in June, 2.2% in September.",
            "share exact 3.1 percent", "share exact 2.9 percent", "share exact 2.2 percent"),
        Sentence(
            "Where the river used to be the boundary, the de facto line now runs up to 1.5 miles further west.",
            "distance up_to 1.5 mi"),
        Sentence("The evacuation zone was widened to a 12-mile radius on Friday.", "radius exact 12 mi"),
        Sentence(
            "He said his men control \"about 70, maybe 75 percent\" of Marovka.", "share about 70 percent",
            "share about 75 percent"),
        Sentence(
            "The Ministry of Defence claimed a gain of 3.4 sq km near Bilky; geolocated footage confirms 1.1.",
            "area exact 3.4 km2", "area exact 1.1 km2"),
        Sentence(
            "The fire had spread to 14,300 hectares — 55 square miles — by noon, up from 9,000 hectares at dawn.",
            "area exact 14300 ha", "area exact 9000 ha"),
        Sentence(
            "Thirty kilometres of the coastal highway and a 4 km rail spur remain cut.", "length exact 30 km",
            "length exact 4 km"),
        Sentence(
            "By the general's own count his corps lost 19 km² net over the quarter.", "area exact 19 km2"),
        Sentence(
            "The raiders hid in the main for two days, dragging themselves forward at 200 metres an hour over a distance of 14.6 km.",
            "distance exact 14.6 km"),
        Sentence(
            "Drought has claimed two-fifths of the nation's cropland, the agriculture office estimates.",
            "share exact 0.4 fraction"),
        Sentence(
            "The pact obliges both armies to withdraw 15 km from the line of contact.", "depth exact 15 km"),
        Sentence(
            "The sliver they still cling to measures no more than 9 by 4 kilometres.", "length exact 9 km",
            "width exact 4 km"),
        Sentence(
            "\"We are eight, ten kilometres from the ring road,\" one officer said.", "distance exact 10 km"),
        Sentence(
            "The lake has receded by 20 metres a year and lost over half of its surface since 1990.",
            "rate exact 20 m/year", "share more_than 0.5 fraction"),
        Sentence(
            "Occupied land: ca. 18.9 % (≈ 114,000 km²).", "share about 18.9 percent", "area about 114000 km2"),
        Sentence(
            "A no-go belt, 300 to 500 metres deep, has been cleared of houses and trees.",
            "depth between 300..500 m"),
        Sentence(
            "The contested reef lies 140 miles (225 km) west of Palonga and well within its 200-mile economic zone.",
            "distance exact 140 mi", "width exact 200 mi"),
        Sentence(
            "The insurgents are believed to dominate upwards of 1.1 million sq km, more than twice the size of Spain.",
            "area more_than 1100000 km2"),
        Sentence(
            "In November alone 610 sq km fell, versus 490 in October and 120 a year ago.",
            "area exact 610 km2", "area exact 490 km2", "area exact 120 km2"),
        Sentence(
            "Sea ice extent: 10.3 million km2, the lowest March figure in 46 years.",
            "area exact 10300000 km2"),
        Sentence(
            "Loggers cleared the equivalent of 18 football pitches a minute last year.",
            "rate exact 18 football_pitch/minute"),
        Sentence(
            "The retreat gave them a shorter front, 210 km instead of 330.", "length exact 210 km",
            "length exact 330 km"),
        Sentence(
            "It takes in 61% of the old county, or 2,200 sq miles.", "share exact 61 percent",
            "area exact 2200 mi2"),
        Sentence(
            "The garrison, pinned in a pocket 3 km wide and 5 long, surrendered on 20 May.",
            "width exact 3 km", "length exact 5 km"),
        Sentence("Their perimeter, 27 kilometres around, was held by 900 men.", "length exact 27 km"),
        Sentence(
            "Moscow's forces took 4.7 km² on Monday and 6.2 km² on Tuesday, DeepState said.",
            "area exact 4.7 km2", "area exact 6.2 km2"),
        Sentence(
            "Two thousand four hundred square kilometres were handed back in 1994.", "area exact 2400 km2"),
        Sentence(
            "The burn scar is 21 miles long, at least 7 miles wide in places, and still growing.",
            "length exact 21 mi", "width at_least 7 mi"),
        Sentence(
            "The armistice line drifted two kilometres eastwards over seventy years of erosion.",
            "distance exact 2 km"),
        Sentence(
            "About 250 metres of the levee has washed away, and water stands over 6,000 acres of soy.",
            "length about 250 m", "area more_than 6000 acre"),
        Sentence(
            "The militia holds a third of the capital, all of the port and 120 km of coast.",
            "share exact 0.333333 fraction", "length exact 120 km"),
        Sentence(
            "Drones now make any movement within 25 km of the zero line deadly.", "distance less_than 25 km"),
        Sentence("The reserve's core – 1.02 m ha – is closed to logging.", "area exact 1020000 ha"),
        Sentence(
            "Just over 4,000 sq. miles of the republic, about the area of Lebanon, remain beyond the capital's control.",
            "area more_than 4000 mi2"),
        // sentences that were made to be hard
        Sentence(
            "On the eastern bank, marines consolidated a lodgement roughly 7 miles long and 2 miles deep, a defence official told reporters.",
            "length about 7 mi", "depth exact 2 mi"),
        Sentence(
            "Government troops have clawed back 340 square kilometres around Densa since the dry season began, though 1,900 are still held by the insurgents.",
            "area exact 340 km2", "area exact 1900 km2"),
        Sentence(
            "Hill tribes on both sides ignore the 2,640-km border, drawn in 1893.", "length exact 2640 km"),
        Sentence(
            "The summit ended without agreement on the 1.7 km sliver of riverbank that both claim.",
            "length exact 1.7 km"),
        Sentence(
            "More than 11,000 acres, an area nearly as large as Manhattan, burned in one night near Pell Canyon.",
            "area more_than 11000 acre"),
        Sentence(
            "At first light the fire was 400 yards from the nearest houses and moving east.",
            "distance exact 400 yd"),
        Sentence(
            "Water now stands on 21% of Harun province; in the worst-hit district the figure is 64%.",
            "share exact 21 percent", "share exact 64 percent"),
        Sentence(
            "The army has withdrawn from 28 of the 31 square miles it seized in the spring.",
            "area exact 28 mi2", "area exact 31 mi2"),
        Sentence(
            "Kilometre by kilometre the salient was reduced: 19 km deep in May, 11 in July, gone by September.",
            "depth exact 19 km", "depth exact 11 km"),
        Sentence(
            "His forces are said to be in control of \"no less than 90 per cent\" of the gold belt.",
            "share at_least 90 percent"),
        Sentence("A 30-km stretch of the pipeline was dug up and sold for scrap.", "length exact 30 km"),
        Sentence(
            "For two nights, some 100 fighters filed through 3 km of empty conduit, in single file, holding a rope.",
            "length exact 3 km"),
        Sentence(
            "Between 120 and 140 sq km changed hands in the month to 15 October, against a monthly average of 95 sq km this year.",
            "area between 120..140 km2", "rate exact 95 km2/month"),
        Sentence(
            "The land swap would involve 4–6% of the territory on each side of the line.",
            "share between 4..6 percent"),
        Sentence(
            "The town sits astride the highway 55 km (34 mi) north-northwest of Abela.",
            "distance exact 55 km"),
        Sentence(
            "With Belrad gone, the nearest enemy gun is under eleven miles from the harbour.",
            "distance less_than 11 mi"),
        Sentence(
            "The security zone now swallows 55 square kilometres, or fifteen percent, of the enclave.",
            "area exact 55 km2", "share exact 15 percent"),
        Sentence("It took the invaders eleven months to advance 15 kilometres.", "depth exact 15 km"),
        Sentence(
            "Peacekeepers patrol a line 121 km long; the ground between the armies ranges from 5 kilometres to just 300 metres in breadth.",
            "length exact 121 km", "width between 0.3..5 km"),
        Sentence(
            "The average daily advance was about 70 metres in the first quarter, the think tank calculated.",
            "rate about 70 m/day"),
        Sentence(
            "Locusts have stripped upward of 200,000 hectares of crops and pasture.",
            "area more_than 200000 ha"),
        Sentence("Around a sixth of the Rhenic coast is eroding.", "share about 0.166667 fraction"),
        Sentence(
            "Analysts who map the war say the invader took 5,600 km² in the whole of last year, 0.94% of the country.",
            "area exact 5600 km2", "share exact 0.94 percent"),
        Sentence(
            "The line runs for about 1,000 kilometres, two-thirds of it through farmland.",
            "length about 1000 km", "share exact 0.666667 fraction"),
        Sentence(
            "The ash fall closed airspace and blanketed 1,100 square kilometres up to 30 km from the vent.",
            "area exact 1100 km2", "distance up_to 30 km"),
        Sentence(
            "A new berm, 1.9 miles long, seals off the western edge of the camp.", "length exact 1.9 mi"),
        Sentence(
            "Beijing's claim line takes in 80 to 90 percent of the sea.", "share between 80..90 percent"),
        Sentence("Nomads lost access to 3.2 lakh hectares of grazing.", "area exact 320000 ha"),
        Sentence(
            "The occupied valley is barely 10 km from end to end and never more than 3 km broad.",
            "distance about 10 km", "width at_most 3 km"),
        Sentence(
            "\"They came 600, 700 metres into our land and planted a flag,\" a herder said.",
            "depth exact 700 m"),
        Sentence(
            "Evacuations were ordered for everything within 5 miles either side of the fault.",
            "distance less_than 5 mi"),
        Sentence(
            "The ministry put the burned area at 7 860 hectares, the EU's satellite service at 9 140.",
            "area exact 7860 ha", "area exact 9140 ha"),
        Sentence("Their last redoubt was a riverside camp of 0.5 sq. km.", "area exact 0.5 km2"),
        Sentence(
            "Russian gains averaged 14 square kilometers a day in November, 11 in December and nine so far this month.",
            "rate exact 14 km2/day", "rate exact 11 km2/day", "rate exact 9 km2/day"),
        Sentence(
            "The frontier commission marked out 403 of 984 kilometres.", "length exact 403 km",
            "length exact 984 km"),
        Sentence(
            "Some two million acres—a fifth of all the farmland in the state—flooded.",
            "area about 2000000 acre", "share exact 0.2 fraction"),
        Sentence(
            "The territory under rebel rule has shrunk by three-quarters to just 950 km2.",
            "area exact 950 km2"),
        Sentence(
            "Ostrava's soldiers crossed the Line of Actual Control at five points, the deepest intrusion being 18 km.",
            "distance exact 18 km"),
        Sentence("It is a ribbon of ground no wider than 700 m.", "width at_most 700 m"),
        Sentence("Reeds cover 35 ha of the basin's 90 ha.", "area exact 35 ha", "area exact 90 ha"),
        Sentence(
            "About nine hundred and fifty thousand hectares are affected by the drought.",
            "area about 950000 ha"),
        Sentence(
            "Tikrel, a town 40 miles inside the zone, was shelled for the third day; two-fifths of the houses are damaged.",
            "depth exact 40 mi"),
    ]

    @Test(arguments: sentences)
    func isReadAsWritten(_ sentence: Sentence) { sentence.check() }
}
