import PlanModel
import PlanText

/// A word in a text that says that something is done again and again: 每月, 逐季, 不定期, 持續.
struct RecurrenceWord {
  /// How often, where the word says so; nil for 定期, 不定期 and 持續.
  let interval: Recurrence.Interval?
  /// Where it stands among the characters of the text.
  let range: Range<Int>

  private struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let interval: Recurrence.Interval?
    /// What makes another word of it when it follows (定期存款, 持續性), or says that it is no duty (每日平均).
    let notBefore: [[Unicode.Scalar]]
    /// What makes another word of it when it precedes (可持續).
    let notAfter: [[Unicode.Scalar]]

    init(
      _ word: String, _ interval: Recurrence.Interval?, notBefore: [[Unicode.Scalar]], notAfter: [[Unicode.Scalar]] = []
    ) {
      self.word = Array(word.unicodeScalars)
      self.interval = interval
      self.notBefore = notBefore
      self.notAfter = notAfter
    }
  }

  private static func words(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }

  // 存款, 契約, 航線, 船班, 票, 刊物, 客運, 班車 and 大會 make a name of 定期. A figure per day or month is no duty of
  // every day or month.
  private static let names = words(["存", "契", "航", "船", "票", "刊", "客運", "班", "大會"])
  private static let figures = words([
    "平均", "均", "成長", "增減", "件數", "人數", "次數", "用量", "數量", "減少", "減省", "節省", "節約", "增加", "約", "可",
  ])
  // What only happens to go on (持續增加的案件) is nothing that anybody does.
  private static let states = words([
    "性", "時間", "期間", "力", "發生", "增加", "上升", "下降", "成長", "升高", "惡化", "攀升", "存在", "未", "改善之", "改善的", "改善理念", "改善精神",
    "改善機制",
    "改善循環",
  ])

  private static let entries: WordTable<Entry> = {
    var entries = [
      Entry("不定期", nil, notBefore: names), Entry("定期", nil, notBefore: names),
      Entry("定時", nil, notBefore: words(["器", "炸", "間"])),
      Entry("持續", nil, notBefore: states, notAfter: words(["可", "未", "不"])),
    ]
    let intervals: [(String, Recurrence.Interval)] = [
      ("每半年", .halfYear), ("每日", .day), ("每天", .day), ("每週", .week), ("每周", .week), ("每星期", .week),
      ("每兩個月", .twoMonths),
      ("每二個月", .twoMonths), ("每2個月", .twoMonths), ("每雙月", .twoMonths), ("每個月", .month), ("每月", .month),
      ("每季", .quarter), ("每一季", .quarter),
      ("逐日", .day), ("逐週", .week), ("逐月", .month), ("逐季", .quarter), ("按日", .day), ("按週", .week), ("按月", .month),
      ("按季", .quarter),
    ]
    entries += intervals.map { Entry($0.0, $0.1, notBefore: figures) }
    return WordTable(entries.map { .init(word: $0.word, value: $0) })
  }()

  /// The words of a text, in order. Left out are words in quotations, and those that belong to 每年 or 年度 (每年定期):
  /// something once a year is done by one date.
  static func all(in dense: DenseText) -> [RecurrenceWord] {
    // Few texts have such words.
    lazy var isQuoted = dense.isQuoted
    let (scalars, entries) = (dense.scalars, entries)
    var words: [RecurrenceWord] = []
    var index = 0
    while index < scalars.count {
      guard entries.mayBegin(with: scalars[index]), let entry = entries.entry(at: index, in: dense)?.value,
        !isQuoted[index]
      else {
        index += 1
        continue
      }
      let end = index + entry.word.count
      let isPartOfName =
        entry.notBefore.contains { dense.has($0, at: end) }
        || entry.notAfter.contains { dense.has($0, at: index - $0.count) }
      let isYearly =
        entry.interval == nil && ["每年", "每年度", "年度", "逐年", "每1年", "每一年"].contains { dense.has($0, before: index) }
      if !isPartOfName, !isYearly { words.append(RecurrenceWord(interval: entry.interval, range: index..<end)) }
      index = end
    }
    return words
  }
}

extension Recurrence.Interval {
  /// As deadlines write it: 每月.
  var word: String {
    switch self {
    case .day: "每日"
    case .week: "每週"
    case .twoWeeks: "每兩週"
    case .month: "每月"
    case .twoMonths: "每雙月"
    case .quarter: "每季"
    case .halfYear: "每半年"
    case .year: "每年"
    case .term: "每學期"
    }
  }
}
