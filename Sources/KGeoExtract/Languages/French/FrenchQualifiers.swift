// Words: French words that qualify a number. Longer phrases win.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addFrenchQualifiers() {
        qualify(
            [
                "environ", "quelque", "autour de", "à peu près", "approximativement", "à peine", "dans les",
                "aux alentours de",
                "de l' ordre de", "plus ou moins", "quelques", "près d' environ", "à environ",
                "aux environs de", "~", "≈", "±",
                "grosso modo", "peut - être", "une estimation de", "estimée à", "estimé à", "estimés à",
                "estimées à",
            ], .about)
        qualify(["environ", "à peu près", "plus ou moins", "ou presque"], .about, after: true)
        qualify(
            [
                "plus de", "plus d'", "plus des", "plus du", "dépasse", "dépasse les", "dépassent",
                "dépassent les", "dépassé",
                "dépassé les", "dépassait", "dépassait les", "dépassant", "dépassant les", "un peu plus de",
                "un peu plus d'",
                "bien plus de", "au - delà de", "supérieur à", "supérieure à", "à plus de", "de plus de",
                "excède", "excédait",
                ">", "largement plus de", "au - dessus de", "excédant", "nettement plus de", "plus que",
            ], .moreThan)
        qualify(
            [
                "au moins", "au minimum", "pas moins de", "un minimum de", "minimum", "d' au moins",
                "à au moins", "≥",
                "à tout le moins", "au bas mot", "pas moins d'",
            ], .atLeast)
        qualify(
            ["au moins", "au minimum", "au bas mot", "ou plus", "minimum", "et plus", "+"], .atLeast,
            after: true)
        qualify(
            [
                "moins de", "moins d'", "à moins de", "à moins d'", "un peu moins que", "bien moins de",
                "en dessous de",
                "en - dessous de", "inférieur à", "inférieure à", "<", "nettement moins de", "sous les",
                "moins que",
            ], .lessThan)
        qualify(
            [
                "au plus", "tout au plus", "au maximum", "pas plus de", "pas plus d'", "un maximum de",
                "n' excède pas",
                "n' excédait pas", "ne dépasse pas", "ne dépasse pas les", "ne dépassait pas",
                "ne dépassent pas", "≤", "maximum",
                "ne dépassera pas", "n' a pas dépassé", "n' ont pas dépassé",
            ], .atMost)
        qualify(
            ["au plus", "tout au plus", "au maximum", "maximum", "ou moins", "maximum"], .atMost, after: true)
        qualify(["jusqu' à", "jusqu'", "jusqu' aux", "jusqu' à près de"], .upTo)
        qualify(
            [
                "presque", "près de", "près d'", "pas loin de", "pas tout à fait", "un peu moins de",
                "un peu moins d'",
                "pratiquement", "quasiment", "quasi", "avoisine", "avoisine les", "approche", "approche les",
                "avoisinant",
            ], .nearly)
        qualify(
            [
                "seulement", "exactement", "précisément", "juste", "au total", "en tout", "en moyenne",
                "ne que",
                "à peine plus que",
            ], .exact)
        qualify(["à peine plus de"], .moreThan)
    }
}
