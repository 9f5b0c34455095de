// The rooms of the house: who may import whom, as the table of Docs/House.md says; Package.swift says the same.

import Testing

struct RoomTests {
    /// The module that a line imports.
    static func imported(_ line: Substring) -> String? {
        let words = line.split(separator: " ").filter {
            !["@_exported", "@preconcurrency", "public", "package", "internal", "private"].contains($0)
        }
        return words.first == "import" ? words.dropFirst().first.map(String.init) : nil
    }

    @Test func noRoomImportsWhatItMayNot() throws {
        let files = try SourceFile.all()
        let rooms = try RoomTable.rooms()
        let folders = Set(files.map(\.room))
        let systemLibraries = Set(try PackageTargets.targets().keys).subtracting(folders)
        for room in rooms.keys where !systemLibraries.contains(room) {
            #expect(folders.contains(room), "the table has a room \(room) that is not there")
        }
        for file in files {
            let allowed = try #require(rooms[file.room], "the room \(file.room) is not in the table")
            for line in file.lines {
                guard let module = Self.imported(line) else { continue }
                #expect(allowed.contains(module), "\(file.name) imports \(module)")
            }
        }
    }

    /// A dependency that the table does not allow could be imported tomorrow; one that it allows and the package
    /// lacks would fail far from the cause.
    @Test func thePackageAllowsWhatTheTableAllows() throws {
        let rooms = try RoomTable.rooms()
        let targets = try PackageTargets.targets()
        #expect(Set(targets.keys) == Set(rooms.keys))
        // The system's own C library is no target.
        let system: Set<String> = ["Glibc", "Musl", "Darwin"]
        for (room, allowed) in rooms {
            #expect(targets[room] == allowed.subtracting(system), "\(room)")
        }
    }

    @Test func aPackageIsReadAsItIsWritten() {
        let targets = PackageTargets.targets(
            in: """
                    targets: [
                        .systemLibrary(
                            name: "CX", pkgConfig: "x", providers: [.apt(["libx-dev"]), .brew(["x"])]),
                        .target(
                            name: "Core", swiftSettings: strict,
                            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
                        room("A"),
                        room(
                            "B",
                            [
                                "A", "Core",
                                .product(name: "P", package: "p"),
                            ]),
                        .target(name: "T", dependencies: ["A"], path: "Tests/T", swiftSettings: strict),
                        tests("BTests", ["B"]),
                    ]
                """)
        #expect(targets == ["CX": [], "Core": [], "A": [], "B": ["A", "Core", "P"]])
    }

    @Test func nothingOnThePathOfInputMayTrapByIntent() throws {
        for file in try SourceFile.all() {
            for word in ["try!", "as!", "fatalError(", "unsafeBitCast", "@unchecked Sendable {"]
            where file.text.contains(word) {
                // The Kits refuse Sendable in writing; that is the one place the word may stand.
                if word == "@unchecked Sendable {", file.text.contains("@available(*, unavailable") {
                    continue
                }
                Issue.record("\(file.name) contains \(word)")
            }
        }
    }
}
