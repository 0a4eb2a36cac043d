import PlanTestSupport
import Testing

@testable import PlanFormats
@testable import PlanModel
@testable import PlanText

/// A plan for another year: dates that are due are moved, the rest is marked and never rewritten.
@Suite struct RolloverTests {
  @Test(arguments: [
    ("107年4月", "108年4月"), ("１０７年４月", "１０８年４月"), ("4月底", "4月底"), ("107/4/30", "108/4/30"), ("2018-04-30", "2019-04-30"),
    ("107.4.30", "108.4.30"), ("4/30", "4/30"), ("107/4", "108/4"),
    ("自107年1月1日起至107年12月31日止，計1年", "自108年1月1日起至108年12月31日止，計1年"),
    ("107年每月至少2次", "108年每月至少2次"), ("每年至少1次", "每年至少1次"), ("民國107年度", "民國108年度"), ("12/107", "12/107"),
    ("1.107倍", "1.107倍"),
  ])
  func yearsMove(old: String, new: String) {
    #expect(YearShift(years: 1).moved(old).text == new)
  }

  @Test func mentionsThatMayBeOutOfDate() {
    let text = "依警察局106年4月2日北市警秘字第10733653600號函，26項（100%）於6個工作日內提供106、107年1,919次紀錄；第1類及1.集會、第142條、1年、3月起"
    #expect(
      StaleMentions().list(in: text)
        == ["106年4月2日", "北市警秘字第10733653600號", "26項", "100%", "6個工作日", "106、107年", "1,919次", "3月"])
    #expect(StaleMentions().list(in: "二場次、單一窗口、一次告知") == [])
  }

  func rolled(
    _ body: String, to year: Int = 108, checklist: Checklist? = nil, withReview: Bool = false
  ) throws -> (
    String, PlanRollover.Report
  ) {
    let text = "# 甲機關107年度計畫\n\n- 機關：甲\n- 年度：107\n- 期程：107年1月1日至107年12月31日\n- 檢核表：own\n\n" + body
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    try #require(document.problems.isEmpty)
    let rollover = try #require(PlanRollover(document.plan, to: year, checklist: checklist, withReview: withReview))
    let new = PlanTextWriter.text(rollover.plan)
    let reread = PlanDocument(reading: SourceText(name: "b.plan.md", text: new))
    #expect(reread.problems.isEmpty)
    #expect(PlanJSON.output(reread.plan).text() == PlanJSON.output(rollover.plan).text())
    return (new, rollover.report)
  }

  @Test(arguments: MeasureField.allCases.filter { $0.kind == .text })
  func whatMayBeOutOfDateIsMarkedInEveryField(field: MeasureField) throws {
    let (new, _) = try rolled("## 附表1、具體作法表\n\n### 基礎\n\n1. 檢討。\n   - \(field.name)：106年的26項\n")
    #expect(new.contains("106年、26項"))
    #expect(new.contains("   - \(field.name)：106年的26項\n"))
    guard field.isShared else { return }
    #expect(try rolled("## 附表1、具體作法表\n\n### 基礎\n\n- \(field.name)：106年的26項\n\n1. 檢討。\n").0.contains("106年、26項"))
  }

  @Test func measuresAreMarkedAndTheirDeadlinesMoved() throws {
    let (new, report) = try rolled(
      """
      ## 貳、計畫目標

      延續106年成果。

      - 一、不變。
      - 二、增加3場。

      ## 附表1、具體作法表

      ### 基礎服務

      - 完成期限：賡續辦理，並請於107年6月29日前提供106、107年件數

      1. 檢討26項流程。
         - 完成期限：107年4月
         - 辦理情形：107年3月 完成（50%）
      2. 辦理講習。
         - 完成期限：儘速於107年
      """)
    #expect(
      new == """
        # 甲機關108年度計畫

        - 機關：甲
        - 年度：108
        - 期程：108年1月1日至108年12月31日
        - 檢核表：own

        ## 貳、計畫目標

        <!-- 待確認：106年 -->
        延續106年成果。

        - 一、不變。
        <!-- 待確認：3場 -->
        - 二、增加3場。

        ## 附表1、具體作法表

        <!-- 待確認：106、107年 -->

        ### 基礎服務

        - 完成期限：賡續辦理，並請於108年6月29日前提供106、107年件數

        <!-- 待確認：26項 -->
        1. 檢討26項流程。
           - 完成期限：108年4月
        <!-- 待確認：107年 -->
        2. 辦理講習。
           - 完成期限：儘速於107年

        """)
    #expect(report.movedDates == 5)
    #expect(report.marks == 5)
    #expect(report.droppedProgress == 1)
  }

  /// Rolling on does not pile up marks.
  @Test func marksAreMadeAnew() throws {
    let document = PlanDocument(
      reading: SourceText(
        name: "a.plan.md", text: "# 甲\n\n- 年度：107\n\n## 貳、目標\n\n<!-- 待確認：106年 -->\n106年成果。\n"))
    let plan = try #require(PlanRollover(document.plan, to: 108)).plan
    #expect(PlanTextWriter.text(plan).components(separated: "待確認") == 1)
  }

  @Test func leapDaysBecomeThe28th() throws {
    let text = "# 甲\n\n- 年度：109\n\n## 附表1、具體作法表\n\n### 甲\n\n1. 乙\n   - 完成期限：109年2月29日\n2. 丙\n   - 完成期限：2月29日前\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let rollover = try #require(PlanRollover(document.plan, to: 110))
    #expect(rollover.report.leapDays == ["109年2月29日 → 110年2月28日", "2月29日前 → 2月28日前"])
    #expect(rollover.report.marks == 2)
    let again = try #require(PlanRollover(document.plan, to: 113))
    #expect(again.report.leapDays.isEmpty)
  }

  @Test func anotherChecklistRenamesDropsAndAdds() throws {
    let checklist = try #require(
      Checklist.read(
        SourceText(
          name: "c.md",
          text: """
            # 新檢核表

            - 代號：new-108
            - 欄位：評核構面、評核項目、評核重點、具體作法、完成期限

            ## 基礎服務（150分）

            ### 服務友善

            #### 網站好用程度

            - 原名：網站使用便利性

            #### 新重點

            - [ ] 要做的事。

            ### 服務一致

            - 別名：服務一致及正確

            #### 服務及時性
            """)
      ).checklist)
    let (new, report) = try rolled(
      """
      ## 附表1、具體作法表

      ### 一、基礎服務（200分）

      #### 服務一致及正確

      - 完成期限：持續辦理

      ##### 服務及時性

      - 甲

      ##### 舊重點

      - 乙

      #### 服務友善

      ##### 網站使用便利性

      - 丙
      """, checklist: checklist)
    #expect(report.renamed.map { "\($0.old)→\($0.new)" } == ["網站使用便利性→網站好用程度", "服務一致及正確→服務一致"])
    #expect(report.dropped == ["基礎服務／服務一致及正確／舊重點"])
    #expect(report.added == ["基礎服務／服務友善／新重點"])
    #expect(
      new.hasSuffix(
        """
        ### 一、基礎服務（150分）

        #### 服務友善

        ##### 網站好用程度

        - 丙

        ##### 新重點

        <!-- □ 要做的事。 -->
        - （待填）
          - 完成期限：（待填）

        #### 服務一致

        - 完成期限：持續辦理

        ##### 服務及時性

        - 甲

        <!-- 待確認：新檢核表沒有以下各項，請移到適當的重點或刪除 -->

        ### 未列入新檢核表之作法

        #### 基礎服務／服務一致及正確／舊重點

        - 完成期限：持續辦理

        - 乙

        """))
  }

  @Test(arguments: 0..<10)
  func generatedPlansRollOver(block: UInt64) throws {
    for seed in (block * 10)..<(block * 10 + 10) {
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: PlanGenerator.text(seed: seed)))
      for checklist in [nil, ChecklistCatalog.builtIn.checklist(identifier: "police-107")] {
        guard let plan = PlanRollover(document.plan, to: 112, checklist: checklist)?.plan else { continue }
        let reread = PlanDocument(reading: SourceText(name: "b.plan.md", text: PlanTextWriter.text(plan)))
        #expect(reread.problems.isEmpty, "seed \(seed) \(reread.problemList)")
      }
    }
  }

  @Test(arguments: ["police-107", "district-109", "household-105"])
  func newPlansRead(identifier: String) throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: identifier))
    let plan = NewPlan.plan(agency: "某某市政府甲機關", year: 110, checklist: checklist)
    let text = PlanTextWriter.text(plan)
    let reread = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(reread.problems.isEmpty, "\(reread.problemList)")
    #expect(PlanJSON.output(reread.plan).text() == PlanJSON.output(plan).text())
  }
}

extension String {
  /// How often a word occurs.
  fileprivate func components(separated word: String) -> Int { ranges(of: word).count }
}
