import PlanText
import PlanValidate

/// The Code Quality report of GitLab, which shows findings in merge requests and beside changed lines.
struct GitLabReporter: Reporter {
  private let language: Language

  init(_ options: ReportOptions) { language = options.language }

  func part(of report: FileReport) -> ReportPart {
    let source = report.document.source
    // GitLab knows files by their paths in the repository.
    var path = source.name[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    var fingerprints = Fingerprints(of: report.document, at: String(path))
    let issues = report.findings.map { finding in
      issue(finding, in: source, path: String(path), fingerprint: fingerprints.next(finding)).text(level: 1)
    }
    return ReportPart(report, text: issues.map { ",\n  " + $0 }.joined())
  }

  func output(_ parts: [ReportPart]) -> String? {
    let issues = parts.map(\.text).joined()
    return issues.isEmpty ? "[]\n" : "[" + issues.dropFirst() + "\n]\n"
  }

  private func issue(_ finding: Finding, in source: SourceText, path: String, fingerprint: String) -> JSONOutput {
    let (start, end) = (source.position(at: finding.range.lowerBound), source.position(at: finding.range.upperBound))
    let isDocument = source.places != nil
    let place = isDocument ? source.placeText(at: finding.range.lowerBound, language) + " " : ""
    // A document has no lines; GitLab wants one all the same.
    let lines = isDocument ? (1, 1) : (start.line, end.line)
    return .object([
      ("type", .string("issue")),
      ("description", .string("\(finding.code) \(place)\(finding.summary(language))")),
      ("check_name", .string("\(finding.code) \(finding.name)")),
      ("fingerprint", .string(fingerprint)),
      ("severity", .string(severity(finding.severity))),
      (
        "location",
        .object([
          ("path", .string(path)), ("lines", .object([("begin", .int(lines.0)), ("end", .int(lines.1))])),
        ])
      ),
    ])
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
