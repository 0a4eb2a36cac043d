import PlanModel
import PlanText

/// The title of a plan and what its words tell: whose it is, and of which year.
struct DraftTitle {
  /// Which paragraphs of the head it consists of.
  let lines: Range<Int>
  let text: String

  /// Finds the title among the paragraphs before the first section; nil where none looks like one.
  init?(in head: [OfficeParagraph]) {
    let shown = head.map { $0.shown.oneLine }
    if let styled = head.firstIndex(where: { $0.level == 0 }) {
      lines = styled..<(styled + 1)
    } else if let last = shown.prefix(12).firstIndex(where: Self.endsTitle) {
      var first = last
      // A title is broken where its line is full: the agency and the year stand on lines of their own.
      while first > 0,
        Self.year(in: shown[first...last].joined()) == nil || Self.agency(in: shown[first...last].joined()) == nil,
        Self.mayBegin(shown[first - 1])
      {
        first -= 1
      }
      lines = first..<(last + 1)
    } else if let first = shown.first, Self.mayBegin(first) {
      lines = 0..<1
    } else {
      return nil
    }
    text = shown[lines].reduce("") { $0.joined(with: $1) }
  }

  /// 某某分局107年度提升服務品質執行計畫 is of 某某分局.
  var agency: String? { Self.agency(in: text) }

  /// The words that say the year: 107, 112學年度, 107-110.
  var year: String? { Self.year(in: text) }

  private static let endings = ["計畫", "計劃", "方案", "提案表", "實施要點"]
  private static let names = [
    "提升", "為民服務", "服務品質", "政府服務", "執行計畫", "實施計畫", "推動計畫", "工作計畫", "「", "精進", "優質", "創新服務", "辦理",
    "執行計劃", "實施計劃",
  ]

  private static func endsTitle(_ line: String) -> Bool {
    var words = line
    for close in ["（草案）", "(草案)", "（修正版）", "（核定本）", "(核定本)", "」"] where words.hasSuffix(close) {
      words.removeLast(close.count)
    }
    return endings.contains(where: words.hasSuffix) && words.unicodeScalars.count <= 80 && Label.read(at: words) == nil
  }

  private static func mayBegin(_ line: String) -> Bool {
    line.unicodeScalars.count <= 60 && !line.unicodeScalars.contains { "。；：:，".unicodeScalars.contains($0) }
      && Label.read(at: line) == nil && !line.hasPrefix("附") && !VersionLine.isOne(line)
  }

  /// The words before the year, or between it and the name of the plan.
  private static func agency(in title: String) -> String? {
    let parts = yearParts(in: title)
    var words = parts.map { $0.before } ?? title
    if words.trimmingWhiteSpace().isEmpty, let after = parts?.after { words = after }
    let ends = names.compactMap { words.place(of: $0)?.lowerBound }
    if let end = ends.min() { words = String(words[..<end]) }
    for prefix in ["中華民國", "民國"] where words.hasSuffix(prefix) { words.removeLast(prefix.count) }
    words = words.trimmingWhiteSpace()
    return words.unicodeScalars.count >= 2 ? words : nil
  }

  private static func year(in title: String) -> String? { yearParts(in: title)?.year }

  /// 107年度, 112 學年度, 107-110年: the digits, and what stands around them.
  private static func yearParts(in title: String) -> (before: String, year: String, after: String)? {
    let scalars = Array(title.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard Numeral.digit(scalars[index]) != nil else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count,
        Numeral.digit(scalars[index]) != nil || "-－~～至".unicodeScalars.contains(scalars[index])
      {
        index += 1
      }
      let digits = scalars[start..<index].filter { Numeral.digit($0) != nil }.count
      var end = index
      while end < scalars.count, scalars[end].showsNothing { end += 1 }
      let isSchool = end < scalars.count && scalars[end] == "學"
      if isSchool { end += 1 }
      guard (2...8).contains(digits), end < scalars.count, scalars[end] == "年" else { continue }
      end += 1
      if end < scalars.count, scalars[end] == "度" { end += 1 }
      let number = String(scalars: scalars[start..<index])
      return (
        String(scalars: scalars[..<start]), isSchool ? number + "學年度" : number, String(scalars: scalars[end...])
      )
    }
    return nil
  }
}

extension String {
  /// Two lines of one text; a blank parts them only between letters.
  fileprivate func joined(with other: String) -> String {
    guard let last = unicodeScalars.last, let first = other.unicodeScalars.first else { return self + other }
    return last.isASCIIAlphanumeric && first.isASCIIAlphanumeric ? self + " " + other : self + other
  }
}
