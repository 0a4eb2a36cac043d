import PlanModel
import PlanText

extension ProgressEntry {
  /// Whether it says that all of the work is done: 100 %, or without any percentage words such as 已完成 that nothing takes
  /// back. 已完成二場 says how much is done, and 未如期完成 that it is not.
  package var saysDone: Bool {
    if let percent { return percent == 100 }
    let dense = text.string.dense
    return Self.wordsForDone.contains { Self.isSaid($0, in: dense) }
  }

  private static let wordsForDone = [
    "已完成", "已全數完成", "全數完成", "全部完成", "如期完成", "辦理完成", "辦理完竣", "辦理完畢", "執行完成", "執行完畢", "執行完竣", "辦竣", "已結案",
  ]
  /// What right before the word makes it say something else.
  private static let negations = ["未", "未能", "部分", "部份", "可", "應", "須", "需", "若", "如", "能", "後", "前"]
  /// What anywhere in the clause says that it is still to come.
  private static let wordsForPlans = ["預計", "預定", "將", "俟", "待", "可望", "應於"]
  private static let clauseEnds: ScalarSet = "。;,、:()"

  private static func isSaid(_ word: String, in text: String) -> Bool {
    text.ranges(of: word).contains { found in
      let before = text[..<found.lowerBound]
      let next = text[found.upperBound...].unicodeScalars.first
      // 已完成二場, 已完成後: what follows says of what, or when.
      let isAtEnd = next.map { !$0.properties.isAlphabetic && Numeral.digit($0) == nil } ?? true
      let clause = before.unicodeScalars.split { clauseEnds.contains($0) }.last.map { String($0) } ?? ""
      let isPlanned = wordsForPlans.contains { clause.contains($0) }
      return isAtEnd && !isPlanned && !negations.contains(where: before.hasSuffix)
    }
  }

  /// The days that the date at its beginning names, which may be a whole month or quarter.
  package func days(in years: PlanYears) -> ClosedRange<CalendarDate>? {
    var scanner = DateScanner(text.string)
    guard let point = try? scanner.point() else { return nil }
    return years.days(of: point)
  }

  /// The last of these days.
  package func day(in years: PlanYears) -> CalendarDate? { date ?? days(in: years)?.upperBound }
}
