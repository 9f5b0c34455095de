// The elements of an array as a span, on every system that has spans.

extension Array {
    /// Hands the elements over as a span for as long as `body` runs. `Array.span` itself asks for macOS 26, the span of a
    /// buffer for no more than spans do.
    ///
    /// - Throws: what `body` throws.
    @inlinable
    package func withSpan<Result, Failure: Error>(
        _ body: (Span<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in try body(buffer.span) }
    }
}
