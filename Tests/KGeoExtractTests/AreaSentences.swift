// Areas: wars, fires, floods, forests, ice; held, gained, lost; every unit. All sentences are invented.

import Testing

struct AreaSentences {
    static let sentences: [Sentence] = [
        Sentence(
            "The brigade now holds about 740 square kilometres of the valley.", "area about 740 km2 held"),
        Sentence("Northern troops seized 52 sq km of farmland last week.", "area exact 52 km2 gained"),
        Sentence("The rebels lost more than 300 square miles in a fortnight.", "area more_than 300 mi2 lost"),
        Sentence("At its height the bridgehead measured some 1,150 km².", "area about 1150 km2 peak"),
        Sentence(
            "Their foothold has withered to 64 square miles, down from as much as 410.",
            "area exact 64 mi2", "area up_to 410 mi2"),
        Sentence(
            "The army recaptured 35 km2 (13.5 sq mi) around the junction.", "area exact 35 km2 gained"),
        Sentence(
            "Government forces liberated nearly 2,000 hectares of woodland.", "area nearly 2000 ha gained"),
        Sentence("The militia overran at least 18 sq. km. of marsh.", "area at_least 18 km2 gained"),
        Sentence(
            "Net gains for the month came to 96 square kilometers, the think tank assessed.",
            "area exact 96 km2 net"),
        Sentence("A net loss of 41 sq km was recorded in the sector.", "area exact 41 km2 net"),
        Sentence(
            "The enclave never grew larger than 30 square kilometres.", "area at_most 30 km2"),
        Sentence(
            "The flames have charred 12,400 acres (5,018 hectares) since Friday, fire officials said.",
            "area exact 12400 acre"),
        Sentence(
            "The blaze, 35% contained, has blackened more than 8,000 acres of brush.",
            "area more_than 8000 acre"),
        Sentence(
            "Floodwater covered an estimated 4,100 square kilometres of rice paddies.",
            "area about 4100 km2"),
        Sentence(
            "Satellite pictures show 1.7 million hectares of cropland under water.", "area exact 1700000 ha"),
        Sentence(
            "Loggers cleared 910 square miles of rainforest in twelve months, the lowest figure since 2014.",
            "area exact 910 mi2"),
        Sentence("Sea ice shrank to 3.9 million square kilometres in September.", "area exact 3900000 km2"),
        Sentence(
            "The glacier has lost 6.2 km2 of its surface since the survey began.", "area exact 6.2 km2 lost"),
        Sentence("Settlers fenced off 650 dunams of grazing land.", "area exact 650 dunam"),
        Sentence("The park is the size of 40 football pitches.", "area exact 40 football_pitch"),
        Sentence("An area of two soccer fields burned down beside the depot.", "area exact 2 football_pitch"),
        Sentence("The reservoir spreads over 155 square kilometres.", "area exact 155 km2"),
        Sentence("The fire engulfed a warehouse, covering 3,500 square metres.", "area exact 3500 m2"),
        Sentence("The area of the fire reached 5,000 sq. m.", "area exact 5000 m2"),
        Sentence(
            "The town itself, which covers 29 square kilometres, is in ruins.", "area exact 29 km2 total"),
        Sentence(
            "An iceberg of around 1,550 square kilometres broke away from the shelf.", "area about 1550 km2"),
        Sentence(
            "Between 60 and 85 square kilometres changed hands in March.", "area between 60..85 km2"),
        Sentence("Some 200 to 250 sq km of steppe are mined.", "area between 200..250 km2"),
        Sentence("They hold at least 1,000-1,200 km2.", "area at_least 1000..1200 km2"),
        Sentence("They hold at least between 1,000 and 1,200 km2.", "area at_least 1000..1200 km2"),
        Sentence("They hold no more than 1,000 to 1,200 km2.", "area at_most 1000..1200 km2"),
        Sentence("They hold more than 20-25% of the country.", "share more_than 20..25 percent"),
        Sentence("Up to 1,100 km² may have been held at the peak of the raid.", "area up_to 1100 km2 peak"),
        Sentence("Almost 77,000 acres of forest are gone.", "area nearly 77000 acre"),
        Sentence("They gave up no more than 12 square kilometres.", "area at_most 12 km2"),
        Sentence(
            "Fewer than 20 square miles remain in the hands of the insurgents.",
            "area less_than 20 mi2 held"),
        Sentence("The garrison clung to just 3 square kilometres.", "area exact 3 km2 held"),
        Sentence("The pocket shrank to a mere 9 km2.", "area exact 9 km2"),
        Sentence("Under 500 hectares were spared.", "area less_than 500 ha"),
        Sentence("In excess of 90 square miles has been retaken.", "area more_than 90 mi2 gained"),
        Sentence("Upwards of 45,000 hectares burned in the province.", "area more_than 45000 ha"),
        Sentence("Close to 600 square kilometres were occupied by midsummer.", "area nearly 600 km2 held"),
        Sentence("Just under 70 sq km fell in the first week.", "area nearly 70 km2"),
        Sentence(
            "The spill had spread over 210 square kilometers, or about 81 square miles, by Sunday.",
            "area exact 210 km2"),
        Sentence(
            "The fire consumed 2,300 ha – roughly 5,700 acres – before rain came.", "area exact 2300 ha"),
        Sentence(
            "The burned area stands at 1,000 hectares (2,470 acres, or 3.9 square miles).",
            "area exact 1000 ha"),
        Sentence("Troops control a patch of 15 by 20 kilometres.", "length exact 15 km", "width exact 20 km"),
        Sentence("The camp extends over half a square kilometre.", "area exact 0.5 km2"),
        Sentence("A square mile of the old town was levelled.", "area exact 1 mi2"),
        Sentence("The capital's 500-acre botanical garden was shelled.", "area exact 500 acre"),
        Sentence("A 1,200-square-kilometre salient took shape.", "area exact 1200 km2"),
        Sentence("The 25-square-mile exclusion area will be lifted.", "area exact 25 mi2"),
        Sentence(
            "In Tigrin district alone the junta has ceded 3,300 square kilometres since 2021.",
            "area exact 3300 km2 lost"),
        Sentence("Perhaps 80 square kilometres are contested.", "area about 80 km2"),
        Sentence("The advance swallowed 44 square kilometres or so.", "area about 44 km2 gained"),
        Sentence("The zone takes in 400+ square kilometres.", "area at_least 400 km2"),
        Sentence("The zone takes in 400 sq km or more.", "area at_least 400 km2"),
        Sentence("A minimum of 150 hectares must be cleared of mines.", "area at_least 150 ha"),
        Sentence("A maximum of 60 hectares was flooded.", "area at_most 60 ha"),
        Sentence("The solar farm would take up 1,900 acres of meadow.", "area exact 1900 acre"),
        Sentence(
            "Deforestation hit 10,940 sq km that year, against 10,720 the year before.",
            "area exact 10940 km2", "area exact 10720 km2"),
        Sentence(
            "The republic, with a territory of 33,800 square kilometres, is small.",
            "area exact 33800 km2 total"),
        Sentence("Grey-zone ground amounts to some 290 km².", "area about 290 km2"),
        Sentence(
            "The Confederates gave up 14 square miles of ground in 1864.", "area exact 14 mi2 lost"),
        Sentence(
            "On average the province was losing 33 square kilometres of ice, the mean for the decade being 29.",
            "area exact 33 km2", "area exact 29 km2"),
        Sentence("The marsh lost 2½ square miles.", "area exact 2.5 mi2 lost"),
        Sentence("Locusts stripped three-quarters of a million hectares.", "area exact 750000 ha"),
        Sentence("The flood plain swelled to half a million acres.", "area exact 500000 acre"),
        Sentence("Two dozen square kilometres were retaken on Tuesday.", "area exact 24 km2 gained"),
        Sentence("Twelve hundred square kilometres had fallen by August.", "area exact 1200 km2"),
        Sentence("A hundred and ten square miles lay under water.", "area exact 110 mi2"),
        Sentence(
            "Forty-five thousand hectares of pasture were contaminated.", "area exact 45000 ha"),
        Sentence("Nine lakh hectares of standing crops were damaged.", "area exact 900000 ha"),
    ]

    @Test(arguments: sentences) func isRead(_ sentence: Sentence) { sentence.check() }
}
