// The driver of libFuzzer: which target runs is said by KGEO_FUZZ, everything else by libFuzzer's own arguments.

import SystemC

/// One target: what is done with bytes of any kind. A wrong result stops the program with `failed`.
struct FuzzTarget: Sendable {
    var name: String
    /// What it holds against what.
    var oracle: String
    var run: @Sendable ([UInt8]) -> Void
}

let targets: [FuzzTarget] = textTargets + mapTargets + surfaceTargets

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

nonisolated(unsafe) private var chosen: FuzzTarget?

/// libFuzzer stops at a trap and keeps the input; what went wrong is said first.
func failed(_ what: String) -> Never {
    print("WRONG: \(what)")
    fflush(nil)
    abort()
}

private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 { test(bytes, count) }

/// SwiftPM renames `main` to this.
@_cdecl("Fuzzing_main")
public func main(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    let name = getenv("KGEO_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = targets.first(where: { $0.name == name }) else {
        for target in targets { print("\(target.name)\t\(target.oracle)") }
        return name.isEmpty ? 0 : 64
    }
    chosen = target
    var (count, pointer) = (
        count, UnsafeMutableRawPointer(arguments).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    )
    return withUnsafeMutablePointer(to: &pointer) { whole in
        whole.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.self, capacity: 1) {
            runDriver(&count, $0, test)
        }
    }
}
