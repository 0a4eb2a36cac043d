import PlanFormats
import PlanModel
import PlanRender

/// What is printed as text, for formats that are text.
extension Renderer {
  /// One view of a plan.
  public static func text(
    _ view: ViewName, of plan: Plan, checklist: Checklist?, as format: FormatName,
    options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> String {
    String(decoding: try render(view, of: plan, checklist: checklist, as: format, options: options), as: UTF8.self)
  }

  /// One view of a document.
  public static func text(
    _ view: ViewName, of content: DocumentContent, checklist: Checklist?, as format: FormatName,
    options: RenderOptions = RenderOptions()
  ) throws(RenderError) -> String {
    String(decoding: try render([view], of: content, checklist: checklist, as: format, options: options), as: UTF8.self)
  }

  /// Parts as they are.
  public static func text(
    of parts: [ViewPart], title: String? = nil, as format: FormatName, options: RenderOptions = RenderOptions()
  ) -> String {
    String(decoding: bytes(of: parts, title: title, as: format, options: options), as: UTF8.self)
  }
}
