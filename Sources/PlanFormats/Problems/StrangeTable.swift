import PlanText

/// A table that is written in a way that Markdown does not know.
public struct StrangeTable: Sendable {
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
  public let fate: Fate

  /// What became of its words.
  public enum Fate: Sendable {
    /// They are in no part of the plan.
    case lost
    /// They are part of a text that is kept as written.
    case kept
    /// It is a table like any other.
    case read
  }
}
