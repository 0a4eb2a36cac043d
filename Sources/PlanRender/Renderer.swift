import PlanModel

/// Prints parts of a plan: `Plan → ViewPart → format → String`.
public enum Renderer {
  /// One view of a plan in one format.
  ///
  /// The checklist is the one that the plan answers, or nil where it is not known; only some views need it.
  public static func render(
    _ view: ViewName, of plan: Plan, checklist: Checklist?, as format: FormatName,
    options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> String {
    try render(view, of: .plan(plan), checklist: checklist, as: format, options: options)
  }

  /// One view of a document in one format.
  public static func render(
    _ view: ViewName, of content: DocumentContent, checklist: Checklist?, as format: FormatName,
    options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> String {
    text(
      of: try parts(of: content, checklist: checklist, for: view, options: options), title: content.title?.string,
      as: format, options: options)
  }

  /// The parts of a view of a document, at least one.
  public static func parts(
    of content: DocumentContent, checklist: Checklist?, for view: ViewName, options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> [ViewPart] {
    guard view.documents.contains(content.kind) else { throw .otherDocument(view, content.kind) }
    return switch content {
    case .plan(let plan): try view.definition.parts(of: plan, checklist: checklist, options: options)
    case .proposal(let proposal): try view.definition.parts(of: proposal)
    }
  }

  /// The parts of a view, at least one.
  public static func parts(
    of plan: Plan, checklist: Checklist?, for view: ViewName, options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> [ViewPart] {
    try parts(of: .plan(plan), checklist: checklist, for: view, options: options)
  }

  /// The views that a document has, with the number of rows in their tables. Nothing but headings of columns is not worth printing.
  public static func views(of content: DocumentContent, checklist: Checklist?) -> [(view: ViewName, rows: Int)] {
    ViewName.allCases.compactMap { view in
      guard let parts = try? parts(of: content, checklist: checklist, for: view) else { return nil }
      let rows = parts.compactMap(\.table?.rows.count).reduce(0, +)
      return rows > 0 || parts.contains { $0.table == nil } ? (view, rows) : nil
    }
  }

  /// The tables among the parts of a view.
  public static func tables(
    of plan: Plan, checklist: Checklist?, for view: ViewName, options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> [TableView] {
    try parts(of: plan, checklist: checklist, for: view, options: options).compactMap(\.table)
  }

  /// Parts in a format. The title is that of the plan, for formats in which a file has a title.
  public static func text(
    of parts: [ViewPart], title: String? = nil, as format: FormatName, options: RenderOptions = RenderOptions()
  ) -> String {
    format.definition.text(parts, title: title, options: options)
  }
}

/// What is asked of a view, beyond its name and the format.
public struct RenderOptions: Sendable {
  /// Whether CSV begins with a byte order mark, without which spreadsheet programs take UTF-8 for something else.
  public var byteOrderMark: Bool
  /// Whether what is due every month, quarter or week stands in the list of deadlines once for each of them.
  public var expandsRecurrences: Bool

  /// Options.
  public init(byteOrderMark: Bool = false, expandsRecurrences: Bool = false) {
    self.byteOrderMark = byteOrderMark
    self.expandsRecurrences = expandsRecurrences
  }
}

/// Why a view of a plan cannot be printed.
public enum RenderError: Error, Sendable, Hashable {
  /// The plan has no table of the kind that the view shows.
  case noSuchTable(ViewName)
  /// The view needs a checklist: the plan names none, or one that is not known.
  case noChecklist(identifier: String?)
  /// The checklist has nothing to tick off.
  case noCheckpoints(identifier: String)
  /// The view is not for documents of this kind.
  case otherDocument(ViewName, DocumentKind)

  private static func views(of kind: DocumentKind, _ separator: String) -> String {
    ViewName.all(of: kind).map(\.rawValue).joined(separator: separator)
  }

  /// What to tell the user.
  public var message: LocalizedText {
    switch self {
    case .noSuchTable(let view):
      LocalizedText(
        zh: "計畫裡沒有這種表格，無法輸出 \(view.rawValue)（\(view.summary.zhHant)）。",
        en: "The plan has no such table, so “\(view.rawValue)” (\(view.summary.en)) cannot be printed.")
    case .noChecklist(nil):
      LocalizedText(
        zh: "計畫沒有寫明依循哪一份檢核表；請在計畫名稱下方加上「- 檢核表：代號」。",
        en: "The plan does not say which checklist it follows; add “- 檢核表：IDENTIFIER” under its title.")
    case .noChecklist(let identifier?):
      LocalizedText(zh: "找不到代號為「\(identifier)」的檢核表。", en: "There is no checklist “\(identifier)”.")
    case .otherDocument(let view, let kind):
      LocalizedText(
        zh: "這份文件是\(kind.name)，沒有 \(view.rawValue)（\(view.summary.zhHant)）；可印的有：\(Self.views(of: kind, "、"))。",
        en: """
          This document is a \(kind.rawValue), which has no “\(view.rawValue)” (\(view.summary.en)); it can be printed as: \(Self.views(of: kind, ", ")).
          """)
    case .noCheckpoints(let identifier):
      LocalizedText(
        zh: "檢核表「\(identifier)」沒有列\(FieldName.checkpoints.name)，無從勾選；各重點的作法數請看 coverage。",
        en:
          "The checklist “\(identifier)” has no checkpoints (\(FieldName.checkpoints.name)) to tick; see “coverage” for the measures of each focus."
      )
    }
  }
}
