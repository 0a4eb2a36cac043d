import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanFormats

/// Lists as they come out of a word processor are lists.
@Suite struct WordBulletTests {
  private func measures(_ list: String) throws -> [Measure] {
    let text = "# 甲計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 服務一致\n\n\(list)\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.problems.isEmpty, "\(document.problems)")
    let canonical = try PlanConversion.canonical(document)
    let again = PlanDocument(reading: SourceText(name: "a.plan.md", text: canonical))
    #expect(PlanJSON.output(again.content).text() == PlanJSON.output(document.content).text())
    func all(_ group: MeasureGroup) -> [Measure] { group.measures + group.groups.flatMap { all($0) } }
    guard case .measures(let table)? = document.plan.sections.first?.content else { return [] }
    return table.groups.flatMap { all($0) }
  }

  @Test(arguments: "•‣∙▪▫◦·‧●◎◆◇➢➤►▶\u{F0B2}\u{F0D8}".unicodeScalars.map { $0 })
  func areItems(bullet: Unicode.Scalar) throws {
    for gap in ["", " ", "　", "\t"] {
      let mark = "\(bullet)\(gap)"
      let found = try measures("\(mark)訂定標準作業程序\n  - 完成期限：107年6月\n\(mark)檢討申辦須知\n  - 完成期限：107年7月")
      #expect(found.map(\.text.string) == ["訂定標準作業程序", "檢討申辦須知"], "\(mark)")
      #expect(found.map(\.fields.deadline?.text.string) == ["107年6月", "107年7月"], "\(mark)")
    }
  }

  /// Below a number they say more of it, whether they are indented or not, and another bullet below one is the next
  /// level.
  @Test(arguments: ["1. ", "一、", "（一）", "甲、", "1\\. "])
  func sayMoreOfTheNumberAboveThem(number: String) throws {
    for lines in ["• 甲案\n• 乙案", "  ● 甲案\n  ➢ 細目\n  ● 乙案", "◆甲案\n◎細目"] {
      let found = try measures("\(number)訂定標準作業程序：\n\(lines)\n  - 完成期限：107年6月")
      #expect(found.count == 1, "\(number)\(lines)")
      #expect(found.first?.fields.deadline?.text.string == "107年6月", "\(number)\(lines)")
      #expect(found.first?.text.string.hasPrefix("訂定標準作業程序：\n") == true, "\(number)\(lines)")
    }
  }

  /// Marks that say something, and what is explained or drawn with such a sign.
  @Test(arguments: ["●：已完成", "◎、○為記號", "■已完成", "□未完成", "★重點", "※附註", "●●●", "◎", "•", "○一"])
  func areNoOtherMarks(line: String) {
    let tree = BlockTree(SourceText(name: "", text: line))
    #expect(tree.blocks.allSatisfy { $0.kind != .item }, "\(line)")
  }

  /// 甲、 and `1\.` are numbers, and are written as they are meant.
  @Test func numbersOfOtherPrograms() throws {
    let found = try measures("1\\. 訂定標準作業程序\n   - 完成期限：107年6月\n2\\. 檢討申辦須知\n   - 完成期限：107年7月")
    #expect(found.map(\.label?.text) == ["1.", "2."])
    let stems = try measures("甲、訂定標準作業程序\n  - 完成期限：107年6月\n乙、檢討申辦須知\n  - 完成期限：107年7月")
    #expect(stems.map(\.label?.text) == ["甲、", "乙、"])
  }
}
