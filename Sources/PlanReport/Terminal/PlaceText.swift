import PlanText

extension DocumentPlaces.Place {
  /// Where it is, in the words by which people find it in the document: 附表1 第3列 完成期限.
  package var words: LocalizedText {
    if let sheet {
      guard let cell else { return LocalizedText(zh: "工作表「\(sheet)」", en: "sheet “\(sheet)”") }
      return Self.words(ofCell: cell, in: sheet)
    }
    if let line {
      let before = section.isEmpty ? nil : section
      let name = cell.flatMap { $0.name.isEmpty ? nil : $0.name }
      return LocalizedText(
        zh: [before, "第\(line)行", name].compactMap { $0 }.joined(separator: " "),
        en: [before, "line \(line)", name].compactMap { $0 }.joined(separator: ", "))
    }
    guard let cell else {
      return LocalizedText(
        zh: (section.isEmpty ? "" : section + " ") + "第\(paragraph)段",
        en: (section.isEmpty ? "" : section + ", ") + "paragraph \(paragraph)")
    }
    let name = cell.name.isEmpty ? nil : cell.name
    return LocalizedText(
      zh: [
        section.isEmpty ? nil : section, cell.tables > 1 ? "第\(cell.table)個表格" : nil, "第\(cell.row)列",
        name ?? "第\(cell.column)欄",
      ].compactMap { $0 }.joined(separator: " "),
      en: [
        section.isEmpty ? nil : section, cell.tables > 1 ? "table \(cell.table)" : nil, "row \(cell.row)",
        name ?? "column \(cell.column)",
      ].compactMap { $0 }.joined(separator: ", "))
  }

  /// A cell of a workbook, as its program names it: 工作表「措施」C5（完成期限）.
  private static func words(ofCell cell: Cell, in sheet: String) -> LocalizedText {
    var letters = ""
    var column = cell.column
    while column > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (column - 1) % 26))) + letters
      column = (column - 1) / 26
    }
    let reference = letters + String(cell.row)
    return LocalizedText(
      zh: "工作表「\(sheet)」\(reference)" + (cell.name.isEmpty ? "" : "（\(cell.name)）"),
      en: "sheet “\(sheet)”, \(reference)" + (cell.name.isEmpty ? "" : " (\(cell.name))"))
  }
}

extension SourceText {
  /// Where an offset is: line and column, or the place in the office document that the text was made of.
  package func placeText(at offset: Int, _ language: Language) -> String {
    if let place = places?.place(at: offset) { return TerminalText.escape(place.words(language)) }
    let position = position(at: offset)
    return "\(position.line):\(position.column)"
  }

  /// The same behind the name of the file.
  package func namedPlaceText(at offset: Int, _ language: Language) -> String {
    TerminalText.escape(name) + (places == nil ? ":" : " ") + placeText(at: offset, language)
  }
}
