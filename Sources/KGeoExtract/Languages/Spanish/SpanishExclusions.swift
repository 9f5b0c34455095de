// Words: Spanish words that speak against a claim: vertical measures, sport, weapons' ranges, objects, floors.

extension LexiconBuilder {
    mutating func addSpanishExclusions() {
        add(
            "terremoto/s sismo/s seísmo/s temblor temblores réplica/s epicentro hipocentro magnitud sísmic/a",
            .quake)
        add(
            """
            altitud altura subterráne/a submarin/a perforación pozo/s mina buzo/s buceo búnker sótano/s piso/s cumbre/s montaña/s
            rascacielos torre/s mástil cráter cráteres humo columna_de_humo nieve ola/s oleaje lluvia/s precipitaciones órbita
            nivel_del_mar napa_freática acuífero/s cueva/s acantilado/s cascada bajo_tierra ceniza espeleólogos volcán
            """, .vertical)
        add(
            """
            maratón maratones carrera/s corredor_a corredora ciclista/s etapa pelotón esquí esquiador esquiadora nadador nadadora
            olímpic/a medalla/s campeonato campeón campeona torneo entrenador esprint relevo/s triatlón ultramaratón estadio meta
            medio_maratón atleta/s
            """, .sport)
        add(
            "alcance misil misiles cohete/s proyectil proyectiles munición autonomía radio_de_acción carga_completa dispara crucero obús obuses batería artillería",
            .weaponRange)
        add(
            """
            barco/s buque/s yate petrolero carguero avión aviones dron drones autobús camión camiones tanque/s torpedo cocodrilo
            serpiente tiburón ballena estatua bandera pastel coche/s antena pala/s grúa árbol árboles pez ferri ferry portacontenedores casco
            """, .object)
        add(
            """
            apartamento/s piso/s casa/s oficina/s tienda/s comercio/s vivienda/s habitación habitaciones centro_comercial almacén
            almacenes ventana/s techo/s tejado vidrio alquiler inquilino/s inmobiliari/a chalé supermercado escuela gimnasio salón nave
            """, .floor)
        add("habitante/s densidad personas población almas", .density)
        add("$ dólar dólares euro/s peso/s rublo/s grivna/s precio/s cuesta cuestan costo coste", .money)
        add("velocidad kmh nudos rachas odómetro litro/s", .speed)
        add(
            """
            población habitantes gente electores votos voto sufragios participación escaños presupuesto pib economía ingresos gastos
            exportaciones importaciones familias niños mujeres hombres soldados tropas bajas pérdidas proyectiles misiles drones tanques
            vehículos munición electricidad energía potencia capacidad gas petróleo cosecha cosechas rendimiento trigo cereales casas
            edificios viviendas escuelas hospitales empresas obras empleos encuestados ciudadanos ucranianos rusos refugiados casos
            precios inflación ayuda tiempo mercancías tráfico probabilidad riesgo daños ataques humedad tasa acciones alumnos
            estudiantes miembros producción demanda terminad/a completad/a llenado embalse ganado especies personal ventas agricultores
            puentes efectivos víctimas heridos muertos hogares pacientes deuda fondos contenid/a controlado_el artillería capital
            """, .unrelated)
        set(
            "vive viven vivía habla hablan vota votan apoya apoyan cree creen posee carece carecen sufre sufren"
        ) { $0.part = .living }
        set("tubo tubería tuberías gasoducto oleoducto túnel conducto ducto") { $0.part = .tube }
    }
}
