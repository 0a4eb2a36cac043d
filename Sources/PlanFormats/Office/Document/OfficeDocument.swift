import PlanText

/// What a document of an office program says, whatever its format: paragraphs and tables in their order.
package struct OfficeDocument: Sendable {
  package var blocks: [OfficeBlock] = []
  /// What is not among the blocks, in the order in which it was found.
  package var leftOut: [LeftOut] = []
  /// How many changes were still pending; the blocks are as if all had been accepted.
  package var pendingChanges = 0
}

/// A paragraph or a table.
package indirect enum OfficeBlock: Sendable {
  case paragraph(OfficeParagraph)
  case table(OfficeTable)
}

/// A paragraph as it is shown.
package struct OfficeParagraph: Sendable {
  /// The words; LF where a line was broken by hand.
  package var text: String
  /// The number that the program puts in front of it, or the mark of a bullet; nil where there is none, or where the
  /// words begin with it themselves.
  package var label: String?
  /// Whether `label` is a bullet.
  package var isBullet = false
  /// The level of a heading, from 1; 0 for the title of the document.
  package var level: Int?
  /// Whether it stands in a text box.
  package var isInBox = false
  package let place: OfficePlace

  /// Number and words.
  package var shown: String { isBullet ? text : (label ?? "") + text }
  package var isBlank: Bool { text.unicodeScalars.allSatisfy(\.showsNothing) && (isBullet || label == nil) }
}

/// Where a paragraph stands in the file.
package struct OfficePlace: Sendable, Hashable {
  /// The file in the archive: `content.xml`, `word/document.xml`; empty where the document is one file.
  package let part: String
  /// Which of the paragraphs with words outside of tables it is, or which of its cell, from 1.
  package let paragraph: Int
  /// What stands between the tags of the paragraph, behind its properties, in bytes of the unpacked part.
  package var content: Range<Int>
  /// Its cell, where it stands in a table.
  package var cell: Cell?
  /// Its line in a file of text, from 1.
  package var line: Int?
  /// The name of its sheet in a workbook.
  package var sheet: String?

  package struct Cell: Sendable, Hashable {
    /// All from 1. Tables are counted in the order of the document.
    package let table: Int
    package let row: Int
    package let column: Int
  }
}

/// Something that is in the file and not among the blocks.
package struct LeftOut: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case pageHeader, pageFooter, picture, deletedText, hiddenText, comment, contents, symbol, object
    case coveredText, repeatedHeader, repeatedTitle
    /// Of a page: scripts and style sheets, comments in its source, the title of its window.
    case pageCode, pageComment, pageTitle
    /// A name that a program gave to a sheet.
    case sheetName
    /// Dashes that draw a line in plain text.
    case drawnLine
  }

  package let kind: Kind
  /// Its words; empty for a picture that has none.
  package let text: String
}
