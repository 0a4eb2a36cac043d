import PlanModel
import PlanText

/// Words in Latin letters that a document writes in several ways: APP and App, QR Code and QR-Code.
///
/// A hyphen joins two words to one; two or three of them with blanks between are one name too. Longer rows are text in
/// another language, where a word has a capital letter for its place. Addresses, names of files, units behind a figure
/// (5 KB) and numerals are no words.
enum LatinSpellings {
  /// One word in the ways in which it is written, the most frequent first, each with its places in order.
  struct Word {
    let spellings: [(written: String, places: [PlanText])]
  }

  /// The words that are written in more than one, in the order of their first places.
  static func all(in plan: PlanIndex) -> [Word] {
    let row = plan.textRow
    let names = self.names(in: row)
    var byKey: [String: [Name]] = [:]
    for name in names { byKey[name.key, default: []].append(name) }
    let keys = byKey.filter { key, names in names.contains { $0.written != names[0].written } }
      .sorted { $0.value[0].range.lowerBound < $1.value[0].range.lowerBound }
    guard !keys.isEmpty else { return [] }
    let official = plan.checklist.map { self.words(of: $0) } ?? ""
    var words: [(first: Int, word: Word)] = []
    var reported: Set<Int> = []
    // What is said of QR Code is not said again of Code.
    for isLong in [true, false] {
      for (_, names) in keys where isLong == names.contains(where: \.isJoined) {
        let own = names.filter {
          !($0.isPart && reported.contains($0.phrase)) && !isCopied($0, row, from: official)
        }
        guard let first = own.first, own.contains(where: { $0.written != first.written }) else { continue }
        reported.formUnion(own.map(\.phrase))
        words.append((first.range.lowerBound, word(own, in: row)))
      }
    }
    return words.sorted { $0.first < $1.first }.map(\.word)
  }

  private static func word(_ names: [Name], in row: TextRow) -> Word {
    let spellings = Dictionary(grouping: names, by: \.written).sorted {
      ($1.value.count, $0.value[0].range.lowerBound) < ($0.value.count, $1.value[0].range.lowerBound)
    }
    return Word(spellings: spellings.map { ($0.key, $0.value.map { row.part($0.range) }) })
  }

  // MARK: Words of the checklist

  /// All texts of a checklist that have Latin letters, narrow and without white space.
  private static func words(of checklist: Checklist) -> String {
    var words = String.UnicodeScalarView()
    func add(_ text: String) {
      guard text.unicodeScalars.contains(where: \.narrow.isASCIIAlphanumeric) else { return }
      words.append(contentsOf: text.unicodeScalars.lazy.filter { !$0.showsNothing }.map(\.narrow))
      words.append("\n")
    }
    for entry in checklist.entries {
      add(entry.name)
      for checkpoint in entry.node.checkpoints { add(checkpoint.text.string) }
      for guidance in entry.node.guidance { add(guidance.text.string) }
    }
    return String(words)
  }

  /// Whether a word stands so between the same words in the checklist.
  private static func isCopied(_ name: Name, _ row: TextRow, from official: String) -> Bool {
    guard !official.isEmpty else { return false }
    let nearby = row.scalars[..<name.range.lowerBound].suffix(3)
    let before = nearby.suffix(from: nearby.lastIndex(of: TextRow.separator).map { $0 + 1 } ?? nearby.startIndex)
    let after = row.scalars[name.range.upperBound...].prefix(2).prefix { $0 != TextRow.separator }
    return official.has(String(scalars: before + row.scalars[name.range] + after))
  }

  // MARK: Reading

  /// A word, or a few of them that are one name.
  private struct Name {
    let range: Range<Int>
    let written: String
    /// In small letters, without hyphens and blanks.
    let key: String
    /// The number of the row of words that it stands in.
    let phrase: Int
    /// Whether it is less than the whole row.
    let isPart: Bool
    /// Whether a hyphen or blank is in it.
    let isJoined: Bool
  }

  private enum Joint { case none, hyphen, blank }

  private typealias Phrase = [(range: Range<Int>, joint: Joint)]

  /// The longest row of words that is a name.
  private static let mostWords = 3

  private static func names(in row: TextRow) -> [Name] {
    var names: [Name] = []
    for (number, phrase) in phrases(in: row).enumerated()
    where phrase.count <= mostWords && Numeral.digit(row.scalars[phrase[0].range.lowerBound]) == nil {
      if let name = name(phrase[...], isPart: false, number, row) { names.append(name) }
      let parts = phrase.indices.filter { $0 == 0 || phrase[$0].joint == .blank } + [phrase.count]
      guard parts.count > 2 else { continue }
      for (start, end) in zip(parts, parts.dropFirst()) {
        if let name = name(phrase[start..<end], isPart: true, number, row) { names.append(name) }
      }
    }
    return names
  }

  private static func name(_ words: Phrase.SubSequence, isPart: Bool, _ phrase: Int, _ row: TextRow) -> Name? {
    guard let first = words.first, let last = words.last,
      Numeral.digit(row.scalars[first.range.lowerBound]) == nil
    else { return nil }
    var (written, key): ([Unicode.Scalar], [Unicode.Scalar]) = ([], [])
    for word in words {
      let scalars = row.scalars[word.range]
      // A blank before a number says nothing: ISO 9001.
      let isFigure = Numeral.digit(scalars[scalars.startIndex]) != nil
      if word.range.lowerBound > first.range.lowerBound, word.joint == .hyphen || !isFigure {
        written.append(word.joint == .hyphen ? "-" : " ")
      }
      written += scalars
      key += scalars.map(\.lowercasedASCII)
    }
    guard key.count(where: { $0.properties.isAlphabetic }) > 1,
      key.contains(where: { !"ivx".unicodeScalars.contains($0) })
    else { return nil }
    return Name(
      range: first.range.lowerBound..<last.range.upperBound, written: String(scalars: written),
      key: String(scalars: key), phrase: phrase, isPart: isPart, isJoined: written.count > key.count)
  }

  /// The rows of words with nothing but hyphens and blanks between.
  private static func phrases(in row: TextRow) -> [Phrase] {
    let scalars = row.scalars
    var phrases: [Phrase] = []
    var place = 0
    // Where the row so far ends.
    var end = -1
    while place < scalars.count {
      guard scalars[place].isASCIIAlphanumeric else {
        place += 1
        continue
      }
      let chunk = place..<endOfChunk(at: place, in: row)
      place = chunk.upperBound
      if isAddress(chunk, in: row) { continue }
      for word in words(chunk, in: scalars) {
        let joint = joint(from: end, to: word.lowerBound, in: row)
        if joint == .none { phrases.append([(word, joint)]) } else { phrases[phrases.count - 1].append((word, joint)) }
        end = word.upperBound
      }
    }
    return phrases
  }

  private static func joint(from end: Int, to start: Int, in row: TextRow) -> Joint {
    if end == start { return row.touchesNext(end - 1) || row.isBehindLineBreak(start) ? .none : .blank }
    return end + 1 == start && row.scalars[end] == "-" && row.touchesNext(end - 1) && row.touchesNext(end)
      ? .hyphen : .none
  }

  private static func words(_ chunk: Range<Int>, in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    for place in chunk where scalars[place].isASCIIAlphanumeric {
      if let last = words.last, last.upperBound == place {
        words[words.count - 1] = last.lowerBound..<(place + 1)
      } else {
        words.append(place..<(place + 1))
      }
    }
    return words
  }

  private static let addressMarks: ScalarSet = ".@-_/:?=&%#+~\\"

  private static func endOfChunk(at start: Int, in row: TextRow) -> Int {
    var end = start + 1
    while row.scalars[end].isASCIIAlphanumeric || addressMarks.contains(row.scalars[end]), row.touchesNext(end - 1) {
      end += 1
    }
    return end
  }

  /// Whether characters are an address, the name of a file or its ending.
  private static func isAddress(_ chunk: Range<Int>, in row: TextRow) -> Bool {
    let scalars = row.scalars
    if ".@/\\_#".unicodeScalars.contains(scalars[chunk.lowerBound - 1]), row.touchesNext(chunk.lowerBound - 1) {
      return true
    }
    return chunk.dropLast().contains { place in
      let (mark, next) = (scalars[place], scalars[place + 1])
      switch mark {
      case "_", "\\", "=", "~": return true
      case ".", "@": return next.isASCIIAlphanumeric
      case ":": return next == "/"
      default: return false
      }
    }
  }
}
