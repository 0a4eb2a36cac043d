import PlanText
import PlanValidate

/// The last lines for people: how many files and findings there were, what is not shown of them, and what was not
/// looked at.
struct ClosingLines {
  private let parts: [ReportPart]
  private let counts: FindingCounts
  private let options: ReportOptions
  private let shown: ShownParts

  init(_ parts: [ReportPart], _ options: ReportOptions, _ shown: ShownParts) {
    self.parts = parts
    self.options = options
    self.shown = shown
    counts = FindingCounts(parts.map(\.counts))
  }

  /// The lines with their ends.
  var text: String { total + "\n" + more + recognized + NotCheckedLine(parts).text(options.language) }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(options.language) }

  private func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// How many files and findings there were.
  var total: String {
    let files = words("\(counts.files) 個檔案", plural(counts.files, "file"))
    if counts.files == 0 { return words("沒有檔案可以檢查。", "There was no file to check.") }
    if counts.count(atLeast: .note) == 0 {
      return words("檢查了 \(files)，沒有問題。", "Checked \(files): no findings.") + hidden
    }
    return words(
      "檢查了 \(files)：\(counts[.error]) 個錯誤、\(counts[.warning]) 個警告、\(counts[.note]) 個提示\(open)。規則說明請見「plantool explain 代號」。",
      """
      Checked \(files): \(plural(counts[.error], "error")), \(plural(counts[.warning], "warning")), \(plural(counts[.note], "note"))\(open). For more about a rule, \
      run “plantool explain CODE”.
      """) + hidden
  }

  /// What is still to be done before the plan is one.
  private var open: String {
    let (filling, confirming) = (counts.open.toBeFilledIn, counts.open.toBeConfirmed)
    if counts.open.isEmpty { return "" }
    let zh = (filling > 0 ? ["尚有 \(filling) 處待填"] : []) + (confirming > 0 ? ["尚有 \(confirming) 處待確認"] : [])
    let en =
      (filling > 0 ? ["\(filling) still to be filled in"] : [])
      + (confirming > 0 ? ["\(confirming) to be confirmed"] : [])
    return words("；" + zh.joined(separator: "、"), "; " + en.joined(separator: ", "))
  }

  /// What was found and is not shown, so that nobody takes it for solved.
  private var hidden: String {
    var list: [String] = []
    if counts.suppressed > 0 {
      list.append(words("\(counts.suppressed) 項依計畫裡的註解不計", "\(counts.suppressed) suppressed by comments"))
    }
    if counts.inBaseline > 0 {
      list.append(words("\(counts.inBaseline) 項已列於基準檔", "\(counts.inBaseline) listed in the baseline"))
    }
    if list.isEmpty { return "" }
    return words("未顯示的檢查結果：\(list.joined(separator: "、"))。", " Not shown: \(list.joined(separator: ", ")).")
  }

  /// Which checklist documents are held to that say none.
  private var recognized: String {
    let all = parts.compactMap(\.recognizedChecklist)
    guard let first = all.first else { return "" }
    let isOne = all.allSatisfy { $0 == first }
    let names = isOne ? first : Set(all).sorted().joined(separator: words("、", ", "))
    return words(
      "依表格中的名稱判斷，適用的檢核表為 \(names)；如不正確，請用「--checklist」指定。\n",
      "According to the names in the tables, the checklist\(isOne ? " is" : "s are") \(names); if that is wrong, give it with “--checklist”.\n"
    )
  }

  /// Which options show what is only counted here.
  private var more: String {
    if options.isSummary || options.detail == .all { return "" }
    let isCut = shown.isCut || parts.reduce(0) { $0 + $1.shownFindings } == 0 && counts.count(atLeast: .warning) > 0
    if isCut {
      return words("檔案或檢查結果很多，未逐項列出：", "There are too many files or findings to list each: ")
        + words(
          "「--all」全部列出，單獨檢查一個檔案則列出該檔各項。\n", "“--all” does; so does checking one file alone.\n")
    }
    var hints: [String] = []
    if counts[.note] > 0, options.detail == .worst, options.threshold.severity != .note {
      hints.append(words("「--notes」列出 \(counts[.note]) 個提示", "“--notes” lists the \(plural(counts[.note], "note"))"))
    }
    if parts.contains(where: { $0.shortFindings > 0 }) {
      hints.append(words("「--all」另列出每一項的原文與相關位置", "“--all” shows every finding with its line and other places"))
    }
    return hints.isEmpty ? "" : hints.joined(separator: words("；", "; ")) + words("。\n", ".\n")
  }
}
