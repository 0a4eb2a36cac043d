import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanRender

@Suite struct CalendarFormatTests {
  /// The lines of a calendar, put together where they are folded; every line of the file must be short.
  private func lines(_ plan: Plan) throws -> [String] {
    let text = try Renderer.text(.deadlines, of: plan, checklist: nil, as: .ics)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    // CRLF is one character to Swift.
    let written = text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
    #expect(written.allSatisfy { $0.utf8.count <= 75 })
    #expect(written.allSatisfy { !$0.contains("\n") && !$0.contains("\r") })
    return unfolded(text).split(separator: "\r\n").map(String.init)
  }

  /// The text with its lines whole. A character may be cut, so that only bytes tell where.
  private func unfolded(_ text: String) -> String {
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    var bytes = Array(lines[0])
    for line in lines.dropFirst() {
      if line.first == 0x20, bytes.last == 0x0D { bytes.removeLast() } else { bytes.append(0x0A) }
      bytes += line.first == 0x20 ? line.dropFirst() : line
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func values(_ name: String, _ lines: [String]) -> [String] {
    lines.filter { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
      .map { String($0.split(separator: ":", maxSplits: 1).last ?? "") }
  }

  private func plan(_ rest: String = "") throws -> Plan {
    try PlanSketch.plan(
      """
      - 承辦單位：秘書室、人事室

      ### 基礎

      1. 甲，乙；丙\\丁。
         - 完成期限：107年12月31日
      2. 賡續檢討。
         - 完成期限：持續辦理
      3. 每季檢討。
         - 完成期限：107年每季
      \(rest)
      """, metadata: "- 年度：107\n- 期程：107年1月1日至107年12月31日")
  }

  @Test func everyDayIsAnEvent() throws {
    let lines = try lines(plan())
    #expect(values("DTSTART", lines) == ["20180331", "20180630", "20180930", "20181231", "20181231"])
    // The end is the first day that does not belong to the event.
    #expect(values("DTEND", lines) == ["20180401", "20180701", "20181001", "20190101", "20190101"])
    #expect(values("DTSTAMP", lines) == values("DTSTART", lines).map { $0 + "T000000Z" })
    #expect(Set(values("UID", lines)).count == 5)
    #expect(values("SUMMARY", lines).contains("秘書室、人事室：甲，乙；丙\\\\丁。"))
    #expect(try Renderer.undated(in: .plan(plan()), checklist: nil) == 1)
  }

  /// Whoever imports a calendar again gets what changed, and no event twice.
  @Test func otherMeasuresChangeNoIdentifier() throws {
    let before = Set(values("UID", try lines(plan())))
    let after = Set(values("UID", try lines(plan("4. 新增。\n   - 完成期限：107年5月1日"))))
    #expect(before.isSubset(of: after) && after.count == before.count + 1)
  }

  @Test func sameWordsAreSeveralEvents() throws {
    let twice = try PlanSketch.plan(
      "### 基礎\n\n1. 甲。\n   - 完成期限：107年5月1日\n2. 乙。\n   - 完成期限：107年5月1日\n\n### 遞送\n\n1. 甲。\n   - 完成期限：107年5月1日")
    let identifiers = values("UID", try lines(twice))
    #expect(identifiers.count == 3 && Set(identifiers).count == 3)
  }

  @Test func noDayIsNoCalendar() throws {
    let plan = try PlanSketch.plan("### 基礎\n\n1. 甲。\n   - 完成期限：持續辦理")
    #expect(throws: RenderError.noDays) { try Renderer.text(.deadlines, of: plan, checklist: nil, as: .ics) }
  }

  @Test(arguments: ["a", "甲", "é", "👨‍👩‍👧", "\u{10FFFF}"], [1, 24, 25, 26, 74, 75, 76, 500])
  func foldingKeepsEveryCharacter(character: String, count: Int) {
    let line = "SUMMARY:" + String(repeating: character, count: count)
    let folded = ICSFormat.folded(line)
    let lines = folded.utf8.split(separator: 0x0A).map { $0.count { $0 != 0x0D } }
    #expect(lines.allSatisfy { $0 <= 75 })
    #expect(unfolded(folded) == line)
  }

  @Test func nothingInATextEndsALine() {
    #expect(ICSFormat.escaped("甲\r\n乙;丙,丁\\\u{1}\u{7F}") == "甲\\n乙\\;丙\\,丁\\\\")
  }

  @Test(arguments: Seed.plans) func realPlans(seed: Seed) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    guard let lines = try? lines(plan) else { return }
    let table = try PlanSketch.table(
      .deadlines, of: plan, options: RenderOptions(expandsRecurrences: true, addsISODates: true))
    let days = table.rows.compactMap { $0.last?.text }.filter { !$0.isEmpty }
    #expect(values("DTSTART", lines).sorted() == days.map { $0.replacing("-", with: "") }.sorted())
    #expect(Set(values("UID", lines)).count == days.count)
  }
}
