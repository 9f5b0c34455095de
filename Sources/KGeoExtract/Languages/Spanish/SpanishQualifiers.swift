// Words: Spanish words that qualify a number. Longer phrases win.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addSpanishQualifiers() {
        qualify(
            [
                "unos", "unas", "alrededor de", "alrededor del", "en torno a", "en torno al",
                "aproximadamente", "cerca de unos",
                "más o menos", "aproximados", "apenas", "algo así como", "estimado en", "estimada en",
                "estimadas en", "~", "≈", "±",
                "del orden de", "de unos", "de unas", "a unos", "a unas", "como unos", "quizá", "quizás",
                "poco más o menos",
                "en unos", "unos aproximadamente",
            ], .about)
        qualify(
            ["aproximadamente", "más o menos", "aproximados", "aproximadas", "o así"], .about, after: true)
        qualify(
            [
                "más de", "más del", "supera", "supera los", "supera las", "superan", "superan los",
                "superan las", "superó",
                "superó los", "superó las", "superaba", "superaba los", "supera el", "superó el",
                "superior a", "superiores a",
                "por encima de", "algo más de", "poco más de", "un poco más de", "mucho más de",
                "bastante más de", ">", "excede",
                "exceden", "excedió", "a más de", "de más de", "ya supera", "sobrepasa", "sobrepasa los",
                "sobrepasan", "rebasa",
                "rebasa los", "rebasó", "superado", "superado las", "superado los", "rebasan",
                "un poco más del",
            ], .moreThan)
        qualify(["y pico", "largos", "largas"], .moreThan, after: true)
        qualify(
            [
                "al menos", "por lo menos", "como mínimo", "no menos de", "un mínimo de", "mínimo",
                "cuando menos", "≥",
                "a no menos de", "de al menos", "a al menos",
            ], .atLeast)
        qualify(
            ["al menos", "como mínimo", "por lo menos", "o más", "y más", "cuando menos", "+"], .atLeast,
            after: true)
        qualify(
            [
                "menos de", "menos del", "a menos de", "inferior a", "inferiores a", "por debajo de",
                "mucho menos de", "<",
                "bastante menos de", "ni siquiera", "ni",
            ], .lessThan)
        qualify(
            [
                "como máximo", "no más de", "a lo sumo", "un máximo de", "máximo", "máximo de", "no supera",
                "no supera los",
                "no superan", "no superó", "no supera las", "no superaba", "no excede", "no superior a", "≤",
                "no rebasa",
                "a no más de", "no superará", "no superan los", "no pasa de", "no pasan de", "no pasó de",
            ], .atMost)
        qualify(["como máximo", "a lo sumo", "máximo", "o menos", "como mucho"], .atMost, after: true)
        qualify(["hasta", "hasta los", "hasta unos", "de hasta", "hasta las"], .upTo)
        qualify(
            [
                "casi", "cerca de", "cerca del", "prácticamente", "poco menos de", "algo menos de",
                "un poco menos de", "roza los",
                "rozó los", "casi los", "casi las", "roza", "casi el", "no llega a", "no llegan a",
            ], .nearly)
        qualify(
            [
                "solo", "sólo", "tan solo", "tan sólo", "solamente", "exactamente", "justo", "únicamente",
                "en total", "en promedio", "de media", "un total de", "apenas unos",
            ], .exact)
    }
}
