/// Puts a report together of its parts, as they come.
public struct ReportPrinter {
  private let format: ReportFormat
  private let reporter: any Reporter
  private var parts: [ReportPart] = []
  private var shown = ShownParts()

  /// Whether what is printed of a file is printed before the others are done.
  public let printsByFile: Bool

  public init(_ format: ReportFormat, _ options: ReportOptions) {
    self.format = format
    reporter = format.reporter(options)
    printsByFile = reporter.output([]) == nil
  }

  /// Adds the next file. Gives what can be printed at once.
  public mutating func add(_ part: ReportPart) -> String {
    guard printsByFile else {
      parts.append(part)
      return ""
    }
    let isShown = reporter.shows(part, after: shown)
    if isShown { shown.findings += part.shownFindings } else { shown.isCut = true }
    var kept = part
    kept.text = ""
    parts.append(kept)
    return isShown ? part.text : ""
  }

  /// What is printed behind all files. The options know now how the run ends.
  public func ending(_ options: ReportOptions) -> String {
    let reporter = format.reporter(options)
    return reporter.output(parts) ?? reporter.ending(parts, shown)
  }
}
