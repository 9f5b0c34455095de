// What the figures before have spoken of: the evidence a figure falls back on when its own clause is silent.

internal import KGeoCore

/// What was spoken of last.
struct NearTopic {
    /// The last region or country whose ground was spoken of, and those before it.
    var regions: [String] = []
    var earlierRegions: [[String]] = []
    /// The last side that acted.
    var side: String?
    /// The last reading, and where it stands.
    var reading: Reading?
    /// The number of its figure.
    var number: Int?
    var sentence = -1
    /// The last sentence in which a figure was read.
    var readSentence = -1
    var paragraph = -1
    /// The last figure with a unit of its own, and the last area: their units are those of bare numbers behind them.
    var claimed: Int?
    var claimedArea: Int?
    /// The first reading of the last sentence with any: what "it" is in the next.
    var first: Reading?
    var firstSentence = -1
    /// The times of the last figures.
    var moments: [Moment] = []
    /// The figure right before, and whether it could be read.
    var previous: Int?
    var previousIsFirm = false
    var previousSentence = -1
    /// The readings of the sentence so far, the last of each kind.
    var ofSentence: [ClaimKind: Reading] = [:]
    /// The region of the pocket spoken of.
    var pocket: [String] = []
    /// Whether the last region stood in a heading.
    var headline: [String] = []
    var headlineSide: String?

    mutating func take(_ regions: [String]) {
        guard !regions.isEmpty else { return }
        if regions != self.regions, !self.regions.isEmpty {
            earlierRegions = earlierRegions.suffix(3) + [self.regions]
        }
        self.regions = regions
    }
}
