import PlanTestSupport
import PlanValidate
import Testing

/// Traps of the rules on proposals, where their two examples are not enough.
@Suite struct ProposalRuleTests {
  private static let beginning = """
    # 某某市政府創意提案表

    - 文件種類：創意提案
    - 提案名稱：線上預約
    - 提案年度：106
    - 提案單位：某某市政府甲局


    """

  private func probe(_ code: String, _ text: String) -> RuleProbe { RuleProbe(code, Self.beginning + text) }

  // MARK: The form

  @Test func fieldsOfTheFormAreAskedFor() {
    let probe = RuleProbe("PT101", "# ↓↓提案表\n\n- 文件種類：創意提案\n- 年度：106\n")
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.map { $0.contains("「提案名稱」") } == [true, false])
    let malformed = RuleProbe("PT102", "# 提案表\n\n- 文件種類：創意提案\n- 提案名稱：↓\n- 提案年度：↓2017\n- 提案單位：甲\n")
    #expect(malformed.places == malformed.marks)
  }

  @Test func plansAreNotAskedForPartsOfTheForm() {
    #expect(RuleProbe("PT110", "## 壹、計畫目標\n\n提升服務品質。").findings.isEmpty)
    // Nor are proposals asked for what plans have.
    for code in ["PT201", "PT203", "PT404", "PT405"] { #expect(probe(code, "## 提案緣起\n\n甲。").findings.isEmpty) }
  }

  @Test func pastedBoxesAreNoBoxes() {
    let probe = probe("PT110", "## 提案類別\n\n■創新獎 □精進獎\n")
    #expect(probe.summaries.contains { $0.contains("沒有方格") })
  }

  // MARK: Numbers and attachments

  @Test func numbersMayGoOnThroughThePhases() {
    let text = """
      ## 實施方法

      ### 一、期程

      - (一)準備
      - (二)第一階段
        - 時程：106年1月至3月
      - (三)第二階段
        - 時程：106年4月至6月
      - (四)檢討

      ### ↓三、其他

      - ↓(三)甲
      """
    let probe = probe("PT106", text)
    #expect(probe.places == probe.marks, "\(probe.summaries)")
  }

  @Test func attachmentWithoutANumberIsReportedOnlyWhereAttachmentsAreReferredTo() {
    #expect(probe("PT108", "## 提案緣起\n\n甲。\n\n## 附件\n\n照片。").findings.isEmpty)
    let text = "## 提案緣起\n\n如↓附件1，詳如附件1。\n\n## 附件\n\n照片。"
    let referred = probe("PT107", text)
    #expect(referred.places == referred.marks)
    #expect(referred.findings.first?.notes.count == 2)
    // One cause, one finding.
    #expect(probe("PT108", text).findings.isEmpty)
    let other = probe("PT108", "## 提案緣起\n\n如附件1。\n\n## 附件1\n\n表。\n\n## ↓附件\n\n照片。")
    #expect(other.places == other.marks)
    #expect(referred.summaries.first?.contains("另外") == false)
    let absent = probe("PT107", "## 提案緣起\n\n如↓附件1，如附件2。\n\n## 附件2\n\n照片。")
    #expect(absent.places == absent.marks)
  }

  @Test func periodsOfPhasesAreRead() {
    let text = "## 實施方法\n\n- 第一階段\n  - 時程：↓詳附件\n- 第二階段\n  - 時程：106年1月至3月\n"
    let probe = probe("PT302", text)
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.first?.hasPrefix("無法判讀時程") == true)
    let impossible = self.probe("PT303", "## 實施方法\n\n- 第一階段\n  - 時程：自↓106年2月30日起至106年3月1日止\n")
    #expect(impossible.places == impossible.marks)
  }

  @Test func namesInAProposalGetOneNote() {
    let table = "## 提案人員\n\n| 身分 | 姓名 | 貢獻度 |\n| --- | --- | --- |\n"
    let probe = probe("PT406", table + "| 主要提案人 | ↓王小明 | 60% |\n| 參與提案人 | 李大同 | 40% |\n")
    #expect(probe.places == probe.marks)
    #expect(probe.findings.map(\.severity) == [.note])
    #expect(self.probe("PT406", table + "| 主要提案人 | 王○○ | 100% |\n").findings.isEmpty)
  }

  @Test(arguments: [("a@example.gov.tw", ["note"]), ("someone@gmail.com", ["note", "warning"])])
  func theContactOfAProposalIsOneFinding(address: String, severities: [String]) throws {
    let text = "## 聯絡窗口\n\n- 電話：02-2222-3333\n- 電子郵件：\(address)\n"
    let probe = probe("PT406", text)
    #expect(probe.findings.map(\.severity.rawValue).sorted() == severities)
    let finding = try #require(probe.findings.first)
    #expect(finding.summary(.zhHant).contains("電子郵件") == (severities.count == 1))
  }

  // MARK: Phases

  private func phases(_ periods: [String], name: (Int) -> String = { "第\($0)階段" }) -> String {
    "## 實施方法\n\n"
      + periods.enumerated().map { "- \(name($0.offset + 1))\n  - 時程：\($0.element)\n" }.joined()
  }

  @Test func phasesThatAreNotSurelyWrongAreLeftAlone() {
    for periods in [
      ["106年1月至3月", "106年3月至5月"], ["106年1月1日至3月31日", "106年3月31日至5月31日"], ["10月至12月", "1月至3月"],
      ["106年1月至3月", "持續辦理"], ["106年1月至3月", "106年10月至12月"], ["105年12月至106年2月", "106年2月至4月"],
    ] {
      #expect(probe("PT111", phases(periods)).findings.isEmpty, "\(periods)")
    }
    #expect(probe("PT111", phases(["106年1月至6月", "106年2月至3月"]) { "工作\($0)" }).findings.isEmpty)
  }

  @Test func phasesThatOverlapAreReported() {
    for periods in [
      ["106年1月至3月", "↓106年2月至5月"], ["106年1月至3月", "↓106年1月至3月"], ["106年4月至6月", "↓106年1月至3月"],
      ["自105年8月8日起至同年12月31日止", "↓自105年1月1日起至同年2月28日止"],
    ] {
      let probe = probe("PT111", phases(periods))
      #expect(probe.places == probe.marks, "\(periods)")
    }
    let named = probe("PT111", phases(["106年1月至3月", "↓106年2月至5月"]) { "第 \($0) 期" })
    #expect(named.places.count == 1)
  }

  // MARK: Figures

  @Test func sharesThatCannotBeSummedAreNamed() {
    func table(_ shares: [String]) -> String {
      "## 提案人員\n\n| 身分 | 姓名 | 貢獻度 |\n| --- | --- | --- |\n" + shares.map { "| 甲 | | \($0) |\n" }.joined()
    }
    for shares in [["40%", "30％", "30"], ["33.3%", "33.3%", "33.3%"], ["", ""], ["100%"], ["33.34%", "66.66%"]] {
      #expect(probe("PT503", table(shares)).findings.isEmpty, "\(shares)")
    }
    for shares in [
      ["↓33%", "33%", "33%"], ["40%", "↓四成"], ["↓120%", "10%"], ["↓33.3%", "33.3%", "33.1%"], ["↓60%", "60%"],
    ] {
      let probe = probe("PT503", table(shares))
      #expect(probe.places == probe.marks, "\(shares) \(probe.summaries)")
    }
    #expect(probe("PT503", table(["40%", ""])).findings.count == 1)
  }

  @Test func pointBehindUnitIsReportedWithItsTwin() {
    let probe = probe("PT504", "## 提案緣起\n\n約↓１１７萬８．１５４張。\n\n## 附件9\n\n省下 117 萬 8,154 張\n")
    #expect(probe.places == probe.marks)
    #expect(probe.findings.map(\.notes.count) == [1])
    #expect(probe.findings.flatMap(\.fixes).isEmpty)
    // A blank in the number is one only where the same number stands elsewhere.
    let blank = self.probe("PT504", "## 提案緣起\n\n約↓117萬 8.154張，省下117萬8,154張。")
    #expect(blank.places == blank.marks)
  }

  @Test func ordinaryDecimalsAreLeftAlone() {
    for text in [
      "1.5萬元", "2.5日", "3.141", "第5.2節", "0.1174元", "10萬1.5公里", "3億1.234萬元", "5萬8,000.5元", "一萬2.345", "117萬8.1545",
      "成長3萬2.345%",
    ] {
      #expect(probe("PT504", "## 提案緣起\n\n\(text)。").findings.isEmpty, "\(text)")
    }
  }
}
