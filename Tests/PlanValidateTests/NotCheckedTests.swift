import PlanFormats
import PlanText
import PlanValidate
import Testing

/// What no rule looks at is said.
@Suite struct NotCheckedTests {
  private static let head = """
    # 某某市甲地政事務所112年度為民服務工作計畫

    - 機關：某某市甲地政事務所
    - 年度：112
    - 期程：112年1月1日至112年12月31日
    - 檢核表：無


    """

  private func report(_ text: String, checklist: String = "無") -> FileReport {
    let text = Self.head.replacing("檢核表：無", with: "檢核表：\(checklist)") + text
    return Validator().report(on: PlanDocument(reading: SourceText(name: "a.plan.md", text: text)))
  }

  /// Kind and name of each thing beside the rules.
  private func parts(_ text: String) -> [String] {
    report(text).notChecked.parts.filter { $0.kind != .rules }.map {
      "\($0.kind.rawValue) \($0.name ?? "") \($0.count)"
    }
  }

  @Test func rulesThatNeedAChecklist() throws {
    let text = "## 壹、目標\n\n提升服務品質。\n"
    let part = try #require(report(text).notChecked.parts.first)
    let needing = RuleRegistry.all.filter { $0.needsChecklist }.map { $0.description.code }
    #expect(part.codes == needing)
    #expect(report(text, checklist: "police-107").notChecked.isEmpty)
    #expect(report(text, checklist: "land-112").notChecked.parts.map(\.codes) == [needing])
    // What is switched off is nobody's loss.
    let validator = Validator(
      settings: RuleSettings([RuleSettings.Layer(select: [.family(.deadlines)])]))
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.head + text))
    #expect(validator.report(on: document).notChecked.isEmpty)
  }

  private static let indicators = "| 績效指標 | 目標值 |\n| --- | --- |\n| 滿意度 | 90% |\n"

  /// Tables of kinds that have no rules stop nothing, wherever they stand and whatever they are called.
  @Test(arguments: [
    "附表1、績效指標與目標值", "附表2、評分表", "附表、月份行事曆", "附件三、自我評核表", "附表", "附表1、進度一覽", "壹、績效指標",
  ])
  func tablesOfAnyKind(heading: String) {
    let text = "## \(heading)\n\n\(Self.indicators)"
    #expect(parts(text) == ["table \(heading) 1"])
    #expect(report(text).findings.isEmpty, "\(report(text).findings.map { $0.summary(.zhHant) })")
  }

  /// Words of a heading that mean another thing than the table that goes by them.
  @Test(arguments: [
    ("附表1、滿意度調查表", "題目 | 滿意 | 不滿意"), ("附表2、自我檢核表", "檢核內容 | 是 | 否"), ("附件3、志工名冊", "姓名 | 服務時段 | 電話"),
  ])
  func tablesThatGoByTheNameOfAnother(heading: String, header: String) {
    let text = "## \(heading)\n\n| \(header) |\n| --- | --- | --- |\n| 甲 | 乙 | 丙 |\n"
    #expect(parts(text) == ["table \(heading) 1"])
    #expect(report(text).findings.isEmpty, "\(report(text).findings.map { $0.summary(.zhHant) })")
  }

  @Test func severalTablesOfASectionAreOneThing() {
    #expect(parts("## 伍、指標\n\n\(Self.indicators)\n甲。\n\n\(Self.indicators)") == ["table 伍、指標 2"])
  }

  @Test(arguments: [
    "<table><tr><th>績效指標</th></tr><tr><td>滿意度</td></tr></table>", "承辦單位\t完成期限\n甲課\t3月",
    "｜績效指標｜目標值｜\n｜－－｜－－｜\n｜滿意度｜90%｜", "績效指標   目標值\n--------   ------\n滿意度     90%",
    "+----+----+\n|指標|目標|\n+====+====+\n|滿意|90% |\n+----+----+",
  ])
  func tablesInAnySpelling(table: String) {
    #expect(parts("## 肆、績效\n\n\(table)\n\n說明。\n") == ["table 肆、績效 1"])
  }

  @Test func codeAndAttachmentsElsewhere() {
    #expect(parts("## 壹、目標\n\n甲。\n\n```\n乙\n```\n") == ["code 壹、目標 1"])
    #expect(parts("## 附件1、契約\n\n另附。\n") == ["attachment 附件1、契約 1"])
    #expect(parts("## 附表3、推動小組編組名冊\n\n詳附檔案。\n") == ["attachment 附表3、推動小組編組名冊 1"])
  }

  @Test func tablesThatAreReadAndListsOfAttachmentsAreNone() {
    #expect(parts("## 附表1、推動小組編組名冊\n\n| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 主任 |\n").isEmpty)
    #expect(parts("## 捌、附件\n\n- 一、名冊（附表1）。\n").isEmpty)
    #expect(parts("## 附件\n\n- 一、名冊。\n").isEmpty)
  }

  /// JSON says the same of the same plan.
  @Test func bothSyntaxesSayTheSame() throws {
    let text =
      Self.head + "## 伍、指標\n\n\(Self.indicators)\n```\n乙\n```\n\n## 附表1、行事曆\n\n甲。\n\n## 附件2、契約\n\n另附。\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let json = try SourceText(name: "a.plan.json", text: PlanConversion.convert(document, to: .json))
    func said(_ document: PlanDocument) -> [String] {
      Validator().report(on: document).notChecked.parts.map { $0.summary(.zhHant) }
    }
    #expect(said(document) == said(PlanDocument(reading: json)))
    #expect(said(document).count == 5)
  }
}
