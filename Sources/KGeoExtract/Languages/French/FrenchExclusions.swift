// Words: French words that speak against a claim: vertical measures, sport, weapons' ranges, objects, floors.

extension LexiconBuilder {
    mutating func addFrenchExclusions() {
        add("séisme/s tremblement secousse/s épicentre hypocentre magnitude sismique réplique", .quake)
        add(
            """
            altitude hauteur souterrain/a sous-marin sous-marine forage/s puits mine_souterraine plongeur/s plongée bunker sous-sol
            étage/s sommet/s montagne/s gratte-ciel tour/s mât cratère/s fumée panache neige vague/s houle pluie/s précipitations
            orbite niveau_de_la_mer nappe_phréatique grotte/s falaise/s cascade enneigement sous_terre enfoui/a fosse abyssale
            """, .vertical)
        add(
            """
            marathon/s course/s coureur/s coureuse cycliste/s étape peloton ski fond skieur skieuse nageur nageuse olympique/s médaille/s
            championnat champion championne tournoi entraîneur sprint relais triathlon ultramarathon stade semi-marathon
            trail arrivée chrono jogging
            """, .sport)
        add(
            "portée portées missile/s roquette/s obus munition/s autonomie rayon_d'_action charge_complète tire tirent croisière",
            .weaponRange)
        add(
            """
            navire/s bateau/x yacht pétrolier cargo avion/s drone/s bus camion/s char/s torpille crocodile serpent requin baleine statue
            drapeau gâteau voiture/s antenne pale/s grue arbre/s poisson ferry porte-conteneurs coque porte-avions poutre
            """, .object)
        add(
            """
            appartement/s maison/s bureau/x étage magasin/s boutique/s logement/s habitation habitable centre_commercial entrepôt/s
            fenêtre/s toit/s toiture vitrage verre loyer locataire immobilier immobilière chambre/s pièce villa supermarché
            école gymnase carrelage moquette salle/s
            """, .floor)
        add("habitant/s densité personnes âmes population", .density)
        add("$ dollar/s euro/s franc/s rouble/s hryvnia/s prix coûte coûtent coût loyer", .money)
        add("vitesse kmh nœuds noeuds rafale/s compteur litre/s", .speed)
        add(
            """
            population habitants gens électeurs voix suffrages votes participation sièges budget pib économie recettes dépenses
            exportations importations familles enfants femmes hommes soldats troupes pertes obus missiles drones chars véhicules
            munitions électricité énergie puissance capacité gaz pétrole récolte récoltes rendement blé céréales maisons bâtiments
            logements écoles hôpitaux entreprises travaux emplois sondés citoyens français ukrainiens russes réfugiés cas prix
            inflation aide temps marchandises trafic probabilité risque dégâts attaques humidité taux actions élèves étudiants
            membres production demande achevé achevés terminé rempli remplissage réservoir bétail espèces personnel chiffre ventes
            agriculteurs ponts effectifs victimes blessés morts foyers ménages patients fonds dette trésorerie équipements artillerie
            """, .unrelated)
        set(
            "vit vivent vivait parle parlent vote votent soutient soutiennent croit croient possède manque manquent souffre"
        ) { $0.part = .living }
        set("tuyau tuyaux gazoduc oléoduc conduite tunnel canalisation pipeline") { $0.part = .tube }
    }
}
