// Lengths, distances, depths, widths, radii. All sentences are invented.

import Testing

struct LineSentences {
    static let sentences: [Sentence] = [
        // depth
        Sentence("The column advanced 12 kilometres overnight.", "depth exact 12 km"),
        Sentence("Scouts were seen 35 km inside the country.", "depth exact 35 km"),
        Sentence("Their tanks pushed up to 8 miles into the province.", "depth up_to 8 mi"),
        Sentence("The raiders penetrated enemy lines to a depth of 20–25 km.", "depth between 20..25 km"),
        Sentence("A 15-km-deep buffer along the frontier is planned.", "depth exact 15 km"),
        Sentence("The general wants a 20-kilometre security zone.", "depth exact 20 km"),
        Sentence("The kill zone is now 10 to 15 kilometres deep.", "depth between 10..15 km"),
        Sentence("The front has shifted by roughly 3 km in a year.", "depth about 3 km"),
        Sentence(
            "They moved another two to three kilometres forward near the mill.", "depth between 2..3 km"),
        Sentence("Marines fell back 5 miles under fire.", "depth exact 5 mi"),
        Sentence("The surge ran half a mile inland.", "depth exact 0.5 mi"),
        Sentence("The army withdrew four kilometres to new positions.", "depth exact 4 km"),
        Sentence("Drones struck a depot 900 km inside the federation.", "depth exact 900 km"),
        Sentence("The troops gained 800 metres of ground along the railway.", "depth exact 800 m"),
        Sentence("Advancing 500 yards a man could not stand, wrote the diarist.", "depth exact 500 yd"),
        // distance
        Sentence("The village lies 14 km south-east of Orvas.", "distance exact 14 km"),
        Sentence("The troops are within five kilometres of the ring road.", "distance less_than 5 km"),
        Sentence("The crossing is about 60 miles from the capital.", "distance about 60 mi"),
        Sentence("Shells landed less than 400 metres from the school.", "distance less_than 400 m"),
        Sentence("The refinery, 1,300 km from the front, caught fire.", "distance exact 1300 km"),
        Sentence("The vessel sank 22 nautical miles off the coast.", "distance exact 22 nmi"),
        Sentence("The two posts are only 3 km apart.", "distance exact 3 km"),
        Sentence("The enemy stands a kilometre from the outskirts.", "distance exact 1 km"),
        Sentence("The staff sits 40 km behind the line of contact.", "distance exact 40 km"),
        Sentence("It was hit some 7 kilometers (4.3 miles) north of Dravik.", "distance about 7 km"),
        Sentence("The front line is now barely 9 miles away from the city.", "distance about 9 mi"),
        Sentence("The epicentre was 30 km west of the port at a depth of 10 km.", "distance exact 30 km"),
        Sentence("A distance of 120 kilometres separates the two towns.", "distance exact 120 km"),
        Sentence("The ridge is 2.5 km short of the bypass.", "distance exact 2.5 km"),
        Sentence("A plant lies 11 miles outside the town of Kell.", "distance exact 11 mi"),
        Sentence("Smoke was seen three miles downwind of the depot.", "distance exact 3 mi"),
        // length
        Sentence("The front line stretches for 1,100 kilometres.", "length exact 1100 km"),
        Sentence("Engineers built 210 km of fence along the frontier.", "length exact 210 km"),
        Sentence("Commandos crawled 9 kilometres through a disused gas main.", "length exact 9 km"),
        Sentence("About 45 miles of coastline were oiled.", "length about 45 mi"),
        Sentence("The two states share a border of 687 km.", "length exact 687 km"),
        Sentence("The 40-mile-long convoy stalled.", "length exact 40 mi"),
        Sentence("Fighting rages on a 25-km front.", "length exact 25 km"),
        Sentence("A 600-mile front line runs through the plain.", "length exact 600 mi"),
        Sentence("A 19-kilometre bridge links the peninsula to the mainland.", "length exact 19 km"),
        Sentence("Some 300 kilometres of trenches have been dug.", "length about 300 km"),
        Sentence("The pipeline runs 440 km under the sea.", "length exact 440 km"),
        Sentence("A 15-km stretch of the motorway is under fire.", "length exact 15 km"),
        Sentence(
            "Workers finished 80 of the planned 200 km of barrier.", "length exact 80 km",
            "length exact 200 km"),
        Sentence(
            "The fence will be 200 km long, of which 80 have been built.", "length exact 200 km",
            "length exact 80 km"),
        Sentence("The island has a coastline 310 km long.", "length exact 310 km"),
        Sentence("The perimeter of the camp is 12 km.", "length exact 12 km"),
        Sentence("More than 60 kilometres of river bank are held.", "length more_than 60 km"),
        // width
        Sentence("The corridor is 3 km wide.", "width exact 3 km"),
        Sentence("A breach 800 metres across was opened.", "width exact 800 m"),
        Sentence("The bridgehead is 10 km wide and 6 deep.", "width exact 10 km", "depth exact 6 km"),
        Sentence(
            "The strip is 41 km long and between 6 and 12 km wide.", "length exact 41 km",
            "width between 6..12 km"),
        Sentence("A two-mile-wide tornado scar crosses the county.", "width exact 2 mi"),
        Sentence("The neck has a width of 7 kilometres.", "width exact 7 km"),
        Sentence(
            "The demilitarised zone, 250 km long and 4 wide, is empty.", "length exact 250 km",
            "width exact 4 km"),
        Sentence("The corridor widened from 12 to 16 km.", "width exact 12 km", "width exact 16 km"),
        // radius
        Sentence("Residents within a 5-mile radius must leave.", "radius exact 5 mi"),
        Sentence("The exclusion zone has a radius of 30 kilometres.", "radius exact 30 km"),
        Sentence("Everyone in a radius of 500 metres was evacuated.", "radius exact 500 m"),
        Sentence("A 12-nautical-mile radius around the platform is closed.", "radius exact 12 nmi"),
        // more styles
        Sentence("Over the past week the axis moved ~2 km west.", "depth about 2 km"),
        Sentence(
            "Geolocated footage indicates that forces advanced roughly 1.5 kilometers southwest of Belo.",
            "depth about 1.5 km"),
        Sentence("The bridge over the 1.2-mile-wide estuary is down.", "width exact 1.2 mi"),
        Sentence("The front bulged a further 6-7 km to the west.", "depth between 6..7 km"),
        Sentence("The caliphate's last hamlet lay 20 km from the Iraqi border.", "distance exact 20 km"),
        Sentence("One brigade gained 4 km, the second 7.", "depth exact 4 km", "depth exact 7 km"),
        Sentence("Pits ran for five or six kilometres along the bank.", "length between 5..6 km"),
        Sentence("The glacier's snout has retreated 1.8 kilometres since 1900.", "depth exact 1.8 km"),
        Sentence("The town, as little as 4 km from the river, was shelled.", "distance exact 4 km"),
        Sentence("Not less than 50 km of road were cleared.", "length at_least 50 km"),
        Sentence("They came as far as 70 miles from Moresk.", "distance up_to 70 mi"),
        Sentence("Almost 16 kilometres of pipe were crossed on foot.", "length nearly 16 km"),
    ]

    @Test(arguments: sentences) func isRead(_ sentence: Sentence) { sentence.check() }
}
