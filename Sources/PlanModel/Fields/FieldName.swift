import PlanText

/// The fields that a plan's lists may have, and the names that they go by in the agencies' own forms.
public enum FieldName: Sendable, Hashable {
  case agency
  case year
  case period
  case checklist
  case tableKind
  case measure(MeasureField)
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
  case keyWords
  case examples
  case excludedWords
  case generalBox

  // Fields of measures that code speaks of.
  package static let deadline = FieldName.measure(.deadline)
  package static let units = FieldName.measure(.units)
  package static let supportUnits = FieldName.measure(.supportUnits)
  package static let benefit = FieldName.measure(.benefit)
  package static let measureName = FieldName.measure(.measureName)
  package static let checkpoints = FieldName.measure(.checkpoints)
  package static let progress = FieldName.measure(.progress)

  /// The names, the one that plantool writes first. 年度 is that of a plan and that of a proposal: where a field stands
  /// tells which it is.
  public var names: [String] {
    switch self {
    case .agency: ["機關", "機關名稱"]
    case .year: ["年度", "計畫年度"]
    case .period: ["期程", "執行期程", "計畫期程"]
    case .checklist: ["檢核表"]
    case .tableKind: ["表別"]
    case .measure(let field): field.names
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
    case .keyWords: ["關鍵詞"]
    case .examples: ["舉例"]
    case .excludedWords: ["除外詞"]
    case .generalBox: ["概括"]
    }
  }

  /// The name that plantool writes.
  public var name: String { names[0] }

  /// What JSON calls it: the key of its value, and what a comment stands before.
  public var key: String {
    switch self {
    case .measure(.measureName): "measureName"
    case .measure(let field): field.key
    default: "\(self)"
    }
  }

  /// Whether a line that begins with its name is meant as the field although it is not written as one.
  package var isUnmistakable: Bool { if case .measure(let field) = self { field.isUnmistakable } else { true } }

  /// Whether it may come several times in one place.
  package var isRepeatable: Bool {
    if case .measure(let field) = self { field.kind == .entries || field.kind == .named } else { false }
  }

  /// The name that plantool writes in a table of measures.
  package func name(in layout: TableLayout) -> String {
    if case .measure(let field) = self { layout.name(of: .field(field)) } else { name }
  }

  /// The fields of the list under a plan's title.
  package static let ofPlan: [FieldName] = [.agency, .year, .period, .checklist, .documentKind]
  /// The fields of the list under a proposal's title.
  public static let ofProposal: [FieldName] = [.documentKind, .proposalName, .proposalYear, .proposalUnit]
  /// The fields of a phase.
  package static let ofPhase: [FieldName] = [.phasePeriod, .phaseUnits]
  /// The fields of 聯絡窗口.
  package static let ofContact: [FieldName] = [.contactName, .contactPhone, .contactEmail]
  /// The fields that may stand under a heading for the measures below it.
  package static let ofGroup = MeasureField.shared.map(FieldName.measure)
  /// The fields of a measure, those first that tables have.
  package static let ofMeasure = ofGroup + MeasureField.allCases.filter { !$0.isShared }.map(FieldName.measure)
  /// Those by which an item is known to be a measure.
  package static let tellingMeasures = ofMeasure.filter(\.isUnmistakable)
  /// The fields under the heading of an inspection log.
  package static let ofInspectionLog: [FieldName] = [.inspectionDate]
  /// The fields of plans and proposals, wherever they stand.
  package static let ofFiles: [FieldName] =
    ofPlan + ofProposal + ofPhase + ofContact + ofMeasure + ofInspectionLog + [.tableKind]
  /// The fields of the list under a checklist's title.
  package static let ofChecklist: [FieldName] = [.identifier, .year, .total, .tableKind, .columns, .source]
  /// The fields of the list under a further outline of a checklist.
  package static let ofOutline: [FieldName] = [.tableKind, .columns]
  /// The fields under a heading of a checklist file.
  package static let ofChecklistNode: [FieldName] = [.alias, .formerName, .columns, .excludedWords]
  /// The fields under a box of a checklist file.
  package static let ofCheckpoint: [FieldName] = [.keyWords, .examples, .excludedWords, .generalBox]
}

extension FieldName: CaseIterable {
  /// Every field, those of plans and proposals first.
  public static var allCases: [FieldName] {
    (ofFiles + ofChecklist + ofOutline + ofChecklistNode + ofCheckpoint).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
