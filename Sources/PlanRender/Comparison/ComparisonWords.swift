import PlanModel
import PlanText

extension ComparedThing.Kind {
  /// What a list of such things is called.
  var title: LocalizedText {
    switch self {
    case .plan: LocalizedText(zh: "計畫資料", en: "The plan")
    case .section: LocalizedText(zh: "章節", en: "Sections")
    case .citation: LocalizedText(zh: "計畫依據", en: "Citations")
    case .heading: LocalizedText(zh: "構面、項目與重點", en: "Headings")
    case .measure: LocalizedText(zh: "作法", en: "Measures")
    case .survey: LocalizedText(zh: "措施調查表", en: "Survey")
    case .member: LocalizedText(zh: "編組名冊", en: "Task force")
    case .unit: LocalizedText(zh: "單位表", en: "Table of units")
    case .checkpoint: LocalizedText(zh: "辦理事項", en: "Checkpoints")
    case .inspection: LocalizedText(zh: "工作日誌", en: "Inspection log")
    case .text: LocalizedText(zh: "內文", en: "Running text")
    case .comment: LocalizedText(zh: "註解", en: "Comments")
    }
  }
}

extension ComparedField.Name {
  /// What the field is called. Columns of tables go by their own names.
  var title: LocalizedText {
    switch self {
    case .field(.measure(let field)): LocalizedText(zh: field.name, en: Self.words(from: field.key))
    case .field(.inspectionDate): LocalizedText(zh: FieldName.inspectionDate.name, en: "date")
    case .field(let name): LocalizedText(zh: name.name, en: Self.words(from: name.key))
    case .words: LocalizedText(zh: "內容", en: "wording")
    case .title: LocalizedText(zh: "計畫名稱", en: "title")
    case .weight: LocalizedText(zh: "配分", en: "weight")
    case .columns: LocalizedText(zh: "欄位", en: "columns")
    case .column(let name): LocalizedText(zh: name, en: name)
    case .tick: LocalizedText(zh: "勾選", en: "tick")
    }
  }

  /// What JSON calls it.
  var key: String {
    switch self {
    case .field(let name): name.key
    case .words: "text"
    case .title: "title"
    case .weight: "weight"
    case .columns: "columns"
    case .column(let name): name
    case .tick: "ticked"
    }
  }

  /// supportUnits as “support units”.
  private static func words(from key: String) -> String {
    String(key.flatMap { $0.isUppercase ? [" "] + Array($0.lowercased()) : [$0] })
  }
}

/// What became of a thing, as it is counted and marked.
enum ComparisonMark: String, CaseIterable {
  case added, removed, changed, moved

  /// A thing that has moved and differs is both.
  init(_ change: PlanComparison.Change) {
    self = change.old == nil ? .added : change.new == nil ? .removed : change.fields.isEmpty ? .moved : .changed
  }

  /// As a line begins.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    case .moved: ">"
    }
  }

  var title: LocalizedText {
    switch self {
    case .added: LocalizedText(zh: "新增", en: "added")
    case .removed: LocalizedText(zh: "刪除", en: "removed")
    case .changed: LocalizedText(zh: "修改", en: "changed")
    case .moved: LocalizedText(zh: "移動", en: "moved")
    }
  }
}
