import PlanText

/// A field of a measure: what a plan says of it beside its words, in an item of its own or in a column.
///
/// This is the one list of them, in the order in which they are written. Readers, writers, tables, views, the walk over
/// all texts, a plan of another year, the schema and the pages in docs follow from it: a further field is a case and
/// its row.
public enum MeasureField: Int, Sendable, Hashable, CaseIterable {
  case measureName
  case deadline
  case units
  case supportUnits
  case benefit
  case indicator
  case target
  case budget
  case remark
  case checkpoints
  case progress

  private var row: Row {
    switch self {
    case .measureName:
      Row(
        key: "name", names: ["措施名稱"], kind: .text, isShared: false,
        meaning: LocalizedText(zh: "作法的名稱", en: "a name for the measure"))
    case .deadline:
      Row(
        key: "deadline", names: ["完成期限", "執行期間", "辦理期限", "期限"], kind: .deadline,
        meaning: LocalizedText(zh: "何時完成，或持續多久", en: "by when, or how long"))
    case .units:
      Row(
        key: "units", names: ["承辦單位", "執行單位", "辦理單位", "主辦單位", "負責單位"], kind: .units,
        meaning: LocalizedText(zh: "由哪些單位辦理", en: "the units that do it"))
    case .supportUnits:
      Row(
        key: "supportUnits", names: ["協辦單位", "協辦機關", "協助單位", "配合單位", "會辦單位"], kind: .units,
        meaning: LocalizedText(zh: "協助辦理的單位", en: "the units that help"))
    case .benefit:
      Row(
        key: "benefit", names: ["預期效益", "預期成效"], kind: .text,
        meaning: LocalizedText(zh: "預期的效益", en: "the expected benefit"))
    case .indicator:
      Row(
        key: "indicator", names: ["績效指標", "衡量指標", "關鍵績效指標", "評估指標", "KPI"], kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "以什麼衡量成效", en: "what the effect is measured by"))
    case .target:
      Row(
        key: "target", names: ["目標值", "年度目標值"], columnNames: ["目標", "預期目標"], kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "績效指標要達到的值", en: "the value that the indicator is to reach"))
    case .budget:
      Row(
        key: "budget", names: ["經費", "預算", "經費來源", "所需經費", "預估經費"], kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "所需的經費或經費來源", en: "what it costs, or who pays"))
    case .remark:
      Row(
        key: "remark", names: ["備註", "備考"], columnNames: ["說明"], kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "其他說明", en: "anything else"))
    case .checkpoints:
      Row(
        key: "checkpoints", names: ["辦理事項", "對應辦理事項"], kind: .text, isShared: false,
        meaning: LocalizedText(
          zh: "回應檢核表的哪些辦理事項：「1、3」或辦理事項的文字",
          en: "which checkpoints of the checklist the measure meets: 「1、3」, or their words"))
    case .progress:
      Row(
        key: "progress", names: ["辦理情形", "執行情形"], kind: .entries, isShared: false,
        meaning: LocalizedText(
          zh: "可以寫多次；開頭的日期與最後的百分比會讀出來：「107年6月20日 完成二場（50%）」",
          en:
            "progress, as often as needed; the date at the beginning and the last percentage are read: 「107年6月20日 完成二場（50%）」"
        ))
    }
  }

  /// What the value of a field is.
  public enum Kind: Sendable, Hashable {
    /// Words, as they are.
    case text
    case deadline
    /// Names of units.
    case units
    /// Reports with a date and a percentage; the field comes once for each.
    case entries
  }

  private struct Row: Sendable {
    let key: String
    let names: [String]
    var columnNames: [String] = []
    let kind: Kind
    var isShared = true
    var isUnmistakable = true
    let meaning: LocalizedText
  }

  private static let rows = allCases.map(\.row)

  /// The key in JSON.
  public var key: String { Self.rows[rawValue].key }
  /// The names that it goes by in the agencies' own forms, the one that plantool writes first.
  public var names: [String] { Self.rows[rawValue].names }
  /// Further names above a column, which in a list are words of the text.
  public var columnNames: [String] { Self.rows[rawValue].columnNames }
  /// The name that plantool writes.
  public var name: String { names[0] }
  /// What its value is.
  public var kind: Kind { Self.rows[rawValue].kind }
  /// Whether it may be a column of a table, and stand under a heading for all measures below.
  public var isShared: Bool { Self.rows[rawValue].isShared }
  /// Whether its names are no words of running text, so that a line that begins with one of them is meant as the field
  /// although it is not written as one. The others are read where they are written as fields, and supposed nowhere.
  public var isUnmistakable: Bool { Self.rows[rawValue].isUnmistakable }
  /// What it says of a measure, without a full stop.
  public var meaning: LocalizedText { Self.rows[rawValue].meaning }

  /// Those that may be columns, and stand under headings.
  public static let shared = allCases.filter(\.isShared)
}
