// A figure whose reading is decided, for those that go on from it.

internal import KGeoCore
internal import KGeoExtract

/// A figure whose reading is decided, for those that go on from it.
struct DecidedFigure {
    var reading: Reading
    var governor: Governor
    var scene: Scene
    var unit: MeasureUnit
    var sentence: Int
}
