// A layer's style as QGIS keeps it (QML). QGIS applies a .qml by itself when it lies beside a layer's file and
// has its name. Nothing of a map's text stands in it: the columns and their values are kgeo's own.

/// Writes QML.
enum QGISStyle {
    /// The version of QGIS whose format it is; newer ones read it.
    static let version = "3.22.0"

    static func text(_ style: LayerStyle) -> String {
        var children = [
            renderer(style), labeling(style),
            XMLElement("layerOpacity", [:], content: style.covers ? "0.85" : "1"),
        ]
        if style.isDated { children.append(temporal) }
        let root = XMLElement(
            "qgis",
            [
                "styleCategories": "Symbology|Labeling" + (style.isDated ? "|Temporal" : ""),
                "version": version, "labelsEnabled": "1",
            ], children)
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + root.text()
    }

    /// For the temporal controller: a feature stands on its date, or to the end of its last day; an undated one
    /// always. As long as the controller is off, QGIS shows everything.
    private static let temporal = XMLElement(
        "temporal",
        [
            // From expressions, with the end left out.
            "enabled": "1", "mode": "4", "limitMode": "0",
            "startExpression": "coalesce(to_datetime(\"date\"), make_datetime(1, 1, 1, 0, 0, 0))",
            "endExpression":
                "coalesce(to_datetime(coalesce(\"date_end\", \"date\")) + to_interval('1 day'), make_datetime(9999, 12, 31, 0, 0, 0))",
        ])

    // MARK: Symbols

    private static func renderer(_ style: LayerStyle) -> XMLElement {
        let categories = style.categories.enumerated().map { i, category in
            XMLElement(
                "category",
                [
                    "symbol": String(i), "value": category.value ?? "", "label": category.label,
                    "render": "true",
                ])
        }
        let symbols = style.categories.enumerated().map { i, category in
            symbol(String(i), style.shape, layers(category, style))
        }
        var children = [
            XMLElement("categories", [:], categories), XMLElement("symbols", [:], symbols),
        ]
        if style.shape == .surface {
            // Large areas first, so that what lies in them is drawn over them.
            children.append(
                XMLElement(
                    "orderby", [:],
                    [XMLElement("orderByClause", ["asc": "0", "nullsFirst": "0"], content: "\"area_km2\"")]))
        }
        return XMLElement(
            "renderer-v2",
            [
                "type": "categorizedSymbol", "attr": style.attribute, "symbollevels": "0", "forceraster": "0",
                "enableorderby": style.shape == .surface ? "1" : "0",
            ], children)
    }

    private static func symbol(
        _ name: String, _ shape: LayerStyle.Shape, _ layers: [XMLElement]
    ) -> XMLElement {
        let type =
            switch shape {
            case .surface: "fill"
            case .line: "line"
            case .point: "marker"
            }
        return XMLElement(
            "symbol",
            ["name": name, "type": type, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"], layers)
    }

    private static func layers(_ category: LayerStyle.Category, _ style: LayerStyle) -> [XMLElement] {
        let line = rgba(category.color)
        switch style.shape {
        case .surface: return surface(category, covers: style.covers)
        case .line:
            return [
                layer(
                    "SimpleLine",
                    [
                        "line_color": line, "line_style": category.stroke.rawValue,
                        "line_width": number(category.width), "line_width_unit": "MM", "capstyle": "flat",
                        "joinstyle": "round",
                    ])
            ]
        case .point:
            return [
                layer(
                    "SimpleMarker",
                    [
                        "name": category.marker, "color": rgba(category.color, category.fillOpacity),
                        "outline_color": "30,30,30,255", "outline_style": "solid", "outline_width": "0.3",
                        "outline_width_unit": "MM", "size": number(category.size), "size_unit": "MM",
                    ])
            ]
        }
    }

    /// A surface: its ground, its outline, and its hatching.
    private static func surface(_ category: LayerStyle.Category, covers: Bool) -> [XMLElement] {
        let line = rgba(category.color)
        let ground = [
            layer(
                "SimpleFill",
                [
                    "color": covers
                        ? rgba(category.color, onWhite: category.fillOpacity)
                        : rgba(category.color, category.fillOpacity),
                    "style": category.fillOpacity > 0 ? "solid" : "no", "outline_color": line,
                    "outline_style": category.stroke.rawValue, "outline_width": number(category.width),
                    "outline_width_unit": "MM", "joinstyle": "round",
                ])
        ]
        return ground + (category.hatch.map { [self.hatch($0, line)] } ?? [])
    }

    /// Parallel lines across a surface.
    private static func hatch(_ hatch: LayerStyle.Hatch, _ line: String) -> XMLElement {
        layer(
            "LinePatternFill",
            [
                "angle": String(hatch.angle), "color": line, "distance": number(hatch.distance),
                "distance_unit": "MM", "line_width": number(hatch.width),
                "line_width_unit": "MM", "offset": "0", "offset_unit": "MM",
            ],
            [
                symbol(
                    "@0@1", .line,
                    [
                        layer(
                            "SimpleLine",
                            [
                                "line_color": line, "line_style": "solid",
                                "line_width": number(hatch.width), "line_width_unit": "MM",
                                "capstyle": "flat",
                            ])
                    ])
            ])
    }

    private static func layer(
        _ kind: String, _ options: KeyValuePairs<String, String>, _ children: [XMLElement] = []
    ) -> XMLElement {
        let values = options.map { name, value in
            XMLElement("Option", ["type": "QString", "name": name, "value": value])
        }
        return XMLElement(
            "layer", ["class": kind, "enabled": "1", "locked": "0", "pass": "0"],
            [XMLElement("Option", ["type": "Map"], values)] + children)
    }

    /// A colour as QGIS writes it: red, green, blue and alpha up to 255.
    private static func rgba(_ hex: String, _ opacity: Double = 1) -> String {
        let value = Int(hex, radix: 16) ?? 0
        return [value >> 16, (value >> 8) & 255, value & 255, Int((opacity * 255).rounded())]
            .map(String.init).joined(separator: ",")
    }

    /// The opaque colour that a part of a colour gives on white paper.
    private static func rgba(_ hex: String, onWhite opacity: Double) -> String {
        let value = Int(hex, radix: 16) ?? 0
        let parts = [value >> 16, (value >> 8) & 255, value & 255].map { part in
            String(Int((255 - opacity * Double(255 - part)).rounded()))
        }
        return (parts + ["255"]).joined(separator: ",")
    }

    private static func number(_ value: Double) -> String { "\(value)" }

    // MARK: Labels

    /// Few labels: none that collide, none on areas too small to hold them.
    private static func labeling(_ style: LayerStyle) -> XMLElement {
        // As QGIS numbers them: horizontal in a surface, along a line, around a point.
        let (placement, smallest) =
            switch style.shape {
            case .surface: ("4", "8")
            case .line: ("2", "20")
            case .point: ("6", "0")
            }
        let buffer = XMLElement(
            "text-buffer",
            [
                "bufferDraw": "1", "bufferSize": "0.9", "bufferSizeUnits": "MM",
                "bufferColor": "255,255,255,255", "bufferOpacity": "0.85", "bufferJoinStyle": "128",
                "bufferNoFill": "1",
            ])
        let settings = XMLElement(
            "settings", ["calloutType": "simple"],
            [
                XMLElement(
                    "text-style",
                    [
                        "fieldName": style.label, "isExpression": "1", "fontSize": "9",
                        "fontSizeUnit": "Point", "fontWeight": "50", "textColor": "20,20,20,255",
                        "textOpacity": "1",
                        "multilineHeight": "1", "allowHtml": "0",
                    ], [buffer]),
                XMLElement(
                    "placement",
                    ["placement": placement, "placementFlags": "10", "dist": "0.6", "distUnits": "MM"]),
                XMLElement(
                    "rendering",
                    [
                        "drawLabels": "1", "displayAll": "0", "obstacle": "0", "minFeatureSize": smallest,
                        "fitInPolygonOnly": "0", "mergeLines": "0",
                    ]),
            ])
        return XMLElement("labeling", ["type": "simple"], [settings])
    }
}
