// swift-tools-version: 6.2
// kgeo: checks the territorial figures in the news against a drawn map.
// The rooms and who may import whom are described in Docs/House.md; Tests/HouseTests holds it.

import PackageDescription

/// The documentation plugin is fetched only when documentation is asked for (`make docs`).
let docs: [Package.Dependency] =
    Context.environment["KGEO_DOCS"] == nil
    ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0")]

/// The targets of the fuzzer, which link with the toolchain's libFuzzer alone (`make fuzz`).
let fuzzing: [Target] =
    Context.environment["KGEO_FUZZ_BUILD"] == nil
    ? []
    : [
        .executableTarget(
            name: "Fuzzing",
            dependencies: [
                "SystemC", "KGeoCore", "KGeoJSON", "KGeoMeasure", "KGeoOverlay", "KGeoClaims", "KGeoExtract",
                "KGeoScenario", "KGeoImport", "PROJKit", "ZIPKit",
            ],
            path: "Fuzz/Fuzzing")
    ]

/// Pairs of surfaces for the overlay, held against other routes (`make pairs`).
let pairs: [Target] =
    Context.environment["KGEO_PAIRS_BUILD"] == nil
    ? []
    : [
        .executableTarget(
            name: "Pairs", dependencies: ["SystemC", "KGeoCore", "KGeoOverlay", "KGeoSurface", "GEOSKit"],
            path: "Fuzz/Pairs")
    ]

/// One set of strict settings for every target of ours.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
    name: "kgeo",
    // Int128 sets the floor: the exact overlay counts in it, and it is there from macOS 15 on.
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "kgeo", targets: ["kgeo"]),
        .library(name: "KGeo", targets: ["KGeo"]),
        .library(name: "KGeoCore", targets: ["KGeoCore"]),
        .library(name: "KGeoJSON", targets: ["KGeoJSON"]),
        .library(name: "KGeoMeasure", targets: ["KGeoMeasure"]),
        .library(name: "KGeoSurface", targets: ["KGeoSurface"]),
        .library(name: "KGeoControl", targets: ["KGeoControl"]),
        .library(name: "KGeoReconstruct", targets: ["KGeoReconstruct"]),
        .library(name: "KGeoClaims", targets: ["KGeoClaims"]),
        .library(name: "KGeoExtract", targets: ["KGeoExtract"]),
        .library(name: "KGeoScenario", targets: ["KGeoScenario"]),
        .library(name: "KGeoVerdict", targets: ["KGeoVerdict"]),
        .library(name: "KGeoExport", targets: ["KGeoExport"]),
        .library(name: "KGeoImport", targets: ["KGeoImport"]),
        .library(name: "KGeoAtlas", targets: ["KGeoAtlas"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ] + docs,
    targets: [
        // C libraries, found through pkg-config.
        .systemLibrary(
            name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
        .systemLibrary(
            name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        room("SystemC"),

        // Values, and the wrappers: the only rooms that see C libraries beside the system's own.
        .target(
            name: "KGeoCore", swiftSettings: strict,
            // Square roots and rounding come from the C mathematics library, which Linux links apart.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        room("GEOSKit", ["KGeoCore", "CGEOS"]),
        room("PROJKit", ["KGeoCore", "CPROJ"]),
        room("XMLKit", ["KGeoCore", "CExpat"]),
        room("ZIPKit", ["SystemC", "KGeoCore", "ZlibKit"]),
        room("ZlibKit", ["KGeoCore", "CZlib"]),

        // Domain rooms.
        room("KGeoJSON", ["SystemC", "KGeoCore", "ZlibKit"]),
        room("KGeoMeasure", ["SystemC", "KGeoCore", "PROJKit"]),
        room("KGeoOverlay", ["KGeoCore"]),
        room("KGeoSurface", ["SystemC", "KGeoCore", "KGeoMeasure", "KGeoOverlay", "GEOSKit", "PROJKit"]),
        room(
            "KGeoControl",
            ["SystemC", "KGeoCore", "KGeoMeasure", "KGeoOverlay", "KGeoSurface", "GEOSKit", "PROJKit"]),
        room(
            "KGeoReconstruct",
            ["SystemC", "KGeoCore", "KGeoMeasure", "KGeoSurface", "KGeoControl", "GEOSKit", "PROJKit"]),
        room("KGeoClaims", ["KGeoCore"]),
        room("KGeoExtract", ["KGeoCore", "KGeoClaims"]),
        room("KGeoArticle", ["KGeoCore", "KGeoClaims", "KGeoExtract", "KGeoScenario"]),
        room("KGeoScenario", ["KGeoCore", "KGeoJSON", "KGeoClaims"]),
        room(
            "KGeoImport",
            [
                "SystemC", "KGeoCore", "KGeoJSON", "KGeoMeasure", "KGeoSurface", "KGeoControl",
                "KGeoScenario", "XMLKit", "ZIPKit",
            ]),
        room("KGeoAtlas", ["SystemC", "KGeoCore", "KGeoJSON", "KGeoScenario", "KGeoImport"]),
        room(
            "KGeoVerdict",
            [
                "KGeoCore", "KGeoMeasure", "KGeoSurface", "KGeoControl", "KGeoClaims", "KGeoScenario",
            ]),
        room(
            "KGeo",
            [
                "KGeoCore", "KGeoJSON", "KGeoMeasure", "KGeoSurface", "KGeoControl", "KGeoReconstruct",
                "KGeoClaims", "KGeoExtract",
                "KGeoArticle",
                "KGeoScenario", "KGeoAtlas", "KGeoVerdict", "KGeoDraw", "GEOSKit", "PROJKit",
            ]),

        // What is printed and what is written: values in, text out.
        room(
            "KGeoReport",
            [
                "KGeo", "KGeoCore", "KGeoJSON", "KGeoMeasure", "KGeoSurface", "KGeoControl",
                "KGeoReconstruct", "KGeoClaims", "KGeoExtract", "KGeoArticle", "KGeoScenario", "KGeoImport",
                "KGeoVerdict",
            ]),
        room("KGeoExport", ["KGeoCore", "KGeoJSON", "KGeoVerdict"]),
        room("KGeoDraw", ["SystemC", "KGeoCore", "PROJKit"]),

        // The command line.
        room(
            "KGeoCommands",
            [
                "SystemC", "KGeo", "KGeoCore", "KGeoJSON", "KGeoMeasure", "KGeoSurface", "KGeoControl",
                "KGeoReconstruct", "KGeoClaims", "KGeoExtract", "KGeoArticle", "KGeoScenario",
                "KGeoAtlas", "KGeoVerdict",
                "KGeoExport", "KGeoDraw", "KGeoImport", "KGeoReport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "kgeo", dependencies: ["KGeoCommands"], swiftSettings: strict),

        // Tests: one target per room, outside suites, the built binary, and the house itself.
        .target(
            name: "TestSupport", dependencies: ["SystemC"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "TestShapes", dependencies: ["KGeoCore", "KGeoMeasure"], path: "Tests/TestShapes",
            swiftSettings: strict),
        tests("KGeoCoreTests", ["KGeoCore"]),
        tests("GEOSKitTests", ["GEOSKit", "KGeoCore"]),
        tests("PROJKitTests", ["PROJKit", "KGeoCore"]),
        tests("XMLKitTests", ["XMLKit", "KGeoCore"]),
        tests("ZIPKitTests", ["ZIPKit", "KGeoCore"]),
        tests("ZlibKitTests", ["ZlibKit", "KGeoCore"]),
        tests("KGeoJSONTests", ["SystemC", "KGeoJSON", "KGeoCore"]),
        tests("KGeoMeasureTests", ["SystemC", "KGeoMeasure", "KGeoCore", "PROJKit"]),
        tests(
            "KGeoOverlayTests", ["SystemC", "KGeoOverlay", "KGeoCore", "KGeoJSON", "KGeoMeasure", "GEOSKit"]),
        tests(
            "KGeoSurfaceTests",
            [
                "SystemC", "KGeoSurface", "KGeoCore", "KGeoMeasure", "KGeoJSON", "GEOSKit", "PROJKit",
                "TestShapes",
            ]),
        tests(
            "KGeoControlTests",
            [
                "SystemC", "KGeo", "KGeoControl", "KGeoSurface", "KGeoCore", "KGeoMeasure", "KGeoJSON",
                "GEOSKit", "PROJKit", "TestShapes",
            ]),
        tests(
            "KGeoReconstructTests",
            [
                "KGeoReconstruct", "KGeoControl", "KGeoSurface", "KGeoCore", "KGeoMeasure", "KGeoJSON",
                "TestShapes",
            ]),
        tests("KGeoClaimsTests", ["KGeoClaims", "KGeoExtract", "KGeoCore"]),
        tests("KGeoExtractTests", ["KGeoExtract", "KGeoClaims", "KGeoCore"]),
        tests(
            "KGeoArticleTests",
            ["KGeoArticle", "KGeoExtract", "KGeoScenario", "KGeoVerdict", "KGeoJSON", "KGeoCore", "KGeo"]),
        tests("KGeoScenarioTests", ["KGeoScenario", "KGeoCore", "KGeoJSON"]),
        tests(
            "KGeoImportTests",
            [
                "KGeoImport", "KGeoCore", "KGeoJSON", "KGeoMeasure", "KGeoSurface", "KGeoControl",
                "KGeoReconstruct", "KGeoScenario",
            ]),
        tests(
            "KGeoAtlasTests",
            [
                "KGeoAtlas", "KGeoCore", "KGeoImport", "KGeoJSON", "KGeoScenario", "KGeoMeasure",
                "KGeoOverlay",
            ]),
        tests(
            "KGeoVerdictTests",
            [
                "KGeoVerdict", "KGeoScenario", "KGeoExtract", "KGeoClaims", "KGeoControl", "KGeoMeasure",
                "KGeoJSON", "KGeoCore", "KGeo",
            ]),
        tests("KGeoReportTests", ["KGeoReport", "KGeoCore"]),
        tests("KGeoExportTests", ["KGeoExport", "KGeoCore", "KGeoJSON", "KGeoVerdict"]),
        tests("KGeoDrawTests", ["KGeoDraw", "KGeoCore"]),
        tests(
            "ConformanceTests",
            [
                "KGeo", "KGeoJSON", "KGeoCore", "KGeoMeasure", "KGeoOverlay", "KGeoSurface", "KGeoControl",
                "KGeoReconstruct", "KGeoImport", "KGeoAtlas", "KGeoScenario", "KGeoClaims", "KGeoVerdict",
                "GEOSKit", "PROJKit", "XMLKit",
            ]),
        tests("CommandTests", ["KGeo", "KGeoClaims", "KGeoCore", "KGeoJSON", "KGeoScenario", "kgeo"]),
        // What another package sees: KGeo alone.
        tests("KGeoTests", ["KGeo"]),
        tests("HouseTests", []),
    ] + fuzzing + pairs
)
