// swift-tools-version: 6.2
// A package of its own that uses kgeo as a library, beside an argument parser in a range of its own.

import PackageDescription

let package = Package(
    name: "kgeo-examples",
    platforms: [.macOS(.v15)],
    dependencies: [
        // The folder may be called otherwise, so the name is given.
        .package(name: "kgeo", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.0")),
    ],
    targets: [
        .executableTarget(
            name: "figures",
            dependencies: [
                .product(name: "KGeo", package: "kgeo"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
    ]
)
