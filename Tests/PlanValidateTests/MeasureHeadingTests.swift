import PlanTestSupport
import PlanValidate
import Testing

/// Headings over measures as agencies write them: with a remark behind the name, and with numbers that go on in the
/// measures below.
@Suite struct MeasureHeadingTests {
  private static let item = "### 基礎服務\n\n#### 服務一致及正確\n\n"

  /// Forms print what a focus is about in its cell.
  @Test(arguments: ["（服務及時性係指…）", " (說明)", "(含)（不含）"])
  func aRemarkInBracketsIsNoPartOfAName(remark: String) {
    func says(_ code: String, of name: String) -> Bool {
      let text = Self.item + "##### \(name)\(remark)\n\n1. 甲。\n"
      return RuleProbe(code, text).findings.contains { $0.summary(.zhHant).contains(name) }
    }
    for code in ["PT202", "PT203"] { #expect(!says(code, of: "服務及時性"), "\(code)") }
    #expect(says("PT202", of: "服務即時性"))
  }

  @Test func anOfficialNameWithBracketsIsFoundAsAWhole() {
    let text = "### 一、基礎服務（200分）\n\n#### 服務一致及正確\n\n##### （服務及時性）\n\n1. 甲。\n"
    #expect(RuleProbe("PT202", text).findings.count == 1)
  }

  /// The numbers of a focus may go on over the headings below it.
  @Test(arguments: [
    ("- 4-1 甲。\n\n###### 2. 丁\n\n- 4-2 乙。\n\n###### 3. 戊\n\n- 4-3 丙。\n- 4-4 己。\n", 0),
    ("- 4-1 甲。\n\n###### 2. 丁\n\n- ↓4-3 乙。\n", 1), ("- 4-1 甲。\n- 4-2 乙。\n\n###### 2. 丁\n\n- 4-1 乙。\n- ↓4-3 丙。\n", 1),
  ])
  func pairsGoOn(items: String, faults: Int) {
    for heading in ["", "###### 1. 己\n\n"] {
      let probe = RuleProbe("PT106", Self.item + "##### 服務及時性\n\n" + heading + items)
      #expect(probe.places == probe.marks && probe.marks.count == faults, "\(heading)")
    }
  }

  /// What comes behind a heading 2. and is no part of it has no other place than below it.
  @Test(arguments: [
    "1. (1)甲。\n2. (2)乙。\n\n", "- (1)甲。\n- (2)乙。\n- 3.丙。\n", "- 3.丙。\n- 4.丁。\n", "- 1.甲。\n- 2.乙。\n- 3.丙。\n",
    "- 1.甲。\n- ↓3.丙。\n- 4.丁。\n", "- ↓4.丙。\n",
  ])
  func measuresGoOnFromTheHeading(items: String) {
    let probe = RuleProbe("PT106", Self.item + "##### 服務及時性\n\n###### 1. 己\n\n- (1)甲。\n\n###### 2. 庚\n\n" + items)
    #expect(probe.places == probe.marks)
  }
}
