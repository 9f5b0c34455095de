// Words: French verbs and nouns of what happens to ground: taken, lost, held, crossed, covered, changed.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addFrenchEvents() {
        add(
            """
            pris prise prises prend prennent prit prirent prendre conquis conquise conquises conquiert conquérir conquête conquêtes
            captur/v capture captures libér/v libération empar/v repris reprise reprennent reprend reprendre récupér/v récupération
            gagn/v gain gains annex/v annexion saisi/a saisir acquis/a acquérir occupe reconquis/a reconquérir reconquête
            nettoy/v sécuris/v arrach/v
            """, .gain)
        add(
            "perdu/a perd perdent perdre perte pertes cèd/v céd/v abandonn/v rendu rendre recul reculs perdait",
            .lose)
        add(
            """
            contrôl/v contrôle contrôles occup/v occupation tien/a tient tiennent tenait tenaient tenu/a tenir détient détiennent
            détenu/a conserv/v gard/v demeure demeurent domin/v administr/v mains emprise reste restent maîtris/v
            """, .hold)
        add(
            """
            avanc/v avancé avancée avancées avance progress/v progression progresse pénétr/v pénétration percé percée enfonc/v
            poussé poussée pouss/v incursion incursions offensive infiltr/v déplac/v entré entrés entrée entrent percer percent
            """, .advance)
        add(
            "recul/v recul repli replié repliés repli/v retrait retir/v retiré repouss/v refoul/v battu_en_retraite retraite",
            .retreat)
        add(
            """
            couvr/v couvert couverte couvre couvrent brûl/v ravag/v détruit/a détruire incendie incendies feu feux flammes inond/v
            submerg/v dévast/v min/v miné minée minés contamin/v pollu/v décim/v déminé déminés démin/v touch/v parti fumée
            partis englouti/a parcouru/a calciné/a brulé/a nappe étend étendue superficie déboisé déboisés défriché défrichés
            asséché/a eau eaux ensemencé cultivé cultivés planté plantés recouvert recouverts affecté affectés
            """, .cover)
        set("incendie incendies feu feux flammes brûl/v calciné/a brûlé brûlés") { $0.isFire = true }
        add(
            "étend étendent étendait étire étirent étirait court courent longe longent serpente traverse traversent déroule",
            .run)
        set("atteint atteignent court") { $0.part = .going }
        add("ramp/v rampé march/v marché parcouru/a parcourir traversé franchi/a franchir", .traverse)
        add(
            """
            constru/r construit construite construits construites construire bâti/a érigé/a éri/r érig/v pos/v posé posés creus/v
            aménag/v install/v achev/v répar/v fortifi/v réalis/v
            """, .build)
        add(
            """
            augment/v augmentation hausse baiss/v baisse diminu/v diminution rédui/r réduit réduite réduits réduction réduire
            passé passée passés passées passe passer passant élargi/a élargir élargit élargissement rétréci/a rétrécir rétrécit
            agrandi/a agrandir étendu tomb/v chut/v chute recul croissance cru crû grimp/v grandi grandir doubl/v tripl/v
            quadrupl/v ralenti/a ralentir accélér/v allong/v raccourci/a raccourcir ramen/v rabot/v port/v bondi plus_grand
            moins gonfl/v fondu fondre dégringol/v
            """, .change)
        for (words, kind) in [
            ("élargi/a élargir élargit rétréci/a rétrécir rétrécit", ClaimKind.width),
            ("allong/v raccourci/a", .length),
        ] { set(words) { $0.changes = kind } }
        add(
            "avancée avancées avance percée progression incursion offensive recul repli retrait poussée",
            .movement)
    }
}
