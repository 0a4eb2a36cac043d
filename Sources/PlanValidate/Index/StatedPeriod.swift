import PlanModel
import PlanText

/// A place where a plan says from when to when it runs: 期程 under the title, and the first sentence of a section
/// headed 執行期程.
struct StatedPeriod {
  /// The words, with their place.
  let text: PlanText
  /// What they mean.
  let meaning: DeadlineMeaning
  /// Whether it is the field under the title.
  let isField: Bool

  /// All of them that are understood; the field comes first.
  static func all(in plan: Plan) -> [StatedPeriod] {
    var found: [StatedPeriod] = []
    if let period = plan.metadata.period, let meaning = period.meaning {
      found.append(StatedPeriod(text: period.text, meaning: meaning, isField: true))
    }
    for section in plan.sections where headings.contains(NameKey(section.title.string).text) {
      guard case .narrative(let text) = section.content, let stated = sentence(of: text) else { continue }
      found.append(stated)
    }
    return found
  }

  /// The first and the last day, where both are given and exist, in this order or the other.
  func ends(planYear: Int?) -> (first: CalendarDate, last: CalendarDate)? {
    guard case .span(let from, let to) = meaning.form, let first = from?.days(defaultYear: planYear)?.lowerBound,
      let last = to?.days(defaultYear: planYear)?.upperBound
    else { return nil }
    return (first, last)
  }

  /// The headings under which plans state their period.
  private static let headings: Set<String> = Set(
    ["執行", "計畫", "實施", "辦理", ""].flatMap { [$0 + "期程", $0 + "期間"] })

  /// The first sentence, if it is a period with two ends.
  private static func sentence(of text: PlanText) -> StatedPeriod? {
    let bytes = Array(text.string.utf8)
    let fullStop = Array("。".utf8)
    var end = 0
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), !bytes[end...].starts(with: fullStop) { end += 1 }
    var sentence = text.part(0..<end).trimmed
    if sentence.string.hasPrefix("- ") { sentence = sentence.part(2..<sentence.string.utf8.count).trimmed }
    if let label = Label.read(at: sentence.string) {
      sentence = sentence.part(label.length..<sentence.string.utf8.count)
    }
    // 本計畫自107年1月1日起…: the words before the dates are no part of the grammar.
    let fromSince = sentence.string.utf8.firstIndex(of: Array("自".utf8)).map {
      sentence.part($0..<sentence.string.utf8.count)
    }
    for candidate in [sentence, fromSince] {
      guard let candidate, let meaning = Deadline(candidate).meaning else { continue }
      if case .span(.some, .some) = meaning.form {
        return StatedPeriod(text: candidate, meaning: meaning, isField: false)
      }
    }
    return nil
  }
}

extension String.UTF8View {
  /// The offset of the first place where a sequence of bytes stands.
  fileprivate func firstIndex(of word: [UInt8]) -> Int? {
    let bytes = Array(self)
    return bytes.indices.first { bytes[$0...].starts(with: word) }
  }
}

/// A year named in a heading: 107年度, 一百零七年, 2018年.
struct YearMention {
  /// The ROC year.
  let rocYear: Int
  /// The number and 年 or 年度.
  let range: SourceRange

  /// The years that a heading names, with white space in them or not. A stretch of years (107至108年度) names no single one and is left out, as is a
  /// number too small to be a year.
  static func all(in text: PlanText) -> [YearMention] {
    let words = DenseText(text)
    let scalars = Array(words.scalars)
    var mentions: [YearMention] = []
    for (index, scalar) in scalars.enumerated() where scalar == "年" {
      var start = index
      while start > 0, Numeral.isNumeral(scalars[start - 1]) { start -= 1 }
      if start > 0, "至到~～-－—–、及和與第/".unicodeScalars.contains(scalars[start - 1]) { continue }
      let digits = String(scalars: scalars[start..<index])
      guard let value = Numeral.value(of: digits), let year = rocYear(value) else { continue }
      let end = index + 1 < scalars.count && scalars[index + 1] == "度" ? index + 2 : index + 1
      mentions.append(YearMention(rocYear: year, range: words.range(of: start..<end)))
    }
    return mentions
  }

  /// Years since 1961 (民國50年): older ones are part of a name.
  private static func rocYear(_ value: Int) -> Int? {
    let year = value >= 1000 ? value - CalendarDate.rocOffset : value
    return (50...250).contains(year) ? year : nil
  }
}
