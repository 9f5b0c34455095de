// Placemarks of a KML text as features: shapes, names, data, dates (OGC KML 2.3, 12-007r2).

internal import KGeoCore
internal import KGeoJSON
internal import XMLKit

/// Builds features from the events of a KML text.
final class KMLBuilder: XMLHandler {
    /// The longest text of one element, in bytes.
    static let textLimit = 256 << 20

    private(set) var features: [Feature] = []
    /// Elements that hold maps too but are not read, and how often they stand there.
    private(set) var passedOver: [String: Int] = [:]
    /// Where links to other maps lead, in the order of the file.
    private(set) var links: [String] = []
    /// Where the element at hand begins; set by the caller.
    var place: () -> Problem.Place = { Problem.Place() }

    private var path: [String] = []
    private var text: [UInt8] = []
    private var isCapturing = false
    private var containers: [Container] = []
    private var placemark: Placemark?
    private var dataName: String?

    private struct Container {
        var name: String?
        var time = Time()
    }
    private struct Time {
        var begin, end: String?
        var isEmpty: Bool { begin == nil && end == nil }
    }
    private struct Placemark {
        var id: String?
        var properties = JSONObject()
        var time = Time()
        /// Shapes of the collections that are open, the outermost first.
        var shapes: [[Geometry]] = [[]]
        var rings: (outer: Ring?, inner: [Ring])?
        var place = Problem.Place()
    }

    private static let captured: Set<String> = [
        "name", "description", "styleUrl", "when", "begin", "end", "value", "SimpleData", "coordinates",
        "href",
    ]
    private static let notRead: Set<String> = [
        "NetworkLink", "GroundOverlay", "PhotoOverlay", "ScreenOverlay", "Track", "MultiTrack", "Model",
    ]

    func begin(_ name: String, _ attributes: [(name: String, value: String)]) throws(Problem) {
        if path.isEmpty, name != "kml" {
            throw Problem(
                .xml, "this is XML but no KML: its first element is <\(name)>",
                remedy: "\(.importKML) reads KML and KMZ; convert other formats first with ogr2ogr")
        }
        path.append(name)
        text.removeAll(keepingCapacity: true)
        isCapturing = Self.captured.contains(name)
        if Self.notRead.contains(name) { passedOver[name, default: 0] += 1 }
        switch name {
        case "Document", "Folder": containers.append(Container())
        case "Placemark":
            placemark = Placemark()
            placemark?.id = attributes.first { $0.name == "id" }?.value
            placemark?.place = place()
        case "MultiGeometry": placemark?.shapes.append([])
        case "Polygon": placemark?.rings = (nil, [])
        case "Data", "SimpleData": dataName = attributes.first { $0.name == "name" }?.value
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
        guard isCapturing else { return }
        guard text.count + bytes.count <= Self.textLimit else {
            throw Problem(
                .xml, "the text of one <\(path.last ?? "")> is longer than \(Self.textLimit >> 20) MB")
        }
        text += bytes
    }

    func end(_ name: String) throws(Problem) {
        defer {
            if !path.isEmpty { path.removeLast() }
            isCapturing = false
        }
        let parent = path.dropLast().last ?? ""
        switch name {
        case "Document", "Folder": if !containers.isEmpty { containers.removeLast() }
        case "Placemark": finishPlacemark()
        case "MultiGeometry":
            guard let members = placemark?.shapes.popLast(), !members.isEmpty else { break }
            add(members.count == 1 ? members[0] : .collection(members))
        case "Polygon": try finishPolygon()
        case "coordinates": try coordinates(of: parent)
        case "name":
            if parent == "Placemark" {
                put("name", words)
            } else if parent == "Document" || parent == "Folder", !containers.isEmpty {
                containers[containers.count - 1].name = words
            }
        case "description", "styleUrl": if parent == "Placemark" { put(name, words) }
        case "value", "SimpleData":
            if let dataName { put(dataName, words) }
            if name == "SimpleData" { dataName = nil }
        case "Data": dataName = nil
        case "href":
            // The address of an icon is another matter. Files before 2.1 have Url for Link.
            if parent == "Link" || parent == "Url", path.contains("NetworkLink"), !words.isEmpty {
                links.append(words)
            }
        case "when": if parent == "TimeStamp" { time { $0.begin = words } }
        case "begin": if parent == "TimeSpan" { time { $0.begin = words } }
        case "end": if parent == "TimeSpan" { time { $0.end = words } }
        default: break
        }
    }

    /// The captured text without white space at its ends.
    private var words: String {
        let space = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
        guard let first = text.firstIndex(where: { !space($0) }),
            let last = text.lastIndex(where: { !space($0) })
        else { return "" }
        return String(decoding: text[first...last], as: UTF8.self)
    }

    private func put(_ name: String, _ value: String) {
        guard placemark != nil, !value.isEmpty, !name.isEmpty else { return }
        placemark?.properties[name] = .string(value)
    }

    /// A time belongs to the placemark or folder that holds it; views have times of their own, which say nothing.
    private func time(_ set: (inout Time) -> Void) {
        let holder = path.dropLast(2).last ?? ""
        if holder == "Placemark" {
            guard var time = placemark?.time else { return }
            set(&time)
            placemark?.time = time
        } else if holder == "Document" || holder == "Folder", !containers.isEmpty {
            set(&containers[containers.count - 1].time)
        }
    }

    private func add(_ shape: Geometry) {
        guard var shapes = placemark?.shapes, !shapes.isEmpty else { return }
        shapes[shapes.count - 1].append(shape)
        placemark?.shapes = shapes
    }

    private func coordinates(of parent: String) throws(Problem) {
        guard placemark != nil else { return }
        let places: [Coordinate]
        do throws(Problem) { places = try KMLCoordinates.places(text) } catch { throw located(error) }
        switch parent {
        case "Point": if let place = places.first { add(.point(Positions([place]))) }
        case "LineString":
            guard places.count >= 2 else {
                throw located(
                    Problem(
                        .xml, "a line needs at least 2 positions; this one has \(places.count)",
                        hint: "draw a second position, or make it a Point"))
            }
            add(.lineString(LineString(places)))
        case "LinearRing":
            switch path.dropLast(2).last ?? "" {
            case "outerBoundaryIs":
                guard placemark?.rings?.outer == nil else {
                    throw located(
                        Problem(
                            .xml, "a polygon has two outer rings; which of them is meant cannot be told",
                            hint:
                                "KML has one outer ring a polygon: draw each as a polygon of its own, in a MultiGeometry"
                        ))
                }
                placemark?.rings?.outer = Ring(places)
            case "innerBoundaryIs": placemark?.rings?.inner.append(Ring(places))
            default: if places.count >= 2 { add(.lineString(LineString(places))) }
            }
        default: break
        }
    }

    private func finishPolygon() throws(Problem) {
        guard let rings = placemark?.rings else { return }
        placemark?.rings = nil
        guard let outer = rings.outer else {
            throw located(
                Problem(
                    .xml, "a polygon has no outer boundary",
                    hint: "draw it again, or take the placemark out of the file"))
        }
        add(.polygon(Polygon(shell: outer, holes: rings.inner)))
    }

    private func located(_ problem: Problem) -> Problem {
        let here = place()
        return problem.located {
            $0.feature = features.count
            $0.id = placemark?.properties["name"]?.string ?? placemark?.id
            $0.line = here.line
            $0.column = here.column
        }
    }

    private func finishPlacemark() {
        guard var mark = placemark else { return }
        placemark = nil
        let shapes = mark.shapes.first ?? []
        let folder = containers.compactMap(\.name).filter { !$0.isEmpty }.joined(separator: "/")
        if !folder.isEmpty, mark.properties["folder"] == nil { mark.properties["folder"] = .string(folder) }
        let time = mark.time.isEmpty ? containers.last { !$0.time.isEmpty }?.time ?? Time() : mark.time
        for (name, text) in [("date", time.begin), ("date_end", time.end)] {
            guard let text, !text.isEmpty, mark.properties[name] == nil else { continue }
            // A month or a year is no day.
            let day = CalendarDate(iso: String(text.prefix(10)))
            mark.properties[day == nil ? "\(name)_text" : name] = .string(day?.description ?? text)
        }
        if mark.properties["date"] == nil, let end = mark.properties["date_end"] {
            // A span without a beginning: the map is known to be so on its last day.
            mark.properties["date"] = end
            mark.properties["date_end"] = nil
        }
        var feature = Feature(
            id: mark.id, geometry: shapes.isEmpty ? nil : shapes.count == 1 ? shapes[0] : .collection(shapes),
            properties: mark.properties)
        feature.record.index = features.count
        feature.record.line = mark.place.line ?? 1
        features.append(feature)
    }
}

/// The text of `<coordinates>`: positions apart by white space, each `longitude,latitude[,altitude]`.
enum KMLCoordinates {
    /// The places; altitudes are left out.
    ///
    /// - Throws: a problem `coordinate` for a position that is not on the globe or is no position.
    static func places(_ text: [UInt8]) throws(Problem) -> [Coordinate] {
        var result: [Coordinate] = []
        for (number, tuple) in text.split(whereSeparator: { $0 == 32 || (9...13).contains($0) }).enumerated()
        {
            var place = Problem.Place()
            place.vertex = number
            let parts = tuple.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), let longitude = ordinate(parts[0]),
                let latitude = ordinate(parts[1])
            else {
                throw Problem(
                    .coordinate, "\"\(String(decoding: tuple.prefix(60), as: UTF8.self))\" is no position",
                    at: place, hint: "write longitude,latitude without a space between, as in 35.27,51.19")
            }
            guard abs(latitude) <= 90 else {
                throw Problem(
                    .coordinate, "latitude \(JSONNumber(latitude).text) is outside −90…90", at: place,
                    hint: abs(longitude) <= 90
                        ? "longitude and latitude look swapped; KML writes longitude first" : nil)
            }
            guard abs(longitude) <= 180 else {
                throw Problem(
                    .coordinate, "longitude \(JSONNumber(longitude).text) is outside −180…180", at: place,
                    hint: Longitude.turnsInWords(of: longitude))
            }
            result.append(Coordinate(longitude, latitude))
        }
        return result
    }

    private static func ordinate(_ digits: ArraySlice<UInt8>) -> Double? {
        let allowed = digits.allSatisfy {
            (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E")
        }
        guard allowed, let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return value
    }
}
