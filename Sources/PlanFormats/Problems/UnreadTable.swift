import PlanText

/// A table that is written in a way that is not read.
public struct UnreadTable: Sendable {
  /// How it is written.
  public enum Form: Sendable, Hashable {
    /// Rows of a pipe table behind a blank line.
    case behindBlankLine
    /// Rows of a pipe table behind other words, which end it.
    case behindWords
    /// A pipe table without the line of dashes under its header.
    case withoutDashes
    /// A pipe table whose line of dashes is none to Markdown; what it says instead stands at the range.
    case strangeDashes(SourceRange)
    /// A pipe table with another character for its bars; whether it has a header of its own, and is not the rest of a
    /// table that is read.
    case strangeBars(Unicode.Scalar, hasHeader: Bool)
    /// Cells with commas between them.
    case commas
    /// A line right below a table that has as many cells, and no bars between them.
    case rowWithoutBars
    /// Cells with tabs between them, as a spreadsheet copies them.
    case tabs
    /// `<table>`
    case html
    /// `+---+---+`
    case grid
    /// Columns that blanks align, or that stand under lines of dashes: `-----  -----`.
    case columns
  }

  /// How it is written.
  public let form: Form
  /// The change that makes it a table, where one is known.
  public let mend: Mend?
  /// Whether its words are in the plan all the same, as part of a text that is kept as written.
  public let isKept: Bool
}
