import PlanText

/// A paragraph with its label taken off, and its words as they are searched. Several rules read every paragraph of a
/// plan.
struct IndexedParagraph {
  let paragraph: Paragraph
  /// The label that it begins with.
  let label: Label?
  /// Its words behind the label.
  let words: DenseText

  /// A text that is one paragraph without a label.
  fileprivate init(whole text: DenseText) {
    paragraph = Paragraph(whole: text.text)
    label = nil
    words = text
  }

  /// A paragraph of a text that comes with its own words as they are searched.
  fileprivate init(_ paragraph: Paragraph, of dense: DenseText) {
    self.paragraph = paragraph
    let item = paragraph.item
    label = item.label
    words = item.words.string.utf8.count == dense.text.string.utf8.count ? dense : DenseText(item.words)
  }
}

/// The paragraphs of each of some texts, headings and rows of tables included.
///
/// Most texts are one paragraph without a label, which is made whenever somebody asks for it; only the others are kept.
struct IndexedParagraphs: RandomAccessCollection {
  private let texts: DenseTexts
  /// Those of the other texts in one row.
  private var kept: [IndexedParagraph] = []
  /// For each text, where its paragraphs begin there, and at the end, where another one's would; of a text that is one
  /// paragraph with the bit ``isWhole``.
  private var starts: [UInt32] = []

  private static let isWhole: UInt32 = 1 << 31

  init(_ texts: DenseTexts) {
    self.texts = texts
    starts.reserveCapacity(texts.count + 1)
    for text in texts {
      let start = UInt32(truncatingIfNeeded: kept.count)
      let paragraphs = Paragraph.all(in: text.text)
      if paragraphs.count == 1, paragraphs[0].isWhole {
        let paragraph = IndexedParagraph(paragraphs[0], of: text)
        if paragraph.label == nil, paragraph.words.isSame(as: text) {
          starts.append(start | Self.isWhole)
          continue
        }
        kept.append(paragraph)
      } else {
        for paragraph in paragraphs { kept.append(IndexedParagraph(paragraph, of: text)) }
      }
      starts.append(start)
    }
    starts.append(UInt32(truncatingIfNeeded: kept.count))
  }

  var startIndex: Int { 0 }
  var endIndex: Int { starts.count - 1 }

  subscript(text: Int) -> ParagraphsOfText {
    let start = starts[text]
    if start & Self.isWhole != 0 { return ParagraphsOfText(whole: texts[text], kept: []) }
    return ParagraphsOfText(whole: nil, kept: kept[Int(start)..<Int(starts[text + 1] & ~Self.isWhole)])
  }
}

/// The paragraphs of one text.
struct ParagraphsOfText: RandomAccessCollection {
  /// The text, where it is one paragraph.
  fileprivate let whole: DenseText?
  fileprivate let kept: ArraySlice<IndexedParagraph>

  var startIndex: Int { 0 }
  var endIndex: Int { whole == nil ? kept.count : 1 }

  subscript(index: Int) -> IndexedParagraph {
    whole.map { IndexedParagraph(whole: $0) } ?? kept[kept.startIndex + index]
  }
}
