import PlanText

/// 105.04.23 初版, 111年1月26日修正: a line under a plan's title that says when it was issued or changed.
public enum VersionLine {
  /// What such a line ends with, behind its date.
  public static let endings = [
    "初版", "修正", "修訂", "修改", "增訂", "訂定", "訂頒", "核定", "核准", "核備", "備查", "函頒", "頒布", "頒訂", "發布", "公布", "公告", "函發",
    "實施", "施行", "通過", "版", "修正版", "修正通過", "修正發布", "修正核定", "奉核",
  ]

  /// Whether a line says that and nothing else.
  public static func isOne(_ line: String) -> Bool {
    let scalars = line.unicodeScalars.filter { !$0.showsNothing }
    guard (6...80).contains(scalars.count) else { return false }
    let end = scalars.lastIndex { !closings.contains($0) } ?? scalars.startIndex
    let words = String(String.UnicodeScalarView(scalars[...end]))
    guard endings.contains(where: words.hasSuffix), !words.unicodeScalars.contains(where: sentenceMarks.contains) else {
      return false
    }
    return hasDate(Array(words.unicodeScalars))
  }

  private static let closings: ScalarSet = ")）〕】]。；;"
  private static let sentenceMarks: ScalarSet = "。；！？"

  /// Whether there is a day, month or year with its year.
  private static func hasDate(_ scalars: [Unicode.Scalar]) -> Bool {
    for start in scalars.indices where Numeral.isNumeral(scalars[start]) {
      if start > 0, Numeral.isNumeral(scalars[start - 1]) { continue }
      var scanner = DateScanner(String(scalars: scalars[start...].prefix(24)))
      guard let point = try? scanner.point(), let year = point.year, (1950...2110).contains(year) else { continue }
      return true
    }
    return false
  }
}
