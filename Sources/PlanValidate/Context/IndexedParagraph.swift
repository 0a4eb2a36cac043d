import PlanModel

/// A paragraph with its label taken off, and its words as they are searched. Several rules read every paragraph of a plan.
struct IndexedParagraph {
  /// The paragraph.
  let paragraph: Paragraph
  /// The label that it begins with.
  let label: Label?
  /// Its words behind the label.
  let words: DenseText

  static func all(in text: PlanText) -> [IndexedParagraph] {
    Paragraph.all(in: text).map { paragraph in
      let (label, words) = paragraph.item
      return IndexedParagraph(paragraph: paragraph, label: label, words: DenseText(words))
    }
  }
}
