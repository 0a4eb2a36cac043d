import PlanModel
import PlanOffice
import PlanText

extension ShareSheet {
  /// The form that a workbook holds, with what the unit has filled in; nil where it is no such workbook.
  ///
  /// The document is the form in Markdown, whose places are those of its rows in the workbook.
  public static func form(in source: SourceText) -> PlanDocument? {
    guard let (sheets, comments) = sheets(of: source.bytes),
      let kept = sheets.first(where: { $0.name == hiddenName }), let text = text(in: kept)
    else { return nil }
    let document = PlanDocument(reading: SourceText(name: source.name, text: text), as: .text)
    guard document.isReadable, let made = ShareSheet(document) else { return nil }
    var filling = Filling(made, document.plan)
    for sheet in sheets where sheet.name != hiddenName { filling.read(sheet) }
    for comment in comments { filling.leave(comment) }
    return document.with(.plan(filling.finished))
  }

  /// What is written where the form cannot be what it was: lines that are too long for a cell, or characters that a
  /// workbook does not keep. `bytes` are the workbook that was made.
  public func isKept(in bytes: [UInt8]) -> Bool {
    guard let (sheets, _) = Self.sheets(of: bytes), let kept = sheets.first(where: { $0.name == Self.hiddenName }),
      Self.text(in: kept) == text, let shown = sheets.first(where: { $0.name == Self.shownName })
    else { return false }
    let document = PlanDocument(reading: SourceText(name: "", text: text), as: .text)
    var filling = Filling(self, document.plan)
    filling.read(shown)
    return !filling.isChanged
  }

  /// Lines stand between marks, for programs take the blanks at the ends of a cell for nothing.
  private static let lineMark = "|"

  /// The lines of the form as they stand in cells.
  public var keptLines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.lineMark + $0 + Self.lineMark }
  }

  private static func text(in sheet: Sheet) -> String? {
    var lines: [String] = []
    for row in sheet.rows {
      guard let cell = row.cells.first(where: { $0.column == 0 })?.text else { continue }
      guard cell.hasPrefix(lineMark), cell.hasSuffix(lineMark), cell.utf8.count > 1 else { return nil }
      lines.append(String(cell.dropFirst().dropLast()))
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func sheets(of bytes: [UInt8]) -> (sheets: [Sheet], comments: [String])? {
    guard bytes.starts(with: [0x50, 0x4B]), let zip = try? ZipReader(bytes) else { return nil }
    let read: (sheets: [Sheet], leftOut: [LeftOut])
    do throws(OfficeFault) {
      if zip.entries.contains(where: { $0.name == "xl/workbook.xml" }) {
        read = try ExcelWorkbook.sheets(zip, includesHidden: true)
      } else {
        let workbook = try OpenWorkbook.reading(
          try OpenTextDocument.content(of: zip), part: "", includesHidden: true)
        read = (workbook.sheets, workbook.leftOut)
      }
    } catch {
      return nil
    }
    return (read.sheets, read.leftOut.filter { $0.kind == .comment }.map(\.text))
  }
}

/// Puts what stands in a workbook into its form.
private struct Filling {
  private let made: ShareSheet
  private var plan: Plan
  /// The rows as they were made, by their marks.
  private let rows: [String: [String]]
  private var seen: Set<String> = []
  private var filled: [String: [(cell: ShareCell, values: [String])]] = [:]
  private var hasTexts = false

  init(_ made: ShareSheet, _ plan: Plan) {
    (self.made, self.plan) = (made, plan)
    rows = Dictionary(made.rows.map { ($0[0], $0) }) { first, _ in first }
  }

  /// Keeps a text that has no place in the form, so that it is told.
  mutating func leave(_ text: String) {
    hasTexts = true
    plan.comments.append(PlanText(text))
  }

  /// Whether anything differs from the form as it was made.
  var isChanged: Bool { hasTexts || !filled.isEmpty || seen.count < rows.count }

  /// The form as it is now, without the rows that are no longer in the workbook.
  var finished: Plan {
    var plan = plan
    plan.fill(filled, without: Set(rows.keys).subtracting(seen))
    return plan
  }

  mutating func read(_ sheet: Sheet) {
    guard
      let head = sheet.rows.firstIndex(where: { row in
        row.cells.contains { $0.column == 0 && $0.text == ShareSheet.markTitle }
      })
    else {
      for row in sheet.rows { row.cells.forEach { leave($0.text) } }
      return
    }
    for cell in sheet.rows[..<head].flatMap(\.cells) where !same(cell.text, made.intro) { leave(cell.text) }
    let titles = sheet.rows[head].cells
    var places: [Int: Int] = [:]
    for cell in titles {
      if let column = made.columns.firstIndex(where: { $0.title == cell.text }) {
        places[cell.column] = column
      } else {
        leave(cell.text)
      }
    }
    for row in sheet.rows[(head + 1)...] { read(row, places) }
  }

  private mutating func read(_ row: Sheet.Row, _ places: [Int: Int]) {
    var texts = made.columns.map { _ in "" }
    for cell in row.cells {
      if let column = places[cell.column] { texts[column] = cell.text } else { leave(cell.text) }
    }
    guard let old = rows[texts[0]], seen.insert(texts[0]).inserted else {
      let written = zip(made.columns, texts).filter { !$0.1.isEmpty }.map { "\($0.0.title)：\($0.1)" }
      if !written.isEmpty { leave(written.joined(separator: "\n")) }
      return
    }
    var cells: [(cell: ShareCell, values: [String])] = []
    var report: [ShareSheet.Column: String] = [:]
    for (index, (column, _)) in made.columns.enumerated() where !same(texts[index], old[index]) {
      switch column {
      case .mark: break
      case .path, .reports:
        // A locked cell cannot be filled in; what somebody has written there after all is told.
        if texts[index].isEmpty { hasTexts = true } else { leave(texts[index]) }
      case .cell(let cell): cells.append((cell, texts[index].isEmpty ? [] : [texts[index]]))
      case .day, .report, .percent: report[column] = texts[index]
      }
    }
    let words = [report[.day], report[.report]].compactMap { $0 }.joined(separator: " ")
    let percent = report[.percent].map { words.isEmpty ? $0 : "（\($0)）" } ?? ""
    if !(words + percent).isEmpty { cells.append((.field(.progress), [words + percent])) }
    if !cells.isEmpty { filled[texts[0]] = cells }
  }

  /// Whether two texts are the same but for white space, which programs change.
  private func same(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.lazy.filter { !$0.isWhiteSpace }.elementsEqual(
      other.unicodeScalars.lazy.filter { !$0.isWhiteSpace })
  }
}
