import PlanFormats
import PlanModel
import PlanText
import Testing

/// Titles and sections may be written with a line of `=` or `-` below them, as pandoc does.
@Suite struct UnderlinedHeadingTests {
  private static func read(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  @Test(arguments: [
    "某機關107年度計畫\n====\n\n- 年度：107\n\n壹、目標\n----\n\n依函辦理。\n",
    "某機關107年度計畫\r\n===\r\n\r\n- 年度：107\r\n\r\n壹、目標\r\n---  \r\n依函辦理。\r\n",
  ])
  func isAHeadingLikeAnyOther(text: String) throws {
    let document = Self.read(text)
    #expect(document.problems.isEmpty)
    #expect(document.plan.title?.string == "某機關107年度計畫")
    #expect(document.plan.sections.map(\.heading.string) == ["壹、目標"])
    let written = PlanTextWriter.text(document.plan)
    #expect(written.contains("# 某機關107年度計畫\n"))
    #expect(written.contains("\n## 壹、目標\n\n依函辦理。\n"))
    #expect(PlanTextWriter.text(Self.read(written).plan) == written)
  }

  /// A sentence, an item, several lines and a row drawn with blanks are none.
  @Test(arguments: [
    "依函辦理。\n---", "- 依函辦理\n---", "1. 依函辦理\n---", "依函\n辦理\n---", "甲課  乙課\n------", "甲|乙\n---", "依函辦理\n\n---",
    "依函辦理\n- - -", "依函辦理\n--",
  ])
  func isNoHeading(text: String) {
    let plan = Self.read("# 某機關107年度計畫\n\n- 年度：107\n\n## 壹、目標\n\n\(text)\n\n完。\n").plan
    #expect(plan.sections.count == 1)
    #expect(plan.sections.first?.heading.string == "壹、目標")
  }

  /// One cause is told once, at the first line that begins as headings do.
  @Test(arguments: [
    ("某機關107年度計畫\n\n壹、依據\n\n依函辦理。\n\n貳、方法\n\n一、檢討。\n", 3), ("# 某機關107年度計畫\n\n- 年度：107\n\n甲\n\n乙\n", 5),
    ("# 某機關107年度計畫\n\n- 年度：107\n\n前言。\n\n### 服務\n\n1. 檢討。\n", 7), ("前言。\n\n1. 檢討。\n\n壹、依據\n", 5),
  ])
  func aFileWithoutSectionsHasOneProblem(text: String, line: Int) {
    let document = Self.read(text)
    let misplaced = document.problems.filter { if case .misplaced = $0.value { true } else { false } }
    #expect(misplaced.count { if case .misplaced(.withoutSections) = $0.value { true } else { false } } == 1)
    #expect(misplaced.map { document.source.line(at: $0.range.lowerBound) } == [line])
  }
}
