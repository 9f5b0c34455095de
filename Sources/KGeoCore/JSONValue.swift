// JSON as an ordered value: properties and foreign members, kept as they came.

/// A JSON number with the text it was written in, so that 1.0, 1 and a 20-digit id stay what they are.
public struct JSONNumber: Hashable, Sendable {
    /// The digits as written, or as kgeo writes them.
    public let text: String
    /// The nearest double.
    public let value: Double

    /// A number read from a file.
    public init(text: String, value: Double) {
        self.text = text
        self.value = value
    }

    /// A number of our own. It must be finite: JSON has no NaN.
    public init(_ value: Double) {
        precondition(value.isFinite, "JSON has no NaN and no infinity")
        self.value = value
        if value == value.rounded(), abs(value) < 1e15 {
            text = String(Int64(value))
        } else {
            text = "\(value)"
        }
    }

    /// A whole number of our own.
    public init(_ value: Int) {
        self.value = Double(value)
        text = String(value)
    }
}

/// A JSON object whose members keep their order. A name may stand twice (RFC 8259 allows it); looking it
/// up gives the last.
public struct JSONObject: Hashable, Sendable {
    /// One name and its value.
    public struct Member: Hashable, Sendable {
        /// The name, unescaped.
        public var name: String
        /// Its value.
        public var value: JSONValue
        /// A member from a name and a value.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in the order of the file.
    public var members: [Member]

    /// An object from its members.
    public init(_ members: [Member] = []) { self.members = members }

    /// The names that more than one member has, each once.
    public var repeatedNames: [String] {
        var seen: Set<String> = []
        var repeated: [String] = []
        for member in members where !seen.insert(member.name).inserted && !repeated.contains(member.name) {
            repeated.append(member.name)
        }
        return repeated
    }

    /// The last value of that name; setting replaces it in place or adds it at the end, nil removes it.
    ///
    /// Of a member that stands twice the last counts, as in most programs; `repeatedNames` tells.
    public subscript(name: String) -> JSONValue? {
        get { members.last { $0.name == name }?.value }
        set {
            if let newValue {
                if let index = members.lastIndex(where: { $0.name == name }) {
                    members[index].value = newValue
                } else {
                    members.append(Member(name, newValue))
                }
            } else {
                members.removeAll { $0.name == name }
            }
        }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object from names and values in order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { Member($0.0, $0.1) })
    }

    /// The members of one object and after them those of another.
    public static func + (first: JSONObject, second: JSONObject) -> JSONObject {
        JSONObject(first.members + second.members)
    }
}

/// Any JSON value.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// A number of our own, or null when it is missing, infinite or not a number.
    public static func number(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(JSONNumber(value))
    }

    /// A count.
    public static func count(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

    /// A count, or null when it is missing.
    public static func count(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }

    /// A place as longitude and latitude, or null when it is missing.
    public static func position(_ place: Coordinate?) -> JSONValue {
        place.map { .array([.number($0.longitude), .number($0.latitude)]) } ?? .null
    }

    /// A text, or null when it is missing.
    public static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

    /// The text of a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The double of a number.
    public var double: Double? { if case .number(let number) = self { number.value } else { nil } }
    /// The members of an object.
    public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
    /// The elements of an array.
    public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    /// Whether it is null.
    public var isNull: Bool { self == .null }

    /// What it is, in words for a message.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a yes-or-no value"
        case .number: "a number"
        case .string: "a text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
