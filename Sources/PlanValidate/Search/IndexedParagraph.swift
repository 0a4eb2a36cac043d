import PlanText

/// A paragraph with its label taken off, and its words as they are searched. Several rules read every paragraph of a
/// plan.
struct IndexedParagraph {
  let paragraph: Paragraph
  /// The label that it begins with.
  let label: Label?
  /// Its words behind the label.
  let words: DenseText

  /// The paragraphs of a text, which comes with its own words as they are searched: most texts are one paragraph
  /// without a label.
  static func all(in text: PlanText, _ dense: DenseText) -> [IndexedParagraph] {
    Paragraph.all(in: text).map { paragraph in
      let (label, words) = paragraph.item
      let isAll = words.string.utf8.count == text.string.utf8.count
      return IndexedParagraph(paragraph: paragraph, label: label, words: isAll ? dense : DenseText(words))
    }
  }
}
