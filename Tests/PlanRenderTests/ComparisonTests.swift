import Foundation
import PlanTestSupport
import Testing

@testable import PlanFormats
@testable import PlanModel
@testable import PlanRender
@testable import PlanText

/// What differs between two plans, by what they mean.
@Suite struct ComparisonTests {
  private static let head = "# 甲機關107年度計畫\n\n- 機關：甲\n- 年度：107\n- 期程：107年1月1日至107年12月31日\n\n"

  private func plan(_ body: String, year: Int = 107) throws -> Plan {
    let text = (Self.head + body).replacing("107", with: String(year))
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    try #require(document.problems.isEmpty)
    return document.plan
  }

  /// What is told, a line for each change and each of its fields.
  private func told(_ old: Plan, _ new: Plan) -> [String] {
    let comparison = PlanComparison(old, new)
    return comparison.changes.flatMap { change -> [String] in
      let thing = change.new.map { comparison.new.things[$0] } ?? change.old.map { comparison.old.things[$0] }
      let mark = ComparisonMark(change).rawValue
      let head = "\(mark) \(change.kind) \(thing?.name.string ?? "") \(change.move?.rawValue ?? "")"
        .trimmingWhiteSpace()
      return [head]
        + change.fields.map { field in
          let parts = field.removed.map { "-\($0)" } + field.added.map { "+\($0)" }
          let words = parts.isEmpty ? ["\(field.old?.string ?? "·") → \(field.new?.string ?? "·")"] : parts
          return "  \(field.name.key): \(words.joined(separator: " "))"
            + (field.measures > 0 ? " (\(field.measures))" : "")
        }
    } + comparison.units.map { "unit \($0.name) \($0.old) → \($0.new)" }
  }

  private static let table = """
    ## 附表1、具體作法表

    ### 一、基礎服務（200分）

    1. 檢討申辦業務標準作業流程。
       - 完成期限：107年6月30日
       - 承辦單位：行政科；秘書室
    2. 辦理電話禮貌測試，每季至少一次。
       - 完成期限：每季
       - 承辦單位：秘書室

    ### 二、服務遞送

    - 完成期限：107年12月31日
    - 承辦單位：行政科

    1. 建置單一窗口。
    2. 提供到府服務。

    """

  private func told(_ changes: (String, String)...) throws -> [String] {
    var text = Self.table
    for (old, new) in changes {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return try told(plan(Self.table), plan(text))
  }

  @Test func spellingIsNoDifference() throws {
    #expect(try told(("107年6月30日", "6月底")) == [])
    #expect(try told(("107年6月30日", "１０７年６月３０日"), ("1. 檢討", "1. 檢 討"), ("流程。", "流程 。")) == [])
    #expect(try told(("行政科；秘書室", "秘書室、行政科")) == [])
    #expect(try told(("一、基礎服務", "壹、基礎服務"), ("（200分）", "(200 分)")) == [])
  }

  @Test func fieldsAreComparedByWhatTheyMean() throws {
    #expect(
      try told(("107年6月30日", "7月底")) == ["changed measure 檢討申辦業務標準作業流程。", "  deadline: 107年6月30日 → 7月底"])
    #expect(
      try told(("行政科；秘書室", "秘書室；資訊室")) == [
        "changed measure 檢討申辦業務標準作業流程。", "  units: -行政科 +資訊室", "unit 資訊室 0 → 1",
      ])
    #expect(try told(("200分", "150分")) == ["changed heading 一、基礎服務（150分）", "  weight: 200 → 150"])
    #expect(
      try told(("至少一次", "至少兩次")) == [
        "changed measure 辦理電話禮貌測試，每季至少兩次。", "  text: 辦理電話禮貌測試，每季至少一次。 → 辦理電話禮貌測試，每季至少兩次。",
      ])
  }

  @Test func whatAHeadingSaysIsToldOnce() throws {
    #expect(
      try told(("107年12月31日", "107年11月30日")).suffix(2) == [
        "changed heading 二、服務遞送", "  deadline: 107年12月31日 → 107年11月30日 (2)",
      ])
    // Written at each measure instead of at the heading it says the same.
    #expect(
      try told(
        ("- 完成期限：107年12月31日\n- 承辦單位：行政科\n\n", ""),
        ("單一窗口。", "單一窗口。\n   - 完成期限：107年12月31日\n   - 承辦單位：行政科"),
        ("到府服務。", "到府服務。\n   - 完成期限：107年12月31日\n   - 承辦單位：行政科")) == [])
  }

  @Test func movedMeasuresAreTheSame() throws {
    let moved = "2. 辦理電話禮貌測試，每季至少一次。\n   - 完成期限：每季\n   - 承辦單位：秘書室\n"
    #expect(
      try told((moved, ""), ("2. 提供到府服務。\n", "2. 提供到府服務。\n3" + moved.dropFirst()))
        == ["moved measure 辦理電話禮貌測試，每季至少一次。 elsewhere"])
    #expect(
      try told(("1. 建置單一窗口。\n2. 提供到府服務。", "1. 提供到府服務。\n2. 建置單一窗口。")).count == 1)
    #expect(
      try told(("1. 建置單一窗口。\n", "1. 全新作法。\n2. 建置單一窗口。\n")) == ["added measure 全新作法。"])
    #expect(try told(("2. 提供到府服務。\n", "")) == ["removed measure 提供到府服務。"])
  }

  @Test func aRenamedHeadingKeepsItsMeasures() throws {
    #expect(
      try told(("二、服務遞送", "二、服務遞送與傳遞")) == [
        "changed heading 二、服務遞送與傳遞", "  text: 服務遞送 → 服務遞送與傳遞",
      ])
  }

  @Test func yearsThatMoveWithThePlanAreNoDifference() throws {
    let (old, new) = (try plan(Self.table), try plan(Self.table, year: 108))
    #expect(told(old, new) == ["changed plan 甲機關108年度計畫", "  year: 107 → 108"])
    let stale = try plan(Self.table.replacing("107年6月30日", with: "106年6月30日"), year: 108)
    #expect(told(old, stale).suffix(1) == ["  deadline: 107年6月30日 → 106年6月30日"])
  }

  @Test func citationsAreKnownByTheirNumbers() throws {
    let one = "## 壹、計畫依據\n\n- 一、甲部107年3月1日甲字第1070000001號函頒「某某計畫」。\n- 二、乙法第3條。\n"
    let other = "## 壹、計畫依據\n\n- 一、乙法第3條。\n- 二、依據甲部 107年3月2日甲字第1070000001號函修正之規定。\n"
    let told = told(try plan(one), try plan(other))
    #expect(told.filter { $0.hasPrefix("added") || $0.hasPrefix("removed") } == [])
    #expect(told.contains("  text: 甲部107年3月1日甲字第1070000001號函頒「某某計畫」。 → 依據甲部 107年3月2日甲字第1070000001號函修正之規定。"))
  }

  @Test(arguments: Seed.plans)
  func aPlanIsEqualToItself(seed: Seed) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    #expect(told(plan, plan) == [])
    let text = try PlanConversion.canonical(PlanDocument(reading: try seed.source()))
    #expect(told(plan, PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).plan) == [])
  }

  /// A character more anywhere in a plan is told, but for one in a deadline that means the same nevertheless.
  @Test(arguments: Seed.plans.map { "seeds/\($0.rawValue).plan.md" } + ["Examples/every-construct.plan.md"])
  func everyCharacterCounts(file: String) throws {
    let data = try Data(contentsOf: Package.root.appending(path: file))
    let text = String(decoding: data, as: UTF8.self)
    let old = PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).plan
    let places = text.unicodeScalars.indices.filter { text.unicodeScalars[$0].properties.isIdeographic }
    for place in stride(from: 7, to: places.count, by: max(1, places.count / 40)).map({ places[$0] }) {
      var changed = text
      changed.unicodeScalars.insert("囍", at: changed.unicodeScalars.index(after: place))
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: changed))
      if document.problems.contains(where: \.value.hidesParts) { continue }
      let line = text[..<place].split(separator: "\n", omittingEmptySubsequences: false).count
      func deadlines(_ plan: Plan) -> [String] {
        PlacedMeasures(of: plan, checklist: nil).deadlines.map(\.value.text.string)
      }
      let isEqual =
        PlanComparison(old, document.plan).isEmpty && deadlines(old) == deadlines(document.plan)
      #expect(
        !isEqual,
        "\(file), line \(line): \(changed.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].prefix(120))"
      )
    }
  }

  @Test func generatedPlansAreEqualToThemselvesAndDifferFromOthers() {
    var former: Plan?
    for seed in 1...60 as ClosedRange<UInt64> {
      var generator = PlanGenerator(seed: seed)
      let plan = generator.plan()
      #expect(told(plan, plan) == [])
      if let former {
        let there = PlanComparison(former, plan).changes
        let back = PlanComparison(plan, former).changes
        #expect(there.isEmpty == back.isEmpty)
        #expect(
          there.count { $0.old == nil } - there.count { $0.new == nil } == back.count { $0.new == nil }
            - back.count { $0.old == nil })
      }
      former = plan
    }
  }

  /// A plan that was rolled over differs in what the report on that says: its year, progress and marks.
  @Test(arguments: Seed.plans)
  func aPlanOfTheNextYearKeepsItsDeadlines(seed: Seed) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    let year = try #require(plan.metadata.intendedROCYear)
    let rollover = try #require(PlanRollover(plan, to: year + 1))
    let comparison = PlanComparison(plan, rollover.plan)
    #expect(comparison.changes.filter { $0.kind == .measure && $0.move != nil }.isEmpty)
    let fields = comparison.changes.filter { $0.kind == .measure || $0.kind == .heading }.flatMap(\.fields)
    #expect(fields.allSatisfy { $0.name == .field(.progress) }, "\(fields)")
    let marks = comparison.changes.filter { $0.kind == .comment && $0.old == nil }
    #expect(marks.count == rollover.report.marks)
  }
}
