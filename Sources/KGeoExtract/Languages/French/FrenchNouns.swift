// Words: French nouns that say what is measured: ground, regions, lines, zones, gaps; and words behind a length.

extension LexiconBuilder {
    mutating func addFrenchNouns() {
        add(
            """
            territoire/s terre/s sol/s superficie surface/s terrain/s forêt/s bois champ/s culture/s côte/s littoral zone/s aire
            marais prairie/s pâturage/s steppe désert lac mer eaux fond/s delta mangrove/s glacier/s glace parc/s réserve/s
            savane jungle vigne/s vignoble/s verger/s plantation/s maquis garrigue lande/s tourbière/s polder/s île front frontière/s
            hectares plaine/s lagune berge/s rive/s récif/s massif terres_arables vallée domaine espace broussailles humide/s étang/s pinède/s
            """, .ground)
        add("village/s localité/s ville/s hameau/x bourg/s agglomération/s commune/s", .settlement)
        add(
            """
            pays état/s région/s oblast/s province/s département/s district/s ville/s village île/s péninsule enclave raïon quartier/s
            commune/s canton/s archipel continent vallée bande république donbass crimée capitale port banlieue/s nord sud est ouest
            gouvernorat municipalité presqu'île bourgade localité camp
            """, .place)
        add("oblast région province département district raïon république péninsule vallée", .regionNoun)
        add(
            """
            front ligne/s frontière/s côte/s littoral route/s autoroute/s chemin/s rue/s voie/s voies_ferrées rail/s chemin_de_fer
            oléoduc/s gazoduc/s pipeline/s conduite/s tuyau/x canal canaux rivière/s fleuve/s clôture/s mur/s muraille barrière/s
            tranchée/s fossé/s remblai/s talus tunnel/s pont/s convoi/s colonne/s tronçon/s digue/s barrage/s plage/s rivage/s rive/s
            berge/s périmètre fortifications câble/s corridor/s couloir/s embouteillage/s bouchon file barbelé/s réseau piste/s
            grillage/s chaussée/s boulevard portion cordon quai/s
            """, .line)
        add("frontière/s côte/s littoral front périmètre ligne_de_front ligne_de_contact", .border)
        add(
            "tampon tampons sécurité grise sanitaire démilitarisé/a tête_de_pont saillant ceinture bande/s bande_tampon mortelle frontalière",
            .zone)
        add("brèche/s trouée détroit isthme passage chenal bras goulet couloir percée_dans", .gap)
        add("économique_exclusive eaux_territoriales mer_territoriale zee", .gap)
        add(
            "exclusion interdite interdit évacuation sécurité_maritime sanitaire_autour dangereuse interdiction",
            .exclusion)
        add("dans_le_territoire en_territoire en_profondeur à_l'_intérieur intérieur dans_les_terres", .into)
        add("derrière loin ici plus_loin devant au-delà large_de en_amont en_aval", .away)
        add(
            """
            nord sud est ouest nord-est nord-ouest sud-est sud-ouest septentrional méridional nord_est nord_ouest sud_est sud_ouest
            """, .direction)
    }
}
