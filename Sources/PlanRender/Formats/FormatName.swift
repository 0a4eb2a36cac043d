import PlanText

/// The formats in which views are written. The raw value is what users type.
///
/// A new format is a file of its own, a case here and its line in ``definition``.
public enum FormatName: String, Sendable, Hashable, CaseIterable {
  case markdown
  case csv
  case html

  /// One line that says what the format is for.
  public var summary: LocalizedText { definition.summary }

  var definition: any ViewFormat.Type {
    switch self {
    case .markdown: MarkdownFormat.self
    case .csv: CSVFormat.self
    case .html: HTMLFormat.self
    }
  }
}

/// Writes the parts of a view.
protocol ViewFormat {
  /// One line that says what the format is for, without a full stop.
  static var summary: LocalizedText { get }
  /// The whole file. The title is that of the plan.
  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String
}
