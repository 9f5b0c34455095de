// swift-tools-version: 6.2
// Timings of the rooms one by one: `make bench-rooms`. A package of its own, so that nobody who uses kgeo builds it.

import PackageDescription

let package = Package(
    name: "kgeo-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "kgeo", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Rooms",
            dependencies: [
                .product(name: "KGeoCore", package: "kgeo"), .product(name: "KGeoJSON", package: "kgeo"),
                .product(name: "KGeoMeasure", package: "kgeo"),
                .product(name: "KGeoSurface", package: "kgeo"),
                .product(name: "KGeoControl", package: "kgeo"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Rooms",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ]
)
