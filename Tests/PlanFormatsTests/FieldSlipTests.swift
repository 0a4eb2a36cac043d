import Testing

@testable import PlanFormats
@testable import PlanModel
@testable import PlanText

/// A name of a field that was written wrongly, and a word that only looks like one.
@Suite struct FieldSlipTests {
  private static let names = MeasureField.allCases.flatMap(\.names)

  @Test(arguments: [
    ("承辨單位", "承辦單位"), ("乘辦單位", "承辦單位"), ("承辦單未", "承辦單位"), ("承辦單", "承辦單位"), ("辦單位", nil), ("承承辦單位", "承辦單位"),
    ("承單辦位", "承辦單位"), ("完成期現", "完成期限"), ("完成期期限", "完成期限"), ("完成限", "完成期限"), ("成完期限", "完成期限"), ("玩成期限", "完成期限"),
    ("執型期間", "執行期間"), ("預其效益", "預期效益"), ("預期校益", "預期效益"), ("辦里情形", "辦理情形"),
    ("協辨單位", "協辦單位"), ("協辦單", "協辦單位"), ("配和單位", "配合單位"), ("績孝指標", "績效指標"), ("積效指標", "績效指標"), ("績效指漂", "績效指標"),
    ("目標直", "目標值"), ("經費來原", "經費來源"), ("經廢來源", "經費來源"), ("備備註", "備註"),
  ])
  func slips(written: String, meant: String?) { #expect(FieldSlip.intended(by: written, among: Self.names) == meant) }

  /// Words of their own, whatever names they are near to.
  @Test(arguments: [
    "合辦單位", "督辦單位", "主責單位", "權責單位", "受理單位", "實施單位", "督導單位", "委辦單位", "承辦人員", "承辦機關", "預期績效",
    "預期成果",
    "預期目標", "預定效益", "執行成效", "執行期程", "執行進度", "執行期限", "執行時間", "執行方式", "完成日期", "完成期間", "完成時間", "完成限期", "預定期程", "辦理期程",
    "辦理期間",
    "辦理方式", "辦理時間", "辦理成果", "實施期間", "措施內容", "措施項目", "計畫名稱", "執行內容", "服務單位", "業務單位", "對象", "說明", "年度目標", "完工期限",
    "竣工日期",
  ])
  func wordsOfTheirOwn(word: String) { #expect(FieldSlip.intended(by: word, among: Self.names) == nil) }

  @Test(arguments: ["完成日期", "完工期限", "竣工日期", "預定期程"])
  func wordsForADeadline(word: String) { #expect(FieldSlip.saysWhen(word)) }

  /// The names of one place differ by more than a slip from those of every other field there, or a fix would have to
  /// guess.
  @Test(arguments: [
    [FieldName.agency, .year, .period, .checklist, .documentKind],
    FieldName.ofMeasure,
    FieldName.ofProposal,
  ])
  func noNameIsASlipOfAnother(fields: [FieldName]) {
    for field in fields {
      let others = fields.filter { $0 != field }.flatMap(\.names)
      for name in field.names { #expect(FieldSlip.intended(by: name, among: others) == nil, "\(name)") }
    }
  }

  /// What a measure has beside its fields is its text, in every syntax.
  @Test func fieldsOfTheirOwnStayText() throws {
    let text = """
      # 甲計畫

      ## 附表1、具體作法表

      ### 甲構面

      - 承辦單位：秘書室

      1. 辦理甲事。
         - 完成期限：113年6月
         - 合辦單位：消防局
         - 預期績效：滿意度90%
         - 執行期程：113年8月

      """
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.problems.isEmpty)
    guard case .measures(let table)? = document.plan.sections.first?.content else {
      Issue.record("there is no table of measures")
      return
    }
    let measure = try #require(table.groups.first?.measures.first)
    #expect(measure.text.string.contains("合辦單位：消防局"))
    #expect(measure.fields.units == nil && measure.fields.benefit == nil)
    #expect(measure.fields.deadline?.text.string == "113年6月")
    let json = try PlanConversion.convert(document, to: .json)
    let back = try PlanConversion.convert(PlanDocument(reading: SourceText(name: "a.plan.json", text: json)), to: .text)
    for word in ["合辦單位：消防局", "預期績效：滿意度90%", "執行期程：113年8月"] { #expect(back.contains(word)) }
  }
}
