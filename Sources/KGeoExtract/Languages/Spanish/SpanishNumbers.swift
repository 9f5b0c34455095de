// Words: Spanish number words, and parts of a whole.

extension LexiconBuilder {
    mutating func addSpanishNumbers() {
        values(
            """
            cero = 0
            un uno una = 1
            dos = 2
            tres = 3
            cuatro = 4
            cinco = 5
            seis = 6
            siete = 7
            ocho = 8
            nueve = 9
            diez = 10
            once = 11
            doce = 12
            trece = 13
            catorce = 14
            quince = 15
            dieciséis = 16
            diecisiete = 17
            dieciocho = 18
            diecinueve = 19
            veinte = 20
            veintiún veintiuno veintiuna = 21
            veintidós = 22
            veintitrés = 23
            veinticuatro = 24
            veinticinco = 25
            veintiséis = 26
            veintisiete = 27
            veintiocho = 28
            veintinueve = 29
            treinta = 30
            cuarenta = 40
            cincuenta = 50
            sesenta = 60
            setenta = 70
            ochenta = 80
            noventa = 90
            cien ciento = 100
            doscientos doscientas = 200
            trescientos trescientas = 300
            cuatrocientos cuatrocientas = 400
            quinientos quinientas = 500
            seiscientos seiscientas = 600
            setecientos setecientas = 700
            ochocientos ochocientas = 800
            novecientos novecientas = 900
            """
        ) { $0.cardinal = $1 }
        let ones = [
            ("un", 1.0), ("uno", 1), ("una", 1), ("dos", 2), ("tres", 3), ("cuatro", 4), ("cinco", 5),
            ("seis", 6), ("siete", 7),
            ("ocho", 8), ("nueve", 9),
        ]
        let tens = [
            ("treinta", 30.0), ("cuarenta", 40), ("cincuenta", 50), ("sesenta", 60), ("setenta", 70),
            ("ochenta", 80),
            ("noventa", 90),
        ]
        addTens(tens, ones, joiner: " y ")
        values(
            "mil = 1000\nmillón millones mill = 1000000\nbillón billones = 1000000000000\ndocena docenas = 12"
        ) { $0.scale = $1 }
        values(
            "decena = 10\nveintena = 20\ntreintena = 30\ncuarentena = 40\ncincuentena = 50\ncentenar centena = 100\nmillar = 1000"
        ) { $0.round = $1 }
        values(
            "decenas = 20\ncentenares centenas cientos = 200\nmiles millares = 2000\nvarios varias algunos algunas pocos pocas = 3"
        ) { $0.least = $1 }
        values("decenas = 10\ncentenares cientos = 100\nmiles millares = 1000") { $0.scale = $1 }
        values("mitad = 2") {
            $0.fraction = $1
            $0.isPartAlone = true
        }
        values(
            "medio media = 2\ntercio tercios tercera terceras = 3\ncuarto cuartos cuarta cuartas = 4\nquinto quintos quinta quintas = 5\nsexta sexto sextas = 6\nséptima séptimo = 7\noctava octavo = 8\nnovena noveno = 9\ndécima décimo décimas = 10\nvigésima = 20"
        ) {
            $0.fraction = $1
        }
        set("parte partes") { $0.part = .ofWhole }
        addPart(0.5, ["y medio", "y media"])
        addPart(0.25, ["y cuarto", "y un cuarto"])
        set("varios varias algunos algunas muchos muchas pocos pocas") { $0.part = .vague }
    }
}
