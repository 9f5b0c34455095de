// Words: German words that qualify a number. Longer phrases win.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addGermanQualifiers() {
        qualify(
            [
                "rund", "etwa", "circa", "zirka", "ca .", "ca", "ungefähr", "schätzungsweise", "geschätzt",
                "geschätzte",
                "geschätzten", "gegen", "um die", "kaum", "in etwa", "annähernd", "grob", "an die", "rd .",
                "~", "≈", "±",
                "plus / minus", "vielleicht", "so um die", "grob geschätzt", "um",
            ], .about)
        qualify(["ungefähr", "etwa", "oder so", "plus / minus", "in etwa"], .about, after: true)
        qualify(
            [
                "mehr als", "über", "gut", "gut ein", "ein gutes", "ein guter", "eine gute", "etwas mehr als",
                "etwas über",
                "knapp über", "deutlich mehr als", "weit mehr als", "weit über", "deutlich über",
                "übersteigt", "überstieg",
                "überschreitet", "überschritt", "größer als", "länger als", "breiter als", "tiefer als", ">",
                "oberhalb von",
                "gut und gerne", "jenseits von", "etwas mehr als ein", "mehr als ein", "kaum mehr als",
            ], .moreThan)
        qualify(
            [
                "mindestens", "wenigstens", "nicht weniger als", "zumindest", "minimal", "mind .", "≥",
                "nicht unter",
                "ein minimum von",
            ], .atLeast)
        qualify(["mindestens", "oder mehr", "und mehr", "wenigstens", "+"], .atLeast, after: true)
        qualify(
            [
                "weniger als", "unter", "keine", "keinen", "deutlich weniger als", "weit weniger als",
                "deutlich unter",
                "weit unter", "kleiner als", "kürzer als", "schmaler als", "unterhalb von", "<",
                "nicht einmal", "näher als",
                "nicht mal",
            ], .lessThan)
        qualify(
            [
                "höchstens", "maximal", "nicht mehr als", "allenfalls", "max .", "≤", "nicht über", "maximum",
                "längstens",
                "ein maximum von", "nicht weiter als",
            ], .atMost)
        qualify(["höchstens", "maximal", "oder weniger", "und weniger"], .atMost, after: true)
        qualify(["bis zu", "auf bis zu", "von bis zu", "um bis zu", "bis maximal", "bis"], .upTo)
        qualify(
            [
                "fast", "knapp", "nahezu", "beinahe", "knapp unter", "knapp ein", "ein knappes",
                "eine knappe", "ein knapper",
                "nicht ganz", "etwas weniger als", "beinah", "fast ein", "kurz unter", "etwas unter",
                "einen knappen",
            ], .nearly)
        qualify(
            [
                "nur", "lediglich", "genau", "exakt", "nur noch", "gerade einmal", "gerade mal", "bloß",
                "insgesamt", "ganze",
                "im schnitt", "durchschnittlich", "im durchschnitt", "im mittel", "nur rund um", "nicht nur",
            ], .exact)
    }
}
