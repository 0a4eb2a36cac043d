import PlanText
import PlanValidate

/// The XML of Checkstyle, which many CI servers and review tools read.
struct CheckstyleReporter: Reporter {
  /// The version of Checkstyle whose reports look like this.
  private static let version = "10.0"

  private let language: Language

  init(_ options: ReportOptions) { language = options.language }

  func part(of report: FileReport) -> ReportPart {
    let source = report.document.source
    let errors = report.findings.map { error($0, in: source) }.joined()
    return ReportPart(
      report, text: "  <file name=\"\(MarkupText.escape(source.name))\">\n\(errors)  </file>\n")
  }

  func output(_ parts: [ReportPart]) -> String? {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <checkstyle version="\(Self.version)">
    \(parts.map(\.text).joined())</checkstyle>

    """
  }

  private func error(_ finding: Finding, in source: SourceText) -> String {
    let position = source.position(at: finding.range.lowerBound)
    // A document has no lines, and its places are words.
    let isDocument = source.places != nil
    let words = isDocument ? source.placeText(at: finding.range.lowerBound, language) + " " : ""
    let place = isDocument ? "line=\"1\"" : "line=\"\(position.line)\" column=\"\(position.column)\""
    let message = MarkupText.escape("\(words)\(finding.code) \(finding.summary(language))")
    return """
          <error \(place) severity="\(severity(finding.severity))" message="\(message)" \
      source="\(ToolInformation.name).\(finding.code).\(finding.name)"/>

      """
  }

  private func severity(_ severity: Severity) -> String { severity == .note ? "info" : severity.rawValue }
}
