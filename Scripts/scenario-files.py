"""The shipped scenarios that hold places, lines and zones instead of a reconstruction.

Usage: scenario-files.py KGEO FOLDER. Places come from Scenarios/sources and GeoData, zones from `kgeo buffer`.
"""

import csv
import json
import subprocess
import sys

KGEO, FOLDER = sys.argv[1], sys.argv[2]
ODBL = "ODbL-1.0"
BORDER = "GeoData/border-ukraine-russia.geojson"


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name, title, summary, features, licence):
    claims = load(f"Scenarios/sources/{name}-claims.json")["claims"]
    head = {"schema": 1, "title": title, "summary": summary, "licence": licence, "claims": claims}
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    with open(f"{FOLDER}/{name}.geojson", "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection",\n"kgeo":' + json.dumps(head, ensure_ascii=False))
        file.write(',\n"features":[\n' + lines + "\n]}\n")


def place(identifier, lon, lat, error, source, note=None):
    properties = {"id": identifier, "role": "place", "coord_error_m": float(error), "source": source}
    if note:
        properties["note"] = note
    return {
        "type": "Feature",
        "id": identifier,
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": [float(lon), float(lat)]},
    }


def settlement(name, identifier=None, note=None):
    for row in rows("Scenarios/sources/settlements.csv"):
        if row["name"] == name:
            return place(
                identifier or name, row["lon"], row["lat"], row["coord_error_m"], row["coord_source"], note
            )
    raise SystemExit(f"no settlement {name}")


def town(name):
    for row in rows("GeoData/settlements.csv"):
        if row["name"] == name:
            source = f"GeoNames {row['geonameid']} (CC BY 4.0)"
            return place(name, row["longitude"], row["latitude"], row["coordinate_error_m"], source)
    raise SystemExit(f"no town {name}")


def border(west, south, east, north):
    """The vertices of the border from the first to the last that lie in a box."""
    feature = load(BORDER)["features"][0]
    line = feature["geometry"]["coordinates"]
    inside = [i for i, (x, y) in enumerate(line) if west <= x <= east and south <= y <= north]
    feature["geometry"]["coordinates"] = line[inside[0] : inside[-1] + 1]
    return feature


def rounded(item):
    if isinstance(item, list):
        return [rounded(part) for part in item]
    return round(item, 5)


def zones():
    features = []
    for km in (5, 10, 15, 20):
        run = subprocess.run(
            [
                KGEO, "buffer", BORDER, "--distance", f"{km} km", "--format", "geojson", "--quiet",
                "--section", "GeoData/oblasts.geojson#sumy-oblast",
                "--within", "GeoData/oblasts.geojson#sumy-oblast",
            ],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        feature = json.loads(run.stdout)["features"][0]
        made = feature["properties"]
        # A metre is fine enough for a zone that nobody drew.
        feature["geometry"]["coordinates"] = rounded(feature["geometry"]["coordinates"])
        feature["id"] = f"zone-{km}"
        feature["properties"] = {
            "id": f"zone-{km}", "role": "reference", "region": "Sumy Oblast", "boundary_error_m": 30,
            "depth_km": km, "area_km2": made["area_km2"],
            "source": f"kgeo buffer: the ground of Sumy Oblast within {km} km of its border with Russia",
            "licence": ODBL,
        }  # fmt: skip
        features.append(feature)
    areas = ", ".join(f"{f['properties']['area_km2']:,.0f} km² at {f['properties']['depth_km']} km" for f in features)
    write(
        "sumy-zone",
        "A zone along the Russian border of Sumy Oblast",
        "No article says how deep or large a security zone would be. The ground of Sumy Oblast within a depth of "
        f"its border with Russia: {areas}.",
        features + [border(32.9, 50.0, 36.1, 52.6)],
        ODBL,
    )


def road():
    names = ["Sumy", "Kyyanytsya", "Yunakivka", "Loknia", "Rubanshchina", "Goncharovka", "Sudzha"]
    places = [town("Sumy")] + [settlement(name) for name in names[1:]]
    chain = {
        "type": "Feature",
        "id": "road",
        "properties": {
            "id": "road", "role": "line", "lower_bound": True, "boundary_error_m": 1000,
            "source": "straight lines between the settlements on the road, in order",
            "note": "the road itself winds between them, so it is longer",
            "licence": ODBL,
        },
        "geometry": {"type": "LineString", "coordinates": [p["geometry"]["coordinates"] for p in places]},
    }  # fmt: skip
    write(
        "road",
        "The road from Sumy to Sudzha",
        "The road through Yunakivka, as a chain of straight lines between its settlements: a lower bound of the "
        "road's length. With published distances along it.",
        [chain] + places + [border(34.7, 50.9, 35.5, 51.35)],
        ODBL,
    )


def sergeyevka():
    source = "GeoNames {} (CC BY 4.0)"
    write(
        "sergeyevka",
        "From Sergeyevka in Primorsky Krai to Kursk",
        "Two villages in Primorsky Krai are called Sergeyevka; the article does not say which it means, and the "
        "figure holds for both.",
        [
            place("Sergeyevka 131.7 E", 131.66142, 44.33749, 1000, source.format(2020626)),
            place("Sergeyevka 133.4 E", 133.35815, 43.35032, 1000, source.format(2016961)),
            town("Kursk"),
        ],
        "CC-BY-4.0",
    )


def exit_of_the_pipe(path):
    """The place for the pipeline's scenario, which `kgeo reconstruct` writes."""
    feature = settlement(
        "Sudzha", "pipeline-exit", "somewhere near Sudzha; 2.5 km from it is all that was published"
    )
    feature["properties"]["coord_error_m"] = 3000
    features = [feature, settlement("Sudzha")]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file, ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        exit_of_the_pipe(sys.argv[3])
    else:
        zones()
        road()
        sergeyevka()
