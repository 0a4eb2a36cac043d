import PlanModel

/// A table to be printed: what stands in it, and nothing about how it is written.
public struct TableView: Sendable {
  public struct Column: Sendable, Hashable {
    /// The heading.
    public let title: String
    /// Whether the column says where in a hierarchy the row belongs. For people a repeated name is shown once; a record
    /// for a program has it every time. Such columns come first, the widest first.
    public let isHierarchy: Bool
    /// What its cells mean to a program.
    public let content: Content

    /// What the cells of a column mean to a program.
    public enum Content: Sendable, Hashable {
      case words
      /// 完成期限, in any of its forms.
      case deadline
      /// Days that were worked out of deadlines, one a line: 107年4月30日.
      case days
      /// 承辦單位, 協辦單位.
      case units
    }

    public init(_ title: String, isHierarchy: Bool = false, content: Content = .words) {
      self.title = title
      self.isHierarchy = isHierarchy
      self.content = content
    }

    /// The column of a table of measures, under a title.
    init(_ title: String, of column: MeasureColumn, isHierarchy: Bool = false) {
      let content: Content =
        switch column {
        case .field(.deadline): .deadline
        case .field(.units), .field(.supportUnits): .units
        default: .words
        }
      self.init(title, isHierarchy: isHierarchy, content: content)
    }
  }

  public struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The words, with LF between lines.
    public let text: String
    /// What people expect to see behind the words and programs do not: the weight in 基礎服務（200分）.
    public let addition: String
    /// Where the words were written, if that is one place for several rows: cells of a column that follow one another
    /// and have the same words from the same place are one to people. What the number means is the view's business.
    public let origin: Int?

    public init(_ text: String, addition: String = "", origin: Int? = nil) {
      self.text = text
      self.addition = addition
      self.origin = origin
    }

    /// A cell with nothing behind its words.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// The title of the table; empty where it stands under the one before it.
  public let title: String
  /// Markdown between the title and the table.
  public let intro: String?
  public let columns: [Column]
  /// The rows, each with one cell a column. Hierarchy cells are always filled in.
  public let rows: [[Cell]]
  /// Markdown behind the table.
  public let closing: String?
  /// What the table says as a drawing, for formats that have pictures.
  let picture: (any Picture)?

  public init(title: String, intro: String? = nil, columns: [Column], rows: [[Cell]], closing: String? = nil) {
    self.init(title: title, intro: intro, columns: columns, rows: rows, closing: closing, picture: nil)
  }

  init(
    title: String, intro: String? = nil, columns: [Column], rows: [[Cell]], closing: String? = nil,
    picture: (any Picture)?
  ) {
    self.title = title
    self.intro = intro
    self.columns = columns
    self.rows = rows
    self.closing = closing
    self.picture = picture
  }

  /// Whether it needs a page across.
  var isWide: Bool { columns.count > 2 }

  /// The same without a title.
  var untitled: TableView { TableView(title: "", intro: intro, columns: columns, rows: rows, closing: closing) }
}
