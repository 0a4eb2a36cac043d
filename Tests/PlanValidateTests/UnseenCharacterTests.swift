import PlanFormats
import PlanModel
import PlanText
import PlanValidate
import Testing

/// Characters that nobody sees: found wherever they stand, named once, passed over where names and dates are compared.
@Suite struct UnseenCharacterTests {
  private static func plan(_ measure: String, deadline: String = "107年4月", units: String = "秘書室") -> String {
    "### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n1. \(measure)\n   - 完成期限：\(deadline)\n   - 承辦單位：\(units)"
  }

  private func summaries(_ measure: String) -> [String] { RuleProbe("PT621", Self.plan(measure)).summaries }

  @Test(arguments: [
    (0x200B as UInt32, "U+200B（零寬空格）"), (0xAD, "U+00AD（軟連字號）"), (0xFEFF, "U+FEFF（位元組順序記號）"), (0x2060, "U+2060"),
    (0x200C, "U+200C"),
    (0x200D, "U+200D"), (0x2028, "U+2028"), (0x2029, "U+2029"), (0x202E, "U+202E"), (0x2066, "U+2066"),
    (0x200E, "U+200E"),
    (0x2063, "U+2063"), (0xFFF9, "U+FFF9"), (0x1B, "U+001B"), (0x0B, "U+000B"), (0x7F, "U+007F"), (0x9B, "U+009B"),
    (0xE001, "U+E001"), (0xF0001, "U+F0001"), (0xFFFF, "U+FFFF"), (0x1FFFE, "U+1FFFE"), (0xFDD0, "U+FDD0"),
    (0xFFFD, "U+FFFD"), (0xFFFC, "U+FFFC"), (0x3164, "U+3164"), (0x2800, "U+2800"), (0xE0041, "U+E0041"),
  ])
  func isNamed(code: UInt32, name: String) throws {
    let character = try #require(Unicode.Scalar(code))
    let probe = RuleProbe("PT621", Self.plan("每月檢討逾↓\(character)期案件。"))
    #expect(probe.places == probe.marks)
    let summary = try #require(probe.summaries.first)
    #expect(summary.contains(name) && summary.contains("月檢討逾期案件。"), "\(summary)")
  }

  /// What belongs to its neighbours, and what is white space.
  @Test(arguments: [
    "設親子櫃檯（👩‍👧、👨‍👩‍👧‍👦、🏳️‍🌈）。", "以泰文（ประ\u{200B}เทศ）說明。", "以阿拉伯文（\u{200F}مرحبا\u{200F}）說明。", "以緬甸文（မြန်\u{200C}မာ）說明。",
    "甲\u{3000}乙\u{A0}丙。", "葛\u{E0100}先生。", "請見❤️。", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}旗幟。",
  ])
  func belongsToItsNeighbours(measure: String) { #expect(summaries(measure) == []) }

  @Test func isReportedOnceWithItsPlaces() throws {
    let probe = RuleProbe("PT621", Self.plan(String(repeating: "每月檢討\u{200B}逾期，", count: 16) + "再檢\u{AD}討。"))
    #expect(probe.findings.count == 2)
    let first = try #require(probe.findings.first)
    #expect(first.notes.count == 5)
    #expect(first.summary(.zhHant).contains("全文共16處"))
    #expect(first.fixes.first?.edits.count == 16)
  }

  /// The fix takes out all that stand among words, and none that keep a line from being something else.
  @Test func fixTakesThemOut() {
    let text = RuleExample(
      Self.plan("每月\u{200B}檢討。\n   \u{200B}- 完成期限：107年5月", deadline: "107年\u{FEFF}3月1\u{2060}5日", units: "秘\u{AD}書室")
    ).plan
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let after = Fixer(Validator()).fix(document).report.document
    let fixed = after.source.text(in: 0..<after.source.bytes.count)
    #expect(fixed.contains("每月檢討。\n   \u{200B}- 完成期限：107年5月"))
    #expect(fixed.contains("完成期限：107年3月15日") && fixed.contains("承辦單位：秘書室"))
  }

  /// A person must look at characters that turn text around, and nothing is taken out for those that stand for
  /// something lost.
  @Test(arguments: [0x202E, 0xFFFD, 0xE001, 0xFFFF, 0x1B, 0x2028] as [UInt32])
  func nothingElseIsTakenOut(code: UInt32) throws {
    let character = try #require(Unicode.Scalar(code))
    let text = RuleExample(Self.plan("每月檢討逾\(character)期案件。")).plan
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(Fixer(Validator()).fix(document).report.document.source.bytes == document.source.bytes)
  }

  @Test func namesAndDatesAreTheSame() throws {
    #expect(NameKey("服務\u{AD}及時\u{200B}性") == NameKey("服務及時性"))
    let meaning = try #require(Deadline(PlanText("107年\u{FEFF}3月3\u{200B}1日")).meaning)
    #expect(meaning.dueDay(in: PlanYears(year: nil))?.iso == "2018-03-31")
    #expect(RuleProbe("PT302", Self.plan("每月檢討。", deadline: "107\u{2060}年4月底\u{200B}前")).findings.isEmpty)
    #expect(RuleProbe("PT202", Self.plan("每月檢討。").replacing("及時性", with: "及\u{200B}時性")).findings.isEmpty)
  }

  @Test func escapesInJSON() {
    let text = #"{"format": "plantool/1", "title": "甲\u200b計畫\uFFFD乙", "agency": "甲\\u200b"}"#
    let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: text))
    let places = Validator().findings(on: document).filter { $0.code == "PT621" }.map {
      document.source.text(in: $0.range)
    }
    #expect(places == [#"\u200b"#, #"\uFFFD"#])
  }
}
