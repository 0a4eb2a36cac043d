import Foundation
import PlanTestSupport
import PlanValidate
import Testing

@testable import PlanFormats
@testable import PlanModel
@testable import PlanText

/// The pages on the plan format say what the program does: their examples are read, their tables are compared.
@Suite struct DocumentationTests {
  static let pages = ["docs/plan-format.zh-Hant.md", "docs/plan-format.md"]

  private func lines(of page: String) throws -> [String] {
    try String(contentsOf: Package.root.appending(path: page), encoding: .utf8).components(separatedBy: "\n")
  }

  /// The fenced blocks of a page: their language and text.
  private func blocks(of page: String) throws -> [(language: String, text: String)] {
    var blocks: [(language: String, text: String)] = []
    var open: (language: String, lines: [String])?
    for line in try lines(of: page) {
      if line.hasPrefix("```") {
        if let block = open { blocks.append((block.language, block.lines.joined(separator: "\n") + "\n")) }
        open = open == nil ? (String(line.dropFirst(3)), []) : nil
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  /// The rows of the table whose header begins with a word: their cells, and in a cell what stands in backticks.
  private func rows(of page: String, under header: String) throws -> [[String]] {
    let lines = try lines(of: page)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| \(header) |") })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private func quoted(_ cell: String) -> [String] {
    cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test func bothLanguagesHaveTheSameExamples() throws {
    let pages = try Self.pages.map { page in try blocks(of: page).map { "\($0.language)\n\($0.text)" } }
    #expect(pages[0] == pages[1])
    #expect(pages[0].count > 10)
  }

  @Test(arguments: pages)
  func everyExampleReads(page: String) throws {
    for block in try blocks(of: page) {
      if block.text.contains("- 代號：") {
        let (checklist, problems) = Checklist.read(SourceText(name: "example.md", text: block.text))
        #expect(checklist != nil && problems.isEmpty, "\(block.text)")
        continue
      }
      let text = block.language == "json" ? block.text : RuleExample(block.text).fullText
      let document = PlanDocument(
        reading: SourceText(name: "example.plan.\(block.language == "json" ? "json" : "md")", text: text))
      #expect(document.problems.isEmpty, "\(document.problems.map(\.value))\n\(block.text)")
      #expect(throws: Never.self) { try PlanConversion.convert(document, to: .text) }
    }
  }

  @Test(arguments: pages)
  func everyFieldAndColumnIsNamed(page: String) throws {
    let text = try lines(of: page).joined(separator: "\n")
    var names = FieldName.allCases.filter { $0 != .tableKind }.flatMap(\.names)
    names += MeasureColumn.allCases.flatMap(\.names) + SurveyColumn.allCases.flatMap(\.names)
    names += MemberColumn.allCases.flatMap(\.names) + UnitColumn.allCases.flatMap(\.names)
    names += InspectionColumn.allCases.flatMap(\.names)
    names += ContributorColumn.allCases.flatMap(\.names)
    for name in Set(names) { #expect(text.contains("`\(name)`"), "\(name)") }
    #expect(text.contains("- \(FieldName.tableKind.name)："))
  }

  /// The fields of measures as their table on a page has them. `PLANTOOL_RECORD=1` writes them anew.
  @Test(arguments: zip(pages, [Language.zhHant, .en]))
  func theFieldsAreThoseOfTheModel(page: String, language: Language) throws {
    let header = language == .zhHant ? "| 欄位 | 也可以寫 | JSON" : "| field | also | JSON"
    var lines = try lines(of: page)
    let start = try #require(lines.firstIndex { $0.hasPrefix(header) }) + 2
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    lines.replaceSubrange(start..<end, with: MeasureField.allCases.map { row($0, language) })
    #expect(GoldenFile("../../\(page)", besides: #filePath).mismatch(with: lines.joined(separator: "\n")) == nil)
  }

  /// The columns of a table of measures likewise.
  @Test(arguments: zip(pages, [Language.zhHant, .en]))
  func theColumnsAreThoseOfTheModel(page: String, language: Language) throws {
    var lines = try lines(of: page)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| `評核構面`") })
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    let comma = language == .zhHant ? "、" : ", "
    func row(_ first: LocalizedText, _ names: some Sequence<String>) -> String {
      "| \(first(language)) | \(names.map { "`\($0)`" }.joined(separator: comma)) |"
    }
    let rows =
      [MeasureColumn.dimension, .item, .focus].map { column in
        row(LocalizedText(zh: "`\(column.name)`", en: "`\(column.name)` (\(column.key))"), column.names.dropFirst())
      } + [
        row(LocalizedText(zh: "其他層級", en: "other levels"), MeasureColumn.namesOfLevels),
        row(
          LocalizedText(zh: "`具體作法`（必要）", en: "`具體作法` (measure, required)"), MeasureColumn.measure.names.dropFirst()),
        row(
          LocalizedText(
            zh: "沒有上一列的欄時是作法，有時是層級", en: "the measure where none of the row above is there, a level where one is"),
          MeasureColumn.namesOfEither),
      ]
    lines.replaceSubrange(start..<end, with: rows)
    #expect(GoldenFile("../../\(page)", besides: #filePath).mismatch(with: lines.joined(separator: "\n")) == nil)
  }

  private func row(_ field: MeasureField, _ language: Language) -> String {
    let (comma, yes) = language == .zhHant ? ("、", "是") : (", ", "yes")
    let names = field.names.map { "`\($0)`" }
    let more =
      switch field.kind {
      case .text, .entries, .named: LocalizedText(zh: "", en: "")
      case .deadline: LocalizedText(zh: "，見[完成期限](#完成期限)", en: "; see [deadlines](#deadlines)")
      case .units: LocalizedText(zh: "，見[承辦單位](#承辦單位)", en: "; see [units](#units)")
      }
    let columns = field.columnNames.map { "`\($0)`" }.joined(separator: comma)
    let also = names.dropFirst().joined(separator: comma)
    let above = language == .zhHant ? "；只作欄名：\(columns)" : "; above a column \(columns)"
    let cells = [
      names[0], also + (columns.isEmpty ? "" : above), "`\(field.key)`", field.isShared ? yes : "",
      field.meaning(language) + more(language),
    ]
    return "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
  }

  /// The forms of deadlines as their table on a page has them. `PLANTOOL_RECORD=1` writes them anew.
  @Test(arguments: zip(pages, [Language.zhHant, .en]))
  func theDeadlinesAreThoseOfTheModel(page: String, language: Language) throws {
    let header = language == .zhHant ? "| 寫法 | 意思 | 起 | 迄" : "| written | meaning | from | to"
    var lines = try lines(of: page)
    let start = try #require(lines.firstIndex { $0.hasPrefix(header) }) + 2
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    lines.replaceSubrange(start..<end, with: DeadlineForms.rows.map { row($0, language) })
    #expect(GoldenFile("../../\(page)", besides: #filePath).mismatch(with: lines.joined(separator: "\n")) == nil)
  }

  /// Its forms, and their first and last day, which must be the same for all.
  private func row(_ row: DeadlineForms.Row, _ language: Language) -> String {
    let days = Set(
      row.forms.map { form -> [String] in
        let output = PlanJSON.deadline(Deadline(PlanText(form)), in: PlanYears(year: 2018))
        guard case .object(let members) = output, members.contains(where: { $0.0 == "kind" }) else { return ["?"] }
        return ["from", "to"].map { key in
          if case .string(let date)? = members.first(where: { $0.0 == key })?.1 { return date }
          return ""
        }
      })
    #expect(days.count == 1 && days != [["?"]], "\(row.forms) \(days)")
    let forms = row.forms.map { "`\($0)`" }.joined(separator: language == .zhHant ? "、" : ", ")
    let cells = [forms, row.meaning(language)] + (days.first ?? [])
    return "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
  }

  @Test(arguments: zip(pages, ["寫法 | 單位", "written | units"]))
  func unitsAreSplitAsTheTableSays(page: String, header: String) throws {
    for row in try rows(of: page, under: header) {
      #expect(quoted(row[0]).map { UnitList(PlanText($0)).units.map(\.string).joined(separator: "｜") } == [row[1]])
    }
  }

  @Test(arguments: zip(pages, ["寫法 | 承辦單位 | 協辦單位", "written | 承辦單位 | 協辦單位"]))
  func unitsArePartedAsTheTableSays(page: String, header: String) throws {
    for row in try rows(of: page, under: header) {
      let cell = try #require(quoted(row[0]).first)
      var fields = MeasureFields(units: UnitList(PlanText(cell)))
      fields.partUnits(known: [])
      let names = [fields.units, fields.supportUnits].map { list in
        list.map { $0.units.map(\.string).joined(separator: "｜") }
      }
      #expect(names == row.dropFirst().map { $0 }, "\(cell)")
    }
  }

  @Test(arguments: zip(pages, ["欄位 | 記號", "field | marks"]))
  func everyMarkOfARoleIsListed(page: String, header: String) throws {
    let rows = try rows(of: page, under: header)
    #expect(rows.map { quoted($0[0]) } == UnitRoles.words.map { [$0.field.name] })
    #expect(rows.map { quoted($0[1]) } == UnitRoles.words.map(\.words))
    let lines = try lines(of: page)
    #expect(UnitRoles.kinds.allSatisfy { kind in lines.contains { $0.contains(kind) } })
  }

  @Test(arguments: zip(pages, ["名稱之間 | 讀為", "between names | what they are"]))
  func everyJoinOfNamesIsListed(page: String, header: String) throws {
    let marks = JoinedName.looseMarks.filter { !PlanText($0).isBlank && $0 != "\u{A0}" }
    #expect(try rows(of: page, under: header).map { quoted($0[0]) } == [JoinedName.words + JoinedName.marks, marks])
  }

  @Test(arguments: zip(pages, ["代號 | 情形", "code | what it reports"]))
  func everyReadingRuleIsListed(page: String, header: String) throws {
    let codes = RuleRegistry.all.map { $0.description }.filter { $0.family == .reading }.map(\.code)
    #expect(try rows(of: page, under: header).map { $0[0] } == codes)
  }
}
