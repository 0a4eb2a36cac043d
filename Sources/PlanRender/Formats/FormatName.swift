import PlanModel

/// The formats in which views are written. The raw value is what users type.
///
/// A new format is a file of its own, a case here and its line in ``definition``.
public enum FormatName: String, Sendable, Hashable, CaseIterable {
  case markdown
  case csv

  /// One line that says what the format is for.
  public var summary: LocalizedText { definition.summary }

  var definition: any ViewFormat.Type {
    switch self {
    case .markdown: MarkdownFormat.self
    case .csv: CSVFormat.self
    }
  }
}

/// Writes the parts of a view.
protocol ViewFormat {
  /// One line that says what the format is for, without a full stop.
  static var summary: LocalizedText { get }
  /// The whole file.
  static func text(_ parts: [ViewPart], options: RenderOptions) -> String
}
