// Words: Spanish verbs and nouns of what happens to ground: taken, lost, held, crossed, covered, changed.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addSpanishEvents() {
        add(
            """
            tom/v toma tomó tomaron captur/v captura conquist/v conquista liber/v liberación recuper/v recuperación gan/v ganancia
            ganancias anexion/v anexión arrebat/v adueñ/v apoder/v reconquist/v hizo hicieron arranc/v retom/v obtuv/r obtuvo
            asegur/v
            """, .gain)
        add("perd/r pérdida pérdidas ced/r abandon/v entreg/v pierde pierden", .lose)
        add(
            """
            control/v control ocup/v ocupación mantien/r mantener mantenía mantenían mantiene retien/r retiene retuvo sosten/r domin/v
            poder manos conserv/v administr/v permanec/r sigue siguen posee poseen bajo_control
            """, .hold)
        add(
            """
            avanz/v avance avances avanzar avanzó avanzaron penetr/v penetración adentr/v incursión incursiones ofensiva ofensivas
            empuj/v irrump/r infiltr/v desplaz/v progres/v romp/r rompieron embestida internaron internó
            """, .advance)
        add("retroced/r retroceso retir/v retirada repleg/v replegaron repliegue rechaz/v expuls/v", .retreat)
        add(
            """
            cubr/r cubr/v cubierto cubierta quem/v arras/v ardi/r arde arden ardió ardieron incendio incendios fuego fuegos llamas
            inund/v inundación anegad/a aneg/v devast/v destru/r destruyó destruyeron destruid/a calcin/v consum/r consumió min/v minado
            contamin/v afect/v desmin/v deforest/v tal/v talad/a abarc/v ocupa extend/r superficie sumergid/a agua aguas mancha
            seco secó sembrad/a cultivad/a deforestación desminad/a limpi/v
            """, .cover)
        set("quem/v ardi/r arde arden ardió ardieron incendio incendios fuego fuegos llamas calcin/v") {
            $0.isFire = true
        }
        add(
            "extiende extienden extendía extendían recorre recorren corre corren discurre discurren serpentea estira atraviesa atraviesan prolonga",
            .run)
        set("alcanza alcanzó alcanzan corre llega") { $0.part = .going }
        add(
            "recorri/r recorrió recorrieron reptaron gatearon marcharon marchó caminaron caminó recorrido cruzaron cruzó arrastraron",
            .traverse)
        add(
            "constru/r construyó construyeron construido construidos construida levant/v tend/r tendido instal/v excav/v cav/v erig/r erigió termin/v repar/v fortific/v paviment/v",
            .build)
        add(
            """
            aument/v aumento crec/r creció crecimiento disminuy/r disminución disminuyó reduj/r redujo reducción redu/r reducido
            reducida ampli/v ampliación ensanch/v estrech/v baj/v bajó baja cay/r cayó caída caído descend/r descenso sub/r subió subida
            pas/v pasó pasaron pasado pasar encog/r encogió encogido multiplic/v duplic/v triplic/v acort/v alarg/v recort/v
            increment/v incremento elev/v aceler/v fren/v desaceler/v mengu/v creciendo menor mayor achic/v retroceso salt/v
            """, .change)
        for (words, kind) in [("ensanch/v estrech/v", ClaimKind.width), ("alarg/v acort/v", .length)] {
            set(words) { $0.changes = kind }
        }
        add("avance avances incursión ofensiva retroceso retirada repliegue penetración", .movement)
    }
}
