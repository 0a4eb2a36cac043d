import PlanText
import Foundation
import Testing

@testable import PlanFormats
@testable import PlanModel

/// Forms of units, and what becomes of them.
@Suite struct ShareTests {
  private static let table = """
    ### 一、基礎服務（200分）

    1. 檢討申辦業務標準作業流程。
       - 完成期限：107年6月30日
       - 承辦單位：行政科；秘書室
       - 辦理情形：107年3月1日 起草（30%）
    2. 辦理電話禮貌測試。
       - 完成期限：每季
       - 承辦單位：秘書室

    ### 二、服務遞送

    - 承辦單位：行政科

    1. 建置單一窗口。
    2. 提供到府服務。
       - 協辦單位：資訊室

    """

  private func document(_ measures: String = table, units: String = "") -> PlanDocument {
    let text = "# 甲機關107年度計畫\n\n- 機關：甲機關\n- 年度：107\n\n## 附表1、具體作法表\n\n\(measures)\n\(units)"
    return PlanDocument(reading: SourceText(name: "107.plan.md", text: text))
  }

  private func forms(of document: PlanDocument) throws -> [String: String] {
    let shares = UnitShares(document.plan)
    return try Dictionary(uniqueKeysWithValues: shares.shares.map { ($0.unit, try document.form(of: $0, shares).text) })
  }

  /// Forms with other words in them, merged into a plan with other words in it.
  private func merged(
    _ edits: [(unit: String, old: String, new: String)], officer: [(old: String, new: String)] = [],
    into table: String = table
  ) throws -> ShareMerge {
    let forms = try forms(of: document(table))
    var texts: [(unit: String, text: String)] = []
    for edit in edits {
      let last = texts.last { $0.unit == edit.unit }?.text
      let form = try #require(last ?? forms[edit.unit])
      try #require(form.contains(edit.old), "\(form)")
      texts.removeAll { $0.unit == edit.unit }
      texts.append((edit.unit, form.replacing(edit.old, with: edit.new)))
    }
    var plan = table
    for (old, new) in officer {
      try #require(plan.contains(old))
      plan = plan.replacing(old, with: new)
    }
    let read = try texts.map { unit, text in
      let source = SourceText(name: "\(unit).plan.md", text: text)
      let document = PlanDocument(reading: source)
      try #require(document.problems.isEmpty, "\(document.problems) \(text)")
      return (form: try #require(ShareForm(document.plan, name: source.name)), source: source)
    }
    return ShareMerge(read, into: document(plan))
  }

  private func told(_ cells: [ShareMerge.Cell]) -> [String] {
    cells.map { cell in
      "\(cell.words.string) \(cell.cell.key): \(cell.old.joined(separator: "/")) → "
        + cell.claims.map { $0.values.joined(separator: "/") }.joined(separator: " | ")
    }
  }

  private func left(_ merge: ShareMerge) -> [String] { merge.leftovers.map { "\($0.kind) \($0.text)" } }

  // MARK: Splitting

  @Test func formsHaveTheMeasuresOfTheirUnits() throws {
    let shares = UnitShares(document().plan)
    #expect(shares.shares.map(\.unit) == ["行政科", "秘書室", "資訊室"])
    #expect(shares.shares.map(\.measures) == [[0, 2, 3], [0, 1], [3]])
    let form = try #require(forms(of: document())["資訊室"])
    #expect(form.contains("### 二、服務遞送\n\n- 承辦單位：行政科\n\n- 提供到府服務。\n  - 協辦單位：資訊室\n  - 辦理情形：\n"))
    #expect(!form.contains("基礎服務"))
  }

  @Test func aliasesAreOneUnitAndJoinedNamesStayWhole() throws {
    let table = """
      ### 甲

      - 一
        - 承辦單位：勤指中心；各分局、大隊、隊
      - 二
        - 承辦單位：勤務指揮中心
      - 三
        - 承辦單位：
      - 四

      """
    let units = "## 單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 勤務指揮中心 | 勤指中心 |\n"
    let shares = UnitShares(document(table, units: units).plan)
    #expect(shares.shares.map(\.unit) == ["勤務指揮中心", "各分局、大隊、隊"])
    #expect(shares.shares.map(\.measures) == [[0, 1], [0]])
    #expect(shares.withoutUnit.map(\.string) == ["三", "四"])
  }

  @Test func levelsThatHeadingsDoNotReachAreJoined() throws {
    let header = "| 評核構面 | 評核項目 | 執行策略 | 執行細目 | 評核重點 | 具體作法 | 承辦單位 |\n| - | - | - | - | - | - | - |\n"
    let document = document(header + "| 甲 | 乙<br>子 | 丙 | 丁 | 戊 | 己 | 行政科 |\n")
    let form = try #require(forms(of: document)["行政科"])
    try #require(document.plan.shareRows.count == 1)
    let read = PlanDocument(reading: SourceText(name: "a.plan.md", text: form))
    #expect(read.problems.isEmpty)
    #expect(read.plan.shareRows.map(\.path) == document.plan.shareRows.map(\.path))
  }

  // MARK: Merging

  @Test func whatUnitsFillInIsMerged() throws {
    let merge = try merged([
      ("秘書室", "每季\n  - 承辦單位：秘書室\n  - 辦理情形：", "每月\n  - 承辦單位：秘書室\n  - 辦理情形：107年3月30日 第1季完成"),
      ("行政科", "- 建置單一窗口。", "- 建置單一窗口並公告。"),
    ])
    #expect(
      told(merge.changes) == [
        "辦理電話禮貌測試。 deadline: 每季 → 每月", "辦理電話禮貌測試。 progress:  → 107年3月30日 第1季完成",
        "建置單一窗口。 text: 建置單一窗口。 → 建置單一窗口並公告。",
      ])
    #expect(merge.isClean)
    #expect(merge.missing == ["資訊室"])
    let text = try merge.text(for: document())
    #expect(text.contains("2. 辦理電話禮貌測試。\n   - 完成期限：每月\n   - 承辦單位：秘書室\n   - 辦理情形：107年3月30日 第1季完成\n"))
  }

  @Test func twoUnitsOnOneCellAreAConflict() throws {
    let merge = try merged([("行政科", "107年6月30日", "107年7月1日"), ("秘書室", "107年6月30日", "107年8月1日")])
    #expect(merge.changes.isEmpty)
    #expect(told(merge.conflicts) == ["檢討申辦業務標準作業流程。 deadline: 107年6月30日 → 107年7月1日 | 107年8月1日"])
    #expect(merge.conflicts.first?.origin == .asMade)
    let agreed = try merged([("行政科", "107年6月30日", "107年7月1日"), ("秘書室", "107年6月30日", "107年7月1日")])
    #expect(told(agreed.changes) == ["檢討申辦業務標準作業流程。 deadline: 107年6月30日 → 107年7月1日 | 107年7月1日"])
  }

  @Test func theOfficersChangeIsNotWrittenOver() throws {
    let merge = try merged([("行政科", "107年6月30日", "107年7月1日")], officer: [("107年6月30日", "107年5月1日")])
    #expect(told(merge.conflicts) == ["檢討申辦業務標準作業流程。 deadline: 107年5月1日 → 107年7月1日"])
    #expect(merge.conflicts.first?.origin == .changed)
    // The same change by both is none.
    let same = try merged([("行政科", "107年6月30日", "107年7月1日")], officer: [("107年6月30日", "107年7月1日")])
    #expect(same.isClean && same.changes.isEmpty)
  }

  @Test func reportsOfSeveralUnitsStandBesideEachOther() throws {
    let merge = try merged([
      ("行政科", "  - 辦理情形：\n", "  - 辦理情形：107年5月1日 甲\n"), ("秘書室", "（30%）\n  - 辦理情形：\n", "（30%）\n  - 辦理情形：107年4月1日 乙\n"),
    ])
    let reports = merge.plan.shareRows[0].values(of: .field(.progress))
    #expect(reports == ["107年3月1日 起草（30%）", "107年5月1日 甲", "107年4月1日 乙"])
    #expect(merge.isClean)
  }

  @Test func aReportIsReplacedOnlyByOneOfTheSameDay() throws {
    let corrected = try merged([("秘書室", "起草（30%）\n  - 辦理情形：\n", "起草完成（40%）\n")])
    #expect(corrected.plan.shareRows[0].values(of: .field(.progress)) == ["107年3月1日 起草完成（40%）"])
    let later = try merged([("秘書室", "107年3月1日 起草（30%）\n  - 辦理情形：\n", "107年6月1日 完成（100%）\n")])
    #expect(later.plan.shareRows[0].values(of: .field(.progress)) == ["107年3月1日 起草（30%）", "107年6月1日 完成（100%）"])
    let both = try merged([("秘書室", "起草（30%）", "甲"), ("行政科", "起草（30%）", "乙")])
    #expect(both.conflicts.map { $0.claims.map(\.values) } == [[["107年3月1日 甲"], ["107年3月1日 乙"]]])
  }

  @Test func mergingAgainChangesNothing() throws {
    let edits = [(unit: "秘書室", old: "（30%）\n  - 辦理情形：\n", new: "（30%）\n  - 辦理情形：補充說明\n    第二行\n")]
    let table = "| 評核構面 | 具體作法 | 承辦單位 | 辦理情形 |\n| - | - | - | - |\n| 甲 | 乙 | 秘書室 | 起草（30%） |\n"
    let first = try merged(edits, into: table)
    #expect(first.changes.count == 1)
    let text = try first.text(for: document(table))
    #expect(text.contains("| 甲 | 乙 | 秘書室 | 起草（30%）<br>補充說明<br>第二行 |"))
    let again = ShareMerge(first.forms, into: PlanDocument(reading: SourceText(name: "107.plan.md", text: text)).plan)
    #expect(again.isClean && again.changes.isEmpty, "\(again.changes)")
  }

  @Test func aTableGetsTheColumnThatItLacks() throws {
    let table = "| 評核構面 | 具體作法 | 承辦單位 |\n| - | - | - |\n| 甲 | 乙 | 行政科 |\n| | 丙 | 行政科 |\n"
    let merge = try merged([("行政科", "- 丙\n  - 承辦單位：行政科\n  - 辦理情形：\n", "- 丙\n  - 承辦單位：行政科\n  - 辦理情形：完成\n")], into: table)
    let text = try merge.text(for: document(table))
    #expect(text.contains("| 評核構面 | 具體作法 | 承辦單位 | 辦理情形 |\n| --- | --- | --- | --- |\n"))
    #expect(text.contains("| 甲 | 乙 | 行政科 | |\n| | 丙 | 行政科 | 完成 |\n"))
  }

  // MARK: Matching

  @Test func measuresAreFoundWhereTheOfficerHasMovedAndRewrittenThem() throws {
    let fill = ("行政科", "- 建置單一窗口。\n  - 辦理情形：", "- 建置單一窗口。\n  - 辦理情形：完成")
    let moved = try merged([fill], officer: [("1. 建置單一窗口。\n", ""), ("   - 承辦單位：秘書室\n", "   - 承辦單位：秘書室\n3. 建置單一窗口。\n")])
    #expect(moved.plan.shareRows[2].values(of: .field(.progress)) == ["完成"] && moved.isClean)
    let rewritten = try merged([fill], officer: [("建置單一窗口。", "建置單一櫃檯窗口，並公告。")])
    #expect(rewritten.plan.shareRows[2].values(of: .field(.progress)) == ["完成"] && rewritten.isClean)
  }

  @Test func whatUnitsWriteOfADeletedMeasureIsLeftOver() throws {
    let fill = ("行政科", "- 建置單一窗口。\n  - 辦理情形：", "- 建置單一窗口。\n  - 辦理情形：完成")
    let merge = try merged([fill], officer: [("1. 建置單一窗口。\n", "")])
    #expect(left(merge) == ["rowWithoutMeasure 建置單一窗口。\n辦理情形：完成"])
    #expect(merge.changes.isEmpty)
    // What they have not touched is gone as the officer wanted.
    #expect(try merged([("行政科", "起草", "起草")], officer: [("1. 建置單一窗口。\n", "")]).isClean)
  }

  @Test func rowsWithoutMarksAreKnownByTheirWords() throws {
    let form = try #require(forms(of: document())["行政科"])
    let mark = try #require(form.split(separator: "\n").first { $0.contains("識別碼（請勿刪改） 1/1") })
    let merge = try merged([
      ("行政科", "\(mark)\n", ""), ("行政科", "  - 辦理情形：\n", "  - 辦理情形：107年5月1日 甲\n"), ("行政科", "107年6月30日", "107年7月1日"),
    ])
    #expect(merge.plan.shareRows[0].values(of: .field(.progress)) == ["107年3月1日 起草（30%）", "107年5月1日 甲"])
    // Who has changed a cell is not known without a mark.
    #expect(told(merge.conflicts) == ["檢討申辦業務標準作業流程。 deadline: 107年6月30日 → 107年7月1日"])
    #expect(merge.conflicts.first?.origin == .unknown)
  }

  @Test func rowsThatUnitsMoveStayInTheirPlace() throws {
    let form = try #require(forms(of: document())["行政科"])
    let row = try #require(form.range(of: "- 建置單一窗口。\n  - 辦理情形：\n")).lowerBound
    let end = try #require(form.range(of: "- 提供到府服務。")).lowerBound
    let lines = String(form[row..<end])
    let merge = try merged([("行政科", lines, ""), ("行政科", "### 二、服務遞送", "\(lines)\n### 二、服務遞送")])
    #expect(left(merge) == ["rowMoved 建置單一窗口。"])
    #expect(merge.changes.isEmpty)
  }

  @Test func whatHasNoPlaceIsLeftOverWhole() throws {
    let merge = try merged([
      ("行政科", "### 二、服務遞送", "### 二、服務遞送（300分）"),
      ("行政科", "- 建置單一窗口。\n", "- 新作法。\n  - 完成期限：107年9月\n- 建置單一窗口。\n  <!-- 請確認 -->\n"),
      ("秘書室", "  - 完成期限：每季\n", ""),
    ])
    #expect(
      Set(left(merge)) == [
        "text ### 二、服務遞送（300分）", "rowWithoutMeasure 新作法。\n完成期限：107年9月", "comment 請確認",
        "cellEmptied(PlanModel.ShareCell.field(PlanModel.MeasureField.deadline)) 每季",
      ])
    #expect(merge.changes.isEmpty)
  }

  @Test func twinsAreToldApart() throws {
    let table = """
      ### 甲

      - 其他服務作法
        - 完成期限：107年3月
        - 承辦單位：行政科
      - 其他服務作法
        - 完成期限：107年5月
        - 承辦單位：行政科

      """
    let fill = ("行政科", "107年5月\n  - 承辦單位：行政科\n  - 辦理情形：", "107年5月\n  - 承辦單位：行政科\n  - 辦理情形：乙")
    let swapped = try merged([fill], officer: [("107年3月", "甲"), ("107年5月", "107年3月"), ("甲", "107年5月")], into: table)
    #expect(swapped.plan.shareRows.map { $0.values(of: .field(.progress)) }.first == ["乙"])
    // Where the officer has deleted the other, this is still known by its deadline.
    let deleted = try merged([fill], officer: [("- 其他服務作法\n  - 完成期限：107年3月\n  - 承辦單位：行政科\n", "")], into: table)
    #expect(deleted.plan.shareRows[0].values(of: .field(.progress)) == ["乙"])
  }

  @Test func aTwinThatCannotBeToldFromADeletedOneIsLeftOver() throws {
    let row = "- 其他服務作法\n  - 承辦單位：行政科\n"
    let fill = ("行政科", "  - 辦理情形：\n", "  - 辦理情形：甲\n")
    let merge = try merged([fill], officer: [("\(row)\(row)", row)], into: "### 甲\n\n\(row)\(row)\n")
    #expect(merge.changes.isEmpty)
    #expect(merge.leftovers.filter { $0.kind == .rowWithoutMeasure }.count == 2)
    #expect(!ShareMerge.isForeign(merge.forms[0], to: merge.plan))
  }

  @Test func aFormOfAnotherPlanIsKnown() throws {
    let form = try #require(forms(of: document())["行政科"])
    let read = try #require(ShareForm(PlanDocument(reading: SourceText(name: "a.plan.md", text: form)).plan, name: "a"))
    #expect(!ShareMerge.isForeign(read, to: document().plan))
    #expect(ShareMerge.isForeign(read, to: document("### 丁\n\n- 戊\n  - 承辦單位：行政科\n").plan))
    var other = document().plan
    other.metadata.year = "108"
    #expect(ShareMerge.isForeign(read, to: other))
    #expect(ShareForm(document().plan, name: "a") == nil)
  }

  @Test func namesOfUnitsSurviveComments() {
    for name in ["行政科", "甲--乙 -> 丙", "100%；<!--", "　", "a\nb"] {
      let head = ShareHead(unit: name, plan: "1", frame: "2")
      #expect(ShareHead(head.text)?.unit == name)
      #expect(!head.text.contains("--") && !head.text.contains(">"))
    }
  }
}
