// check and check-area as CSV: a row per claim and definition, or per date, status and holder.

internal import KGeo

enum CheckCSV {
    static func write(_ report: CheckReport, to output: Output) throws {
        func number(_ value: Double?) -> String { value.map { $0.isFinite ? StreamRun.text($0) : "" } ?? "" }
        if report.files.allSatisfy(\.findings.isEmpty) {
            try output.line("file,date,holder,status,features,area_m2,area_lonlat_m2,perimeter_m,u_m2")
            for file in report.files {
                for row in file.areas {
                    try output.line(
                        [
                            SafeText.csvCell(file.loaded.scenario.file), row.date?.description ?? "",
                            SafeText.csvCell(row.holder ?? ""), SafeText.csvCell(row.status),
                            String(row.featureCount),
                            number(row.area.geodesicSquareMetres), number(row.area.lonlatSquareMetres),
                            number(row.area.perimeterMetres), number(row.value.u),
                        ].joined(separator: ","))
                }
            }
            return
        }
        try output.line(
            "file,claim,kind,measure,said_low,said_high,unit,said_low_si,said_high_si,counting,as_worded,denominator_m2,"
                + "date,value_si,u_si,low95_si,high95_si,ratio,zeta,depth_equivalent_m,sigma_flip_m,verdict,verdict_as_worded,verdict_overall,"
                + "from_date,to_date,bound,foot_from_lon,foot_from_lat,foot_to_lon,foot_to_lat"
        )
        for file in report.files {
            for finding in file.findings {
                for row in finding.definitions {
                    let m = row.measured
                    try output.line(
                        [
                            SafeText.csvCell(file.loaded.scenario.file), SafeText.csvCell(finding.claim.id),
                            finding.claim.kind.rawValue, finding.claim.measure.rawValue,
                            number(finding.said.low),
                            number(finding.said.high), finding.claim.unit.name, number(finding.saidSI.low),
                            number(finding.saidSI.high), row.counting.label, row.asWorded ? "true" : "false",
                            number(row.denominator?.squareMetres), m?.date?.description ?? "",
                            number(m?.value), number(m?.u),
                            number(m?.interval95.low), number(m?.interval95.high), number(row.ratio),
                            number(row.zeta),
                            number(row.depthEquivalentMetres), number(row.sigmaFlipMetres),
                            row.verdict.rawValue,
                            finding.verdictAsWorded?.rawValue ?? "", finding.verdict.rawValue,
                            m?.fromDate?.description ?? "", m?.toDate?.description ?? "",
                            m?.bound?.rawValue ?? "", number(m?.foot?.from.longitude),
                            number(m?.foot?.from.latitude), number(m?.foot?.to.longitude),
                            number(m?.foot?.to.latitude),
                        ].joined(separator: ","))
                }
            }
        }
    }
}
