// Which holder of a map a printed actor is: "Kyiv’s forces", "Russian troops", "Moscow".

/// Recognises the holders of a map among words.
///
/// A word means a holder when it begins as the holder's name does ("Russian", "Ukrainians", "Israeli"), or is a
/// capital that stands for a government. The same rule holds for every side.
public enum HolderNames {
    /// Capitals and seats that stand for a country.
    private static let seats: [String: String] = [
        "kyiv": "ukraine", "kiev": "ukraine", "moscow": "russia", "kremlin": "russia", "jerusalem": "israel",
        "ankara": "turkey", "tehran": "iran", "damascus": "syria", "khartoum": "sudan", "baku": "azerbaijan",
        "yerevan": "armenia", "beijing": "china", "taipei": "taiwan", "pyongyang": "north korea",
        "kigali": "rwanda",
    ]

    /// Whether a word means a holder.
    public static func means(_ word: String, _ holder: String) -> Bool {
        let (word, holder) = (Gazetteer.folded(word), Gazetteer.folded(holder))
        guard word.count >= 3, !holder.isEmpty else { return false }
        if seats[word] == holder || word == holder { return true }
        // The stem: what is left of a country's name without its ending.
        let stem = holder.count > 5 ? String(holder.prefix(max(4, holder.count - 2))) : holder
        return word.hasPrefix(stem) && word.count <= holder.count + 4
    }

    /// The holder that a printed actor means; nil when it is none of them, or more than one.
    public static func holder(_ actor: String, among holders: some Sequence<String>) -> String? {
        let words = actor.split { " -–’'".contains($0) }.map(String.init)
        let found = holders.filter { holder in words.contains { means($0, holder) } }
        return found.count == 1 ? found.first : nil
    }
}
