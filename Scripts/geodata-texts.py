"""The files of GeoData, for geodata.py: properties, notes, manifest, and what a reader is told."""

from pathlib import Path

CALIBRATION_FIELDS = [
    ("class", "string", "Name of the class"),
    ("sigma_m", "number", "Standard deviation of the line along its normal, in m"),
    ("l_m", "number", "Correlation length of the line, in m"),
    ("sigma_b_m", "number", "Standard deviation of the part by which mapmakers differ over long stretches, in m"),
    ("l_b_m", "number", "Correlation length of that part, in m"),
    ("source", "string", "What was compared"),
    ("sample", "string", "How much of it"),
]


PLACE_FIELDS = [
    ("key", "string", "ISO 3166-1 code of the country as GeoNames has it, and the number of GeoNames"),
    ("name", "string", "English name; in Ukraine the romanisation of the Ukrainian one"),
    ("name_uk", "string", "Ukrainian name, where there is one"),
    ("name_ru", "string", "Russian name, where there is one"),
    ("longitude", "number", "WGS84, degrees east"),
    ("latitude", "number", "WGS84, degrees north"),
    ("population", "integer", "empty where GeoNames has none"),
    ("region", "string", "code of the first-level region"),
    ("other_names", "string", "other names, joined with semicolons"),
    ("former_names", "string", "names before the renaming, joined with semicolons"),
    ("renamed", "string", "the day, month or year of the renaming"),
]


def files(g, figures, border, sumy, kursk, ukraine, settlements, map_sha256, read_in_parts, areas):
    """Name to bytes of every file. `g` is geodata.py: sources, licences, writers."""
    packages = [{"name": name, "version": version} for name, version in g.PACKAGES.items()]
    tz_packages, names_package = packages[:2], packages[2:]
    name, version = g.WORLD_MAP_PACKAGE
    if map_sha256 != g.WORLD_MAP_SHA256:
        version = "unknown"
    world_map = {"name": name, "version": version, "file": g.WORLD_MAP.name, "sha256": map_sha256}
    built_from_both = tz_packages + [world_map]

    osm_line = "OpenStreetMap, through the zone Europe/Kyiv of timezone-boundary-builder 2026c"
    both = f"state border: {osm_line}; rest: {g.NATURAL_EARTH}"
    spacing = f"{figures['border_spacing']:.0f}"
    inner, land = f"{figures['inner_rms']:.0f}", f"{figures['land_rms']:.0f}"
    border_accuracy = (
        f"{g.BORDER_SIGMA} m, one standard deviation: vertices {spacing} m apart in the median and none left out; "
        "the outlines of Russian districts, drawn apart in OpenStreetMap, lie 23 m (root mean square) from it along "
        "the border of Kursk Oblast, 94 % of the length within 30 m. How far the drawing is from the legal line "
        "is not known"
    )
    oblast_accuracy = (
        f"{g.INNER_SIGMA} m, one standard deviation, on the inner sides; {g.BORDER_SIGMA} m on the state border. "
        f"Along the state border, where both are known, Natural Earth's generalised line is {inner} m (root mean "
        "square, the worse oblast) from the exact one, and the inner sides are taken to be no better. The points where "
        "three oblasts meet may be off by up to 5 km"
    )
    ukraine_accuracy = (
        f"{g.COAST_SIGMA} m, one standard deviation, on the coast; about {g.LAND_SIGMA} m on land, where the "
        f"drawing was simplified by up to {g.TOLERANCE:.0f} m. Along the land border, where both are known, Natural "
        f"Earth's generalised line is {land} m (root mean square) from the exact one, and its coast is taken to be "
        "no better"
    )

    def properties(role_id, region, sigma, accuracy, source, source_date, note, **more):
        return {
            "role": "reference",
            "id": role_id,
            "region": region,
            "boundary_error_m": sigma,
            **more,
            "accuracy": accuracy,
            "source": f"{source}; {g.OSM}",
            "source_url": g.OSM_URL,
            "source_date": source_date,
            "licence": g.ODBL["name"],
            "note": note,
        }

    ends = [f"{x / 1e6:.3f} E {y / 1e6:.3f} N" for x, y in (border[0], border[-1])]
    oblast_note = (
        "The side on the state border has the vertices of border-ukraine-russia.geojson. The other sides are "
        "generalised; their ends were cut where they first cross the exact border, or led to its nearest vertex "
        "that can be reached. boundary_error_m is that of the worse sides: in a scenario beside control areas it "
        "would count for every control line within three times that distance, so there use the border file"
    )
    dates = f"{g.BORDER_DATE} (border), {g.STATES_DATE} (inner sides)"
    data = {
        "border-ukraine-russia.geojson": g.collection(
            "The border of Ukraine and Russia from 33 to 36 degrees east",
            "Reference line for the north-east: all of the border of Sumy Oblast and of Kursk Oblast.",
            [
                (
                    "border-ukraine-russia",
                    properties(
                        "border-ukraine-russia",
                        "Chernihiv Oblast; Sumy Oblast; Kharkiv Oblast; Bryansk Oblast; Kursk Oblast; Belgorod Oblast",
                        g.BORDER_SIGMA,
                        border_accuracy,
                        osm_line,
                        g.BORDER_DATE,
                        f"From {ends[0]} to {ends[1]}, every vertex of the source. Long straight legs are the "
                        "source's own. It has no date of validity: a date would keep it from maps of other days",
                    ),
                    "LineString",
                    g.positions(border),
                )
            ],
        ),
        "oblasts.geojson": g.collection(
            "Sumy Oblast and Kursk Oblast",
            "Reference outlines: exact on the state border, generalised elsewhere.",
            [
                (
                    f"{key}-oblast",
                    properties(
                        f"{key}-oblast",
                        f"{title} Oblast",
                        g.INNER_SIGMA,
                        oblast_accuracy,
                        both,
                        dates,
                        oblast_note,
                        state_border_error_m=g.BORDER_SIGMA,
                    ),
                    "Polygon",
                    g.polygon([ring]),
                )
                for key, title, ring in (("sumy", "Sumy", sumy), ("kursk", "Kursk", kursk))
            ],
        ),
        "ukraine.geojson": g.collection(
            "Ukraine with Crimea and Sevastopol",
            "Reference outline in the internationally recognised borders, without territorial sea.",
            [
                (
                    "ukraine",
                    properties(
                        "ukraine",
                        "Ukraine",
                        g.COAST_SIGMA,
                        ukraine_accuracy,
                        both.replace("state border", "land border").replace("rest", "coast"),
                        dates.replace("inner sides", "coast"),
                        "The land border is that of the zone, which is nearer to the true one than Natural Earth's; "
                        "the zones reach twelve miles into the sea, so the coast is Natural Earth's, which gives "
                        "Crimea and Sevastopol to Russia: here they are part of Ukraine. Lagoons and estuaries that "
                        "the generalised coast leaves out make the area smaller than the official one",
                        land_border_error_m=g.LAND_SIGMA,
                        land_border_ends=figures["land_border_ends"],
                    ),
                    "MultiPolygon",
                    "[" + ",\n".join(g.polygon([ring]) for ring in ukraine) + "]",
                )
            ],
        ),
        "settlements.csv": g.table([field for field, _, _ in g.SETTLEMENT_FIELDS], settlements),
        "official-areas.csv": g.table([field for field, _, _ in g.AREA_FIELDS], g.OFFICIAL_AREAS),
        # Scripts/calibration.py makes it, from numbers that are measured and not downloaded.
        "calibration.csv": (Path(__file__).resolve().parent.parent / "GeoData/calibration.csv").read_bytes(),
    }

    data |= read_in_parts
    cldr = dict(zip(("name", "version"), g.regions.CLDR_PACKAGE))
    cldr |= {"file": "common/main/en.xml", "sha256": g.sha256(g.Path(g.regions.CLDR, "main/en.xml").read_bytes())}

    osm_source = {"title": osm_line, "path": g.OSM_URL, "date": g.BORDER_DATE}
    earth_source = {"title": g.NATURAL_EARTH, "path": g.NATURAL_EARTH_URL, "date": g.STATES_DATE}

    def resource(file, title, description, sources, licence, accuracy_m, accuracy, built_from, fields=None, key=None):
        isTable = fields is not None and not file.endswith(".gz")
        packed = file.endswith(".gz")
        kind = ("jsonl.gz" if ".jsonl" in file else "tsv.gz") if packed else ("csv" if isTable else "geojson")
        result = {
            "name": file.split(".", 1)[0].replace("/", "-"),
            "path": file,
            "title": title,
            "description": description,
            "format": kind,
            "mediatype": "application/gzip" if packed else ("text/csv" if isTable else "application/geo+json"),
            "encoding": "utf-8",
            "bytes": len(data[file]),
            "hash": "sha256:" + g.sha256(data[file]),
            "sources": sources,
            "licenses": [licence],
            "kgeo:accuracy_m": accuracy_m,
            "kgeo:accuracy": accuracy,
            "kgeo:built_from": built_from,
        }
        if packed:
            result["kgeo:fields"] = [{"name": n, "type": t, "description": d} for n, t, d in fields]
            index = file[: -len("gz")] + "index"
            result["kgeo:index"] = {"path": index, "bytes": len(data[index]), "hash": "sha256:" + g.sha256(data[index])}
        if isTable:
            result["type"] = "table"
            result["schema"] = {
                "fields": [{"name": n, "type": t, "description": d} for n, t, d in fields],
                "primaryKey": key,
                "missingValues": [""],
            }
        return result

    cldr_source = {"title": "Unicode CLDR 41", "path": "https://cldr.unicode.org/"}
    region_accuracy = (
        f"one standard deviation, by line: {g.BORDER_SIGMA} m on the border of Ukraine and Russia and between Kherson "
        f"Oblast and Crimea, {g.LAND_SIGMA} m on the other land borders of Ukraine, {g.INNER_SIGMA} m on inner lines, "
        f"{g.COAST_SIGMA} m on the coast of Ukraine and Russia; elsewhere 1,700 m"
    )
    settlement_text = (
        f"{g.SETTLEMENT_ERROR} m: a judgement, not a measurement. GeoNames states no accuracy; a place stands for a "
        "centre of a settlement that may be some kilometres long"
    )
    window = "{}–{} E, {}–{} N".format(*(f"{g.WINDOW[i]:g}" for i in (0, 2, 1, 3)))
    manifest = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "kgeo-reference-data",
        "title": "Reference data of kgeo",
        "description": "Borders, oblasts, settlements and official areas, each with source, licence and accuracy. "
        "Coordinates are WGS84 longitude and latitude.",
        "version": "1.0.0",
        "created": f"{g.BORDER_DATE}T00:00:00Z",
        "licenses": [g.ODBL, g.CC_BY, g.UNICODE, g.CC0],
        "resources": [
            resource(
                "border-ukraine-russia.geojson",
                "Border of Ukraine and Russia, 33–36 E",
                f"A line of {figures['border_vertices']} vertices and {figures['border_km']:.0f} km from the border of "
                "Chernihiv Oblast to that of Kharkiv Oblast.",
                [osm_source],
                g.ODBL,
                g.BORDER_SIGMA,
                border_accuracy,
                tz_packages,
            ),
            resource(
                "oblasts.geojson",
                "Sumy Oblast and Kursk Oblast",
                f"Two polygons of {figures['sumy_km2']:.0f} and {figures['kursk_km2']:.0f} km²: exact on the state "
                "border, generalised elsewhere.",
                [osm_source, earth_source],
                g.ODBL,
                g.INNER_SIGMA,
                oblast_accuracy,
                built_from_both,
            ),
            resource(
                "ukraine.geojson",
                "Ukraine with Crimea and Sevastopol",
                f"{figures['ukraine_km2']:.0f} km² in {len(ukraine)} polygons, without territorial sea.",
                [osm_source, earth_source],
                g.ODBL,
                g.COAST_SIGMA,
                ukraine_accuracy,
                built_from_both,
            ),
            resource(
                "settlements.csv",
                "Settlements of the north-east border",
                f"{figures['settlements']} settlements of 500 people and more in {window}, with Russian and Ukrainian "
                "names. Smaller villages are missing.",
                [{"title": "GeoNames, cities500", "path": "https://www.geonames.org/"}],
                g.CC_BY,
                g.SETTLEMENT_ERROR,
                settlement_text,
                names_package,
                g.SETTLEMENT_FIELDS,
                ["geonameid"],
            ),
            resource(
                "official-areas.csv",
                "Official areas",
                "Areas as states publish them, used as denominators of shares: figures, not polygons.",
                [{"title": source} for source in dict.fromkeys(row[3] for row in g.OFFICIAL_AREAS)],
                g.CC0,
                None,
                "as stated, in whole km²",
                [],
                g.AREA_FIELDS,
                ["code", "name"],
            ),
            resource(
                "regions/regions.jsonl.gz",
                "Countries and first-level regions of the world",
                f"{figures['countries']} countries and {figures['regions']} regions, a TopoJSON text a country: arcs are "
                "stored once, so that the regions of a country add up to it. Ukraine has its 27 regions, with Crimea and "
                "Sevastopol.",
                [osm_source, earth_source, cldr_source],
                g.ODBL,
                1700,
                region_accuracy,
                built_from_both + [cldr] + names_package,
                [
                    ("lines", "array", "the kinds of line: kind, error_m (standard deviation), source"),
                    ("arc_lines", "array", "the kind of each arc, as its number in lines"),
                    ("objects.regions", "object", "the country, its regions, and unions of them, with their facts"),
                ],
            ),
            resource(
                "regions/names.tsv.gz",
                "Names of regions",
                f"{figures['region_names']} names in the form in which names are compared, sorted, each with the codes of "
                "what it means.",
                [cldr_source, earth_source],
                g.UNICODE,
                None,
                "names in six languages for Ukraine and the Russian regions beside it; elsewhere what CLDR and Natural "
                "Earth have",
                [world_map, cldr],
                [("name", "string", "folded name"), ("codes", "string", "codes, joined with commas")],
            ),
            resource(
                "places/places.tsv.gz",
                "Populated places",
                f"{figures['places']} places: {figures['places_near']} of 500 people and more in Ukraine and the Russian "
                f"regions beside it, elsewhere those of {g.places.WORLD:,} and more. {figures['renamed']} have their names "
                "from before a renaming.",
                [{"title": "GeoNames, cities500", "path": "https://www.geonames.org/"}],
                g.CC_BY,
                g.SETTLEMENT_ERROR,
                settlement_text,
                names_package,
                PLACE_FIELDS,
            ),
            resource(
                "places/names.tsv.gz",
                "Names of places",
                f"{figures['place_names']} names in the form in which names are compared, sorted, each with the keys of "
                "the places that it may mean.",
                [{"title": "GeoNames, cities500", "path": "https://www.geonames.org/"}],
                g.CC_BY,
                None,
                "GeoNames does not say the language of a name: English, Ukrainian and Russian ones were told by their "
                "letters and by the romanisation of Ukraine",
                names_package,
                [("name", "string", "folded name"), ("keys", "string", "keys of places, joined with commas")],
            ),
            resource(
                "calibration.csv",
                "Classes of drawn lines",
                "How far the lines of mapmakers lie from each other, by class: standard deviations and correlation "
                "lengths, fitted to differences of areas over 10, 50 and 100 km. Numbers, no maps.",
                [{"title": "maps of DeepState, the Institute for the Study of War, liveuamap and Project Owl compared on the same days"}],
                g.CC0,
                None,
                "fitted to the root mean squares named in each row, which the fit meets within 6 %",
                [],
                CALIBRATION_FIELDS,
                ["class"],
            ),
        ],
    }
    data["datapackage.json"] = (g.json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()

    data["LICENSES.md"] = f"""# Licences of the reference data

The program is under Apache-2.0; the files here are not.

| file | licence | print with it |
|---|---|---|
| `border-ukraine-russia.geojson` | [ODbL 1.0]({g.ODBL['path']}) | {g.OSM} |
| `oblasts.geojson` | ODbL 1.0, for its state border; Natural Earth's part is in the public domain | {g.OSM} |
| `ukraine.geojson` | ODbL 1.0, for its land border; Natural Earth's coast is in the public domain | {g.OSM} |
| `settlements.csv` | [CC BY 4.0]({g.CC_BY['path']}) | Settlements: GeoNames (geonames.org), CC BY 4.0 |
| `regions/regions.jsonl.gz` | ODbL 1.0, for the members of Ukraine and Russia, which hold the exact border; the other countries are Natural Earth's, in the public domain. Names: [Unicode licence]({g.UNICODE['path']}) | {g.OSM} |
| `regions/names.tsv.gz` | Unicode licence (CLDR); Natural Earth's names are in the public domain | – |
| `places/places.tsv.gz`, `places/names.tsv.gz` | CC BY 4.0 | Places: GeoNames (geonames.org), CC BY 4.0 |
| `official-areas.csv` | figures published by the statistical offices named in it; no rights reserved ([CC0]({g.CC0['path']})) | the source in the row |
| `calibration.csv` | figures measured for kgeo; no rights reserved (CC0) | – |
| `datapackage.json`, `README.md`, this file | Apache-2.0 | – |

What follows from the ODbL:

- Whatever shows one of these outlines, or an area clipped by them, names **{g.OSM}** with a link to
  <{g.OSM_URL}>.
- A scenario or map that contains a line from them, and every outline clipped by them, is shared under the ODbL too: write
  `"licence": "ODbL-1.0"` into it. A figure measured with them, and a printed table or picture, is free, with the notice.

The OpenStreetMap lines come through timezone-boundary-builder 2026c (ODbL 1.0) as packed in timezonefinder-data
{g.PACKAGES['timezonefinder-data']}. Natural Earth asks for no notice; it is named all the same: “Made with Natural Earth”.

`settlements.csv` is changed from its source: one window, fewer columns, other names sorted by alphabet. So are the
places: fewer columns, one spelling of each name, names of today and before where a town was renamed.

Names of countries and regions come from Unicode CLDR, Copyright © 1991–2022 Unicode, Inc., which is distributed under
the [Unicode licence]({g.UNICODE['path']}), without warranty of any kind.

To build all of it again, with the packages of `datapackage.json`: `make geodata`.
""".encode()

    sizes = {file: f"{len(content) / 1000:.0f} kB" for file, content in data.items()}

    def sizes_of(folder):
        return f"{sum(len(data[file]) for file in data if file.startswith(folder + '/')) / 1e6:.1f} MB"

    def off(code):
        official = g.names.curated()[code][2][0][0]
        return f"{code} {areas[code]:,.0f} km² ({percent(areas[code], official)})"

    def percent(measured, official):
        return f"{100 * (measured / official - 1):+.1f} %".replace("-", "−")

    data["README.md"] = f"""# Reference data

| file | what | error, 1 σ | licence |
|---|---|---|---|
| [border-ukraine-russia.geojson](border-ukraine-russia.geojson) | the border of Ukraine and Russia from 33 to 36 E: {figures['border_km']:.0f} km, {figures['border_vertices']:,} vertices, {sizes['border-ukraine-russia.geojson']} | {g.BORDER_SIGMA} m | ODbL 1.0 |
| [oblasts.geojson](oblasts.geojson) | Sumy Oblast {figures['sumy_km2']:,.0f} km² ({percent(figures['sumy_km2'], 23834)} of the official area), Kursk Oblast {figures['kursk_km2']:,.0f} km² ({percent(figures['kursk_km2'], 29997)}), {sizes['oblasts.geojson']} | state border {g.BORDER_SIGMA} m, other sides {g.INNER_SIGMA:,} m | ODbL 1.0 |
| [ukraine.geojson](ukraine.geojson) | Ukraine with Crimea and Sevastopol, {figures['ukraine_km2']:,.0f} km² ({percent(figures['ukraine_km2'], 603628)}), {sizes['ukraine.geojson']} | land border {g.LAND_SIGMA} m, coast {g.COAST_SIGMA:,} m | ODbL 1.0 |
| [settlements.csv](settlements.csv) | {figures['settlements']} settlements of 500 people and more in {window}, with Russian and Ukrainian names | {g.SETTLEMENT_ERROR:,} m | CC BY 4.0 |
| [regions](regions): `regions/regions.jsonl.gz`, `regions/names.tsv.gz` | Ukraine with its 27 first-level regions, the Russian regions beside it along the exact border, {figures['countries']} countries with {figures['regions']:,} first-level regions in all, and {figures['region_names']:,} names for them, {sizes_of('regions')} | border {g.BORDER_SIGMA} m, land border {g.LAND_SIGMA} m, inner lines {g.INNER_SIGMA:,} m, coast {g.COAST_SIGMA:,} m, the rest of the world 1,700 m | ODbL 1.0 |
| [places](places): `places/places.tsv.gz`, `places/names.tsv.gz` | {figures['places']:,} populated places: {figures['places_near']:,} of 500 people and more in Ukraine and the Russian regions beside it, of {g.places.WORLD:,} and more elsewhere, with {figures['place_names']:,} names, {sizes_of('places')} | {g.SETTLEMENT_ERROR:,} m | CC BY 4.0 |
| [official-areas.csv](official-areas.csv) | areas of Ukraine, Sumy Oblast and Kursk Oblast as published | – | facts |
| [calibration.csv](calibration.csv) | classes of drawn lines: how far mapmakers' lines lie apart, made by `Scripts/calibration.py` | – | facts |
| [datapackage.json](datapackage.json) | [Frictionless](https://datapackage.org) manifest: source, licence, accuracy, size and SHA-256 of each file, the packages it was built from | | |

[LICENSES.md](LICENSES.md) says what to print with them: **{g.OSM}**, GeoNames.

`make geodata` writes this folder again from published packages; the same packages give the same bytes.

- The GeoJSON files are scenarios without claims: QGIS opens them, and their features can be copied into a scenario.
- Beside control areas copy the **border**: an outline that runs along it takes its σ. A generalised side of an oblast
  is known worse than most drawn lines and lends them nothing.
- The features have a `source_date` and no `date`: a dated border would count only for maps of that day.
- For shares of a country or oblast the official figure is better than the polygon: `"of": {{"official": "UA"}}`.
- **Regions**: the outer lines of Ukraine's regions and of the Russian ones beside them are the exact border, vertex
  for vertex that of border-ukraine-russia.geojson; between Kherson Oblast and Crimea the line is OpenStreetMap's too.
  Other lines are Natural Earth's. Regions of a country share their vertices and add up to it. Crimea and Sevastopol
  are regions of Ukraine; a share of Ukraine without them is one of `UA-MAINLAND`. Elsewhere lines are as Natural Earth
  draws them, which is who holds the ground.
- Outlines and official areas differ most in {off('UA-30')} and {off('UA-40')}, of which no share is judged, and
  in {off('UA-65')}, {off('UA-48')} and {off('UA-32')}: water counted otherwise, or lines too coarse. A region off by
  2 % and more has a `warning`.
- Regions and places are known to the program by their names, in English, Ukrainian, Russian, German, French and Spanish:
  `kgeo share map.geojson --of "Donetsk Oblast"`, `--by Ukraine`, `--regions "Kursk Oblast; Sumy Oblast"`,
  `kgeo check-area map.geojson --in Donbas`, `kgeo distance Sudzha Ukraine`. A name that several have is refused with
  the codes that tell them apart.
- `regions.jsonl.gz`, `places.tsv.gz` and the two `names.tsv.gz` are gzip files of several members (`gzip -dc` reads
  all of one); the `.index` beside each has the first key, the place and the size of each member. A line of
  `regions.jsonl.gz` is the TopoJSON of a country: `gzip -dc regions.jsonl.gz | grep '"id":"UA"' > ukraine.topojson`.
- Villages under 500 people are missing, and a name may stand for several places: look at `region`.
""".encode()
    return data
