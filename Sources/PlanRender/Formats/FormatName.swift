import PlanText

/// The formats in which views are written. The raw value is what users type.
///
/// A new format is a file of its own, a case here and its line in ``definition``.
public enum FormatName: String, Sendable, Hashable, CaseIterable {
  case markdown
  case csv
  case html
  case odt
  case ods
  case docx
  case ics
  case svg

  /// One line that says what the format is for.
  public var summary: LocalizedText { definition.summary }

  /// Whether a file of the format is text in UTF-8. Others must not reach a terminal.
  public var isText: Bool { definition.isText }

  /// Whether what is printed is a document to be handed in: it has none of the fields that only plantool reads, and what
  /// stands once for several rows is one cell.
  public var isHandedIn: Bool {
    switch self {
    case .html, .odt, .ods, .docx: true
    case .markdown, .csv, .ics, .svg: false
    }
  }

  /// The views that the format has a form for; nil where it has one for all.
  public var views: [ViewName]? {
    switch self {
    case .ics: [.deadlines]
    case .svg: [.timeline, .coverage]
    default: nil
    }
  }

  /// The format of a file whose name ends so, in small letters and without the dot; nil for other endings.
  public init?(fileExtension: String) {
    switch fileExtension {
    case "md", "markdown": self = .markdown
    case "htm": self = .html
    default:
      guard let format = FormatName(rawValue: fileExtension) else { return nil }
      self = format
    }
  }

  var definition: any ViewFormat.Type {
    switch self {
    case .markdown: MarkdownFormat.self
    case .csv: CSVFormat.self
    case .html: HTMLFormat.self
    case .odt: ODTFormat.self
    case .ods: ODSFormat.self
    case .docx: DOCXFormat.self
    case .ics: ICSFormat.self
    case .svg: SVGFormat.self
    }
  }
}

/// Writes the parts of a view.
protocol ViewFormat {
  /// One line that says what the format is for, without a full stop.
  static var summary: LocalizedText { get }
  /// Whether the file is text in UTF-8.
  static var isText: Bool { get }
  /// The whole file. The title is that of the plan.
  static func bytes(_ parts: [ViewPart], title: String?, options: RenderOptions) -> [UInt8]
}

extension ViewFormat {
  /// Most are archives.
  static var isText: Bool { false }
}

/// A format whose files are made as one text.
protocol TextFormat: ViewFormat {
  /// The whole file. The title is that of the plan.
  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String
}

extension TextFormat {
  static var isText: Bool { true }

  static func bytes(_ parts: [ViewPart], title: String?, options: RenderOptions) -> [UInt8] {
    Array(text(parts, title: title, options: options).utf8)
  }
}
