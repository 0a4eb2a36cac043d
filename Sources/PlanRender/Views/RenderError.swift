import PlanModel
import PlanText

/// Why a view of a plan cannot be printed.
public enum RenderError: Error, Sendable, Hashable {
  /// The plan has no table of the kind that the view shows.
  case noSuchTable(ViewName)
  /// The view needs a checklist: the plan names none, or one that is not known.
  case noChecklist(identifier: String?)
  /// The view needs a checklist, and the plan says that it has none.
  case declinesChecklist
  /// The checklist has nothing to tick off.
  case noCheckpoints(identifier: String)
  /// The view is not for documents of this kind.
  case otherDocument(ViewName, DocumentKind)

  /// No deadline names a day, and the format is a calendar or the view a timeline.
  case noDays
  /// What the view shows cannot be drawn: the checklist has no checkpoints.
  case noPicture

  /// Why a plan has no checklist.
  static func missingChecklist(of plan: Plan) -> RenderError {
    plan.metadata.declinesChecklist ? .declinesChecklist : .noChecklist(identifier: plan.metadata.checklist?.string)
  }

  private static func views(of kind: DocumentKind, _ separator: String) -> String {
    ViewName.all(of: kind).map(\.rawValue).joined(separator: separator)
  }

  /// What to tell the user.
  public var message: LocalizedText {
    switch self {
    case .noSuchTable(let view):
      LocalizedText(
        zh: "計畫裡沒有這種表格，無法輸出 \(view.rawValue)（\(view.summary.zhHant)）。",
        en: "The plan does not have this table, so “\(view.rawValue)” (\(view.summary.en)) cannot be printed.")
    case .noChecklist(nil):
      LocalizedText(
        zh: "計畫沒有寫明依循哪一份檢核表；請在計畫名稱下方加上「- 檢核表：代號」。",
        en: "The plan does not say which checklist it follows; add “- 檢核表：IDENTIFIER” under its title.")
    case .declinesChecklist:
      LocalizedText(
        zh: "計畫不依檢核表（檢核表：無），沒有這張表；可用「plantool checklist derive」由計畫產生檢核表，再以 --checklist 指定。",
        en: """
          The plan follows no checklist (檢核表：無), so this table does not exist; run “plantool checklist derive” to make a checklist from the plan \
          and pass it with --checklist.
          """)
    case .noChecklist(let identifier?):
      LocalizedText(zh: "找不到代號為「\(identifier)」的檢核表。", en: "There is no checklist “\(identifier)”.")
    case .otherDocument(let view, let kind):
      LocalizedText(
        zh: "這份文件是\(kind.name)，沒有 \(view.rawValue)（\(view.summary.zhHant)）；可產製的有：\(Self.views(of: kind, "、"))。",
        en: """
          This document is a \(kind.rawValue), which has no “\(view.rawValue)” (\(view.summary.en)); it can be printed as: \(Self.views(of: kind, ", ")).
          """)
    case .noDays:
      LocalizedText(
        zh: "沒有任何完成期限寫明日期，無法產生行事曆或時程圖；請看 deadlines 表。",
        en: "No deadline names a day, so there is nothing for a calendar or a timeline; see the “deadlines” table.")
    case .noPicture:
      LocalizedText(
        zh: "檢核表沒有列\(FieldName.checkpoints.name)，沒有圖可畫；請用 html 或 markdown 格式看表。",
        en:
          "The checklist has no checkpoints (\(FieldName.checkpoints.name)), so there is nothing to draw; use html or markdown for the table."
      )
    case .noCheckpoints(let identifier):
      LocalizedText(
        zh: "檢核表「\(identifier)」沒有列\(FieldName.checkpoints.name)，無從勾選；各重點的作法數請看 coverage。",
        en:
          "The checklist “\(identifier)” has no checkpoints (\(FieldName.checkpoints.name)) to tick; use “coverage” to see the measures of each focus."
      )
    }
  }
}
