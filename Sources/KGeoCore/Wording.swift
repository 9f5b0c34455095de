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

    /// The parts in order.
    public private(set) var parts: [Part]

    /// A sentence from its parts.
    public init(_ parts: [Part]) { self.parts = parts }

    /// A sentence that is text alone.
    public init(_ text: String) { parts = [.text(text)] }

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
    public var operation: @Sendable (Operation) -> String

    /// Words from a table each.
    public init(
        setting: @escaping @Sendable (Setting) -> String,
        operation: @escaping @Sendable (Operation) -> String
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
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

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
