// Sentences that name settings and operations by meaning, so that a room knows no command line.

/// A sentence made of text, and of settings and operations named by meaning.
///
/// It is written as a text: `"give it with \(.referenceSystem) EPSG:n"`. A program turns it into its own words with
/// a `Vocabulary`; `plain` are the neutral ones. Text that came from a file may stand in it; whoever prints it
/// escapes it (`SafeText`).
public struct Wording: Hashable, Sendable {
    /// A part of a sentence.
    public enum Part: Hashable, Sendable {
        case text(String)
        case setting(Setting)
        case operation(Operation)
    }

    /// The parts in order. No text is empty or follows another, so that equal sentences are equal values.
    public private(set) var parts: [Part] = []

    /// A sentence from its parts.
    public init(_ parts: [Part]) {
        for part in parts { add(part) }
    }

    /// A sentence that is text alone.
    public init(_ text: String) { self.init([.text(text)]) }

    private mutating func add(_ part: Part) {
        guard case .text(let text) = part else {
            parts.append(part)
            return
        }
        guard !text.isEmpty else { return }
        if case .text(let before)? = parts.last {
            parts[parts.count - 1] = .text(before + text)
        } else {
            parts.append(part)
        }
    }

    /// A sentence that is text alone.
    public static func text(_ text: String) -> Wording { Wording(text) }

    /// The sentence in neutral words.
    public var plain: String { text(in: .neutral) }

    /// The sentence in the words of a program.
    public func text(in words: Vocabulary) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .text(let own): text += own
            case .setting(let setting): text += words.setting(setting)
            case .operation(let operation): text += words.operation(operation)
            }
        }
    }

    /// The sentence as text alone, in the words of a program.
    public func worded(in words: Vocabulary) -> Wording { Wording(text(in: words)) }
}

/// What to do about a problem.
public typealias Remedy = Wording

/// The words that a program has for settings and operations.
public struct Vocabulary: Sendable {
    /// The word for a setting, such as an option.
    public var setting: @Sendable (Setting) -> String
    /// The word for an operation, such as a command.
    public var operation: @Sendable (Wording.Operation) -> String

    /// Words from a table each.
    public init(
        setting: @escaping @Sendable (Setting) -> String,
        operation: @escaping @Sendable (Wording.Operation) -> String
    ) {
        self.setting = setting
        self.operation = operation
    }

    /// Words that belong to no program.
    public static let neutral = Vocabulary(setting: { $0.rawValue }, operation: { $0.rawValue })
}

extension Wording: ExpressibleByStringInterpolation {
    /// A sentence without settings.
    public init(stringLiteral value: String) { self.init(value) }

    /// A sentence with what stands in it.
    public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }

    /// Gathers the parts of a sentence.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        /// A sentence of which nothing is known yet.
        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Text between what is named.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.text(literal)) }
        }

        /// A setting by its meaning.
        public mutating func appendInterpolation(_ setting: Setting) { parts.append(.setting(setting)) }

        /// An operation by its meaning.
        public mutating func appendInterpolation(_ operation: Operation) {
            parts.append(.operation(operation))
        }

        /// A sentence within the sentence.
        public mutating func appendInterpolation(_ wording: Wording) { parts += wording.parts }

        /// A value as text.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            parts.append(.text(value.description))
        }
    }
}

extension Wording: Codable {
    /// A setting or an operation within a sentence.
    private struct Named: Codable {
        var setting: Setting?
        var operation: Operation?
    }

    /// A sentence from a text, or from a list of texts, settings and operations.
    ///
    /// - Throws: `DecodingError` for a part that is none of them.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(text)
            return
        }
        var list = try decoder.unkeyedContainer()
        var parts: [Part] = []
        while !list.isAtEnd {
            if let text = try? list.decode(String.self) {
                parts.append(.text(text))
                continue
            }
            let named = try list.decode(Named.self)
            guard let part = named.setting.map(Part.setting) ?? named.operation.map(Part.operation) else {
                throw DecodingError.dataCorruptedError(
                    in: list, debugDescription: "a part of a sentence is a text, a setting or an operation")
            }
            parts.append(part)
        }
        self.init(parts)
    }

    /// One text where no setting or operation is named, else the list of its parts.
    public func encode(to encoder: any Encoder) throws {
        if parts.allSatisfy({ if case .text = $0 { true } else { false } }) {
            var container = encoder.singleValueContainer()
            try container.encode(plain)
            return
        }
        var list = encoder.unkeyedContainer()
        for part in parts {
            switch part {
            case .text(let text): try list.encode(text)
            case .setting(let setting): try list.encode(Named(setting: setting))
            case .operation(let operation): try list.encode(Named(operation: operation))
            }
        }
    }
}

extension Sequence where Element == Wording {
    /// The sentences as one, with a text between them.
    public func joined(separator: String) -> Wording {
        var parts: [Wording.Part] = []
        for wording in self {
            if !parts.isEmpty { parts.append(.text(separator)) }
            parts += wording.parts
        }
        return Wording(parts)
    }
}
