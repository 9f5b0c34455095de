// Words: Spanish names of units and periods. The sizes are in KGeoCore's table.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addSpanishUnits() {
        add("cuadrad/a", .squared)
        units(
            """
            km: km kms kilómetro/s kilometro/s
            m: m mts metro/s
            mi: milla/s
            ha: ha has hectárea/s hectarea/s
            acre: acre/s
            dunam: dunam/s
            ft: pie pies
            yd: yarda/s
            """)
        set("náutica náuticas marina marinas") { $0.part = .nautical }
        add("fútbol futbol", .nominal)
        add("campo campos cancha canchas", .measured)
        set("ciento") { $0.percent = .cent }
        add("por", .per)
        set("punto/s") { $0.percent = .point }
        rate(
            .minute, after: ["por minuto", "al minuto", "cada minuto"], before: ["cada minuto", "por minuto"])
        rate(.hour, after: ["por hora", "a la hora", "cada hora"], before: ["cada hora", "por hora"])
        rate(
            .day, after: ["al día", "por día", "diarios", "diarias", "diario", "cada día", "diariamente"],
            before: [
                "cada día", "diariamente", "a diario", "al día", "promedio diario de", "media diaria de",
            ])
        rate(
            .week, after: ["por semana", "a la semana", "semanales", "cada semana"],
            before: ["cada semana", "por semana"])
        rate(
            .month, after: ["al mes", "por mes", "mensuales", "cada mes"],
            before: ["cada mes", "al mes", "promedio mensual de", "media mensual de"])
        rate(.year, after: ["al año", "por año", "anuales", "cada año"], before: ["cada año", "al año"])
        for (period, words) in [
            (Entry.Period.minute, "minuto min"), (.hour, "hora h"), (.day, "día"), (.week, "semana"),
            (.month, "mes"),
            (.year, "año"),
        ] { set(words) { $0.period = period } }
        add("h hora horas s seg segundo segundos", .speed)
        dimensions(
            """
            depth: profundidad fondo profundo profunda profundos
            width: ancho anchura ancha anchos amplitud
            length: largo longitud larga largos perímetro
            radius: radio/s
            distance: distancia/s
            –: alto altura alta espesor grosor diámetro alcance altitud calibre magnitud envergadura calado
            """)
    }
}
