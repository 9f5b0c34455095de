// The classes of GeoData/calibration.csv, for a program that does not find the file; and the reader of such a file.

public import KGeoCore

extension ErrorClasses {
    /// What a program knows without the file; a test holds it equal to `GeoData/calibration.csv`.
    public static let builtIn = ErrorClasses([
        ErrorClass(
            name: quiet, sigma: 529, correlationLength: 6_900, makerSigma: 15,
            makerCorrelationLength: 50_000,
            source: "two mapmakers of one definition on a quiet front: DeepState and ISW with advance",
            sample:
                "4 days of 2023-06-01 to 2023-08-20; RMS of differences 10 km: 6.0 km² in 530, 50 km: 18.7 km² in 94, 100 km: 26.4 km² in 44 windows"
        ),
        ErrorClass(
            name: unknown, sigma: 789, correlationLength: 11_000, makerSigma: 70,
            makerCorrelationLength: 50_000,
            source: "two mapmakers, their definitions not known to agree: DeepState and Project Owl",
            sample:
                "4 days of 2022-12-15 to 2023-03-01; RMS of differences 10 km: 9.7 km² in 509, 50 km: 32.8 km² in 91, 100 km: 50.8 km² in 42 windows"
        ),
        ErrorClass(
            name: lagging, sigma: 1_729, correlationLength: 11_000, makerSigma: 271,
            makerCorrelationLength: 50_000,
            source: "a mapmaker whose maps lag by days: DeepState and liveuamap",
            sample:
                "6 days of 2022-10-15 to 2024-01-15; RMS of differences 10 km: 20.8 km² in 781, 50 km: 77.2 km² in 139, 100 km: 110.8 km² in 64 windows"
        ),
        ErrorClass(
            name: mobile, sigma: 1_435, correlationLength: 11_000, makerSigma: 70,
            makerCorrelationLength: 50_000,
            source:
                "two mapmakers where the front moves by kilometres in days: DeepState and liveuamap in Kursk Oblast",
            sample:
                "6 days of 2024-08-24 to 2025-01-15; deviation of differences 10 km: 19.3 km² in 211, 20 km: 28.9 km² in 97, 50 km: 40.4 km² in 28 windows; l and mapmaker part as of unknown"
        ),
    ])

    private static let columns = ["class", "sigma_m", "l_m", "sigma_b_m", "l_b_m", "source", "sample"]

    /// The classes of a table as `GeoData/calibration.csv` has it.
    ///
    /// - Parameter rows: the fields of each line, the header first.
    /// - Throws: a problem with code `scenario` that names the line and the column that is wrong.
    public init(rows: [[String]], file: String) throws(Problem) {
        guard rows.first == Self.columns else {
            throw Problem(
                .scenario,
                "the first line of the classes of drawn lines is not \(Self.columns.joined(separator: ","))",
                hint: "Scripts/calibration.py makes the table"
            ).inFile(file)
        }
        var classes: [ErrorClass] = []
        for (i, row) in rows.enumerated().dropFirst() {
            guard row.count == Self.columns.count, !row[0].isEmpty else {
                throw Problem(
                    .scenario,
                    "line \(i + 1) has \(row.count) fields, not \(Self.columns.count) with a name first",
                    hint: "Scripts/calibration.py makes the table"
                ).inFile(file)
            }
            var numbers: [Double] = []
            for k in 1...4 {
                let least = k % 2 == 0 ? 1.0 : 0.0
                guard let number = Double(row[k]), number.isFinite, number >= least else {
                    throw Problem(
                        .scenario,
                        "line \(i + 1): \(Self.columns[k]) is \"\(row[k])\", not a length in m of \(Int(least)) or more",
                        hint: "Scripts/calibration.py makes the table"
                    ).inFile(file)
                }
                numbers.append(number)
            }
            classes.append(
                ErrorClass(
                    name: row[0], sigma: numbers[0], correlationLength: numbers[1], makerSigma: numbers[2],
                    makerCorrelationLength: numbers[3], source: row[5], sample: row[6]))
        }
        guard Self.kinds.allSatisfy({ name in classes.contains { $0.name == name } }) else {
            throw Problem(
                .scenario, "the classes of drawn lines must have \(Self.kinds.joined(separator: ", "))",
                hint: "Scripts/calibration.py makes the table"
            ).inFile(file)
        }
        self.init(classes)
    }

    /// The three kinds that a map is given.
    public static let kinds = [quiet, unknown, mobile]
}
