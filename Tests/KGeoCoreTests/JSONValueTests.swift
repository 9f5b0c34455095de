// JSON values: order of members, numbers as written.

import KGeoCore
import Testing

@Suite struct JSONObjectTests {
    @Test func orderIsKept() {
        var object = JSONObject([.init("z", .null), .init("a", .bool(true)), .init("m", .number(1.0))])
        #expect(object.members.map(\.name) == ["z", "a", "m"])
        object["a"] = .string("new")
        object["b"] = .number(2.0)
        #expect(object.members.map(\.name) == ["z", "a", "m", "b"])
        #expect(object["a"]?.string == "new")
        object["z"] = nil
        #expect(object.members.map(\.name) == ["a", "m", "b"])
        #expect(object["z"] == nil)
        object["none"] = nil
        #expect(object.members.count == 3)
    }

    @Test func theLastOfTwoCounts() {
        var object = JSONObject([.init("a", .number(1.0)), .init("b", .null), .init("a", .number(2.0))])
        #expect(object["a"]?.double == 2)
        object["a"] = .number(3.0)
        #expect(object.members.map(\.value.double) == [1, nil, 3])
        object["a"] = nil
        #expect(object.members.map(\.name) == ["b"])
    }

    @Test func orderMattersForEquality() {
        let one = JSONValue.object(["a": .null, "b": .bool(false)])
        let other = JSONValue.object(["b": .bool(false), "a": .null])
        #expect(one != other)
        #expect(one == .object(["a": .null, "b": .bool(false)]))
    }
}

@Suite struct JSONNumberTests {
    static let texts: [(value: Double, text: String)] = [
        (0, "0"), (-0.0, "0"), (1, "1"), (-7, "-7"), (1.5, "1.5"), (0.1, "0.1"), (1e14, "100000000000000"),
        (999_999_999_999_999, "999999999999999"), (-999_999_999_999_999, "-999999999999999"),
        (1e15, "1000000000000000.0"), (1e17, "1e+17"),
        (1.7976931348623157e308, "1.7976931348623157e+308"), (.leastNonzeroMagnitude, "5e-324"),
        (1e-7, "1e-07"),
    ]
    @Test(arguments: texts) func textOfOurOwn(value: Double, text: String) {
        let number = JSONNumber(value)
        #expect(number.text == text)
        #expect(Double(number.text) == value)
        #expect(number.value == value)
    }

    @Test func wholeNumbers() {
        #expect(JSONNumber(Int.max).text == "9223372036854775807")
        #expect(JSONNumber(-3).text == "-3")
    }

    @Test func whatWasWrittenStays() {
        let number = JSONNumber(text: "1.0", value: 1)
        #expect(number.text == "1.0")
        #expect(number != JSONNumber(1.0))
    }

    @Test func noNumberIsNull() {
        #expect(JSONValue.number(Double.nan).isNull)
        #expect(JSONValue.number(Double.infinity).isNull)
        #expect(JSONValue.number(nil).isNull)
        #expect(JSONValue.number(2.5).double == 2.5)
        #expect(JSONValue.text(nil).isNull)
        #expect(JSONValue.text("x").string == "x")
    }

    @Test func kinds() {
        let values: [JSONValue] = [.null, .bool(true), .number(1.0), .string(""), .array([]), .object([:])]
        #expect(
            values.map(\.kind) == [
                "null", "a yes-or-no value", "a number", "a text", "an array", "an object",
            ])
        #expect(values[4].array == [])
        #expect(values[5].object == JSONObject())
        #expect(values[0].object == nil && values[0].array == nil && values[0].string == nil)
    }
}
