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
  case extra

  private var row: Row {
    switch self {
    case .measureName:
      Row(
        key: "name", names: ["措施名稱"], kind: .text, isShared: false,
        meaning: LocalizedText(zh: "作法的名稱", en: "a name for the measure"))
    case .deadline:
      Row(
        key: "deadline",
        names: ["完成期限", "執行期間", "辦理期限", "期限", "預定完成日期", "預定完成期限", "預計完成日期", "預計完成期限"],
        columnNames: [
          "完成時限", "辦理期程", "辦理時限", "執行期限", "完成日期", "完成時間", "完成期程", "預定完成時間", "預定完成期程", "預計完成時間", "辦理時程", "辦理期間", "辦理時間",
          "執行期程", "執行時程",
          "執行時間",
          "實施期程", "實施時程", "實施期間", "實施時間", "推動期程", "推動時程", "預定期程", "預定時程", "預定進度", "期程", "時程", "時限", "期間",
        ], kind: .deadline,
        meaning: LocalizedText(zh: "何時完成，或持續多久", en: "by when, or how long"))
    case .units:
      Row(
        key: "units",
        names: [
          "承辦單位", "執行單位", "辦理單位", "主辦單位", "負責單位", "權責單位", "責任單位", "主責單位", "辦理機關", "主辦機關", "承辦機關", "承辦課室", "承辦科室",
          "承辦處室", "承辦課",
          "承辦科",
          "主(協)辦單位", "主協辦單位",
        ],
        columnNames: [
          "業務單位", "主政單位", "主管單位", "實施單位", "推動單位", "執行機關", "權責機關", "負責機關", "主管機關", "主辦課室", "主辦科室", "主辦處室", "負責課室",
          "負責科室", "負責處室",
          "權責課室", "權責科室", "權責處室", "業務課室",
          "業務科室", "執行課室", "執行科室", "執行處室", "處室", "主(協)辦機關", "主、協辦單位", "主/協辦單位", "承(協)辦單位", "承協辦單位", "主辦(協辦)單位",
          "主辦及協辦單位", "承辦及協辦單位", "單位",
          "權責分工", "負責組別", "權責組別", "承辦組別",
        ], kind: .units,
        meaning: LocalizedText(zh: "由哪些單位辦理", en: "the units that do it"))
    case .supportUnits:
      Row(
        key: "supportUnits", names: ["協辦單位", "協辦機關", "協助單位", "配合單位", "會辦單位", "協同單位", "配合機關", "協辦課室", "協辦科室", "協辦處室"],
        kind: .units,
        meaning: LocalizedText(zh: "協助辦理的單位", en: "the units that help"))
    case .benefit:
      Row(
        key: "benefit", names: ["預期效益", "預期成效"], columnNames: ["預期成果", "預期效果", "預期績效", "預期效能"], kind: .text,
        meaning: LocalizedText(zh: "預期的效益", en: "the expected benefit"))
    case .indicator:
      Row(
        key: "indicator", names: ["績效指標", "衡量指標", "關鍵績效指標", "評估指標", "KPI", "衡量標準", "績效衡量指標", "評量指標", "成效指標"],
        kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "以什麼衡量成效", en: "how the effect is measured"))
    case .target:
      Row(
        key: "target", names: ["目標值", "年度目標值", "績效目標值", "預期目標值"],
        columnNames: ["目標", "預期目標", "績效目標", "年度目標", "預定目標", "量化目標", "目標數"], kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "績效指標要達到的值", en: "the value that the indicator should reach"))
    case .budget:
      Row(
        key: "budget",
        names: [
          "經費", "預算", "經費來源", "所需經費", "預估經費", "經費需求", "經費概算", "經費預算", "預算金額", "預算經費", "預算來源",
        ], kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "所需的經費或經費來源", en: "what it costs, or who pays"))
    case .remark:
      Row(
        key: "remark", names: ["備註", "備考", "附註"], columnNames: ["說明"], kind: .text, isUnmistakable: false,
        meaning: LocalizedText(zh: "其他說明", en: "other remarks"))
    case .checkpoints:
      Row(
        key: "checkpoints", names: ["辦理事項", "對應辦理事項"], kind: .text, isShared: false,
        meaning: LocalizedText(
          zh: "回應檢核表的哪些辦理事項：「1、3」或辦理事項的文字",
          en: "the checkpoints of the checklist that the measure meets: 「1、3」, or their text"))
    case .progress:
      Row(
        key: "progress", names: ["辦理情形", "執行情形"],
        columnNames: [
          "執行進度", "辦理進度", "執行成果", "辦理成果", "執行成效", "辦理成效", "目前辦理情形", "實際辦理情形", "執行情形說明", "執行概況", "辦理概況", "成果", "進度",
        ], kind: .entries, isShared: false,
        meaning: LocalizedText(
          zh: "可以寫多次；開頭的日期與完成的比率會讀出來：「107年6月20日 完成二場（50%）」",
          en:
            "progress, as often as needed; plantool reads the date at the beginning and the percentage that is done: 「107年6月20日 完成二場（50%）」"
        ))
    case .extra:
      Row(
        key: "extra", names: ["其他欄位"], kind: .named, isShared: false,
        meaning: LocalizedText(
          zh: "計畫自己的其他欄位，可以寫多次：「服務對象＝新住民」；表格裡就是那一欄",
          en: "a column of your own, as often as needed: 「服務對象＝新住民」; in a table, that column"))
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
    /// Words under names of the plan's own; the field comes once for each.
    case named
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
  /// Whether it may stand under a heading for all measures below.
  public var isShared: Bool { Self.rows[rawValue].isShared }
  /// Whether its names are no words of running text, so that a line that begins with one of them is meant as the field
  /// although it is not written as one. The others are read where they are written as fields, and supposed nowhere.
  public var isUnmistakable: Bool { Self.rows[rawValue].isUnmistakable }
  /// What it says of a measure, without a full stop.
  public var meaning: LocalizedText { Self.rows[rawValue].meaning }

  /// Those that may stand under headings.
  public static let shared = allCases.filter(\.isShared)
  /// Those that may be a column of a table.
  public static let columns = allCases.filter { $0 != .checkpoints && $0.kind != .named }
}
