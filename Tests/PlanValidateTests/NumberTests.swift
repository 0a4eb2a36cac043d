import PlanFormats
import PlanText
import Foundation
import PlanTestSupport
import PlanValidate
import Testing

/// Any number can stand anywhere in a file, and none of them stops a run or makes a date that the calendar has not got.
@Suite struct NumberTests {
  private static let head = "# 某某市政府警察局甲分局107年度提升服務品質執行計畫\n\n- 機關：某某市政府警察局甲分局\n"

  /// A plan whose texts state years, so that rules compare them with 年度 and 期程.
  private static func plan(year: String, period: String = "107年1月1日至107年12月31日", deadline: String = "107年4月") -> String
  {
    """
    \(head)- 年度：\(year)
    - 期程：\(period)
    - 檢核表：police-107

    ## 壹、計畫依據

    - 一、某某市政府警察局107年1月5日某警秘字第1070000001號函。

    ## 附表1、提升服務品質組織診斷具體作法表

    ### 基礎服務（200分）

    #### 服務一致及正確

    ##### 服務及時性

    1. 自107年1月1日至107年12月31日，計1年，每月檢討逾期案件，併計107年1月1日（星期一）。
       - 完成期限：\(deadline)
       - 承辦單位：秘書室
    """
  }

  private func check(_ text: String) throws { try InputKind.text.check(Array(text.utf8)) }

  @Test(arguments: NumberEdits.extremes)
  func yearOfAPlan(number: String) throws {
    try check(Self.plan(year: number))
    try check(Self.plan(year: number + "年度", period: "\(number)年1月至\(number)年12月"))
    try check(Self.plan(year: "107", period: "自\(number)年3月1日起至107年\(number)月31日止"))
    try check(Self.plan(year: "107", deadline: "\(number)年\(number)月\(number)日前"))
  }

  /// Deadlines, periods, lengths, times of day, citations and attachments of any number are read, or are none.
  @Test(arguments: NumberEdits.extremes)
  func wordsWithNumbers(number: String) throws {
    for words in [
      "#年#月#日", "民國#年#月底前", "#/#/#", "#-#-#", "#.#", "第#季", "#年第#季", "#月至#月", "#、#、#月", "#年#月起", "#月#日至#日", "每月#日",
      "每年#月#日", "每#週",
      "每年至少#次", "每週#辦理#次", "收件後#日內", "#個月內", "107年1月至#年12月，計#年", "107年1月1日至107年12月31日，計#日", "持續辦理，並請於#月#日前提供#、#年辦理情形",
      "#:#至#:#", "上午#時#分至下午#時", "##-##", "某局#年#月#日某字第#號函", "附表#、#", "附件#-#", "#、", "(#)", "甲局（#分）", "完成#%",
      "#人中有#人，占#%，共#元",
    ] {
      try InputKind.deadline.check(Array(words.replacingOccurrences(of: "#", with: number).utf8))
    }
  }

  /// A year that is far off is reported, and so is everything else.
  @Test func yearBeforeTheTableOfYears() {
    let source = SourceText(name: "a.plan.md", text: Self.plan(year: "10"))
    let codes = Set(Validator().findings(on: PlanDocument(reading: source)).map(\.code))
    #expect(codes.isSuperset(of: ["PT103", "PT203"]), "\(codes)")
  }

  static let codes: [String] = RuleRegistry.all.map { $0.description.code }

  /// The examples of a rule, with their numbers swapped, as text and as JSON.
  @Test(arguments: codes)
  func examplesWithOtherNumbers(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)).description
    for (number, example) in [rule.failing, rule.passing].enumerated() {
      let seed = (UInt64(code.dropFirst(2)) ?? 0) * 2 + UInt64(number)
      let document = PlanDocument(reading: SourceText(name: example.fileName, text: example.plan))
      try checkEdited(document, seed: seed)
    }
  }

  static let files =
    ["Examples/minimal.plan.md", "Examples/every-construct.plan.md", "Examples/broken.plan.md"]
    + Seed.allCases.map { "seeds/\($0.rawValue).plan.md" }

  @Test(arguments: files)
  func filesWithOtherNumbers(name: String) throws {
    let data = try Data(contentsOf: Package.root.appending(path: name))
    let source = SourceText(name: name, bytes: Array(data))
    var edits = NumberEdits(seed: UInt64(data.count))
    let edited = PlanDocument(reading: SourceText(name: name, bytes: edits.apply(to: source.bytes)))
    _ = Validator().report(on: edited, withConfirmations: true)
    _ = try? PlanConversion.convert(edited, to: .json)
  }

  private func checkEdited(_ document: PlanDocument, seed: UInt64) throws {
    var edits = NumberEdits(seed: seed)
    let bytes = edits.apply(to: document.source.bytes)
    try (document.syntax == .json ? InputKind.json : .text).check(bytes)
    guard document.syntax == .text, let json = try? PlanConversion.convert(document, to: .json) else { return }
    try InputKind.json.check(edits.apply(to: Array(json.utf8)))
  }
}
