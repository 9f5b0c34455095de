// The makers whose maps lie in one folder.

package import KGeoCore
internal import KGeoJSON
package import KGeoScenario

extension MapStock {
    /// The maps of a folder, or of one file, by who drew them. Files whose names differ in their digits alone are of one
    /// maker, so that of the maps of 800 days one is opened at most; of other names one each is.
    ///
    /// Of several, those that cannot be read or show nobody's ground are left out, and named.
    ///
    /// - Throws: a problem when none of them can be read.
    package static func stocks(
        _ path: String, files: [String], mapping: PropertyMapping = PropertyMapping(),
        input: InputOptions = InputOptions(), keepsDigests: Bool = false, open: @escaping Opener
    ) throws(Problem) -> (stocks: [MapStock], notices: [Notice]) {
        func stock(_ files: [String]) -> MapStock {
            MapStock(
                path, files: files, mapping: mapping, input: input, keepsDigests: keepsDigests, open: open)
        }
        let kinds = kinds(files)
        guard kinds.count > 1 else { return ([stock(files)], []) }
        var makers: [(name: String, files: [String])] = []
        var notices: [Notice] = []
        var fault: Problem?
        for kind in kinds {
            let name: String
            do throws(Problem) {
                let sample = MapStock(
                    path, files: [kind[0]], mapping: mapping, input: input, open: open)
                name = try sample.maker(near: nil)
                guard try !sample.holders(near: nil).isEmpty else {
                    notices.append(leftOut(kind, "it shows nobody's ground"))
                    continue
                }
            } catch {
                fault = fault ?? error
                notices.append(leftOut(kind, error.message))
                continue
            }
            if let i = makers.firstIndex(where: { $0.name == name }) {
                makers[i].files += kind
            } else {
                makers.append((name, kind))
            }
        }
        // With nothing to choose from, what is there is taken as it is.
        guard !makers.isEmpty else {
            if let fault { throw fault }
            return ([stock(files)], [])
        }
        return (makers.map { stock($0.files) }, notices)
    }

    /// Files by their names without their digits.
    private static func kinds(_ files: [String]) -> [[String]] {
        var kinds: [[String]] = []
        var numbers: [String: Int] = [:]
        for file in files {
            let kind = file.filter { !("0"..."9").contains($0) }
            if let number = numbers[kind] {
                kinds[number].append(file)
            } else {
                numbers[kind] = kinds.count
                kinds.append([file])
            }
        }
        return kinds
    }

    private static func leftOut(_ files: [String], _ reason: String) -> Notice {
        let others = files.count > 1 ? " and \(files.count - 1) more like it" : ""
        return Notice(.note, Problem(.input, "left out\(others): \(reason)").inFile(files[0]))
    }
}
