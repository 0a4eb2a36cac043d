import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate
/// Comments that are about one row, and what becomes of comments in the other syntax.
extension SuppressionTests {
  private static let table = """
    ## 附表1、提升服務品質組織診斷具體作法表

    | 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |
    | --- | --- | --- | --- | --- | --- |
    | 基礎服務（200分） | 服務一致及正確 | 服務及時性 | 每月檢討逾期案件。 | | 秘書室 |
    | | | | ↓每月統計等候時間。 | | 秘書室 |
    | | | | 每月抽查登記簿冊。 | | 秘書室 |

    """

  @Test(arguments: [
    "PT301「逾期案件」「登記簿冊」", "PT301 “逾期案件” \"登記 簿冊\"", "「逾期案件」PT301「抽查登記」", "PT301「逾期案件」、「每月抽查登記簿冊。 | | 秘書室」",
  ])
  func quotedWordsNarrowACommentToRows(names: String) {
    let report = check("<!-- plantool-disable-file \(names) -- 期限：另案「簽核」 -->\n\n\(Self.table)")
    #expect(report.hidden.count { $0.code == "PT301" } == 2)
    #expect(report.hidden.allSatisfy { $0.suppression?.reason == "期限：另案「簽核」" })
  }

  @Test func quotedWordsNarrowAStretchAndALine() {
    let report = measures(
      """
      <!-- plantool-disable PT301「等候時間」 -- 期限另案簽核 -->
      1. ↓每月檢討逾期案件。
      2. 每月統計等候時間。
      <!-- plantool-enable PT301 -->
      3. ↓每月公布等候時間。
      <!-- plantool-disable-next-line PT301「簿冊」 -- 期限另案簽核 -->
      4. 每月抽查登記簿冊。
      <!-- plantool-disable-next-line ↓PT301「簿冊」 -- 期限另案簽核 -->
      5. ↓每月抽查錄影。
      """)
    #expect(report.hidden.count == 2)
    #expect(report.findings.contains { $0.code == "PT702" && $0.summary(.zhHant).contains("有「簿冊」的行") })
  }

  @Test(arguments: ["PT301「」", "PT301「 」", "PT301「逾期案件", "PT301\"\""])
  func wordsThatAreNoneAreAFault(names: String) {
    let report = Validator().report(
      on: PlanDocument(
        reading: SourceText(
          name: "a.plan.md", text: "# 甲\n\n<!-- plantool-disable-file \(names) -- 期限另案簽核 -->\n\n## 壹、目的\n\n乙。\n")))
    #expect(report.findings.contains { $0.code == "PT701" })
    #expect(report.hidden.isEmpty)
  }

  @Test func aMisspeltCodeGetsASuggestion() {
    let report = measures("<!-- plantool-disable-next-line ↓PT3O1 -- 期限另案簽核 -->\n1. ↓每月檢討逾期案件。\n")
    #expect(report.findings.contains { $0.summary(.zhHant).contains("是否為「PT301」") })
  }

  // MARK: JSON, and from one syntax to the other

  private func codes(_ findings: [Finding]) -> [String] { findings.map(\.code).sorted() }

  @Test(arguments: [
    "PT301「逾期案件」「登記簿冊」", "PT301「等候時間」",
  ])
  func aRowStaysSuppressedInEveryForm(names: String) throws {
    let text = RuleExample(
      "<!-- plantool-disable-file \(names) -- 期限另案簽核 -->\n\n"
        + Self.table.replacing("↓", with: "")
    ).fullText
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let report = Validator().report(on: document)
    let json = PlanDocument(
      reading: SourceText(name: "a.plan.json", text: try PlanConversion.convert(document, to: .json)))
    let back = PlanDocument(
      reading: SourceText(name: "a.plan.md", text: try PlanConversion.convert(json, to: .text)))
    for other in [json, back] {
      let again = Validator().report(on: other)
      #expect(codes(again.hidden) == codes(report.hidden))
      #expect(codes(again.findings) == codes(report.findings))
      #expect(again.hidden.first?.suppression?.reason == "期限另案簽核")
    }
  }

  @Test func everyCommentCountsInJSON() throws {
    let text = RuleExample(
      Self.heading + """
        1. 每月檢討逾期案件。

        <!-- plantool-disable-next-line PT301 -- 期限另案簽核 -->
        2. 每月統計等候時間。

        <!-- plantool-disable deadline-missing -- 期限另案簽核 -->
        3. 每月抽查登記簿冊。
        4. 每月抽查錄影。

        <!-- plantool-enable -->
        5. 每月公布。

        <!-- plantool-disable-next-line PT306 -- 期限另案簽核 -->
        6. 每月公告。
        """
    ).fullText
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let json = PlanDocument(
      reading: SourceText(name: "a.plan.json", text: try PlanConversion.convert(document, to: .json)))
    let (report, again) = (Validator().report(on: document), Validator().report(on: json))
    #expect(report.hidden.count { $0.code == "PT301" } == 3)
    #expect(codes(again.hidden) == codes(report.hidden))
    #expect(codes(again.findings) == codes(report.findings))
    func texts(_ report: FileReport) -> [String] {
      report.hidden.map { report.document.source.text(in: $0.range) }
    }
    #expect(texts(again) == texts(report))
    let unused = try #require(again.findings.first { $0.code == "PT702" })
    #expect(unused.fixes.isEmpty)
    #expect(unused.summary(.zhHant).contains("這一筆資料"))
  }

  @Test func commentsInTextsOfAJSONPlanCount() {
    let text = """
      {"format": "plantool/1", "title": "甲", "sections": [{"heading": "壹、說明", "kind": "narrative",
        "text": "乙。<!-- plantool-disable-file PT101 -- 另案簽核 -->\\n`<!-- plantool-disable-file PT102 -- 例 -->`"}]}
      """
    let report = Validator().report(on: PlanDocument(reading: SourceText(name: "a.plan.json", text: text)))
    #expect(report.hidden.contains { $0.code == "PT101" })
    #expect(!report.findings.contains { $0.code == "PT101" || $0.code == "PT702" })
  }

  @Test func manyCommentsTakeTimeInProportion() {
    func time(_ count: Int) -> Duration {
      let text = "# 甲\n\n" + String(repeating: "<!-- plantool-disable-next-line PT301 -- 另案 -->\n", count: count)
      let document = PlanDocument(
        reading: SourceText(name: "a.plan.md", text: text + String(repeating: "<!--", count: count)))
      return ContinuousClock().measure {
        #expect(Suppressions(document, ruleNames: { RuleRegistry.names }).divide([]).unused.count == count)
      }
    }
    let (few, many) = (time(2_000), time(20_000))
    // Ten times as much, with room for a busy machine; in proportion to the square it would be a hundred times.
    #expect(many < few * 40, "\(few) \(many)")
  }

  /// Each names a row of its own.
  @Test func manyNarrowCommentsTakeTimeInProportion() {
    func time(_ count: Int) -> Duration {
      let comments = (0..<count).map { "<!-- plantool-disable-file PT301「第\($0)號」 -- 另案 -->\n" }
      let lines = (0..<count).map { "第\($0)號\n" }
      let text = "# 甲\n\n" + comments.joined() + "\n## 壹、目的\n\n" + lines.joined()
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
      let first = 5 + count
      let findings = (0..<count).map { number in
        Finding(
          code: "PT301", name: "deadline-missing", severity: .error,
          range: document.source.rangeOfLine(first + 1 + number), summary: LocalizedText(zh: "甲", en: "a"),
          explanation: nil, notes: [], fixes: [])
      }
      return ContinuousClock().measure {
        let (shown, hidden, unused) = Suppressions(document, ruleNames: { RuleRegistry.names }).divide(findings)
        #expect(shown.isEmpty && hidden.count == count && unused.isEmpty, "\(shown.count) \(unused.count)")
      }
    }
    let (few, many) = (time(1_000), time(10_000))
    #expect(many < few * 40, "\(few) \(many)")
  }
}
