import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// Comments that suppress findings: where they reach, and what is said of those that are wrong.
@Suite struct SuppressionTests {
  /// A plan whose measures have no deadlines; `↓` marks the findings of PT301 and PT7 that are to be shown.
  func check(
    _ text: String, settings: RuleSettings = RuleSettings(), lineBreak: String = "\n",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> FileReport {
    let marked = MarkedText(
      RuleExample(text).fullText.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: lineBreak))
    let report = Validator(settings: settings).report(
      on: PlanDocument(reading: SourceText(name: "a.plan.md", text: marked.text)))
    let shown = report.findings.filter { $0.code == "PT301" || $0.code.hasPrefix("PT7") }
    #expect(
      shown.map(\.range.lowerBound) == marked.offsets, "\(shown.map { $0.code + $0.summary(.zhHant) })",
      sourceLocation: sourceLocation)
    return report
  }

  static let heading = """
    ### 基礎服務（200分）

    #### 服務一致及正確

    ##### 服務及時性


    """

  func measures(
    _ text: String, settings: RuleSettings = RuleSettings(), lineBreak: String = "\n",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> FileReport {
    check(Self.heading + text, settings: settings, lineBreak: lineBreak, sourceLocation: sourceLocation)
  }

  @Test func aSuppressedFindingIsKeptWithItsReason() throws {
    let report = measures(
      """
      <!-- plantool-disable-next-line PT301 -- 期限另案簽核 -->
      1. 每月檢討逾期案件。
      2. ↓每月統計等候時間。
      """)
    let hidden = try #require(report.hidden.first)
    #expect(report.hidden.count == 1)
    #expect(hidden.code == "PT301")
    #expect(hidden.suppression == Suppression(reason: "期限另案簽核", line: 16))
    #expect(report.allFindings.map(\.range.lowerBound) == report.allFindings.map(\.range.lowerBound).sorted())
  }

  @Test(arguments: ["--", " -- ", "——", " —— ", "：", " : ", "—", "---"])
  func everySeparatorDividesTheReason(separator: String) {
    let report = measures(
      "<!-- plantool-disable-next-line deadline-missing\(separator)期限另案簽核 -->\n1. 每月檢討逾期案件。\n")
    #expect(report.hidden.first?.suppression?.reason == "期限另案簽核")
  }

  @Test(arguments: ["PT301、PT401", "PT301,PT401", "pt301， units-missing", "PT301 PT401"])
  func severalRulesAreNamed(names: String) {
    let report = measures("<!-- plantool-disable-next-line \(names) -- 另案簽核 -->\n1. 每月檢討逾期案件。\n")
    #expect(report.hidden.map(\.code).sorted() == ["PT301", "PT401"])
  }

  @Test func aCommentReachesOverBlankLinesAndOtherComments() {
    _ = measures(
      """
      <!-- plantool-disable-next-line PT301 -- 期限另案簽核 -->

      <!-- 待研考
      確認 -->
      <!-- plantool-disable-next-line PT401 -- 分工另案簽核 -->

      1. 每月檢討逾期案件。
      """)
  }

  @Test func aStretchEndsWhereItIsEnded() {
    _ = measures(
      """
      1. ↓每月檢討逾期案件。
      <!-- plantool-disable PT301 -- 期限另案簽核 -->
      2. 每月統計等候時間。
      <!-- plantool-enable PT301 -->
      3. ↓每月公布等候時間。
      <!-- plantool-disable deadline-missing -- 期限另案簽核 -->
      4. 每月抽查登記簿冊。
      """)
  }

  @Test func everyLineBreakCounts() {
    for lineBreak in ["\r\n", "\r"] {
      let report = measures(
        "<!-- plantool-disable-next-line PT301、↓PT306 -- 期限另案簽核 -->\n1. 每月檢討逾期案件。\n2. ↓每月統計等候時間。\n",
        lineBreak: lineBreak)
      #expect(report.hidden.count == 1)
    }
  }

  @Test func aCommentAtTheEndOfTheFileIsUnused() throws {
    let report = measures("1. ↓每月檢討逾期案件。\n<!-- plantool-disable-next-line ↓PT301 -- 期限另案簽核 -->")
    #expect(report.findings.last?.summary(.zhHant).contains("註解之後沒有內容") == true)
  }

  /// Behind a bullet stands what the item holds, a comment on several lines too.
  @Test func aCommentInAnItemGoesOnOverLines() {
    let report = check(
      """
      ## 壹、說明

      - <!-- plantool-disable-file PT301
        -- 期限另案簽核 -->
        甲。

      ## 附表1、提升服務品質組織診斷具體作法表

      \(Self.heading)
      1. 每月檢討逾期案件。
      """)
    #expect(report.hidden.count == 1)
  }

  @Test func codeIsNoComment() {
    _ = check(
      """
      ## 壹、說明

      可用 `<!-- plantool-disable-file PT301 -- 理由 -->`，或：

      ```
      <!-- plantool-disable-file PT301 -- 理由 -->
      ```

      ## 附表1、提升服務品質組織診斷具體作法表

      \(Self.heading)
      1. ↓每月檢討逾期案件。
      """)
  }

  @Test func aCommentInANarrativeCounts() {
    _ = check(
      """
      ## 壹、說明

      期限另案簽核。<!-- plantool-disable-file PT301 -- 期限另案簽核 -->

      ## 附表1、提升服務品質組織診斷具體作法表

      \(Self.heading)
      1. 每月檢討逾期案件。
      """)
  }

  @Test func aStretchCoversRowsOfATable() {
    let report = check(
      """
      ## 附表1、提升服務品質組織診斷具體作法表

      <!-- plantool-disable PT301 -- 期限另案簽核 -->

      | 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |
      | --- | --- | --- | --- | --- | --- |
      | 基礎服務（200分） | 服務一致及正確 | 服務及時性 | 每月檢討逾期案件。 | | 秘書室 |
      | | | | 每月統計等候時間。 | | 秘書室 |

      <!-- plantool-enable -->
      """)
    #expect(report.hidden.map(\.code) == ["PT301", "PT301"])
  }

  @Test func anUnclosedCommentHidesNoLaterOne() {
    let report = check(
      """
      ## 壹、說明

      甲 <!-- 乙

      ## 附表1、提升服務品質組織診斷具體作法表

      \(Self.heading)
      <!-- plantool-disable-next-line PT301 -- 期限另案簽核 -->
      1. 每月檢討逾期案件。
      """)
    #expect(report.hidden.count == 1)
  }

  @Test func theNarrowerCommentIsTheOneThatIsUsed() {
    _ = measures(
      """
      <!-- plantool-disable-file ↓PT301 -- 期限另案簽核 -->
      <!-- plantool-disable PT301 -- 期限另案簽核 -->
      1. 每月檢討逾期案件。
      <!-- plantool-disable-next-line PT301 -- 期限另案簽核 -->
      2. 每月統計等候時間。
      <!-- plantool-disable ↓PT301 -- 期限另案簽核 -->
      <!-- plantool-enable PT301、↓PT301 -->
      <!-- ↓plantool-enable -->
      """)
  }

  @Test func wrongCommentsSuppressNothing() {
    let report = measures(
      """
      ↓<!-- plantool-disable-next-line -- 期限另案簽核 -->
      ↓<!-- plantool-disable-next-line PT301 期限另案簽核 -->
      ↓<!-- plantool-disable-next-lines PT301 -- 期限另案簽核 -->
      ↓<!-- plantool-disable-next-line PT301 -- -->
      <!-- plantool-disable-next-line ↓PT399、↓PT301a、↓PT3 -- 期限另案簽核 -->
      <!-- plantool-disable-next-line ↓PT702、↓PT006 -- 期限另案簽核 -->
      1. ↓每月檢討逾期案件。
      """)
    #expect(report.hidden.isEmpty)
    #expect(report.findings.contains { $0.summary(.zhHant).contains("是否為「plantool-disable-next-line」") })
  }

  @Test func aRuleThatDidNotRunLeavesNoUnusedComment() {
    _ = measures(
      "<!-- plantool-disable-next-line PT306 -- 期限另案簽核 -->\n1. ↓每月檢討逾期案件。\n",
      settings: RuleSettings([RuleSettings.Layer(ignore: [.rule("PT306")])]))
  }

  @Test func fixesTakeOutWhatIsUnused() throws {
    func fixed(_ text: String) throws -> String {
      let source = SourceText(name: "a.plan.md", text: text)
      let finding = try #require(
        Validator().findings(on: PlanDocument(reading: source)).first { $0.code == "PT702" })
      let edit = try #require(finding.fixes.first?.edits.first)
      return source.text(in: 0..<edit.range.lowerBound) + edit.text
        + source.text(in: edit.range.upperBound..<source.bytes.count)
    }
    let rest = " -- 另案 -->\n\n## 壹、說明\n"
    #expect(try fixed("# 甲\n\n  <!-- plantool-disable-file PT301\(rest)") == "# 甲\n\n\n## 壹、說明\n")
    #expect(
      try fixed("# 甲\n\n<!-- plantool-disable-file PT301、PT302\(rest)")
        == "# 甲\n\n<!-- plantool-disable-file PT302\(rest)")
    #expect(
      try fixed("# 甲\n\n<!-- plantool-disable-file PT101、PT302\(rest)")
        == "# 甲\n\n<!-- plantool-disable-file PT101\(rest)")
  }
}
