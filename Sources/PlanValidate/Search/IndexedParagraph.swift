import PlanText

/// A paragraph with its label taken off, and its words as they are searched. Several rules read every paragraph of a
/// plan.
struct IndexedParagraph {
  let paragraph: Paragraph
  /// The label that it begins with.
  let label: Label?
  /// Its words behind the label.
  let words: DenseText

  /// A paragraph of a text that comes with its own words as they are searched: most texts are one paragraph without a
  /// label.
  fileprivate init(_ paragraph: Paragraph, of dense: DenseText) {
    self.paragraph = paragraph
    let item = paragraph.item
    label = item.label
    words = item.words.string.utf8.count == dense.text.string.utf8.count ? dense : DenseText(item.words)
  }
}

/// The paragraphs of each of some texts, headings and rows of tables included.
struct IndexedParagraphs: RandomAccessCollection {
  /// Those of all texts in one row.
  private var all: [IndexedParagraph] = []
  /// For each text, where its paragraphs begin; at the end, where another one's would.
  private var starts: [UInt32] = [0]

  init(_ texts: DenseTexts) {
    // Hardly more: most texts are one paragraph.
    all.reserveCapacity(texts.count + texts.count / 8)
    starts.reserveCapacity(texts.count + 1)
    for text in texts {
      for paragraph in Paragraph.all(in: text.text) { all.append(IndexedParagraph(paragraph, of: text)) }
      starts.append(UInt32(truncatingIfNeeded: all.count))
    }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { starts.count - 1 }

  subscript(text: Int) -> ArraySlice<IndexedParagraph> { all[Int(starts[text])..<Int(starts[text + 1])] }
}
