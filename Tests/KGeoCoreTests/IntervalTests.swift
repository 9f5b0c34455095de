// Closed intervals, open-ended on either side.

import KGeoCore
import Testing

@Suite struct IntervalTests {
    static let all = Interval(-.infinity, .infinity)

    @Test func endsAreSorted() {
        #expect(Interval(3, -2).low == -2)
        #expect(Interval(3, -2).high == 3)
        #expect(Interval(1, 1).low == Interval(1, 1).high)
    }

    @Test func containsItsEnds() {
        let interval = Interval(1, 2)
        #expect(interval.contains(1) && interval.contains(2) && interval.contains(1.5))
        #expect(
            !interval.contains(1.0.nextDown) && !interval.contains(2.0.nextUp) && !interval.contains(.nan))
        #expect(Self.all.contains(-.greatestFiniteMagnitude))
    }

    @Test func overlapsWhenTheyTouch() {
        #expect(Interval(0, 1).overlaps(Interval(1, 2)))
        #expect(Interval(1, 2).overlaps(Interval(0, 1)))
        #expect(!Interval(0, 1).overlaps(Interval(1.0.nextUp, 2)))
        #expect(Interval(0, 10).overlaps(Interval(4, 5)))
        #expect(Interval(4, 5).overlaps(Interval(0, 10)))
        #expect(Interval(1, .infinity).overlaps(Interval(-.infinity, 1)))
        #expect(!Interval(1, .infinity).overlaps(Interval(-.infinity, 0.5)))
    }

    @Test func nearest() {
        let interval = Interval(1, 3)
        #expect(interval.nearest(to: 0) == 1)
        #expect(interval.nearest(to: 2) == 2)
        #expect(interval.nearest(to: 9) == 3)
    }

    @Test func scaled() {
        #expect(Interval(1, 2).scaled(by: 1_000) == Interval(1_000, 2_000))
        #expect(Interval(-1, .infinity).scaled(by: 2) == Interval(-2, .infinity))
    }
}
