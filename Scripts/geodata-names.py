"""Names of regions for geodata-regions.py: Ukraine's first-level regions and the Russian ones beside it in six
languages, what they are called together, the endings that Ukrainian and Russian names take, and how names are
compared.
"""

#: Code, name in world_map.gpkg, kind, official areas in km² (the usual one first), then names by language. English:
#: bases of "… Oblast"; names of the land itself. Ukrainian and Russian: feminine adjective; names of the land. German,
#: French, Spanish: bases. What stands behind a bar is another spelling in use.
UKRAINE = """
UA-05|Vinnytsya|26513;26492|Vinnytsia;Vinnitsa;Vinnytsya;Vinnitsia|Vinnychchyna;Vinnichchina|Вінницька|Вінниччина;Вінничина|Винницкая|Винничина;Винниччина|Winnyzja;Winniza;Winnytsja|Vinnytsia;Vinnytsya|Vínnitsa;Vínnytsia
UA-07|Volyn|20144;20143|Volyn;Volhynia;Volynia|Volyn|Волинська|Волинь|Волынская|Волынь|Wolyn;Wolhynien|Volhynie;Volyn|Volinia;Volyn
UA-09|Luhans'k|26684;26683|Luhansk;Lugansk|Luhanshchyna;Luganshchina|Луганська|Луганщина|Луганская|Луганщина|Luhansk;Lugansk|Louhansk;Lougansk;Luhansk|Lugansk;Luhansk
UA-12|Dnipropetrovs'k|31914;31974;31923|Dnipropetrovsk;Dnepropetrovsk;Dnipro|Dnipropetrovshchyna;Dnepropetrovshchina;Dniprovshchyna|Дніпропетровська|Дніпропетровщина|Днепропетровская|Днепропетровщина|Dnipropetrowsk;Dnepropetrowsk;Dnipro|Dnipropetrovsk;Dniepropetrovsk|Dnipropetrovsk;Dnepropetrovsk;Dniepropetrovsk
UA-14|Donets'k|26517|Donetsk|Donechchyna;Donetchyna;Donetchina;Donechchina|Донецька|Донеччина|Донецкая|Донетчина;Донеччина|Donezk|Donetsk|Donetsk
UA-18|Zhytomyr|29832;29827|Zhytomyr;Zhitomir|Zhytomyrshchyna|Житомирська|Житомирщина|Житомирская|Житомирщина|Schytomyr;Schitomir|Jytomyr;Jitomir|Yitómir;Zhytómyr;Zhitómir
UA-21|Transcarpathia|12777;12753|Zakarpattia;Zakarpattya;Transcarpathian;Zakarpatska|Zakarpattia;Transcarpathia;Zakarpatye|Закарпатська|Закарпаття|Закарпатская|Закарпатье|Transkarpatien|Transcarpatie;Transcarpathie|Zakarpatia;Transcarpatia
UA-23|Zaporizhzhya|27180;27183|Zaporizhzhia;Zaporizhia;Zaporizhzhya;Zaporozhye;Zaporozhe;Zaporozhzhia;Zaporizhzhe|Zaporizhzhia|Запорізька|Запоріжжя|Запорожская|Запорожье|Saporischschja;Saporoschje;Saporischja|Zaporijjia;Zaporijia;Zaporojie|Zaporiyia;Zaporiyhia;Zaporizhia;Zaporozhie
UA-26|Ivano-Frankivs'k|13900;13928|Ivano-Frankivsk;Ivano-Frankovsk||Івано-Франківська|Івано-Франківщина|Ивано-Франковская|Ивано-Франковщина|Iwano-Frankiwsk;Iwano-Frankowsk|Ivano-Frankivsk|Ivano-Frankivsk;Ivano-Frankovsk
UA-32|Kiev|28131;28121|Kyiv;Kiev|Kyivshchyna|Київська|Київщина|Киевская|Киевщина|Kiew;Kyjiw;Kyiv|Kiev;Kyiv|Kiev;Kyiv
UA-35|Kirovohrad|24588|Kirovohrad;Kirovograd;Kropyvnytskyi|Kirovohradshchyna|Кіровоградська|Кіровоградщина|Кировоградская|Кировоградщина|Kirowohrad;Kirowograd|Kirovohrad;Kirovograd|Kirovogrado;Kirovohrad
UA-46|L'viv|21833;21831|Lviv;Lvov;L'viv|Lvivshchyna|Львівська|Львівщина|Львовская|Львовщина|Lwiw;Lemberg|Lviv;Lvov|Leópolis;Lviv
UA-48|Mykolayiv|24598;24585|Mykolaiv;Nikolaev;Nikolayev;Mykolayiv|Mykolaivshchyna|Миколаївська|Миколаївщина|Николаевская|Николаевщина|Mykolajiw;Nikolajew|Mykolaïv;Mykolaiv;Nikolaïev|Mykolaiv;Mikolaiv;Nikoláiev
UA-51|Odessa|33310;33314|Odesa;Odessa|Odeshchyna;Odesshchina|Одеська|Одещина|Одесская|Одесщина;Одещина|Odessa;Odesa|Odessa;Odesa|Odesa;Odessa
UA-53|Poltava|28748;28750|Poltava|Poltavshchyna|Полтавська|Полтавщина|Полтавская|Полтавщина|Poltawa|Poltava|Poltava
UA-56|Rivne|20047;20051|Rivne;Rovno|Rivnenshchyna|Рівненська|Рівненщина|Ровенская;Ровненская|Ровенщина;Ровненщина|Riwne;Rowno|Rivne|Rivne;Rovno
UA-59|Sumy|23834;23832|Sumy|Sumshchyna|Сумська|Сумщина|Сумская|Сумщина|Sumy|Soumy;Sumy|Sumy
UA-61|Ternopil'|13823;13824|Ternopil;Ternopol;Ternopil'|Ternopilshchyna|Тернопільська|Тернопільщина|Тернопольская|Тернопольщина|Ternopil;Tarnopol|Ternopil|Ternópil
UA-63|Kharkiv|31415;31418|Kharkiv;Kharkov|Kharkivshchyna;Kharkovshchina|Харківська|Харківщина|Харьковская|Харьковщина|Charkiw;Charkow|Kharkiv;Kharkov|Járkov;Járkiv;Kharkiv
UA-65|Kherson|28461|Kherson|Khersonshchyna|Херсонська|Херсонщина|Херсонская|Херсонщина|Cherson|Kherson|Jersón;Kherson
UA-68|Khmel'nyts'kyy|20645;20629|Khmelnytskyi;Khmelnytsky;Khmelnitsky;Khmelnitskiy|Khmelnychchyna|Хмельницька|Хмельниччина|Хмельницкая|Хмельнитчина;Хмельничина|Chmelnyzkyj;Chmelnizki|Khmelnytskyï;Khmelnytskyi;Khmelnitski|Jmelnitski;Jmelnytsky;Khmelnytskyi
UA-71|Cherkasy|20900;20916|Cherkasy;Cherkassy|Cherkashchyna|Черкаська|Черкащина|Черкасская|Черкасщина|Tscherkassy;Tscherkasy|Tcherkassy;Tcherkasy|Cherkasy;Cherkasi
UA-74|Chernihiv|31865;31903|Chernihiv;Chernigov|Chernihivshchyna|Чернігівська|Чернігівщина|Черниговская|Черниговщина|Tschernihiw;Tschernigow|Tchernihiv;Tchernigov|Chernígov;Cherníguiv;Chernihiv
UA-77|Chernivtsi|8097;8096|Chernivtsi;Chernovtsy||Чернівецька|Чернівеччина|Черновицкая|Черновиччина|Tscherniwzi;Czernowitz|Tchernivtsi|Chernivtsi;Chernovtsí
"""

#: The capital of each Ukrainian oblast in Ukrainian and Russian, which the oblast is called by as well.
CAPITALS = """
UA-05 Вінниця Винница|UA-09 Луганськ Луганск|UA-14 Донецьк Донецк|UA-18 Житомир Житомир|UA-23 Запоріжжя Запорожье
UA-26 Івано-Франківськ Ивано-Франковск|UA-46 Львів Львов|UA-48 Миколаїв Николаев|UA-51 Одеса Одесса
UA-53 Полтава Полтава|UA-56 Рівне Ровно|UA-59 Суми Сумы|UA-61 Тернопіль Тернополь|UA-63 Харків Харьков
UA-65 Херсон Херсон|UA-68 Хмельницький Хмельницкий|UA-71 Черкаси Черкассы|UA-74 Чернігів Чернигов
UA-77 Чернівці Черновцы|RU-BEL Білгород Белгород|RU-BRY Брянськ Брянск|RU-KRS Курськ Курск|RU-ROS Ростов Ростов
RU-VOR Воронеж Воронеж|RU-KDA Краснодар Краснодар|RU-SMO Смоленськ Смоленск|RU-ORL Орел Орёл|RU-LIP Липецьк Липецк
"""

#: The same for the Russian regions beside Ukraine; the kind is "край" where the adjective is masculine.
RUSSIA = """
RU-BEL|Belgorod|27134|Belgorod;Bilhorod|Belgorodshchina;Belogorye|Білгородська|Білгородщина|Белгородская|Белгородщина;Белогорье|Belgorod|Belgorod|Bélgorod
RU-BRY|Bryansk|34857|Bryansk;Briansk|Bryanshchina|Брянська|Брянщина|Брянская|Брянщина|Brjansk|Briansk|Briansk
RU-KRS|Kursk|29997|Kursk|Kurshchina|Курська|Курщина|Курская|Курщина|Kursk|Koursk|Kursk
RU-ROS|Rostov|100967|Rostov;Rostov-on-Don|Rostovshchina|Ростовська|Ростовщина|Ростовская|Ростовщина|Rostow|Rostov|Rostov
RU-VOR|Voronezh|52216|Voronezh|Voronezhshchina|Воронезька|Вороніжчина|Воронежская|Воронежщина|Woronesch|Voronej|Vorónezh
RU-KDA|Krasnodar|75485|Krasnodar|Kuban|Краснодарський|Кубань|Краснодарский|Кубань|Krasnodar|Krasnodar|Krasnodar
RU-SMO|Smolensk|49779|Smolensk|Smolenshchina|Смоленська|Смоленщина|Смоленская|Смоленщина|Smolensk|Smolensk|Smolensk
RU-ORL|Orel|24652|Oryol;Orel|Orlovshchina|Орловська|Орловщина|Орловская|Орловщина|Orjol|Orel|Oriol
RU-LIP|Lipetsk|24047|Lipetsk|Lipechchina|Липецька|Липеччина|Липецкая|Липетчина|Lipezk|Lipetsk|Lípetsk
"""

YEARBOOK = "State Statistics Service of Ukraine, Statistical Yearbook"
LAND_BALANCE = "State Service of Ukraine for Geodesy, Cartography and Cadastre, land balance"
IN_USE = "in use beside it, in encyclopedias and on pages of the oblasts; the first source is not known"
ROSSTAT = "Federal State Statistics Service of Russia (Rosstat)"

#: Regions that are no oblast: name in world_map.gpkg, kind, areas with their sources, names by language (first: main).
OTHERS = {
    "UA-30": (
        "Kiev City",
        "city",
        [(839, YEARBOOK), (836, IN_USE)],
        {
            "en": ["Kyiv", "Kiev", "Kyiv city", "City of Kyiv", "city of Kiev", "Kiev city", "Kyiv (city)"],
            "uk": ["Київ", "місто Київ", "м. Київ", "Києва", "Києві", "Києву", "Києвом"],
            "ru": ["Киев", "город Киев", "г. Киев", "Киева", "Киеве", "Киеву", "Киевом"],
            "de": ["Kiew", "Kyjiw", "Stadt Kiew"],
            "fr": ["Kiev", "Kyïv", "ville de Kiev", "Kyiv"],
            "es": ["Kiev", "Kyiv", "ciudad de Kiev"],
        },
    ),
    "UA-40": (
        "Sevastopol",
        "city",
        [(864, YEARBOOK), (1079.6, IN_USE)],
        {
            "en": ["Sevastopol", "Sevastopol city", "City of Sevastopol", "Sebastopol"],
            "uk": ["Севастополь", "місто Севастополь", "м. Севастополь", "Севастополя", "Севастополі"],
            "ru": ["Севастополь", "город Севастополь", "г. Севастополь", "Севастополя", "Севастополе"],
            "de": ["Sewastopol", "Stadt Sewastopol"],
            "fr": ["Sébastopol", "ville de Sébastopol"],
            "es": ["Sebastopol", "ciudad de Sebastopol"],
        },
    ),
    "UA-43": (
        "Crimea",
        "autonomous republic",
        [(26081, YEARBOOK), (26100, IN_USE)],
        {
            "en": ["Autonomous Republic of Crimea", "Crimean Autonomous Republic", "Republic of Crimea", "AR Crimea"],
            "uk": ["Автономна Республіка Крим", "АР Крим", "АРК", "Автономної Республіки Крим", "Республіка Крим"],
            "ru": ["Автономная Республика Крым", "АР Крым", "Республика Крым", "Автономной Республики Крым"],
            "de": ["Autonome Republik Krim", "Republik Krim"],
            "fr": ["République autonome de Crimée", "république de Crimée"],
            "es": ["República Autónoma de Crimea", "República de Crimea"],
        },
    ),
}

#: Several regions under one name: members, areas with their sources, names by language.
UNIONS = {
    "UA-DONBAS": (
        "UA",
        ["UA-09", "UA-14"],
        [(53201, "Donetsk Oblast 26,517 and Luhansk Oblast 26,684 together")],
        {
            "en": ["Donbas", "Donbass", "the Donbas", "Donbas region", "Donbass region"],
            "uk": ["Донбас", "Донбасу", "Донбасі", "Донбасом"],
            "ru": ["Донбасс", "Донбасса", "Донбассе", "Донбассом", "Донбассу"],
            "de": ["Donbass", "Donbas", "Donezbecken"],
            "fr": ["Donbass", "Donbas"],
            "es": ["Dombás", "Donbás", "Donbass"],
        },
    ),
    "UA-CRIMEA": (
        "UA",
        ["UA-40", "UA-43"],
        [(26945, "Autonomous Republic of Crimea 26,081 and Sevastopol 864 together"), (27000, "in use, rounded")],
        {
            "en": ["Crimea", "Crimean peninsula", "Crimea with Sevastopol", "the Crimea", "Crimea peninsula"],
            "uk": ["Крим", "Кримський півострів", "Криму", "Кримом", "Кримського півострова", "Кримському півострові"],
            "ru": ["Крым", "Крымский полуостров", "Крыма", "Крыму", "Крымом", "Крымского полуострова"],
            "de": ["Krim", "Halbinsel Krim", "Krim-Halbinsel"],
            "fr": ["Crimée", "péninsule de Crimée", "presqu'île de Crimée"],
            "es": ["Crimea", "península de Crimea"],
        },
    ),
    "UA-MAINLAND": (
        "UA",
        "all but UA-40 UA-43",
        [(576683, "Ukraine 603,628 less Crimea 26,081 and Sevastopol 864")],
        {
            "en": ["Ukraine without Crimea", "Ukraine without Crimea and Sevastopol", "mainland Ukraine"],
            "uk": ["Україна без Криму", "материкова Україна"],
            "ru": ["Украина без Крыма", "материковая Украина"],
            "de": ["Ukraine ohne Krim", "Ukraine ohne die Krim"],
            "fr": ["Ukraine sans la Crimée"],
            "es": ["Ucrania sin Crimea"],
        },
    ),
}

#: Names that alone mean something else, such as a river.
RIVERS = {"Dnipro"}

#: Names of countries beside those of CLDR.
COUNTRY_NAMES = {
    "UA": {"uk": ["України", "Україні", "Україну", "Україною"], "ru": ["Украины", "Украине", "Украину", "Украиной"]},
    "RU": {
        "en": ["Russian Federation", "RF"],
        "uk": ["Російська Федерація", "РФ", "Росії", "Росію", "Росією"],
        "ru": ["Российская Федерация", "РФ", "России", "Россию", "Россией"],
        "de": ["Russische Föderation"],
        "fr": ["Fédération de Russie"],
        "es": ["Federación de Rusia", "Federación Rusa"],
    },
    "US": {"en": ["USA", "United States of America", "U.S.", "U.S.A."], "uk": ["США"], "ru": ["США"]},
    "GB": {"en": ["UK", "U.K.", "Great Britain", "Britain"]},
    "BY": {"en": ["Belarus", "Byelorussia"], "ru": ["Белоруссия"]},
    "MD": {"en": ["Moldova", "Republic of Moldova"], "ru": ["Молдавия"]},
    "CZ": {"en": ["Czech Republic"]},
    "TR": {"en": ["Turkey"]},
}
#: Official areas of countries in km², beside those of GeoNames.
COUNTRY_AREAS = {
    "UA": [(603628, YEARBOOK), (603549, LAND_BALANCE)],
    "RU": [(17098246, "United Nations Statistics Division, Demographic Yearbook: without Crimea and Sevastopol")],
}

LANGUAGES = ("en", "uk", "ru", "de", "fr", "es")

#: Letters that are compared as others; the same stands in Sources/KGeoCore/NameFolding.swift.
PLAIN = {
    letter: bare
    for letters, bare in [
        ("áàâäãåāăąǎạảấầẩẫậắằẳẵặ", "a"),
        ("éèêëėęēěẹẻẽếềểễệəǝ", "e"),
        ("íìîïīįıỉĩịǐ", "i"),
        ("óòôöõøōőơọỏốồổỗộớờởỡợ", "o"),
        ("úùûüūůűųưụủũứừửữự", "u"),
        ("ýÿỳỷỹỵ", "y"),
        ("çćčĉċ", "c"),
        ("ďđḍ", "d"),
        ("ğģĝġǧ", "g"),
        ("ḥħĥḩẖ", "h"),
        ("ķ", "k"),
        ("łļľĺ", "l"),
        ("ñńňņ", "n"),
        ("řŕ", "r"),
        ("šśşșŝṣ", "s"),
        ("ţťțṭ", "t"),
        ("ŵ", "w"),
        ("žźżẓ", "z"),
        ("ё", "е"),
        ("ґ", "г"),
    ]
    for letter in letters
} | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
#: Signs that names are written with and without.
SILENT = set("'’ʼ`´‘ʻʹʺˈ.ьъ\u0301\u0300\u0307\u0327")


def folded(name):
    """A name in the form in which names are compared: lower case, no marks, apostrophes or soft signs, words parted by
    one blank. What is no letter or digit parts words."""
    result = []
    for letter in name.lower():
        if letter in SILENT:
            continue
        if letter in PLAIN:
            result.append(PLAIN[letter])
        elif letter.isalnum():
            result.append(letter)
        else:
            result.append(" ")
    return " ".join("".join(result).split())


def adjective(word, language):
    """The cases of an adjective that goes with область (feminine) or край (masculine), the nominative first."""
    stem = word[:-2]
    if language == "uk":
        if word.endswith("ий"):
            return [word] + [stem + end for end in ("ого", "ому", "им")]
        stem = word[:-1]
        return [word] + [stem + end for end in ("ої", "ій", "у", "ою")]
    if word.endswith("ий"):
        return [word] + [stem + end for end in ("ого", "ому", "им", "ом")]
    return [word] + [stem + end for end in ("ой", "ую")]


NOUN = {
    ("uk", "область"): ["область", "області", "області", "область", "областю"],
    ("ru", "область"): ["область", "области", "область"],
    ("uk", "край"): ["край", "краю", "краю", "краєм"],
    ("ru", "край"): ["край", "края", "краю", "краем", "крае"],
}


def cases(word, language):
    """A name of the land in its cases."""
    if word.endswith("щина") or word.endswith("чина"):
        ends = ("и", "і", "у", "ою") if language == "uk" else ("ы", "е", "у", "ой")
        return [word] + [word[:-1] + end for end in ends]
    if word.endswith("ття") or word.endswith("жжя"):
        return [word, word[:-1] + "і", word[:-1] + "ю"]
    if word.endswith("ье"):
        return [word, word[:-1] + "я", word[:-1] + "ю"]
    if word in ("Волинь", "Волынь", "Кубань"):
        return [word] + [word[:-1] + end for end in (("і", "ню") if language == "uk" else ("и", "ью"))]
    return [word]


def unique(names):
    return list(dict.fromkeys(name for name in names if name))


def of(word, language):
    """"de" or "d'" before a name, in French; "de" in Spanish."""
    if language == "fr" and folded(word)[0] in "aeiou":
        return "d’" + word
    return "de " + word


def oblast(row, capitals):
    """Code, name in world_map.gpkg, kind, areas and names of a row of UKRAINE or RUSSIA."""
    code, earth, areas, en, land, uk, uk_land, ru, ru_land, de, fr, es = (cell.split(";") for cell in row.split("|"))
    code, earth, areas = code[0], earth[0], [float(area) for area in areas]
    isKrai = uk[0].endswith("ий")
    noun = "край" if isKrai else "область"
    kind = "krai" if isKrai else "oblast"
    words = ("Krai", "Territory") if isKrai else ("Oblast", "region", "Province")
    names = {}
    names["en"] = unique(
        [f"{base} {word}" for base in en for word in (*words, "region")]
        + [f"{word} of {base}" for base in en for word in (*words[:1], "region")]
        + [f"{base} Obl." for base in en[:1] if not isKrai]
        + land
    )
    for language, adjectives, lands in (("uk", uk, uk_land), ("ru", ru, ru_land)):
        names[language] = unique(
            [
                f"{form} {ending}"
                for word in adjectives
                for form, ending in zip(adjective(word, language), NOUN[language, noun])
            ]
            + [f"{word} обл." for word in adjectives if not isKrai]
            + [form for word in lands for form in cases(word, language)]
        )
    german = ("Region",) if isKrai else ("Oblast", "Gebiet", "Region")
    names["de"] = unique(
        [f"{word} {base}" for base in de for word in german]
        + [f"{base}er {word}" for base in de for word in german if base[-1] not in "aeiouy"]
        + [f"Region {base}" for base in de]
    )
    names["fr"] = unique(
        [f"{word} {of(base, 'fr')}" for base in fr for word in (("kraï",) if isKrai else ("oblast",)) + ("région",)]
    )
    names["es"] = unique(
        [
            f"{word} {of(base, 'es')}"
            for base in es
            for word in (("krai",) if isKrai else ("óblast", "provincia")) + ("región",)
        ]
    )
    if isKrai:
        names["de"] = [f"Region {de[0]}"] + names["de"]
    # The base alone means the region as well, where no other region is called so.
    if code not in ("UA-32",):
        names["en"] += [base for base in en if base not in names["en"] and base not in RIVERS]
        for language, bases in (("de", de), ("fr", fr), ("es", es)):
            names[language] += [base for base in bases if base not in names[language]]
        for language, capital in zip(("uk", "ru"), capitals.get(code, ())):
            if capital not in names[language]:
                names[language].append(capital)
    adjectives = {
        "uk": unique(word if isKrai else word[:-1] + "ий" for word in uk),
        "ru": unique(word if isKrai else word[:-2] + "ий" for word in ru),
    }
    return code, earth, kind, areas, names, adjectives


def curated():
    """Code to (name in world_map.gpkg, kind, [(km², source)], names by language, adjectives)."""
    capitals = {}
    for cell in CAPITALS.replace("\n", "|").split("|"):
        if cell.strip():
            code, uk, ru = cell.split()
            capitals[code] = (uk, ru)
    result = {}
    for table, source in ((UKRAINE, YEARBOOK), (RUSSIA, ROSSTAT)):
        for row in table.strip().splitlines():
            code, earth, kind, areas, names, adjectives = oblast(row, capitals)
            sources = [source] + [IN_USE] * (len(areas) - 1)
            result[code] = (earth, kind, list(zip(areas, sources)), names, adjectives)
    for code, (earth, kind, areas, names) in OTHERS.items():
        result[code] = (earth, kind, areas, names, {})
    return result
