/// A document as word processors have it: what both of their formats are written from.
struct OfficePages {
  /// The title in the properties of the file.
  let title: String
  var sections: [OfficeSection] = []
}

/// Pages of one orientation. Each section begins on a new page.
struct OfficeSection {
  let page: OfficePage
  var blocks: [OfficeBlock] = []
}

enum OfficeBlock {
  case paragraph(OfficeParagraph)
  case table(OfficeTable)
}

/// A paragraph; a line break in it is LF.
struct OfficeParagraph: Sendable {
  var style = ParagraphStyle()
  var runs: [OfficeRun]

  /// What takes no room.
  static let gap = OfficeParagraph(style: ParagraphStyle(kind: .gap), runs: [])
}

/// What a paragraph looks like.
struct ParagraphStyle: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case body
    /// 1 is the title of the document.
    case heading(Int)
    case cell
    case columnTitle
    /// What takes no room: a paragraph that must stand behind a table.
    case gap
  }

  var kind = Kind.body
  var isCentered = false
  /// How far all lines are moved to the right, and how far the first is moved back, in twentieths of a point.
  var indent = 0
  var hanging = 0
  /// The depth of a list in which the paragraph begins an item with a bullet, 0 to 8.
  var bullet: Int?
  /// Whether a line is drawn below it.
  var isRuled = false
}

/// Words that look alike.
struct OfficeRun: Sendable {
  var text: String
  var marks: Marks = []
  /// The address to which the words lead.
  var link: String?

  struct Marks: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let bold = Marks(rawValue: 1)
    static let underline = Marks(rawValue: 2)
    static let raised = Marks(rawValue: 4)
    static let code = Marks(rawValue: 8)
  }
}

struct OfficeTable {
  /// The widths of its columns, in twentieths of a point.
  let widths: [Int]
  /// The headings of its columns, which stand on every page.
  let header: [OfficeCell]
  /// The rows, each with a cell for every column.
  let rows: [OfficeRow]
}

struct OfficeRow {
  let cells: [OfficeCell]
  /// The height of a cell for several rows that begins here, in lines, as far as it is more than that of the others: as
  /// high has the row to be, or words of the cell may be lost at the end of a page. 0 where there is none.
  let leastLines: Int
  /// Whether it may go on on the next page.
  let isBreakable: Bool
}

/// A cell; it ends with a paragraph.
struct OfficeCell {
  /// How many rows it takes; 0 where it is part of the cell above.
  var span = 1
  var blocks: [OfficeBlock]
}

/// Paper and margins of a section, in twentieths of a point.
enum OfficePage: Hashable {
  case portrait
  case landscape

  /// A4, 21 by 29.7 cm.
  private static let (short, long) = (11_906, 16_838)

  /// 2 cm on each side.
  static let margin = 1134
  /// Between the edge of the paper and the number of the page.
  static let footerMargin = 567

  var width: Int { self == .portrait ? Self.short : Self.long }
  var height: Int { self == .portrait ? Self.long : Self.short }
  /// The room for text.
  var textWidth: Int { width - 2 * Self.margin }
}

/// Fonts and their sizes.
enum OfficeFont {
  static let chinese = "標楷體"
  static let latin = "Times New Roman"
  static let code = "Courier New"

  /// The size of a kind of paragraph, in points.
  static func size(of kind: ParagraphStyle.Kind) -> Int {
    switch kind {
    case .body: 14
    case .heading(1): 18
    case .heading(2): 16
    case .heading: 14
    case .cell, .columnTitle: 12
    case .gap: 1
    }
  }

  /// What a width, in twentieths of a point, has room for in a table.
  static func paper(of width: Int) -> ColumnWidths.Paper {
    .init(width: width / halfWidth(of: .cell), padding: 3, isFitted: true)
  }

  /// The width of a half-width character, in twentieths of a point.
  static func halfWidth(of kind: ParagraphStyle.Kind) -> Int { size(of: kind) * 10 }
}
