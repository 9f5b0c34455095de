// Shares of territory, and rates. All sentences are invented.

import Testing

struct ShareSentences {
    static let sentences: [Sentence] = [
        Sentence("The rebels control about 62% of the province.", "share about 62 percent held"),
        Sentence("A fifth of the country is occupied.", "share exact 0.2 fraction held"),
        Sentence(
            "Two-thirds of the region remain in government hands.", "share exact 0.666667 fraction held"),
        Sentence("The junta has lost more than half of its territory.", "share more_than 0.5 fraction lost"),
        Sentence("Nearly 90 per cent of Lusk oblast is under their control.", "share nearly 90 percent held"),
        Sentence("Three quarters of the island burned.", "share exact 0.75 fraction"),
        Sentence(
            "The army holds 70 percent of the city, its spokesman claimed.", "share exact 70 percent held"),
        Sentence("Almost one third of farmland in the delta was flooded.", "share nearly 0.333333 fraction"),
        Sentence("Some 30% of the territory is contaminated with mines.", "share about 30 percent"),
        Sentence(
            "They occupy 5,400 square kilometres, or 9 percent of the country.", "area exact 5400 km2 held",
            "share exact 9 percent held"),
        Sentence(
            "The state covers 4,800 km² (0.8%).", "area exact 4800 km2", "share exact 0.8 percent"),
        Sentence("The ice sheet has lost 12% of its area since 1979.", "share exact 12 percent lost"),
        Sentence("The fence covers 40 per cent of the border.", "share exact 40 percent"),
        Sentence("Roughly a quarter of the coastline is oiled.", "share about 0.25 fraction"),
        Sentence("Between 15 and 20 percent of the enclave is out of reach.", "share between 15..20 percent"),
        Sentence("One in five acres of the reserve has burned.", "share exact 0.2 fraction"),
        Sentence("Forests cover 31% of the land area.", "share exact 31 percent"),
        Sentence("Half of the Strip is a closed military zone.", "share exact 0.5 fraction"),
        Sentence("Of the district, 55% is in rebel hands.", "share exact 55 percent held"),
        Sentence(
            "Moscow's forces hold all of Luvan and around 75 per cent of Dorvets.",
            "share about 75 percent held"),
        // no territory
        Sentence("Turnout reached 62% of registered voters."),
        Sentence("About half of the shells were duds."),
        Sentence("Inflation fell to 4% in the country."),
        Sentence("The territory's exports shrank by a third."),
        Sentence("A fifth of the population fled the province."),
        Sentence("Some 40% of the country's power plants were hit."),
        Sentence("Deforestation dropped 30% from the year before."),
        Sentence("The blaze is 55% contained."),
        Sentence("Seventy percent of residents oppose ceding land."),
        Sentence("He won 52 percent of the vote in the region."),
        Sentence("One in five soldiers deserted."),
        Sentence("The captured area grew by 20 percent."),
        Sentence("There is a 30 percent chance of rain over the territory."),
        // rates
        Sentence("The army is gaining 14 square kilometres a day.", "rate exact 14 km2/day gained"),
        Sentence("It took an average of 6.5 sq km per day in June.", "rate exact 6.5 km2/day mean"),
        Sentence(
            "The forest vanishes at three football pitches a minute.",
            "rate exact 3 football_pitch/minute"),
        Sentence("The front creeps forward at about 100 metres per day.", "rate about 100 m/day"),
        Sentence("They advanced up to 2 km a week.", "rate up_to 2 km/week"),
        Sentence("The glacier retreats by 40 m a year.", "rate exact 40 m/year"),
        Sentence("Losses average 450 km2/month.", "rate exact 450 km2/month"),
        Sentence(
            "In May it seized 462 square kilometres (178 square miles), an average of 14.9 square kilometres each day.",
            "area exact 462 km2", "rate exact 14.9 km2/day mean"),
        Sentence(
            "Its daily average rose to 15 square kilometres in autumn.", "rate exact 15 km2/day mean"),
        Sentence(
            "Around 10,000 hectares of forest are lost every year.", "rate about 10000 ha/year lost"),
        Sentence("The flames ate 80 acres a minute.", "rate exact 80 acre/minute"),
        Sentence(
            "At 12 square kilometers (4.6 square miles) per day the pace doubled.", "rate exact 12 km2/day"),
    ]

    @Test(arguments: sentences) func isRead(_ sentence: Sentence) { sentence.check() }
}
