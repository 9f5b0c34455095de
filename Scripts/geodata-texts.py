"""The files of GeoData, for geodata.py: properties, notes, manifest, and what a reader is told."""


def files(g, figures, border, sumy, kursk, ukraine, settlements, map_sha256):
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
                    ),
                    "MultiPolygon",
                    "[" + ",\n".join(g.polygon([ring]) for ring in ukraine) + "]",
                )
            ],
        ),
        "settlements.csv": g.table([field for field, _, _ in g.SETTLEMENT_FIELDS], settlements),
        "official-areas.csv": g.table([field for field, _, _ in g.AREA_FIELDS], g.OFFICIAL_AREAS),
    }

    osm_source = {"title": osm_line, "path": g.OSM_URL, "date": g.BORDER_DATE}
    earth_source = {"title": g.NATURAL_EARTH, "path": g.NATURAL_EARTH_URL, "date": g.STATES_DATE}

    def resource(file, title, description, sources, licence, accuracy_m, accuracy, built_from, fields=None, key=None):
        isTable = fields is not None
        result = {
            "name": file.rsplit(".", 1)[0],
            "path": file,
            "title": title,
            "description": description,
            "format": "csv" if isTable else "geojson",
            "mediatype": "text/csv" if isTable else "application/geo+json",
            "encoding": "utf-8",
            "bytes": len(data[file]),
            "hash": "sha256:" + g.sha256(data[file]),
            "sources": sources,
            "licenses": [licence],
            "kgeo:accuracy_m": accuracy_m,
            "kgeo:accuracy": accuracy,
            "kgeo:built_from": built_from,
        }
        if isTable:
            result["type"] = "table"
            result["schema"] = {
                "fields": [{"name": n, "type": t, "description": d} for n, t, d in fields],
                "primaryKey": key,
                "missingValues": [""],
            }
        return result

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
        "licenses": [g.ODBL, g.CC_BY, g.CC0],
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
| `official-areas.csv` | figures published by the statistical offices named in it; no rights reserved ([CC0]({g.CC0['path']})) | the source in the row |
| `datapackage.json`, `README.md`, this file | Apache-2.0 | – |

What follows from the ODbL:

- Whatever shows one of the three outlines, or an area clipped by them, names **{g.OSM}** with a link to
  <{g.OSM_URL}>.
- A scenario or map that contains a line from them, and every outline clipped by them, is shared under the ODbL too: write
  `"licence": "ODbL-1.0"` into it. A figure measured with them, and a printed table or picture, is free, with the notice.

The OpenStreetMap lines come through timezone-boundary-builder 2026c (ODbL 1.0) as packed in timezonefinder-data
{g.PACKAGES['timezonefinder-data']}. Natural Earth asks for no notice; it is named all the same: “Made with Natural Earth”.

`settlements.csv` is changed from its source: one window, fewer columns, other names sorted by alphabet.

To build all of it again, with the packages of `datapackage.json`: `make geodata`.
""".encode()

    sizes = {file: f"{len(content) / 1000:.0f} kB" for file, content in data.items()}

    def percent(measured, official):
        return f"{100 * (measured / official - 1):+.1f} %".replace("-", "−")

    data["README.md"] = f"""# Reference data

| file | what | error, 1 σ | licence |
|---|---|---|---|
| [border-ukraine-russia.geojson](border-ukraine-russia.geojson) | the border of Ukraine and Russia from 33 to 36 E: {figures['border_km']:.0f} km, {figures['border_vertices']:,} vertices, {sizes['border-ukraine-russia.geojson']} | {g.BORDER_SIGMA} m | ODbL 1.0 |
| [oblasts.geojson](oblasts.geojson) | Sumy Oblast {figures['sumy_km2']:,.0f} km² ({percent(figures['sumy_km2'], 23834)} of the official area), Kursk Oblast {figures['kursk_km2']:,.0f} km² ({percent(figures['kursk_km2'], 29997)}), {sizes['oblasts.geojson']} | state border {g.BORDER_SIGMA} m, other sides {g.INNER_SIGMA:,} m | ODbL 1.0 |
| [ukraine.geojson](ukraine.geojson) | Ukraine with Crimea and Sevastopol, {figures['ukraine_km2']:,.0f} km² ({percent(figures['ukraine_km2'], 603628)}), {sizes['ukraine.geojson']} | land border {g.LAND_SIGMA} m, coast {g.COAST_SIGMA:,} m | ODbL 1.0 |
| [settlements.csv](settlements.csv) | {figures['settlements']} settlements of 500 people and more in {window}, with Russian and Ukrainian names | {g.SETTLEMENT_ERROR:,} m | CC BY 4.0 |
| [official-areas.csv](official-areas.csv) | areas of Ukraine, Sumy Oblast and Kursk Oblast as published | – | facts |
| [datapackage.json](datapackage.json) | [Frictionless](https://datapackage.org) manifest: source, licence, accuracy, size and SHA-256 of each file, the packages it was built from | | |

[LICENSES.md](LICENSES.md) says what to print with them: **{g.OSM}**, GeoNames.

`make geodata` writes this folder again from published packages; the same packages give the same bytes.

- The GeoJSON files are scenarios without claims: QGIS opens them, and their features can be copied into a scenario.
- Beside control areas copy the **border**: an outline that runs along it takes its σ. A generalised side of an oblast
  is known worse than most drawn lines and lends them nothing.
- The features have a `source_date` and no `date`: a dated border would count only for maps of that day.
- For shares of a country or oblast the official figure is better than the polygon: `"of": {{"official": "UA"}}`.
- Villages under 500 people are missing, and a name may stand for several places: look at `region`.
""".encode()
    return data
