/// The fields that a plan's lists may have, and the names that they go by in the agencies' own forms.
public enum FieldName: String, Sendable, CaseIterable {
  case agency
  case year
  case period
  case checklist
  case tableKind
  case deadline
  case units
  case benefit
  case measureName
  case checkpoints
  case progress
  case inspectionDate
  // Which kind of document a file is.
  case documentKind
  // Only in proposals.
  case proposalName
  case proposalYear
  case proposalUnit
  case phasePeriod
  case phaseUnits
  case contactName
  case contactPhone
  case contactEmail
  // Only in files that define a checklist.
  case identifier
  case total
  case columns
  case source
  case alias
  case formerName

  /// The names, the one that plantool writes first.
  public var names: [String] {
    switch self {
    case .agency: ["機關", "機關名稱"]
    case .year: ["年度", "計畫年度"]
    case .period: ["期程", "執行期程", "計畫期程"]
    case .checklist: ["檢核表"]
    case .tableKind: ["表別"]
    case .deadline: ["完成期限", "執行期間", "辦理期限", "期限"]
    case .units: ["承辦單位", "執行單位", "辦理單位", "主辦單位", "負責單位"]
    case .benefit: ["預期效益", "預期成效"]
    case .measureName: ["措施名稱"]
    case .checkpoints: ["辦理事項", "對應辦理事項"]
    case .progress: ["辦理情形", "執行情形"]
    case .inspectionDate: ["時間", "日期"]
    case .documentKind: ["文件種類"]
    case .proposalName: ["提案名稱"]
    case .proposalYear: ["提案年度", "年度"]
    case .proposalUnit: ["提案單位", "機關", "提案機關"]
    case .phasePeriod: ["時程", "實施時程"]
    case .phaseUnits: ["單位", "實施單位"]
    case .contactName: ["姓名"]
    case .contactPhone: ["電話", "聯絡電話"]
    case .contactEmail: ["電子郵件", "電子信箱", "Email", "E-mail"]
    case .identifier: ["代號"]
    case .total: ["總分"]
    case .columns: ["欄位"]
    case .source: ["來源"]
    case .alias: ["別名"]
    case .formerName: ["原名"]
    }
  }

  /// The name that plantool writes.
  public var name: String { names[0] }

  /// Whether the field goes by a name.
  func isNamed(_ name: String) -> Bool { names.contains { $0.isWritten(name) } }

  /// The name that plantool writes in a table of measures.
  func name(in layout: TableLayout) -> String {
    switch self {
    case .deadline: layout.name(of: .deadline)
    case .units: layout.name(of: .units)
    default: name
    }
  }

  /// The fields of the list under a plan's title.
  static let ofPlan: [FieldName] = [.agency, .year, .period, .checklist, .documentKind]
  /// The fields of the list under a proposal's title.
  public static let ofProposal: [FieldName] = [.documentKind, .proposalName, .proposalYear, .proposalUnit]
  /// The fields of a phase.
  static let ofPhase: [FieldName] = [.phasePeriod, .phaseUnits]
  /// The fields of 聯絡窗口.
  static let ofContact: [FieldName] = [.contactName, .contactPhone, .contactEmail]
  /// The fields that may stand under a heading for the measures below it.
  static let ofGroup: [FieldName] = [.deadline, .units, .benefit]
  /// The fields of a measure.
  static let ofMeasure: [FieldName] = [.deadline, .units, .benefit, .measureName, .checkpoints, .progress]
  /// The fields under the heading of an inspection log.
  static let ofInspectionLog: [FieldName] = [.inspectionDate]
  /// The fields of plans and proposals, wherever they stand.
  static let ofFiles: [FieldName] =
    ofPlan + ofProposal + ofPhase + ofContact + ofMeasure + ofInspectionLog + [.tableKind]
  /// The fields of the list under a checklist's title.
  static let ofChecklist: [FieldName] = [.identifier, .year, .total, .tableKind, .columns, .source]
  /// The fields of the list under a further outline of a checklist.
  static let ofOutline: [FieldName] = [.tableKind, .columns]
  /// The fields under a heading of a checklist file.
  static let ofChecklistNode: [FieldName] = [.alias, .formerName, .columns]
}
