// The options that a result depends on, as an answer records them: by their names, without dashes.

internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoMeasure

extension InputArguments {
    /// How positions are read, and where in a file they stand, if that was said.
    var record: JSONObject {
        var record: JSONObject = ["crs": .text(crs), "swap_xy": .bool(swapXY)]
        let given = [
            ("geometry_column", geometryColumn), ("id_column", idColumn), ("layer", layer),
            ("encoding", encoding),
        ]
        for case (let name, let value?) in given { record.members.append(.init(name, .string(value))) }
        return record
    }
}

extension MappingArguments {
    /// What the properties of a map mean: the options that were given; null when none was.
    var record: JSONObject {
        var given = JSONObject()
        for (name, value) in [
            ("status_property", statusProperty), ("controlled", controlled), ("contested", contested),
            ("claimed", claimed), ("ignored", ignored), ("date_property", dateProperty),
            ("time_zone", timeZone), ("holder_property", holderProperty),
            ("region_property", regionProperty), ("id_property", idProperty), ("words", words),
        ] {
            if let value { given[name] = .string(value) }
        }
        if !set.isEmpty { given["set"] = .array(set.map { .string($0) }) }
        return ["mapping": given.members.isEmpty ? .null : .object(given)]
    }
}

extension GroundArguments {
    /// Whose ground is followed, and how it is measured.
    func record(_ settings: ChangeSettings) -> JSONObject {
        [
            "counting": .string((try? held.counting().label) ?? held.text), "holder": .text(holder),
            "region": .text(region), "by": .text(by),
            "name_property": .text(areaNames.nameProperty),
            "boundary_error_m": .number(settings.errors.boundaryError),
            "error_class": .text(settings.errors.errorClass?.name),
            "correlation_length_m": .number(settings.errors.correlationLength),
            "edges": .string(edges.rawValue), "noise_factor": .number(noiseFactor),
        ] + mapping.record + input.record
    }
}

extension StreamArguments {
    /// How features are read.
    var record: JSONObject { ["keep_going": .bool(keepGoing)] + input.record }
}

extension CheckArguments {
    /// What a check depends on beside its settings.
    var record: JSONObject {
        ["in": .text(region), "holder": .text(holder)] + claimArguments.record + mappingArguments.record
            + input.record
    }
}

extension ClaimArguments {
    /// The figures given on the command line, and what was said of them.
    var record: JSONObject {
        [
            "claim": .array(claim.map { .string($0) }), "claims": .array(claims.map { .string($0) }),
            "worded": .text(worded), "of": .text(of), "measure": .text(measure), "period": .text(period),
        ]
    }
}

extension FigureArguments {
    /// What a figure is said of.
    var record: JSONObject {
        [
            "kind": .text(kind), "subject": .text(subject), "from": .text(from), "to": .text(to),
            "inside": .text(inside),
        ]
    }
}

extension ImportArguments {
    /// What a scenario is made with.
    var record: JSONObject {
        [
            "date": .text(date), "regions": .text(regions), "border": .text(border),
            "only_holder": .array(onlyHolder.map { .string($0) }),
            "only_region": .array(onlyRegion.map { .string($0) }), "places": .bool(places),
            "title": .text(title), "source": .text(source), "source_url": .text(sourceURL),
            "licence": .text(licence),
        ]
    }
}
