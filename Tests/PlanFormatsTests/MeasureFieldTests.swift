import PlanText
import Testing

@testable import PlanFormats
@testable import PlanModel

/// Every field of a measure is read, written and inherited in the same way: what is tried here holds for one that is
/// added.
@Suite struct MeasureFieldTests {
  private static let all = MeasureField.allCases
  private static let shared = MeasureField.shared
  private static let values: [MeasureField.Kind: String] = [
    .text: "滿意度達90%。", .deadline: "107年4月", .units: "秘書室；人事室", .entries: "107年6月20日 完成二場（50%）",
  ]

  private func value(_ field: MeasureField) -> String { Self.values[field.kind] ?? "" }

  private func document(_ table: String) -> PlanDocument {
    let text = "# 甲計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n\(table)\n"
    return PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  private func group(_ document: PlanDocument) throws -> MeasureGroup {
    try #require(document.plan.placedGroups(checklist: nil).first?.group)
  }

  /// Text → JSON → text, and `fmt` twice.
  private func expectRoundTrip(_ document: PlanDocument) throws {
    #expect(document.problems.isEmpty, "\(document.problemList)")
    let json = try PlanConversion.convert(document, to: .json)
    let fromJSON = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    #expect(fromJSON.problems.isEmpty, "\(fromJSON.problemList)")
    let written = try PlanConversion.convert(fromJSON, to: .text)
    #expect(try PlanConversion.canonical(document) == written)
    let again = PlanDocument(reading: SourceText(name: "b.plan.md", text: written))
    #expect(try PlanConversion.canonical(again) == written)
    #expect(try PlanConversion.convert(again, to: .json) == json)
  }

  @Test(arguments: all)
  func isReadByEveryNameAndWrittenByTheFirst(field: MeasureField) throws {
    for name in field.names {
      let read = document("### 甲\n\n1. 檢討流程。\n   - \(name)：\(value(field))")
      try expectRoundTrip(read)
      let measure = try #require(try group(read).measures.first)
      #expect(measure.text.string == "檢討流程。")
      #expect(measure.fields.all.map(\.field) == [field])
      #expect(measure.fields.text(of: field)?.string == value(field))
      #expect(try PlanConversion.canonical(read).contains("   - \(field.name)：\(value(field))\n"))
      #expect(try PlanConversion.convert(read, to: .json).contains("\"\(field.key)\":"))
    }
  }

  @Test(arguments: MeasureField.columns)
  func isAColumnByEveryName(field: MeasureField) throws {
    for name in field.names + field.columnNames {
      let read = document("| 構面 | 措施 | \(name) |\n| --- | --- | --- |\n| 甲 | 檢討流程。 | \(value(field)) |\n| 乙 | 公布。 | |")
      try expectRoundTrip(read)
      let measures = read.plan.placedGroups(checklist: nil).flatMap(\.group.measures)
      #expect(measures.map { $0.fields.text(of: field)?.string } == [value(field), nil])
      #expect(try PlanConversion.canonical(read).contains("| 構面 | 措施 | \(name) |\n"))
    }
  }

  @Test(arguments: shared)
  func isInheritedFromHeadings(field: MeasureField) throws {
    let own = field.kind == .deadline ? "107年9月" : "會計室"
    let read = document(
      "### 甲\n\n- \(field.name)：\(value(field))\n\n1. 檢討。\n2. 公布。\n   - \(field.name)：\(own)")
    try expectRoundTrip(read)
    let places = PlacedMeasures(of: read.plan, checklist: nil)
    #expect(places.measures.map { $0.fields.text(of: field)?.string } == [value(field), own])
  }

  @Test(arguments: all)
  func comesOnceUnlessItHasEntries(field: MeasureField) {
    let line = "   - \(field.name)：\(value(field))\n"
    let problems = document("### 甲\n\n1. 檢討。\n\(line)\(line)").problems
    #expect(problems.count == (FieldName.measure(field).isRepeatable ? 0 : 1))
  }

  @Test func allOfThemStandInTheirOrder() throws {
    let lines = Self.all.reversed().map { "   <!-- \($0.name)之前 -->\n   - \($0.name)：\(value($0))\n" }
    let read = document("### 甲\n\n1. 檢討。\n\(lines.joined())")
    try expectRoundTrip(read)
    let written = try PlanConversion.canonical(read)
    let places = Self.all.compactMap { written.range(of: "   - \($0.name)：")?.lowerBound }
    #expect(places.count == Self.all.count && places == places.sorted())
    for field in Self.all { #expect(written.contains("<!-- \(field.name)之前 -->\n   - \(field.name)：")) }
  }

  @Test func keysAndNamesAreThoseOfOneField() {
    #expect(Set(Self.all.map(\.key)).count == Self.all.count)
    let names =
      MeasureColumn.allCases.flatMap(\.names)
      + Self.all.filter { !MeasureField.columns.contains($0) }.flatMap(\.names).filter { $0 != "辦理事項" }
      + MeasureColumn.namesOfEither + MeasureColumn.namesOfLevels
    #expect(Set(names).count == names.count)
  }

  // MARK: Words of the text

  @Test(arguments: shared.flatMap(\.columnNames))
  func aNameOfAColumnAloneIsAWordInAList(name: String) throws {
    let read = document("### 甲\n\n1. 檢討流程。\n   - \(name)：減少等候")
    #expect(read.problems.isEmpty)
    #expect(try group(read).measures.first?.text.string == "檢討流程。\n- \(name)：減少等候")
  }

  /// Remarks and words about money stand everywhere; they are fields only where they are written as such.
  @Test(arguments: shared.filter { !$0.isUnmistakable }.flatMap(\.names))
  func anOrdinaryWordIsSupposedNowhere(name: String) throws {
    for measure in [
      "1. 檢討流程。\n   \(name)：配合辦理", "1. 檢討流程。\n   - \(name) 配合辦理", "1. 檢討流程。\n   - 承辦單位：秘書室 \(name)：無",
      "1. 檢討流程。\n   1. \(name)：配合辦理", "1. 檢討流程。\n\n---\n\n\(name)：配合辦理",
    ] {
      let read = document("### 甲\n\n\(measure)")
      #expect(read.problems.isEmpty, "\(measure)")
      #expect(try group(read).measures.first?.fields.text(of: .units)?.string ?? "" != name)
      #expect(try PlanConversion.canonical(read).contains(name))
    }
    let prose = "# 甲\n\n## 伍、計畫內容\n\n### 一、服務\n\n1. 檢討流程。\n   - \(name)：配合辦理\n"
    let read = PlanDocument(reading: SourceText(name: "a.plan.md", text: prose))
    #expect(read.problems.isEmpty && read.plan.sections.first?.content.kind == .narrative)
    let list = PlanDocument(reading: SourceText(name: "a.plan.md", text: prose.replacing("伍、計畫", with: "")))
    #expect(list.problems.isEmpty && list.plan.sections.first?.content.kind == .narrative)
  }

  @Test func namesOfUnitsAreNoWordsOfTheText() {
    for line in ["協辦單位：人事室", "- 協辦單位 人事室", "- 承辦單位：秘書室 協辦單位：人事室", "1. 協辦單位：人事室"] {
      let read = document("### 甲\n\n1. 檢討流程。\n   \(line)")
      #expect(read.problems.count == 1, "\(line)")
      #expect((try? group(read).measures.first?.fields.supportUnits?.text.string) != nil || line.contains("秘書室"))
    }
  }

  // MARK: The parts of a value

  @Test func unitsOfEitherKindAreTakenApart() throws {
    let read = document("### 甲\n\n- 協辦單位：各科、室；人事室\n\n1. 檢討。\n   - 協辦單位：會計室、秘書室")
    let places = PlacedMeasures(of: read.plan, checklist: nil)
    #expect(places.unitLists.map { $0.value.units.map(\.string) } == [["各科、室", "人事室"], ["會計室", "秘書室"]])
    #expect(places.unitLists.map(\.measures) == [[], [0]])
    #expect(try PlanConversion.convert(read, to: .json).contains("\"會計室\""))
  }

  @Test func fieldsAreSetReplacedAndTakenAway() {
    var fields = MeasureFields()
    for field in Self.all.reversed() where field.kind == .text { fields[field] = .text(PlanText(field.name)) }
    fields[.budget] = .text("五萬元")
    #expect(fields.text(of: .budget)?.string == "五萬元")
    #expect(fields.texts.map(\.field) == Self.all.filter { $0.kind == .text })
    for field in Self.all { fields[field] = nil }
    #expect(fields.isEmpty && fields.texts.isEmpty)
  }

  /// What most measures do not have takes no room in the others.
  @Test func measuresStaySmall() { #expect(MemoryLayout<MeasureFields>.size <= 96) }

  /// A cell has one report a line; lines without a date go on with the one before.
  @Test(arguments: [
    ("107年3月2日 已檢討（50%）<br>107年6月20日 完成（100%）", ["107年3月2日 已檢討（50%）", "107年6月20日 完成（100%）"]),
    ("107年第1季 一場<br>107年第2季 二場<br>，其餘賡續", ["107年第1季 一場", "107年第2季 二場\n，其餘賡續"]),
    ("3月2日 一場<br>6/20 二場", ["3月2日 一場", "6/20 二場"]),
    ("已檢討，<br>107年6月20日完成", ["已檢討，\n107年6月20日完成"]), ("107年3月2日 已檢討", ["107年3月2日 已檢討"]),
    ("107年3月2日 一場<br>二場", ["107年3月2日 一場\n二場"]),
  ])
  func reportsOfACell(cell: String, entries: [String]) throws {
    let document = document("| 構面 | 具體作法 | 辦理情形 |\n| --- | --- | --- |\n| 基礎 | 甲。 | \(cell) |")
    try expectRoundTrip(document)
    let measure = try #require(try group(document).measures.first)
    #expect(measure.progress.map(\.text.string) == entries)
    for entry in measure.progress {
      let range = entry.text.range
      #expect(document.source.text(in: range).replacing("<br>", with: "\n") == entry.text.string)
    }
  }
}
