// The form in which names of regions and places are compared, whatever their case, marks and signs.

/// Names in the form in which they are compared.
package enum NameFolding {
    /// Letters with marks and what they are compared as. The same stands in Scripts/geodata-names.py, which writes the
    /// indexes of names; a test holds the two against each other over every name there is.
    private static let plain: [Character: String] = Dictionary(
        uniqueKeysWithValues: [
            ("áàâäãåāăąǎạảấầẩẫậắằẳẵặ", "a"), ("éèêëėęēěẹẻẽếềểễệəǝ", "e"), ("íìîïīįıỉĩịǐ", "i"),
            ("óòôöõøōőơọỏốồổỗộớờởỡợ", "o"), ("úùûüūůűųưụủũứừửữự", "u"), ("ýÿỳỷỹỵ", "y"), ("çćčĉċ", "c"),
            ("ďđḍð", "d"), ("ğģĝġǧ", "g"), ("ḥħĥḩẖ", "h"), ("ķ", "k"), ("łļľĺ", "l"), ("ñńňņ", "n"),
            ("řŕ", "r"),
            ("šśşșŝṣ", "s"), ("ţťțṭ", "t"), ("ŵ", "w"), ("žźżẓ", "z"), ("ё", "е"), ("ґ", "г"), ("й", "й"),
            ("ї", "ї"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"),
        ].flatMap { marked, bare in marked.map { ($0, bare) } })

    /// Signs that names are written with and without.
    private static let silent: Set<Character> = Set("'’ʼ`´‘ʻʹʺˈ.ьъ")

    /// A name in lower case, without marks, apostrophes, full stops and soft signs, its words parted by one blank.
    /// What is no letter and no digit parts words. Empty for a name without either.
    package static func folded(_ name: String) -> String {
        var result = ""
        var isBetween = false
        for character in name.lowercased() {
            if silent.contains(character) { continue }
            let bare: String
            if let known = plain[character] {
                bare = known
            } else if character.isLetter || character.isNumber {
                // A letter with a mark that no table has, such as a stress.
                bare = String(
                    String.UnicodeScalarView(
                        character.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }))
            } else {
                isBetween = true
                continue
            }
            if isBetween, !result.isEmpty { result += " " }
            isBetween = false
            result += bare
        }
        return result
    }
}
