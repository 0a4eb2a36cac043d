import PlanFormats
import PlanModel
import PlanText
import Testing

/// What cells that span rows or columns, empty ones below filled ones, and rows that are headings mean.
@Suite struct MergedCellTests {
  private static func document(_ table: String) -> PlanDocument {
    PlanDocument(
      reading: SourceText(
        name: "a.plan.md", text: "# 某機關113年度計畫\n\n- 年度：113\n\n## 附表1、具體作法表\n\n\(table)\n"))
  }

  /// The measures with the headings above them, their deadline and their units; a field that lacks is `-`.
  private static func measures(_ document: PlanDocument) -> [String] {
    var found: [String] = []
    func add(_ group: MeasureGroup, _ path: String) {
      let path = path + group.heading.string + "／"
      for measure in group.measures {
        let fields = [MeasureField.deadline, .units, .indicator].compactMap { measure.fields.text(of: $0)?.string }
        found.append(path + measure.text.string + "：" + fields.joined(separator: "；"))
      }
      for inner in group.groups { add(inner, path) }
    }
    for section in document.plan.sections {
      if case .measures(let table) = section.content { for group in table.groups { add(group, "") } }
    }
    return found
  }

  private static func continued(_ document: PlanDocument) -> [String] {
    document.problems.compactMap { problem in
      if case .continuedCells(let cells) = problem.value { "\(cells.column) \(cells.places.count)" } else { nil }
    }
  }

  private static let header = "| 構面 | 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- | --- |\n"

  @Test(arguments: [
    // Below filled cells of the same heading.
    (
      "| 甲 | 一 | 3月 | 甲課 |\n| | 二 | | |\n| | 三 | | 乙課 |", ["甲／一：3月；甲課", "甲／二：3月；甲課", "甲／三：3月；乙課"], ["完成期限 2", "承辦單位 1"]
    ),
    // What is empty in words of HTML is empty, and nothing goes on with it.
    (
      "| 甲 | 一 | 3月 | 甲課 |\n| | 二 | &nbsp; | |\n| | 三 | | 乙課 |", ["甲／一：3月；甲課", "甲／二：甲課", "甲／三：乙課"], ["承辦單位 1"]
    ),
    // Another heading begins anew, and a column that is all empty lacks.
    ("| 甲 | 一 | | 甲課 |\n| 乙 | 二 | | |\n| | 三 | | |", ["甲／一：甲課", "乙／二：", "乙／三："], []),
    // What says so in words says it for any row.
    ("| 甲 | 一 | 3月 | 甲課 |\n| 乙 | 二 | 同上 | 〃 |\n| | 三 | （同前） | ″ |", ["甲／一：3月；甲課", "乙／二：3月；甲課", "乙／三：3月；甲課"], []),
    // With nothing above it is a word.
    ("| 甲 | 一 | 同上 | 甲課 |", ["甲／一：同上；甲課"], []),
    // A row that only names a heading has no fields.
    ("| 甲 | 一 | 3月 | 甲課 |\n| 乙 | | | |\n| 丙 | 三 | 4月 | |", ["甲／一：3月；甲課", "丙／三：4月"], []),
  ])
  func emptyCells(rows: String, measures: [String], continued: [String]) throws {
    let document = Self.document(Self.header + rows)
    #expect(Self.measures(document) == measures)
    #expect(Self.continued(document) == continued)
    // Once written out it says the same and needs no warning.
    let again = PlanDocument(reading: SourceText(name: "b.plan.md", text: try PlanConversion.canonical(document)))
    #expect(Self.measures(again) == measures)
    #expect(again.problems.isEmpty)
  }

  @Test(arguments: [
    // An empty cell of a table with spans is empty.
    ("<tr><td rowspan=2>甲<td>一<td>3月<td>甲課<tr><td>二<td><td>乙課", ["甲／一：3月；甲課", "甲／二：乙課"]),
    // A measure over several rows has the fields of all.
    ("<tr><td rowspan=2>甲<td rowspan=2>一<td>3月<td>甲課<tr><td>4月<td>乙課", ["甲／一：3月\n4月；甲課\n乙課"]),
    // Its words stand under each heading that it spans.
    ("<tr><td>甲<td rowspan=2>一<td rowspan=2>3月<td>甲課<tr><td>乙<td>乙課", ["甲／一：3月；甲課", "乙／一：3月；乙課"]),
    // Words across the columns of a measure and its deadline are no deadline.
    ("<tr><td>甲<td colspan=2>一<td>甲課", ["甲／一：甲課"]),
    ("<tr><td>甲<td>一<td colspan=2>持續辦理", ["甲／一：持續辦理；持續辦理"]),
    (
      "<tr><td colspan=4>甲（200分）<tr><td><td>一<td>3月<td>甲課<tr><td colspan=4>乙<tr><td><td>二<td>4月<td>乙課",
      ["甲（200分）／一：3月；甲課", "乙／二：4月；乙課"]
    ),
  ])
  func spans(rows: String, measures: [String]) throws {
    let document = Self.document("<table><tr><th>構面<th>具體作法<th>完成期限<th>承辦單位\(rows)</table>")
    #expect(Self.measures(document) == measures)
    #expect(Self.continued(document).isEmpty)
    // A pipe table has no spans, and yet says the same.
    let again = PlanDocument(reading: SourceText(name: "b.plan.md", text: try PlanConversion.canonical(document)))
    #expect(Self.measures(again) == measures)
    #expect(again.problems.isEmpty)
  }

  @Test func rowsOfHeadingsDivideATable() throws {
    let document = Self.document(
      """
      | 項目 | 具體作法 | 完成期限 |
      | --- | --- | --- |
      | 一、基礎服務（200分） | | |
      | 甲 | 一 | 3月 |
      | 項目 | 具體作法 | 完成期限 |
      | 二、服務遞送（400分） | | |
      | 乙 | 二 | |
      """)
    #expect(Self.measures(document) == ["一、基礎服務（200分）／甲／一：3月", "二、服務遞送（400分）／乙／二："])
    #expect(document.problems.count == 1)
    let written = try PlanConversion.canonical(document)
    #expect(written.contains("### 二、服務遞送（400分）\n\n| 項目 | 具體作法 | 完成期限 |\n"))
  }

  @Test func namesOfColumnsStandInTwoRows() {
    let document = Self.document(
      "| 構面 | 具體作法 | 分工 | |\n| --- | --- | --- | --- |\n| | | 完成期限 | 承辦單位 |\n| 甲 | 一 | 3月 | 甲課 |")
    #expect(document.problems.isEmpty)
    #expect(Self.measures(document) == ["甲／一：3月；甲課"])
  }

  /// However often words are repeated, what is read stays in proportion to the file.
  @Test func repeatedWordsAreBounded() throws {
    let long = String(repeating: "甲", count: 3000)
    let rows = String(repeating: "| | 二 | 3月 | 同上 |\n", count: 3000)
    let document = Self.document(Self.header + "| 甲 | 一 | 3月 | \(long) |\n" + rows)
    let json = PlanJSON.output(document.content).text()
    #expect(json.utf8.count < 40 * document.source.bytes.count)
  }

  @Test(arguments: String.wordsForAbove) func wordsForAbove(word: String) {
    #expect(word.saysSameAsAbove && "（\(word)）".saysSameAsAbove && !"\(word)辦理".saysSameAsAbove)
  }
}
