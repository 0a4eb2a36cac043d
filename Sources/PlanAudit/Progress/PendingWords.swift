import PlanModel
import PlanText

extension ProgressEntry {
  /// The clause that says that the work is still to be done: 尚未完成, 招標中, 預計7月完成. 無尚未完成者 and 後續預計辦理第二期 say
  /// nothing of the kind. Nil where there is none.
  package var pendingClause: String? {
    wordsBehindDate.unicodeScalars.split { Self.clauseMarks.contains($0) }.lazy.map { String($0) }
      .first { Self.isPending($0) }
  }

  private static let clauseMarks: ScalarSet = "。;,、:()!?"
  private static let openings = ["尚未", "仍未", "尚待", "仍待", "未完成", "未能完成", "未及完成", "未如期", "仍須", "仍需"]
  /// What before such a word says that it is not so, or speaks of other cases.
  private static let disclaimers = ["無", "沒有", "針對", "就", "對", "將", "原", "若", "如", "倘", "凡"]
  /// What behind it makes a thing of it: 尚未完成者, 尚未申請之民眾.
  private static let attributes = ["者", "之", "的"]
  /// What is under way, right before 中.
  private static let activities = [
    "辦理", "執行", "進行", "規劃", "研議", "研擬", "撰擬", "擬訂", "擬定", "草擬", "起草", "採購", "招標", "施工", "簽辦", "簽核", "審查", "審核",
    "修正", "修訂", "建置", "測試", "彙整", "統計", "趕辦", "處理", "推動", "洽辦", "改善", "籌備", "籌辦", "驗收", "設計",
  ]
  private static let announcements = ["預計", "預定", "可望", "將於", "擬於", "俟"]
  private static let completions = ["完成", "辦竣", "完竣", "結案", "竣工", "完畢", "驗收", "啟用", "決標"]
  /// What is spoken of is the work that comes afterwards.
  private static let sequels = ["後續", "續辦", "另", "第二期", "下一", "下階段", "明年", "次年", "下年度", "賡續", "並"]

  private static func isPending(_ clause: String) -> Bool {
    if sequels.contains(where: clause.hasPrefix) { return false }
    if let opening = openings.lazy.compactMap({ clause.firstRange(of: $0) }).first {
      let (before, behind) = (clause[..<opening.lowerBound], clause[opening.upperBound...])
      return !disclaimers.contains { before.contains($0) } && !attributes.contains { behind.contains($0) }
    }
    if clause.hasSuffix("中") { return activities.contains { clause.dropLast().hasSuffix($0) } }
    return announcements.contains { clause.contains($0) } && completions.contains(where: clause.hasSuffix)
  }

  /// Whether it says only that the work is done, and nothing of what was done: 107年6月20日 已完成（100%）.
  package var saysOnlyDone: Bool {
    guard saysDone else { return false }
    var rest = wordsBehindDate
    for word in Self.emptyWords { rest = rest.replacing(word, with: "") }
    return !rest.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// What it says, without its date, white space and full width.
  private var wordsBehindDate: String {
    var scanner = DateScanner(text.string)
    _ = try? scanner.point()
    return scanner.rest
  }

  /// What is left out of it, longer words first; 已完成 is two of them.
  private static let emptyWords = [
    "依限", "如期", "全數", "全部", "辦理", "執行", "完成", "完竣", "完畢", "辦竣", "結案", "本項", "本案", "全案", "工作", "業務", "作業", "業已", "業經",
    "均", "皆", "已",
  ]
}

extension DueDays {
  /// The day by which work that is done once must be done; nil for work that comes again, goes on, or is done already.
  package var only: CalendarDate? { isOnce && !isDone && days.count == 1 ? days[0] : nil }
}
