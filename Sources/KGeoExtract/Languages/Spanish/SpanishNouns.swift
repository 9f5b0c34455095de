// Words: Spanish nouns that say what is measured: ground, regions, lines, zones, gaps; and words behind a length.

extension LexiconBuilder {
    mutating func addSpanishNouns() {
        add(
            """
            territorio/s tierra/s suelo/s superficie terreno/s bosque/s selva/s monte/s campo/s cultivo/s costa/s litoral zona/s área/s
            pantano/s humedal humedales pradera/s pasto/s pastizal pastizales estepa desierto lago laguna/s mar aguas fondo delta manglar
            manglares glaciar glaciares hielo parque/s reserva/s sabana viña/s viñedo/s huerta/s plantación plantaciones páramo turbera/s
            frente frontera/s hectáreas llanura/s marisma/s ribera/s arrecife/s matorral matorrales marjal sembrados olivar olivares
            """, .ground)
        add(
            "pueblo/s aldea/s localidad localidades ciudad ciudades poblado/s municipio/s asentamiento/s caserío/s",
            .settlement)
        add(
            """
            país estado/s región regiones óblast provincia/s departamento/s distrito/s ciudad ciudades pueblo isla/s península enclave
            raión barrio/s comuna/s cantón archipiélago continente valle franja república donbás donbas crimea capital puerto municipio
            norte sur este oeste gobernación localidad campamento nación centro suburbio/s
            """, .place)
        add("óblast región provincia departamento distrito raión república península valle", .regionNoun)
        add(
            """
            frente línea/s frontera/s costa/s litoral carretera/s autopista/s autovía camino/s calle/s vía/s ferrocarril ferrocarriles
            oleoducto/s gasoducto/s tubería/s tubo/s conducto canal canales río/s valla/s muro/s muralla barrera/s trinchera/s zanja/s
            terraplén terraplenes túnel túneles puente/s convoy convoyes columna/s tramo/s dique/s presa playa/s orilla/s ribera/s
            perímetro fortificaciones cable/s corredor corredores atasco/s fila cola alambrada/s alambre red redes pista/s cerca_metálica
            malecón ruta/s foso/s raya trazado berma/s sendero/s
            """, .line)
        add("frontera/s costa/s litoral frente perímetro línea_de_frente línea_de_contacto", .border)
        add(
            "amortiguación tampón colchón seguridad gris sanitari/a desmilitarizad/a cabeza_de_puente saliente cinturón franja/s cuña",
            .zone)
        add("brecha/s estrecho istmo paso canal_de pasillo boquete hueco", .gap)
        add("económica_exclusiva aguas_territoriales mar_territorial zee", .gap)
        add("exclusión prohibid/a evacuación peligro restringid/a veda", .exclusion)
        add("tierra_adentro en_territorio hacia_el_interior adentro dentro_de en_el_interior", .into)
        add("lejos aquí atrás detrás más_allá delante aguas_abajo aguas_arriba costa_afuera", .away)
        add(
            "norte sur este oeste noreste noroeste sureste suroeste nordeste sudeste sudoeste oriente occidente",
            .direction)
    }
}
