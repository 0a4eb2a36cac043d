import PlanText

/// A sheet of a workbook, or a table of values in a file of text, as cells with words.
struct Sheet {
  struct Cell {
    /// From 0.
    let column: Int
    let text: String
    /// How many columns and rows it covers.
    var columns = 1
    var rows = 1
  }

  struct Row {
    /// Which row of the sheet it is, or which line of the file, from 1.
    let number: Int
    var cells: [Cell] = []
    /// How many lines of the file it takes.
    var lines = 1
    var isBlank: Bool { cells.allSatisfy { $0.text.isEmpty } }
  }

  /// Empty for what has none.
  var name = ""
  /// In their order. Rows without words may be missing.
  var rows: [Row] = []
  /// Whether rows are lines of a file of text.
  var hasLines = false
  /// The part of the package; empty where the document is one file.
  var part = ""

  /// Whether somebody gave the sheet its name, and not the program.
  var isNamed: Bool {
    let name = name.withoutWhatShowsNothing.lowercased()
    return !name.isEmpty
      && !["工作表", "sheet", "表格", "table"].contains { word in
        name.hasPrefix(word) && name.dropFirst(word.count).allSatisfy { $0.isASCII && $0.isNumber }
      }
  }
}
