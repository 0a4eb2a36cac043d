import PlanText

/// A record of values with commas between them, for spreadsheet programs.
enum CSVRecord {
  /// Adds a record. No program may run what is in a cell.
  static func write(_ cells: [String], to text: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      CSVCell.write(inert(cell).utf8, to: &text)
    }
    text += Array("\r\n".utf8)
  }

  private static func inert(_ text: String) -> String {
    let text = TerminalText.escape(text)
    return FormulaGuard.isFormula(text) ? "'" + text : text
  }
}
