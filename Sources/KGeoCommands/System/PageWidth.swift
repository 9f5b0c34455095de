// How wide lines for people may be: what COLUMNS says, else the terminal, else 80.

internal import KGeoReport
internal import SystemC

enum PageWidth {
    /// The places on a line.
    static var current: Int {
        if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), columns > 0 {
            return max(least, columns)
        }
        var size = winsize()
        if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return max(least, Int(size.ws_col))
        }
        return Page.usualWidth
    }

    /// Numbers and their names need so many.
    private static let least = 40
}
