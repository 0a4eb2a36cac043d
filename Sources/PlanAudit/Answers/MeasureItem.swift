import PlanModel
import PlanText

/// A paragraph, an item or a row of a measure, which answers a checkpoint or does not.
struct MeasureItem {
  /// Its label and those of the items around it inside the measure: (一)2; empty for the words of the measure itself.
  let label: String
  /// Its words, with the place where they stand.
  let words: PlanText
  /// The words in the form in which they are searched.
  let searched: SearchedText
  /// What leads to it: the name of the measure, and the items around it.
  let context: SearchedText?
  /// Whether it leads to items of its own.
  let leadsToList: Bool

  /// Whether it says nothing but what its items are about: 服務禮儀作法如下：
  var onlyLeads: Bool {
    leadsToList && searched.clauses.count <= 1 && searched.bytes.last == Ascii.colon
  }

  /// How many items around another say what it is about, and how many characters of each are looked at: all of them stand
  /// beside every item below.
  private static let mostLeads = 8
  private static let longestLead = 400

  /// The items of a measure in order. Headings and quotations are none.
  static func all(of measure: Measure) -> [MeasureItem] {
    let paragraphs = Paragraph.all(in: measure.text).filter { $0.kind == .prose || $0.kind == .tableRow }
    // Of two in one column the one with a bullet is below the one without: a measure and its items.
    let depths = paragraphs.map { 2 * $0.indent + (measure.text.isBulleted(at: $0.start) ? 1 : 0) }
    var items: [MeasureItem] = []
    var around: [(depth: Int, label: String, words: String)] = []
    let name = measure.name.map { String($0.string.prefix(longestLead)) }
    for (index, paragraph) in paragraphs.enumerated() {
      while let last = around.last, last.depth >= depths[index] { around.removeLast() }
      let item = paragraph.item
      // The number of the measure itself is its label, not the text's.
      let own = index == 0 && paragraph.indent == 0 ? "" : item.label?.text ?? ""
      let leading = ([name].compactMap { $0 } + around.suffix(mostLeads).map(\.words)).joined(separator: "\n")
      let leads = index + 1 < depths.count && depths[index + 1] > depths[index]
      items.append(
        MeasureItem(
          label: around.suffix(mostLeads).map(\.label).joined() + own, words: item.words,
          searched: SearchedText(item.words.string),
          context: leading.isEmpty ? nil : SearchedText(leading), leadsToList: leads))
      if leads { around.append((depths[index], own, String(item.words.string.prefix(longestLead)))) }
    }
    return items
  }
}

extension PlanText {
  /// Whether a bullet stands at an offset.
  fileprivate func isBulleted(at offset: Int) -> Bool {
    let rest = string.utf8.dropFirst(offset)
    return rest.first.map { "-*+".utf8.contains($0) } ?? false && rest.dropFirst().first == UInt8(ascii: " ")
  }
}
