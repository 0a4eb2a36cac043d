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

  /// The items of a measure in order. Headings and quotations are none.
  static func all(of measure: Measure) -> [MeasureItem] {
    var items: [MeasureItem] = []
    var around: [(indent: Int, label: String, words: String)] = []
    let name = measure.name?.string
    for (index, paragraph) in Paragraph.all(in: measure.text).enumerated() {
      guard paragraph.kind == .prose || paragraph.kind == .tableRow else { continue }
      while let last = around.last, last.indent >= paragraph.indent { around.removeLast() }
      let item = paragraph.item
      // The number of the measure itself is its label, not the text's.
      let own = index == 0 && paragraph.indent == 0 ? "" : item.label?.text ?? ""
      let leading = ([name].compactMap { $0 } + around.map(\.words)).joined(separator: "\n")
      items.append(
        MeasureItem(
          label: around.map(\.label).joined() + own, words: item.words, searched: SearchedText(item.words.string),
          context: leading.isEmpty ? nil : SearchedText(leading), leadsToList: paragraph.leadsToList))
      if paragraph.leadsToList { around.append((paragraph.indent, own, item.words.string)) }
    }
    return items
  }
}
