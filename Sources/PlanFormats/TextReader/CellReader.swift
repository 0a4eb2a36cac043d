import PlanModel
import PlanText

/// Understands the values of fields, each wording of a deadline or of units once.
///
/// A plan says 持續辦理 or 各分局 hundreds of times. What was understood is kept for the next time, and so are the
/// words: memory holds them once.
struct CellReader {
  /// The names of the plan's unit table.
  private let knownUnits: Set<String>
  /// Those with a separator in them: few plans have any. The others cannot be split, except by the end of a line.
  private let splitUnits: Set<String>
  private var deadlines: [WrittenWords: Deadline] = [:]
  private var units: [WrittenWords: UnitWords] = [:]
  /// Whether some names of units may be several that are joined.
  private(set) var hasJoinedUnits = false

  init(knownUnits: Set<String>) {
    self.knownUnits = knownUnits
    splitUnits = knownUnits.filter(UnitSplitter.isSplit)
  }

  /// Parts who does it from who helps where one cell says both.
  func part(_ fields: inout MeasureFields) { fields.partUnits(known: knownUnits) }

  /// The value of a field; of one that comes several times, one of its entries.
  mutating func value(of field: MeasureField, _ text: PlanText) -> FieldValue {
    switch field.kind {
    case .text: .text(text)
    case .deadline: .deadline(deadline(text))
    case .units: .units(units(text))
    case .entries: .entries([ProgressEntry(text: text)])
    case .named: .named([NamedText(text)])
    }
  }

  /// 完成期限
  mutating func deadline(_ text: PlanText) -> Deadline {
    let text = text.withoutMarks
    let key = WrittenWords(text.string)
    if let known = deadlines[key] { return known.standing(as: text) }
    let deadline = Deadline(text)
    deadlines[key] = deadline
    return deadline
  }

  /// 承辦單位
  mutating func units(_ text: PlanText) -> UnitList {
    let text = text.withoutMarks
    let key = WrittenWords(text.string)
    if let known = units[key] { return UnitList(text.sharing(known.text), words: known) }
    let isOneLine = text.string.isOneLine
    let words = UnitWords(text.string, known: isOneLine ? splitUnits : knownUnits)
    units[key] = words
    hasJoinedUnits = hasJoinedUnits || words.isJoined
    return UnitList(text, words: words)
  }
}
