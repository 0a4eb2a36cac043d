import PlanModel

/// Prints parts of a plan: `Plan → ViewPart → format → bytes`.
public enum Renderer {
  /// One view of a plan in one format.
  ///
  /// The checklist is the one that the plan answers, or nil where it is not known; only some views need it.
  public static func render(
    _ view: ViewName, of plan: Plan, checklist: Checklist?, as format: FormatName,
    options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> [UInt8] {
    try render([view], of: .plan(plan), checklist: checklist, as: format, options: options)
  }

  /// Views of a document in one file, one behind the other.
  public static func render(
    _ views: [ViewName], of content: DocumentContent, checklist: Checklist?, as format: FormatName,
    options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> [UInt8] {
    var options = options
    options.isHandedIn = format.isHandedIn
    // Each time of what comes again is a day of its own in a calendar.
    if format == .ics { options.expandsRecurrences = true }
    var all: [ViewPart] = []
    for view in views { all += try parts(of: content, checklist: checklist, for: view, options: options) }
    // A calendar without an event is none.
    if format == .ics, ICSFormat.undated(all) == all.reduce(0, { $0 + ($1.table?.rows.count ?? 0) }) { throw .noDays }
    if format == .svg, all.allSatisfy({ $0.table?.picture == nil }) { throw .noPicture }
    return bytes(of: all, title: content.title?.string, as: format, options: options)
  }

  /// How many rows of the deadlines have no day, and are in no calendar.
  public static func undated(
    in content: DocumentContent, checklist: Checklist?
  ) throws(RenderError) -> Int {
    let options = RenderOptions(expandsRecurrences: true)
    return ICSFormat.undated(try parts(of: content, checklist: checklist, for: .deadlines, options: options))
  }

  /// The parts of a view of a document, at least one.
  public static func parts(
    of content: DocumentContent, checklist: Checklist?, for view: ViewName, options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> [ViewPart] {
    guard view.documents.contains(content.kind) else { throw .otherDocument(view, content.kind) }
    return switch content {
    case .plan(let plan):
      printed(try view.definition.parts(of: plan, checklist: checklist, options: options), of: plan, options)
    case .proposal(let proposal): try view.definition.parts(of: proposal)
    }
  }

  /// Parts of a plan with what is asked for in print alone.
  private static func printed(_ parts: [ViewPart], of plan: Plan, _ options: RenderOptions) -> [ViewPart] {
    var parts = parts
    if options.normalizes { parts = NormalForms(UnitDirectory(plan)).applied(to: parts) }
    if options.addsISODates { parts = ISODates(plan.metadata.years).added(to: parts) }
    return parts
  }

  /// The parts of a view, at least one.
  public static func parts(
    of plan: Plan, checklist: Checklist?, for view: ViewName, options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> [ViewPart] {
    try parts(of: .plan(plan), checklist: checklist, for: view, options: options)
  }

  /// The views that a document has, with the number of rows in their tables. Nothing but headings of columns is not
  /// worth printing.
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
  public static func bytes(
    of parts: [ViewPart], title: String? = nil, as format: FormatName, options: RenderOptions = RenderOptions()
  ) -> [UInt8] {
    format.definition.bytes(parts, title: title, options: options)
  }
}
