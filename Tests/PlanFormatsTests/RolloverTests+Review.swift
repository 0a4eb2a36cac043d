import Testing

@testable import PlanModel

/// What was reported in the old year, as a section of the plan of the new one.
extension RolloverTests {
  /// Every report is in the review, under the measure and the headings that it stands under.
  @Test func progressBecomesAReview() throws {
    let (new, report) = try rolled(
      """
      ## 壹、計畫依據

      ## 貳、計畫目標

      提升服務。

      ## 附表1、具體作法表

      ### 基礎服務（200分）

      #### 及時性

      1. 檢討流程。
         - 完成期限：107年6月30日
         - 辦理情形：107年3月5日 完成<b>甲</b>（50%）
         - 辦理情形：107年6月20日 完成二類
      2. 檢討表單。

      ### 創新

      1. 邀集民眾。
         - 辦理情形：－
      2. 辦理競賽。
         - 辦理情形：已辦理1次
      """, withReview: true)
    #expect(report.droppedProgress == 1 && report.reviewedProgress == 3)
    #expect(
      new.contains(
        """
        ## 參、107年度執行情形檢討

        107年度具體作法計4項，有辦理情形者2項。執行成效與待改進事項：（待填）

        - 基礎服務／及時性
          - 檢討流程。
            - 107年3月5日 完成<b>甲</b>（50%）
            - 107年6月20日 完成二類
        - 創新
          - 辦理競賽。
            - 已辦理1次

        ## 附表1、具體作法表
        """))
    #expect(!new.contains("- 辦理情形："))
  }

  @Test(arguments: [("", "## 107年度執行情形檢討"), ("## 一、目標\n\n甲\n\n## 二、做法\n\n乙\n\n", "## 三、107年度執行情形檢討")])
  func aReviewGoesOnWithTheNumbers(sections: String, heading: String) throws {
    let table = "## 具體作法表\n\n### 基礎\n\n1. 檢討。\n   - 辦理情形：107年3月5日 完成甲\n"
    #expect(try rolled(sections + table, withReview: true).0.contains(heading + "\n"))
    #expect(try !rolled(sections + table).0.contains("檢討\n\n107"))
    #expect(try !rolled(sections + "## 具體作法表\n\n### 基礎\n\n1. 檢討。\n", withReview: true).0.contains("執行情形檢討"))
  }
}
