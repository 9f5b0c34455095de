// The features of a scenario found by what they say of themselves, without looking at all of them.

public import KGeoCore

extension ScenarioFeature {
    /// Whether it agrees with every part of a subject that is given; of one that names neither id nor role, control areas.
    func agrees(with subject: Subject) -> Bool {
        if let id = subject.id, self.id != id { return false }
        if let role = subject.role {
            guard self.role == role else { return false }
        } else if subject.id == nil, self.role != .control {
            return false
        }
        if let holder = subject.holder, self.holder != holder { return false }
        if let region = subject.region, !regions.contains(region) { return false }
        return true
    }
}

/// Finds features by id, holder, region and number.
public struct FeatureIndex: Sendable {
    private let features: [ScenarioFeature]
    private var ids: [String: [Int]] = [:]
    private var holders: [String: [Int]] = [:]
    private var regions: [String: [Int]] = [:]
    /// Where the feature of each number stands.
    private var places: [Int: Int] = [:]

    /// An index over the features of a scenario.
    public init(_ scenario: Scenario) {
        features = scenario.features
        for (place, feature) in features.enumerated() {
            places[feature.index] = place
            if let id = feature.id { ids[id, default: []].append(place) }
            if let holder = feature.holder { holders[holder, default: []].append(place) }
            for region in Set(feature.regions) { regions[region, default: []].append(place) }
        }
    }

    /// The first feature of an id.
    public func feature(_ id: String) -> ScenarioFeature? { ids[id]?.first.map { features[$0] } }

    /// The same as `Scenario.features(of:)`.
    public func features(of subject: Subject) -> [ScenarioFeature] {
        let lists = [
            subject.id.map { ids[$0] ?? [] }, subject.holder.map { holders[$0] ?? [] },
            subject.region.map { regions[$0] ?? [] },
        ]
        guard let shortest = lists.compactMap(\.self).min(by: { $0.count < $1.count }) else {
            return features.filter { $0.agrees(with: subject) }
        }
        return shortest.map { features[$0] }.filter { $0.agrees(with: subject) }
    }

    /// The features of some numbers, in the order of the file.
    public func features(numbered numbers: [Int]) -> [ScenarioFeature] {
        Set(numbers.compactMap { places[$0] }).sorted().map { features[$0] }
    }
}
