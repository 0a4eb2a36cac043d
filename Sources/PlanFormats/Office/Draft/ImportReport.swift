/// What became of a document that was made a plan.
public struct ImportReport: Sendable {
  /// What some blocks became.
  public struct Entry: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      /// The title of the plan.
      case title
      /// Lines under it.
      case head
      /// A field under the title, told from words of the document.
      case field
      /// A section of running text.
      case text
      /// The laws and letters that the plan rests on.
      case citations
      case measures, checklist, inspectionLog, survey, taskForce, units
      /// A table of a kind that plantool has no rules for.
      case freeTable
      /// Words that have no place in a table of measures, kept as a comment.
      case comment
    }

    public let kind: Kind
    /// The heading, or the words.
    public let text: String
    /// How many paragraphs, or rows of tables.
    public let count: Int
  }

  public internal(set) var entries: [Entry] = []
  /// The checklist that was told from the names in the tables, which is in the plan if it is certain; nil where nothing
  /// had to be told or none fits.
  public internal(set) var checklist: ChecklistFit?
  /// What is in the document and not in the plan: the kind and its words.
  public internal(set) var leftOut: [(kind: String, text: String)] = []
  /// Tables that go on on another page, and were joined.
  public internal(set) var joinedTables = 0
  /// Cells of measures that were divided by the numbers in them.
  public internal(set) var dividedCells = 0
  /// Tables inside a cell, which were read as lines of it.
  public internal(set) var innerTables = 0
  /// Sections whose words name a table that the document does not have as one: its columns are lost.
  public internal(set) var unreadTables: [String] = []
  /// Changes that were pending and are taken as accepted.
  public internal(set) var pendingChanges = 0

  /// Notes the names of columns that are not in the plan because its measures stand under headings.
  public mutating func leaveOut(columns: [[String]]) {
    leftOut += columns.map { ("columnNames", $0.joined(separator: "｜")) }
  }
}
