import PlanModel
import PlanText

/// PT702: a comment suppresses something that is not found there.
enum UnusedSuppression: Rule {
  static let description = RuleDescription(
    code: "PT702", name: "unused-suppression", severity: .warning,
    summary: LocalizedText(zh: "抑制註解已無作用", en: "A suppression comment suppresses nothing"),
    explanation: LocalizedText(
      zh: """
        問題改正後，抑制註解就應刪除，否則日後同一處再出錯時會被它遮住。註解寫錯位置時也會這樣：plantool-disable-next-line 只管其後第一個不是空行也不是註解的行。\
        較小的範圍優先：次一行、有所引文字的行、一段、整個檔案。這次沒有執行的規則（--select、--ignore、設定檔）不判斷。
        """,
      en: """
        When a problem is fixed, delete its suppression, or it will hide the next one at the same place. A comment in the wrong place is found too: \
        plantool-disable-next-line applies to the first line after it that is neither blank nor a comment. The narrower comment counts first: next line, quoted words, range, file. \
        Rules that did not run (--select, --ignore, configuration) are not judged.
        """),
    failing: RuleExample(
      measures: """
        <!-- plantool-disable-next-line PT301、↓PT401 -- 期限另案簽核 -->
        1. 每月檢討逾期案件。
           - 承辦單位：秘書室

        <!-- plantool-enable ↓PT301 -->
        <!-- plantool-disable-file ↓PT302「等候時間」 -- 期限另案簽核 -->
        """),
    passing: RuleExample(
      measures: """
        <!-- plantool-disable PT301、PT401 -- 期限與分工另案簽核 -->
        1. 每月檢討逾期案件。
           - 承辦單位：秘書室
        2. 每月統計等候時間。
           - 完成期限：107年每月
        <!-- plantool-enable -->
        <!-- plantool-disable-file PT301「登記簿冊」 -- 期限另案簽核 -->
        3. 每月抽查登記簿冊。
           - 承辦單位：秘書室
        """),
    evidence: LocalizedText(
      zh: "問題改正之後，抑制註解往往還留著；每次改版都會多出幾則。",
      en: "Suppressions are often left in place after the problem is fixed; every revision leaves some behind."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for entry in findings.unusedSuppressions {
      let isText = plan.document.syntax == .text
      let place = place(of: entry, isText: isText)
      findings.add(
        at: entry.name.range,
        LocalizedText(
          zh: "\(place.zhHant)沒有 \(entry.code) 的檢查結果可以抑制，請刪去「\(entry.name.string)」。",
          en: "There is no finding of \(entry.code) to suppress \(place.en); delete “\(entry.name.string)”."),
        fixes: isText ? [fix(entry, in: plan.source)] : [])
    }
    for (comment, name) in plan.suppressions.idleEnds {
      findings.add(
        at: name.range,
        comment.names.isEmpty
          ? LocalizedText(zh: "這裡沒有要結束的抑制。", en: "There is no suppression to end here.")
          : LocalizedText(
            zh: "這裡沒有「\(name.string)」的抑制要結束。", en: "There is no suppression of “\(name.string)” to end here."))
    }
  }

  private static func place(of entry: Suppressions.Entry, isText: Bool) -> LocalizedText {
    let comment = entry.comment
    let place: LocalizedText =
      switch comment.directive {
      case .nextLine where comment.target == nil: LocalizedText(zh: "註解之後沒有內容，", en: "after the comment")
      case .nextLine where !isText: LocalizedText(zh: "這一筆資料", en: "in this entry")
      case .nextLine: LocalizedText(zh: "第 \(comment.target ?? 0) 行", en: "on line \(comment.target ?? 0)")
      case .file: LocalizedText(zh: "檔案裡", en: "in the file")
      default: LocalizedText(zh: "這一段", en: "in this range")
      }
    guard !comment.words.isEmpty else { return place }
    let words = comment.words.prefix(mostWords).map { $0.string.excerpt() }.quoted
    let isMore = comment.words.count > mostWords
    return LocalizedText(
      zh: "\(place.zhHant)有\(words.zhHant)\(isMore ? "等字" : "")的行",
      en: "\(place.en), where a line has \(words.en)\(isMore ? " or more" : ""),")
  }

  /// How many of a comment's words a message quotes: it has a message for each of its rules.
  private static let mostWords = 5

  /// Never applied unseen: the comment may only stand in the wrong place.
  ///
  /// Removes the whole comment if it names nothing else, with its line if it stands there alone; else the name and what
  /// divides it from the next.
  private static func fix(_ entry: Suppressions.Entry, in source: SourceText) -> Finding.Fix {
    let names = entry.comment.names
    let index = entry.number
    guard names.count > 1 else {
      return Finding.Fix(
        LocalizedText(zh: "刪去註解", en: "Delete the comment"), replace: lines(of: entry.comment.range, in: source),
        with: "", isSafe: false)
    }
    let range =
      index + 1 < names.count
      ? entry.name.range.lowerBound..<names[index + 1].range.lowerBound
      : names[index - 1].range.upperBound..<entry.name.range.upperBound
    return Finding.Fix(
      LocalizedText(zh: "刪去「\(entry.name.string)」", en: "Delete “\(entry.name.string)”"), replace: range, with: "",
      isSafe: false)
  }

  /// The comment, with the white space before it and the line break behind it where nothing else stands on its lines.
  private static func lines(of comment: SourceRange, in source: SourceText) -> SourceRange {
    let first = source.rangeOfLine(source.line(at: comment.lowerBound)).lowerBound
    let line = source.line(at: comment.upperBound - 1)
    let last = source.rangeOfLine(line).upperBound
    func isBlank(_ range: SourceRange) -> Bool { source.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    guard isBlank(first..<comment.lowerBound), isBlank(comment.upperBound..<last) else { return comment }
    return first..<(line < source.lineCount ? source.rangeOfLine(line + 1).lowerBound : last)
  }
}
