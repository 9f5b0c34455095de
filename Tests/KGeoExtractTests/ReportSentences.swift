// Reports of fronts, borders, fires and floods, labelled before they were first read. All are invented.

import Testing

struct ReportSentences {
    static let sentences: [Sentence] = [
        // fronts, borders, fires and floods
        Sentence(
            "By the weekend the brigade controlled just over 480 square kilometres of the salient, down from 1 050 km² in the spring.",
            "area more_than 480 km2", "area exact 1050 km2"),
        Sentence(
            "In the past week the army moved forward three to five kilometres along the railway, the general staff said.",
            "depth between 3..5 km"),
        Sentence(
            "The invaders were pushed back some 12 km from the ring road on Tuesday.", "depth about 12 km"),
        Sentence(
            "The two countries dispute a wedge of desert of about 20,580 sq. km. that neither administers in full.",
            "area about 20580 km2"),
        Sentence(
            "Half of the disputed province has changed hands since January.", "share exact 0.5 fraction"),
        Sentence(
            "Less than a fifth of the county remains outside government control, down from two-fifths in 2023.",
            "share less_than 0.2 fraction", "share exact 0.4 fraction"),
        Sentence("The lava has buried one and a half thousand hectares of orchards.", "area exact 1500 ha"),
        Sentence(
            "Nearly one-and-a-half million acres burned across the two provinces last summer.",
            "area nearly 1500000 acre"),
        Sentence(
            "Floodwater covered between 2,300 and 2,600 square miles of the delta at its height.",
            "area between 2300..2600 mi2"),
        Sentence(
            "The bulge is no more than 6 miles deep and some 14 miles across at its base.",
            "depth at_most 6 mi", "width about 14 mi"),
        Sentence("Engineers cleared a 20 km wide strip of mines along the dam.", "width exact 20 km"),
        Sentence(
            "A 10-km-deep security belt would be carved out of the neighbour's territory, the minister told parliament.",
            "depth exact 10 km"),
        Sentence("The 46-mile-long canal road is under constant drone attack.", "length exact 46 mi"),
        Sentence(
            "The pace of the offensive slowed to 15 km² a day in October from 27 km² a day in September.",
            "rate exact 15 km2/day", "rate exact 27 km2/day"),
        Sentence(
            "At around 9 square miles per week, taking the rest of the region would last for years.",
            "rate about 9 mi2/week"),
        Sentence(
            "Insurgents held roughly 18 per cent of the country in 2017 and at least 40 per cent by 2020, the inspector general wrote.",
            "share about 18 percent", "share at_least 40 percent"),
        Sentence("Fighting continued along a front of 1.200 km.", "length exact 1200 km"),
        Sentence(
            "The southern front, stretching for almost 300 kilometres (186 miles), saw 40 clashes.",
            "length nearly 300 km"),
        Sentence(
            "Scouts crept nearly two miles through a sewer pipe to reach the factory.", "length nearly 2 mi"),
        Sentence(
            "Soldiers walked bent double along an abandoned oil pipeline for more than eight kilometres before surfacing behind the garrison.",
            "length more_than 8 km"),
        Sentence("A buffer of 500 m on each side of the ceasefire line was agreed.", "depth exact 500 m"),
        Sentence(
            "The demilitarised zone is 4 km wide, 250 km long and heavily mined.", "width exact 4 km",
            "length exact 250 km"),
        Sentence(
            "Residents within a 30-kilometre radius of the plant were told to leave.", "radius exact 30 km"),
        Sentence("The no-fishing circle has a radius of three nautical miles.", "radius exact 3 nmi"),
        Sentence(
            "The ministry puts the loss at 77 sq mi (199 sq km), independent mappers at 65 sq mi.",
            "area exact 77 mi2", "area exact 65 mi2"),
        Sentence(
            "Crews had contained the Miller Creek Fire at 3,412 acres (1,381 ha) by Sunday evening.",
            "area exact 3412 acre"),
        Sentence(
            "The blaze, 35% contained, has charred upwards of 18,000 acres and destroyed 61 homes.",
            "area more_than 18000 acre"),
        Sentence("Firefighters dug 22 miles of containment line around the blaze.", "length exact 22 mi"),
        Sentence(
            "The dyke burst left around one third of the lowland polder under water.",
            "share about 0.333333 fraction"),
        Sentence(
            "Deforestation in the reserve reached 9.500 hectares last year, the agency said, as against 7.100 in 2022.",
            "area exact 9500 ha", "area exact 7100 ha"),
        Sentence("Settlers fenced off 640 dunams (64 hectares) near the spring.", "area exact 640 dunam"),
        Sentence(
            "The rebels are within five kilometres of the capital's airport.", "distance less_than 5 km"),
        Sentence(
            "The column stopped 25 kilometres short of the city, its commander said.", "distance exact 25 km"),
        Sentence(
            "The enclave is 41 km long and between 6 and 12 km wide.", "length exact 41 km",
            "width between 6..12 km"),
        Sentence(
            "As much as 70 percent of the strip has been placed under evacuation orders.",
            "share up_to 70 percent"),
        Sentence(
            "Troops now sit on 1,200 sq km of hillside, of which about 300 was seized in the last month.",
            "area exact 1200 km2", "area about 300 km2"),
        Sentence(
            "Gains came to 236 sq km in April, 449 in May and 556 in June.", "area exact 236 km2",
            "area exact 449 km2", "area exact 556 km2"),
        Sentence("The front shifted by a mere 800 metres in six months.", "depth exact 800 m"),
        Sentence(
            "The army seized 3 villages and 40km2 of farmland, lost 2 tanks and took 61 prisoners.",
            "area exact 40 km2"),
        Sentence(
            "Kharvan forces control 67–72% of the canton, according to the observers.",
            "share between 67..72 percent"),
        Sentence("Two thirds of the coastline is off limits.", "share exact 0.666667 fraction"),
        Sentence("One in every four hectares of farmland there is mined.", "share exact 0.25 fraction"),
        Sentence(
            "The border, all 2,295 kilometers of it, was closed on 24 February 2022.", "length exact 2295 km"),
        Sentence(
            "An extra 13 miles of fence went up, bringing the total to 98 miles.", "length exact 13 mi",
            "length exact 98 mi"),
        Sentence(
            "The exclusive economic zone extends 200 nautical miles from the baseline.", "depth exact 200 nmi"
        ),
        Sentence(
            "Coast guard vessels came as close as 2.8 nautical miles to the reef.", "distance exact 2.8 nmi"),
        Sentence("The island's territorial sea reaches 12 nm out.", "distance exact 12 nmi"),
        Sentence(
            "Their foothold across the river is perhaps 2 km by 5 km.", "length exact 2 km",
            "width exact 5 km"),
        Sentence(
            "The territory lost in a single month was not less than 720 sq.km, an analyst claimed.",
            "area at_least 720 km2"),
        Sentence(
            "\"We have liberated ~95 km² in ten days,\" the president said on 3 May.", "area about 95 km2"),
        Sentence(
            "An area of 2,5 million hectares was closed to shipping and fishing.", "area exact 2500000 ha"),
        Sentence(
            "The occupied part amounts to 114 500 km² (19 % of the country).", "area exact 114500 km2",
            "share exact 19 percent"),
        Sentence(
            "In the north they penetrated up to 9 kilometres into the neighbouring district.",
            "depth up_to 9 km"),
        Sentence("The wedge reaches 17 km inside the border at its deepest point.", "depth exact 17 km"),
        Sentence("A strip two to three kilometres wide has become a no man's land.", "width between 2..3 km"),
        Sentence("Less than 40 km separates the two armies' pincers.", "distance less_than 40 km"),
        Sentence("The gap between the spearheads has narrowed to 7 kilometres.", "width exact 7 km"),
        Sentence("The supply road, about 90 kilometres of it, is within mortar reach.", "length about 90 km"),
        Sentence(
            "The oil slick spread over a hundred square kilometres and fouled 60 km of beaches.",
            "area exact 100 km2", "length exact 60 km"),
        Sentence("Peat fires have consumed an estimated 1.6m hectares.", "area about 1600000 ha"),
        Sentence("Roughly 7m acres, an area the size of Belgium, went under.", "area about 7000000 acre"),
        Sentence(
            "The village is 6 km (3.7 miles) north-east of the town, or about 11 km by road.",
            "distance exact 6 km", "distance about 11 km"),
        Sentence("Advances of 1.5 to 2 km were reported on the eastern flank.", "depth between 1.5..2 km"),
        Sentence(
            "Since the ceasefire the army has held positions up to 7 miles inside Nerovia.",
            "depth up_to 7 mi"),
        Sentence("They crossed the border on a 12-kilometre front.", "length exact 12 km"),
        Sentence("The park lost 4.3% of its forest cover to the fire.", "share exact 4.3 percent"),
        Sentence(
            "The occupiers still hold a bit more than a quarter of the region's territory.",
            "share more_than 0.25 fraction"),
        Sentence(
            "Russia's net gain for the week was 101\u{A0}km² – against 86\u{A0}km² a week before.",
            "area exact 101 km2", "area exact 86 km2"),
        Sentence(
            "The authorities banned swimming along 38\u{202F}kilometres of coast.", "length exact 38 km"),
        Sentence("Rangers say 1'450 hectares of the canton's forests are damaged.", "area exact 1450 ha"),
        Sentence("The crater field covers 3/4 of a square mile.", "area exact 0.75 mi2"),
        Sentence("Half a square kilometre of the old town lies in ruins.", "area exact 0.5 km2"),
        Sentence("The buffer zone runs the length of the border and is 5km/3mi deep.", "depth exact 5 km"),
        Sentence(
            "The frontier is some 1,300 kilometres – just over 800 miles – in length.", "length about 1300 km"
        ),
        Sentence("The glacier retreated 40 metres a year over the past decade.", "rate exact 40 m/year"),
        Sentence(
            "Shelling was heard four kilometres from the monastery, witnesses said.", "distance exact 4 km"),
        Sentence("The flood spread 11 kilometres inland.", "depth exact 11 km"),
        Sentence("The fire perimeter measured 58 miles on Monday.", "length exact 58 mi"),
        Sentence("Some three dozen square kilometres were ceded under the 1954 treaty.", "area about 36 km2"),
        // longer reports
        Sentence(
            "The general's map showed 83 per cent of Lorvan district shaded red, but independent monitors put the figure at closer to 60 per cent.",
            "share exact 83 percent", "share exact 60 percent"),
        Sentence(
            "What had been a 900-square-kilometre pocket in August was, by early March, a sliver of 76 km².",
            "area exact 900 km2", "area exact 76 km2"),
        Sentence(
            "Its troops have inched ahead at a pace of 50 to 135 metres a day, slower than almost any campaign of the last century.",
            "rate between 50..135 m/day"),
        Sentence(
            "Over the past 72 hours the defenders retook six hamlets and about 17 square kilometers in total.",
            "area about 17 km2"),
        Sentence(
            "The town of 12,000 people, 8 km from the front, is hit by up to 40 glide bombs a day.",
            "distance exact 8 km"),
        Sentence(
            "A strip of land 800 metres to 1.2 km wide along the Orel river changed hands twice.",
            "width between 0.8..1.2 km"),
        Sentence(
            "Fortifications stretch for 45 kilometres south and east of the town, with three lines of trenches 2–3 km apart.",
            "length exact 45 km", "distance between 2..3 km"),
        Sentence(
            "Between mid-June and the end of July, the fires ate through 38,000 hectares — twice the ten-year average.",
            "area exact 38000 ha"),
        Sentence(
            "The smoke plume was visible 300 miles away and rose to 25,000 feet.", "distance exact 300 mi"),
        Sentence(
            "The Ridge Fire grew overnight from 1,700 to 6,200 acres; containment stands at 5%.",
            "area exact 1700 acre", "area exact 6200 acre"),
        Sentence(
            "The storm surge pushed water as much as 3.5 km inland and drowned 1 in 3 hectares of rice land.",
            "depth up_to 3.5 km", "share exact 0.333333 fraction"),
        Sentence(
            "The government ceded 174 square kilometers of highland pasture in exchange for 152 square kilometers further east.",
            "area exact 174 km2", "area exact 152 km2"),
        Sentence(
            "Under the 1921 line the frontier ran 11 miles west of the present one.", "distance exact 11 mi"),
        Sentence(
            "The disputed stretch is short: 38 of the 1,040 km frontier.", "length exact 38 km",
            "length exact 1040 km"),
        Sentence(
            "Some 70 to 80 per cent of the shared border has been demarcated; the remainder is claimed by both.",
            "share between 70..80 percent"),
        Sentence(
            "Peace terms would leave the separatists with a little over 3,000 sq km, a third of what they once ruled.",
            "area more_than 3000 km2", "share exact 0.333333 fraction"),
        Sentence(
            "After the collapse, the caliphate, which at its height ran a territory of 110,000 km² and some eight million people, held barely four square kilometres.",
            "area exact 110000 km2", "area about 4 km2"),
        Sentence(
            "Mines contaminate an estimated 139,000 sq. km, or roughly 23% of the country, the deminers' association says.",
            "area about 139000 km2", "share about 23 percent"),
        Sentence(
            "The corridor narrows to under 3 km near the mill, where shells fall daily.",
            "width less_than 3 km"),
        Sentence("The vanguard was reported 6.5km into the forest belt by dusk.", "depth exact 6.5 km"),
        Sentence(
            "Since January, the front has moved at most a dozen kilometres anywhere.", "depth at_most 12 km"),
        Sentence(
            "The exclusion area has been enlarged from 10 km to 30 km around the plant.",
            "distance exact 10 km", "distance exact 30 km"),
        Sentence(
            "Commandos slipped 1,400 metres through a flooded drain and emerged behind the bunker.",
            "length exact 1400 m"),
        Sentence(
            "The gas line's accessible section, roughly 4½ km, had been pumped free of methane.",
            "length about 4.5 km"),
        Sentence(
            "A 3.2-kilometer section of the 2-meter-wide pipe was used as a covert approach.",
            "length exact 3.2 km"),
        Sentence("The two villages are a mile and a half apart.", "distance exact 1.5 mi"),
        Sentence(
            "\"Three quarters of our land is gone,\" the mayor said, pointing across a field.",
            "share exact 0.75 fraction"),
        Sentence(
            "Roughly one-sixth of the republic, 8,300 km2, lies beyond Tarsk's reach.",
            "share about 0.166667 fraction", "area exact 8300 km2"),
        Sentence("Half the island has no power; a tenth of it is under water.", "share exact 0.1 fraction"),
        Sentence(
            "The ministry said that, as of 7 p.m., just 12 sq km remained in enemy hands.",
            "area exact 12 km2"),
        Sentence(
            "They gave up 220 square kilometres in December, the least since June; in January it was 290.",
            "area exact 220 km2", "area exact 290 km2"),
        Sentence(
            "Weekly gains: 43 sq km, 51 sq km, 38 sq km.", "area exact 43 km2", "area exact 51 km2",
            "area exact 38 km2"),
        Sentence(
            "It is the largest incursion since 1945: 28 settlements and a swathe some 40 km across and 12 km deep.",
            "width about 40 km", "depth exact 12 km"),
        Sentence(
            "The ceasefire line is patrolled along all of its 180 kilometres (112 miles).",
            "length exact 180 km"),
        Sentence(
            "Spread over 660 sq km (about 255 sq miles), the plateau was annexed in 1981.",
            "area exact 660 km2"),
        Sentence(
            "The blaze scorched 500 acres (1,235 hectares), officials said, before rain came.",
            "area exact 500 acre"),
        Sentence(
            "The minister claimed 4,000 km² were freed; 2,700 km² is what satellite analysts can confirm.",
            "area exact 4000 km2", "area exact 2700 km2"),
        Sentence("Police sealed a 200-metre cordon around the embassy.", "radius exact 200 m"),
        Sentence(
            "All people living within 15 to 20 miles of the reactor were moved.", "distance between 15..20 mi"
        ),
        Sentence(
            "Patrol boats must stay at least 24 nautical miles off the cape.", "distance at_least 24 nmi"),
        Sentence(
            "The breakwater adds 1.1 km to the 6-km-long sea wall.", "length exact 1.1 km",
            "length exact 6 km"),
        Sentence(
            "Bulldozers have flattened a band one kilometre deep along the fence, about 16% of the strip's area.",
            "depth exact 1 km", "share about 16 percent"),
        Sentence(
            "Satellite data compiled by the institute suggest that 2.4 million dunams, 60 per cent of the valley, cannot be farmed.",
            "area exact 2400000 dunam", "share exact 60 percent"),
        Sentence(
            "The drought shrank the lake to 3 100 km², from 68 000 km² in 1960.", "area exact 3100 km2",
            "area exact 68000 km2"),
        Sentence(
            "Forest cover dropped from 44% of the state's land in 1990 to 31% in 2020.",
            "share exact 44 percent", "share exact 31 percent"),
        Sentence(
            "Ice now covers less than 4.3 million square kilometres of the sea, the second-smallest extent on record.",
            "area less_than 4300000 km2"),
        Sentence(
            "The berg, which calved at 1,270 sq km, has drifted 280 km north.", "area exact 1270 km2",
            "distance exact 280 km"),
        Sentence(
            "The advance stalled some 35–40 kilometres (22–25 miles) from the capital.",
            "depth between 35..40 km"),
        Sentence(
            "By nightfall they were 2 miles outside Kerrin, having covered 19 miles since dawn.",
            "distance exact 2 mi", "distance exact 19 mi"),
        Sentence(
            "Of the 1,458 kilometres of land border, 340 are unfenced.", "length exact 1458 km",
            "length exact 340 km"),
        Sentence("The army's new line lies 4 to 7 km farther back.", "distance between 4..7 km"),
        Sentence("Sappers have checked 1,900 of 5,500 hectares.", "area exact 1900 ha", "area exact 5500 ha"),
        Sentence(
            "That is 0.02% of its territory, the analyst noted, though it cost 600 vehicles.",
            "share exact 0.02 percent"),
    ]

    @Test(arguments: sentences)
    func isReadAsWritten(_ sentence: Sentence) { sentence.check() }
}
