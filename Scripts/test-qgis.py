"""Opens exported bundles in QGIS without a screen, and holds what a user would see there.

    python3 Scripts/test-qgis.py KGEO SCENARIO|BUNDLE...

Uses the Python that QGIS belongs to (Debian: /usr/bin/python3, package python3-qgis) and ogrinfo (gdal-bin).
For each scenario, exported first, or bundle: OGR's types of the columns; layers, features and CRS; the style that QGIS has applied by itself;
$area and $perimeter on the ellipsoid EPSG:7030 against the columns of kgeo; and pictures, in colour and in grey,
whose hatching is looked for in their pixels. Pictures stay in $KGEO_PICTURES when it is set.
"""

import faulthandler
import json
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
faulthandler.enable()

from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsDistanceArea, QgsExpression, QgsExpressionContext,
    QgsExpressionContextUtils, QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsRectangle, QgsVectorLayer,
    QgsVectorLayerTemporalContext, QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime  # noqa: E402
from qgis.PyQt.QtGui import QColor, QImage  # noqa: E402

# kgeo and QGIS both measure geodesic edges with GeographicLib's algorithms: what is left is rounding.
RELATIVE = 1e-9
REALS = {"area_km2", "perimeter_km", "length_km", "boundary_error_m", "coord_error_m", "said_low", "said_high", "said_low_si",
         "said_high_si", "of_km2", "value_si", "u_si", "low95_si", "high95_si", "ratio", "fill-opacity",
         "stroke-width", "stroke-opacity"}
DAYS = {"date", "date_end"}
FLAGS = {"as_worded", "boundary_error_assumed"}
ATTRIBUTE = {"polygons": "status", "lines": "role", "points": "status", "findings": "verdict"}
SHAPE = {"polygons": QgsWkbTypes.PolygonGeometry, "lines": QgsWkbTypes.LineGeometry,
         "points": QgsWkbTypes.PointGeometry, "findings": QgsWkbTypes.PolygonGeometry}
HATCHED = {"polygons": ["controlled", "contested", "claimed"],
           "findings": ["consistent", "overstated", "understated", "inconclusive"]}
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED: " + what, file=sys.stderr)


def close(a, b):
    return abs(a - b) <= RELATIVE * max(abs(a), abs(b))


def check_types(path):
    """OGR's types: a column that has a value in some feature has the type it is meant to have."""
    text = subprocess.run(["ogrinfo", "-al", "-so", str(path)], check=True, capture_output=True, text=True).stdout
    types = dict(line.split(": ", 1) for line in text.splitlines() if " (" in line and ": " in line)
    features = json.loads(path.read_text())["features"]
    for name in features[0]["properties"]:
        if all(feature["properties"][name] is None for feature in features):
            continue
        want = "Real" if name in REALS else "Date" if name in DAYS else (
            "Integer(Boolean)" if name in FLAGS else "String")
        got = types.get(name, "nothing").split(" ")[0]
        # Texts that all look like days become days: that is OGR's doing, and harmless.
        expect(got == want or (want == "String" and got == "Date"), f"{path.name}: {name} is {got}, not {want}")


def check_style(layer, kind, name):
    renderer = layer.renderer()
    expect(renderer is not None and renderer.type() == "categorizedSymbol",
           f"{name}: the style was not applied ({renderer.type() if renderer else 'no renderer'})")
    if renderer is None or renderer.type() != "categorizedSymbol":
        return
    expect(ATTRIBUTE[kind] in QgsExpression(renderer.classAttribute()).referencedColumns(),
           f"{name}: drawn by {renderer.classAttribute()}")
    expect(layer.labelsEnabled() and layer.labeling() is not None, f"{name}: no labels")
    label = QgsExpression(layer.labeling().settings().fieldName)
    expect(not label.hasParserError(), f"{name}: the label's expression: {label.parserErrorString()}")
    angles = {}
    for category in renderer.categories():
        for symbol_layer in category.symbol().symbolLayers():
            if symbol_layer.layerType() == "LinePatternFill":
                angles[category.value()] = symbol_layer.lineAngle()
                expect(symbol_layer.subSymbol().symbolLayer(0).width() > 0, f"{name}: hatching without lines")
    for value in HATCHED.get(kind, []):
        expect(value in angles, f"{name}: {value} has no hatching")
    expect(len(set(angles.values())) == len(angles), f"{name}: hatchings at one angle: {angles}")
    for feature in layer.getFeatures():
        expect(label.evaluate(context(layer, feature)) is None or not label.hasEvalError(),
               f"{name}: label: {label.evalErrorString()}")


def context(layer, feature):
    result = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    result.setFeature(feature)
    return result


def evaluate(text, layer, feature, ellipsoid):
    """An expression as the field calculator of a project with that ellipsoid has it."""
    expression = QgsExpression(text)
    calculator = QgsDistanceArea()
    calculator.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    expect(calculator.setEllipsoid(ellipsoid), f"QGIS has no ellipsoid {ellipsoid}")
    expression.setGeomCalculator(calculator)
    expression.prepare(context(layer, feature))
    return expression.evaluate(context(layer, feature))


def check_measures(layer, name):
    worst = grs80 = 0.0
    columns = layer.fields().names()
    for feature in layer.getFeatures():
        if feature.geometry().isNull():
            continue
        pairs = [("$area", "area_km2", 1e6), ("$perimeter", "perimeter_km", 1e3), ("$length", "length_km", 1e3)]
        for text, column, factor in pairs:
            if column not in columns:
                continue
            qgis = evaluate(text, layer, feature, "EPSG:7030")
            ours = feature[column] * factor
            expect(close(qgis, ours), f"{name}: {text} is {qgis!r}, {column} says {ours!r}")
            worst = max(worst, abs(qgis - ours) / max(abs(ours), 1e-300))
            other = evaluate(text, layer, feature, "EPSG:7019")
            grs80 = max(grs80, abs(other - ours) / max(abs(ours), 1e-300))
    print(f"  {name}: {layer.featureCount()} features, at most {worst:.1e} off QGIS (GRS80: {grs80:.1e})")
    expect(grs80 < 1e-9, f"{name}: GRS80 is {grs80:.1e} off, which the README denies")


def check_dates(layer, name):
    """On a day of the temporal controller stand the features of that day, and the undated ones."""
    # Opening a layer without a window applies the style, and then asks the file anew for its dates, of which
    # GeoJSON knows none. Adding it in the window applies the style last, as here.
    layer.loadDefaultStyle()
    properties = layer.temporalProperties()
    expect(properties.isActive(), f"{name}: has no dates for the temporal controller")

    def day(feature, column):
        value = feature[column]
        return QDate.fromString(value, "yyyy-MM-dd") if isinstance(value, str) else value or None

    spans = {f.id(): (day(f, "date"), day(f, "date_end") or day(f, "date")) for f in layer.getFeatures()}
    days = {d for span in spans.values() for d in span if d}
    for d in sorted(days | {d.addDays(1) for d in days}):
        midnight = QDateTime(d, QTime(0, 0))
        moment = QgsVectorLayerTemporalContext()
        moment.setLayer(layer)
        text = properties.createFilterString(moment, QgsDateTimeRange(midnight, midnight.addSecs(86399)))
        shown = QgsExpression(text)
        expect(not shown.hasParserError(), f"{name}: dates: {shown.parserErrorString()}")
        for feature in layer.getFeatures():
            first, last = spans[feature.id()]
            want = first is None or first <= d <= last
            got = bool(shown.evaluate(context(layer, feature)))
            expect(got == want, f"{name}: feature {feature.id()} on {d.toString(Qt.ISODate)}: {got}")


def picture(layers, path, filters=None):
    """Draws layers, the first on top, and gives the picture."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1400, 1000))
    settings.setOutputDpi(144)
    extent = QgsRectangle()
    for layer in layers:
        extent.combineExtentWith(settings.layerExtentToOutputExtent(layer, layer.extent()))
    extent.scale(1.05)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    expect(not job.errors(), f"{path}: {[error.message for error in job.errors()]}")
    image = job.renderedImage()
    image.save(str(path))
    image.convertToFormat(QImage.Format_Grayscale8).save(str(path.with_suffix(".grey.png")))
    return image


def check_filter(layer, name, path):
    """Filtered by claim, the layer paints each row with its own verdict."""
    claims = sorted({feature["claim"] for feature in layer.getFeatures()})
    painted = False
    for claim in claims:
        quoted = claim.replace("'", "''")
        expect(layer.setSubsetString(f"\"claim\" = '{quoted}'"), f"{name}: cannot be filtered by {claim}")
        classes = QgsExpression(layer.renderer().classAttribute())
        verdicts = {}
        for feature in layer.getFeatures():
            verdicts.setdefault(feature["area_km2"], set()).add(feature["verdict"])
        for feature in layer.getFeatures():
            own = verdicts[feature["area_km2"]]
            got = classes.evaluate(context(layer, feature))
            expect(got == (feature["verdict"] if len(own) == 1 else "several"), f"{name}: {claim} is painted {got}")
        if not painted and len(verdicts) > 1:
            painted = True
            picture([layer], path)
    layer.setSubsetString("")


def luminances(layer, value, kind):
    """The grey levels inside a square that is drawn with a category's symbol alone."""
    # A copy: the symbol itself dies with its category.
    symbol = next(c.symbol().clone() for c in layer.renderer().categories() if c.value() == value)
    image = symbol.asImage(QSize(80, 80)).convertToFormat(QImage.Format_ARGB32)
    levels = []
    for x in range(20, 60):
        for y in range(20, 60):
            color = image.pixelColor(x, y)
            alpha = color.alphaF()
            grey = 0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF()
            levels.append(alpha * grey + 1 - alpha)
    return levels


def check_grey(layer, kind, name):
    """Hatching shows in a grey print: light and dark lie well apart inside each symbol."""
    for value in HATCHED.get(kind, []):
        levels = luminances(layer, value, kind)
        spread = max(levels) - min(levels)
        expect(spread > 0.2, f"{name}: the hatching of {value} does not show in grey ({spread:.2f})")


def check_bundle(kgeo, scenario, folder, pictures):
    if os.path.isdir(scenario):
        folder = scenario
    else:
        subprocess.run([kgeo, "export", scenario, "--to", folder, "--quiet"], check=True)
    base = pathlib.Path(scenario).stem
    paths = sorted(pathlib.Path(folder).glob("*.geojson"))
    expect(paths, f"{scenario}: no layer was written")
    print(f"{scenario}: {len(paths)} layers")
    layers = {}
    for path in paths:
        kind = path.stem.rsplit("-", 1)[1]
        check_types(path)
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        expect(layer.isValid(), f"{path.name}: QGIS cannot open it")
        written = json.loads(path.read_text())["features"]
        expect(layer.featureCount() == len(written), f"{path.name}: {layer.featureCount()} of {len(written)} features")
        expect(layer.crs().authid() == "EPSG:4326", f"{path.name}: CRS {layer.crs().authid()}")
        expect(len(layer.dataProvider().subLayers()) == 1, f"{path.name}: falls into several layers")
        if any(feature["geometry"] for feature in written):
            expect(layer.geometryType() == SHAPE[kind], f"{path.name}: geometry {layer.geometryType()}")
            check_style(layer, kind, path.name)
            check_measures(layer, path.name)
            check_grey(layer, kind, path.name)
            layers[kind] = layer
            if kind != "findings":
                check_dates(layer, path.name)
            if kind == "findings":
                check_filter(layer, path.name, pictures / f"{base}-one-claim.png")
    map_layers = [layers[kind] for kind in ("points", "lines", "polygons") if kind in layers]
    for name, group in (("map", map_layers), ("findings", [layers[k] for k in ("findings",) if k in layers])):
        if group:
            image = picture(group, pictures / f"{base}-{name}.png")
            colors = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
            expect(len(colors) > 8, f"{base}: the {name} shows nothing")


def main():
    kgeo, scenarios = sys.argv[1], sys.argv[2:]
    application = QgsApplication([], False)
    application.initQgis()
    print(f"QGIS {Qgis.QGIS_VERSION}")
    with tempfile.TemporaryDirectory() as scratch:
        pictures = pathlib.Path(os.environ.get("KGEO_PICTURES", scratch))
        pictures.mkdir(parents=True, exist_ok=True)
        for number, scenario in enumerate(scenarios):
            check_bundle(kgeo, scenario, f"{scratch}/bundle-{number}", pictures)
    print(f"{len(failures)} failures" if failures else f"all as it should be, {len(scenarios)} scenarios")
    sys.stdout.flush()
    # QGIS may crash while Python takes it apart; what had to be said has been said.
    os._exit(1 if failures or not scenarios else 0)


main()
