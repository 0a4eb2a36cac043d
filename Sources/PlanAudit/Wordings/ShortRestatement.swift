import PlanModel
import PlanText

/// Tells a line that has hardly a word of its own beside those of the checklist: 持續辦理單一窗口服務。
///
/// ``OfficialWordings`` compares whole sentences; this is for those that are shorter.
struct ShortRestatement: Sendable {
  /// The pairs of neighbouring characters of what a focus asks.
  private let official: ShingleSet
  /// Tells them from most others.
  private var filter = PairFilter(bits: 4096)

  init(_ entry: Checklist.Entry) {
    let names = [entry.name] + (entry.node.aliases + entry.node.formerNames).map(\.string)
    let asked = entry.node.checkpoints.flatMap {
      [CheckpointText.withoutExamples($0.text.string)] + CheckpointText.brackets(in: $0.text.string)
    }
    official = ShingleSet((names + asked).flatMap { Self.pairs(of: Self.scalars($0)) })
    for pair in official.values { filter.insert(pair) }
  }

  /// The number of characters that a line may have of its own and say nothing.
  private static let mostOwn = 2
  /// How many characters of a line words that say nothing can account for.
  private static let mostFilled = 24

  /// Whether a text says no more than the checklist does, and at least some of that.
  func says(_ text: String) -> Bool {
    let scalars = Self.scalars(text)
    var isKnown = Array(repeating: false, count: scalars.count)
    for index in scalars.indices.dropLast() {
      let pair = Self.pair(scalars[index], scalars[index + 1])
      guard filter.mayHave(pair), official.contains(pair) else { continue }
      isKnown[index] = true
      isKnown[index + 1] = true
    }
    let unknown = isKnown.count { !$0 }
    if unknown <= Self.mostOwn { return isKnown.contains(true) }
    guard unknown < isKnown.count, unknown <= Self.mostFilled else { return false }
    for start in scalars.indices where Self.leads.contains(scalars[start]) {
      let rest = scalars[start...]
      for word in Self.fillers where rest.starts(with: word) {
        for index in start..<(start + word.count) { isKnown[index] = true }
      }
    }
    return isKnown.count { !$0 } <= Self.mostOwn
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count / 3)
    text.forEachScalar { scalar, _ in
      if scalar.isCommonHan {
        if !emptyScalars.contains(scalar) { scalars.append(scalar == "臺" ? "台" : scalar) }
      } else if scalar.isASCIIAlphanumeric || Numeral.digit(scalar) != nil {
        scalars.append(scalar.narrow.lowercasedASCII)
      }
    }
    return scalars
  }

  private static func pairs(of scalars: [Unicode.Scalar]) -> [UInt64] {
    zip(scalars, scalars.dropFirst()).map { pair($0, $1) }
  }

  private static func pair(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
    UInt64(a.value) << 21 | UInt64(b.value)
  }

  private static let emptyScalars: ScalarSet = "的之及與並以等為於將就對各"
  private static let fillers = [
    "本局", "本所", "本分局", "本總隊", "本隊", "本處", "本機關", "本署", "本站", "本會", "本中心", "本大隊", "各單位", "各科室", "各課室", "持續", "賡續", "廣續",
    "繼續", "辦理", "落實",
    "推動", "加強", "積極", "確實", "依規定", "依據", "提供", "說明", "執行", "相關", "情形", "作法", "成效", "定期", "隨時", "適時", "年度", "本年", "今年",
    "致力", "均能", "皆",
    "規定", "依", "要求", "檢核表", "所屬", "本", "能", "應", "予", "俾", "攸關", "關乎", "為民服務", "品質", "精神", "理念", "宗旨", "重要", "深植", "同仁",
    "每位", "全體", "人人", "心中", "秉持", "本於", "體認", "重視", "期許", "不斷", "努力", "全力", "貫徹", "精進", "配合", "政策", "內容", "理解", "瞭解",
  ].map(scalars)
  /// The characters with which they begin.
  private static let leads = ScalarSet(fillers.compactMap(\.first))
}
