import PlanModel
import PlanValidate
import Testing

/// Traps of the rules on cited letters that the two examples of a rule do not show.
@Suite struct ClaimRuleTests {
  private func findings(_ code: String, section: String = "壹、計畫依據", _ text: String) -> [Finding] {
    let plan = RuleExample("## \(section)\n\n\(text)\n").fullText
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: plan))
    return Validator().findings(on: document).filter { $0.code == code }
  }

  @Test(arguments: [
    "- 一、某某部106年4月2日某部秘字第10733653600號函。", "- 一、某某部106 年 4 月 2 日某部秘字第 1070013600 號函。",
    "- 一、某某部１０６年４月２日某部秘字第1080013600號函。", "- 一、某某部105年12月2日某部秘字第1040013600A號函。",
    "- 一、甲部107年1月5日甲字第1070001234號函及乙部106年5月5日乙字第1070001234號函。", "- 一、某某部106/4/2某部秘字第1070013600號函。",
  ])
  func numbersOfAnotherYear(text: String) { #expect(findings("PT501", text).count == 1) }

  @Test(arguments: [
    "- 一、某某部107年4月2日某部秘字第10733653600號函。", "- 一、某某部107年2月9日某部秘字第1061234567號函。",
    "- 一、某某部98年4月2日某部秘字第0980013600號函。", "- 一、某某部85年4月2日某部秘字第8570123號函。",
    "- 一、106年1月9日核定，某某部107年3月1日某部秘字第1070013600號函。", "- 一、106年4月2日會議決議，依某部秘字第1070013600號函辦理。",
    "- 一、某某部106年4月2日某部秘字第9990013600號函。",
  ])
  func numbersThatShowNoFault(text: String) { #expect(findings("PT501", text).isEmpty) }

  @Test func narrativesAreSearchedToo() {
    #expect(findings("PT501", section: "貳、計畫目標", "依某某部106年4月2日某部秘字第1070013600號函辦理。").count == 1)
  }

  @Test(arguments: [
    ("- 一、某某部106年4月2日函。", "發文字號"), ("- 一、某某部某部秘字第1070013600號函頒「實施計畫」。", "發文日期"), ("- 一、某某部函頒「實施計畫」。", "發文日期與字號"),
  ])
  func whatALetterLacks(text: String, missing: String) throws {
    let finding = try #require(findings("PT502", text).first)
    #expect(finding.summary(.zhHant).contains("沒有\(missing)，"))
  }

  @Test(arguments: [
    "- 一、行政程序法。", "- 一、某某部函頒「檔案應用作業要點」。", "- 一、本局107年施政計畫。", "- 一、「某某部函頒計畫」檢討結果。", "- 一、依信函及函件辦理原則。",
    "- 一、某某部一百零七年三月一日某部秘字第 1070013600 號函。", "- 一、某某部2018-03-01某部秘字第1070013600-1號函。",
  ])
  func citationsThatLackNothing(text: String) { #expect(findings("PT502", text).isEmpty) }

  // Programmes of the central government are often cited by their name alone.
  @Test(arguments: [
    ("- 一、行政院核定「政府服務躍升方案」。", Severity.note), ("- 一、行政院函頒「政府服務躍升方案」。", .note),
    ("- 一、行政院106年1月9日函頒「政府服務躍升方案」。", .warning),
  ])
  func severities(text: String, severity: Severity) { #expect(findings("PT502", text).map(\.severity) == [severity]) }

  @Test func lettersKnowTheirOwnDates() {
    let text = PlanText("甲部106年1月9日核定，乙部107年3月1日乙署秘字第1070062631號函、丙府府研展字第1070020466號函")
    let letters = CitationParts.letters(in: text)
    #expect(letters.map(\.number.string) == ["乙署秘字第1070062631號", "丙府府研展字第1070020466號"])
    #expect(letters.map { $0.date?.value.iso } == ["2018-03-01", nil])
    #expect(CitationParts(text).date?.value.iso == "2018-03-01")
  }
}
