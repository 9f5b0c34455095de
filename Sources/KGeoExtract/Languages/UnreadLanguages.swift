// Words: what tells languages that are not read from those that are, so that a text in one of them is named and refused.

extension LanguageGuess {
    /// Names with common words. They are only told apart here; no figure is read with them.
    static let unread: [(name: String, script: Script, common: String)] = [
        (
            "Polish", .latin,
            "i w na z że się nie do jest to o jak ale po od za przez przy tylko oraz są był była było został które który która kilometrów tys już także ich jego roku"
        ),
        (
            "Czech", .latin,
            "a v na se že je s z do o to i za by jako pro podle jsou byl byla bylo který která které po ale také od při nebo už jeho roku kilometrů"
        ),
        (
            "Slovak", .latin,
            "a v na sa že je s z do o to i za by ako pre podľa sú bol bola bolo ktorý ktorá ktoré po ale aj od pri alebo už jeho roku"
        ),
        (
            "Italian", .latin,
            "di e il la che in un una per è del della dei delle con non si da le i al alla nel nella sono ha come più anche dal dalla gli chilometri quadrati essere stato"
        ),
        (
            "Portuguese", .latin,
            "de a o e que do da em um uma para é com não os as no na por mais dos das ao pelo pela são foi quilómetros quilômetros quadrados também ou sua seu"
        ),
        (
            "Dutch", .latin,
            "de het een van en in is dat op te zijn met voor niet aan er om ook als door naar bij uit nog worden heeft wordt werd vierkante kilometer maar deze"
        ),
        (
            "Swedish", .latin,
            "och i att en det som på är av för med den till inte har de om ett var från vid kvadratkilometer också men sig"
        ),
        (
            "Danish", .latin,
            "og i at en det som på er af for med den til ikke har de om et var fra ved kvadratkilometer også men sig efter"
        ),
        (
            "Norwegian", .latin,
            "og i å en det som på er av for med den til ikke har de om et var fra ved kvadratkilometer også men seg etter"
        ),
        (
            "Finnish", .latin,
            "ja on ei se että oli hän ovat kun mutta myös joka mukaan sekä kuin tai noin neliökilometriä ole olla"
        ),
        (
            "Hungarian", .latin,
            "a az és hogy nem is egy volt meg de el csak már még mint vagy szerint négyzetkilométer ez ezt"
        ),
        (
            "Romanian", .latin,
            "de și în a la cu pe că o un din nu este care mai pentru sau s-a au fost pătrați ale al lui prin"
        ),
        (
            "Turkish", .latin,
            "ve bir bu da de için ile olarak çok daha gibi olan en kadar sonra değil göre kilometrekare ise ya"
        ),
        (
            "Vietnamese", .latin,
            "và của là có được cho trong không với các những một người đã này khi tại từ vuông"
        ),
        (
            "Indonesian", .latin,
            "yang dan di dari untuk dengan ini itu pada tidak dalam adalah ke akan telah oleh kilometer persegi juga"
        ),
        (
            "Croatian", .latin,
            "i u na se da je za od su s o koji koja koje ali kao što ili nije bio bila iz prema kvadratnih kilometara te"
        ),
        (
            "Lithuanian", .latin,
            "ir į iš kad su yra tai buvo kaip po bet apie už iki nuo kuris kvadratinių kilometrų jau"
        ),
        (
            "Bulgarian", .cyrillic,
            "и на в за се от да не по с е че са до като при след през квадратни километра което които този във със още бе беше"
        ),
        (
            "Belarusian", .cyrillic,
            "і ў на з што не да па гэта ад як па за яго быў былі для але квадратных кіламетраў у года таксама"
        ),
        (
            "Serbian", .cyrillic,
            "и у на се да је за од су са о који која које али као што или није био била из према квадратних километара"
        ),
        (
            "Kazakh", .cyrillic,
            "және бұл бір мен үшін деп бойынша болды дейін шаршы шақырым жылы қазақстан емес"
        ),
    ]
}
