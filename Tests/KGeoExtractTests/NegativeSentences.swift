// What must give no claim: every class that the guideline names. All sentences are invented.

import Testing

struct NegativeSentences {
    static let sentences: [Sentence] = [
        // troops, losses, equipment, money, dates, ages, counts
        Sentence("Some 12,000 troops and 200 tanks crossed the river in August 2024."),
        Sentence("The minister, 61, pledged $1.5–2 billion on 14 March."),
        Sentence("More than 4,000 were killed or wounded, 350 of them in May."),
        Sentence("They shot down 83 of 121 drones overnight."),
        Sentence("It is home to 2.3 million people, 410 per square kilometre."),
        Sentence("The density is 85 inhabitants per sq km."),
        Sentence("Land sells at $9,000 an acre, or 22,000 euros per hectare."),
        Sentence("Yields fell to 3.1 tonnes per hectare."),
        // calibres, pipes, objects
        Sentence("They fired 155mm shells and 122-mm rockets."),
        Sentence("The pipe is 1.4 metres in diameter."),
        Sentence("A 1.2-meter-diameter main burst."),
        Sentence("The container ship, 399 metres long, ran aground."),
        Sentence("Dragon's teeth one metre tall line the road."),
        Sentence("A 30-metre statue was toppled."),
        Sentence("The drone has a wingspan of 17 metres."),
        // vertical
        Sentence("The balloon drifted at an altitude of 18 km."),
        Sentence("The pass, 2,400 metres above sea level, is snowed in."),
        Sentence("The quake struck at a depth of 10 km."),
        Sentence("The quake was 35 kilometres deep."),
        Sentence("The ash column rose 7 km into the sky."),
        Sentence("Divers found the wreck in 90 metres of water."),
        Sentence("The lake is 160 metres deep."),
        Sentence("Floodwaters up to 3 metres high swept the market."),
        Sentence("The tunnels lie 30 metres underground."),
        Sentence("The ice is 2 metres thick."),
        Sentence("A 5,895-metre peak towers over the plain."),
        Sentence("The river crested at 11.2 feet."),
        Sentence("Hills up to 300 metres high overlook the town."),
        // speed, range, travel
        Sentence("Winds of 120 km/h fanned the flames."),
        Sentence("The train reaches 300 kilometres per hour."),
        Sentence("Gusts hit 60 miles an hour."),
        Sentence("The missile has a range of 300 km."),
        Sentence("Rockets with a 70-kilometre range were delivered."),
        Sentence("The new drone can fly 1,500 km and carries 50 kg."),
        Sentence("The howitzer can hit targets 40 km away."),
        Sentence("The car did 60 miles to the gallon."),
        Sentence("The pickup had 180,000 miles on the clock."),
        // sport
        Sentence("She won the 10 km race in 31 minutes."),
        Sentence("He set a record in the 1,500 metres in Oslo."),
        Sentence("The cyclists face a 182-km stage on Tuesday."),
        Sentence("Thousands ran the 42-kilometre marathon through the capital."),
        // floors, volumes
        Sentence("The flat has 85 square metres of floor space."),
        Sentence("The 2,400-square-foot home sold in a day."),
        Sentence("The mall offers 40,000 square metres of retail space."),
        Sentence("The dam holds 250,000 acre-feet of water."),
        Sentence("It poured 60 cubic kilometres of water into the sea."),
        // names and idioms
        Sentence("The rally on Red Square drew thousands."),
        Sentence("MI6 and the M2 tank; Square Enix; the port of Acre."),
        Sentence("The Three Mile Island accident is remembered."),
        Sentence("The deal is a milestone; she went the extra mile."),
        Sentence("He stopped at the Four Mile House on the old road."),
        Sentence("They missed the target by a mile."),
        Sentence("The City is known as the Square Mile."),
        // vague
        Sentence("A few kilometres of road are cut; most of the area is flooded."),
        Sentence("The berg is twice the size of London."),
        // nothing at all
        Sentence(""),
        Sentence("The committee adjourned until Monday."),
        Sentence("12 13 14 15, 16; 17."),
        Sentence("Section 4.2 of Regulation 1,300/2014 applies."),
        Sentence("Ukraine's parliament voted 256 to 12."),
        Sentence("A meter reading of 45 is due on 1 May."),
        Sentence("The 5G network reached 20 m users."),
        Sentence("It costs £3m, or €3.5m."),
        Sentence("The 1 in. gap was sealed."),
        Sentence("Rain totalled 40 mm; 5 feet of snow fell."),
        Sentence("Keep two metres apart in the queue."),
        Sentence("The image has a resolution of 30 m."),
        Sentence("At kilometre 15 the convoy halted."),
    ]

    @Test(arguments: sentences) func isSilent(_ sentence: Sentence) { sentence.check() }
}
