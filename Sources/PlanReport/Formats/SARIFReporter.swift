import PlanFormats
import PlanText
import PlanValidate

/// SARIF 2.1.0, which code hosts and editors read: the findings, the rules they are of, and the fixes that are safe.
///
/// What is hidden is there too, with the reason, so that a code host shows it as closed instead of forgetting it.
struct SARIFReporter: Reporter {
  private let options: ReportOptions

  init(_ options: ReportOptions) { self.options = options }

  var language: Language { options.language }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// The list of rules stands before the findings: nothing can be written before all files are checked.
  func part(of report: FileReport) -> ReportPart { ReportPart(report, isKept: true) }

  func output(_ parts: [ReportPart]) -> String? {
    let reports = parts.compactMap(\.report)
    let found = Set(reports.flatMap { $0.allFindings.map(\.code) })
    let rules = RuleRegistry.all.map { $0.description }.filter { found.contains($0.code) }
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
    let results = reports.enumerated().flatMap { number, report in
      let file = File(document: report.document, index: number)
      let safe = SafeFixes(report.document)
      return report.allFindings.map { result($0, in: file, safe: safe, rule: indices[$0.code]) }
        + (options.showsCheckpoints ? checkpoints(of: report, in: file) : [])
    }
    return JSONOutput.object([
      ("$schema", .string(Self.schema)),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver(rules))])),
            ("invocations", .array([invocation(reports)])),
            // An ISO 3166 country, not a script, stands behind the language here.
            ("language", .string(language == .zhHant ? "zh-TW" : "en-US")),
            ("columnKind", .string("unicodeCodePoints")),
            (
              "artifacts",
              .array(reports.map { .object([("location", .object([("uri", uri($0.document.source.name))]))]) })
            ),
            ("results", .array(results)),
          ])
        ])
      ),
    ]).text()
  }

  private func invocation(_ reports: [FileReport]) -> JSONOutput {
    let notes = reports.enumerated().flatMap { number, report in
      report.notChecked.parts.map { notification($0, in: File(document: report.document, index: number)) }
    }
    return .members([
      ("executionSuccessful", .bool(options.isComplete)), ("exitCode", options.exitCode.map { .int($0) }),
      ("toolExecutionNotifications", notes.isEmpty ? nil : .array(notes)),
    ])
  }

  /// What no rule looked at in a file.
  private func notification(_ part: NotChecked.Part, in file: File) -> JSONOutput {
    let whole = JSONOutput.object([("artifactLocation", location(file))])
    let place = part.range.map { self.place($0, in: file) } ?? whole
    return .object([
      ("locations", .array([.object([("physicalLocation", place)])])),
      ("message", message(part.summary(language))), ("level", .string("note")),
    ])
  }

  private func driver(_ rules: [RuleDescription]) -> JSONOutput {
    .object([
      ("name", .string(ToolInformation.name)),
      ("version", .string(ToolInformation.version)),
      ("semanticVersion", .string(ToolInformation.version)),
      ("rules", .array(rules.map(rule))),
    ])
  }

  private func rule(_ rule: RuleDescription) -> JSONOutput {
    .object([
      ("id", .string(rule.code)),
      ("name", .string(rule.name)),
      ("shortDescription", message(rule.summary(language))),
      ("fullDescription", message(rule.explanation(language))),
      (
        "help",
        .object([("text", .string(help(rule, language))), ("markdown", .string(markdownHelp(rule, language)))])
      ),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
      (
        "properties",
        .object(
          [("tags", .array([.string(rule.family.title(language))]))]
            + Language.allCases.map { language in
              (
                language.rawValue,
                .object([
                  ("shortDescription", .string(rule.summary(language))),
                  ("fullDescription", .string(rule.explanation(language))),
                  ("help", .string(help(rule, language))),
                ])
              )
            })
      ),
    ])
  }

  private func help(_ rule: RuleDescription, _ language: Language) -> String {
    LocalizedText(
      zh: "「plantool explain \(rule.code)」說明這條規則並附例子。",
      en: "For more about the rule, with examples, run “plantool explain \(rule.code)”.")(language)
  }

  private func markdownHelp(_ rule: RuleDescription, _ language: Language) -> String {
    func code(_ text: String) -> String {
      text.lineSlices.map { $0.isEmpty ? "" : "    " + $0 }
        .joined(separator: "\n")
    }
    let colon = LocalizedText(zh: "：", en: ":")
    return [
      MarkdownProse.escape(rule.explanation(language)), (RuleGuide.failingTitle + colon)(language),
      code(rule.failing.text), (RuleGuide.passingTitle + colon)(language), code(rule.passing.text),
    ].joined(separator: "\n\n")
  }

  /// A file and its place in the list of artifacts.
  struct File {
    let document: PlanDocument
    let index: Int
    var source: SourceText { document.source }
  }

  private func result(_ finding: Finding, in file: File, safe: SafeFixes, rule: Int?) -> JSONOutput {
    let explanation = finding.explanation.map { "\n" + $0(language) } ?? ""
    let inDocument = file.source.places?.place(at: finding.range.lowerBound)?.words(language)
    let logical = (file.document.pointer(to: finding.range) ?? inDocument).map { name in
      JSONOutput.array([.object([("fullyQualifiedName", .string(name))])])
    }
    return .members([
      ("ruleId", .string(finding.code)),
      ("ruleIndex", rule.map { .int($0) }),
      ("level", .string(finding.severity.rawValue)),
      ("message", message(finding.summary(language) + explanation)),
      (
        "locations",
        .array([
          .members([("physicalLocation", place(finding.range, in: file)), ("logicalLocations", logical)])
        ])
      ),
      (
        "relatedLocations",
        finding.notes.isEmpty
          ? nil
          : .array(
            finding.notes.enumerated().map { number, note in
              .object([
                ("id", .int(number + 1)), ("physicalLocation", place(note.range, in: file)),
                ("message", message(note.text(language))),
              ])
            })
      ),
      // Tools apply what stands here to all results at once, so that guesses stay out.
      (
        "fixes",
        file.source.places != nil ? nil : safe.index(in: finding).map { .array([fix(finding.fixes[$0], in: file)]) }
      ),
      // An empty list says that it is not suppressed; without one nobody would know.
      ("suppressions", .array([suppression(of: finding, in: file)].compactMap { $0 })),
    ])
  }

  /// Why a finding is hidden.
  private func suppression(of finding: Finding, in file: File) -> JSONOutput? {
    guard let reason = finding.hiddenReason else { return nil }
    let line = finding.suppression?.line
    return .members([
      ("kind", .string(line == nil ? "external" : "inSource")), ("status", .string("accepted")),
      ("justification", .string(reason(language))),
      (
        "location",
        line.map { line in
          let region = JSONOutput.object([("startLine", .int(line))])
          return .object([
            ("physicalLocation", .object([("artifactLocation", location(file)), ("region", region)]))
          ])
        }
      ),
    ])
  }

  private func fix(_ fix: Finding.Fix, in file: File) -> JSONOutput {
    let replacements = fix.edits.map { edit in
      JSONOutput.object([
        ("deletedRegion", region(edit.range, in: file.source)), ("insertedContent", message(edit.text)),
      ])
    }
    let change = JSONOutput.object([("artifactLocation", location(file)), ("replacements", .array(replacements))])
    return .object([("description", message(fix.title(language))), ("artifactChanges", .array([change]))])
  }

  func place(_ range: SourceRange, in file: File) -> JSONOutput {
    // An office document has no lines.
    .members([
      ("artifactLocation", location(file)),
      ("region", file.source.places == nil ? region(range, in: file.source) : nil),
    ])
  }

  private func location(_ file: File) -> JSONOutput {
    .object([("uri", uri(file.source.name)), ("index", .int(file.index))])
  }

  private func region(_ range: SourceRange, in source: SourceText) -> JSONOutput {
    let (start, end) = (source.position(at: range.lowerBound), source.position(at: range.upperBound))
    return .object([
      ("startLine", .int(start.line)), ("startColumn", .int(start.column)), ("endLine", .int(end.line)),
      ("endColumn", .int(end.column)),
    ])
  }

  func message(_ text: String) -> JSONOutput { .object([("text", .string(text))]) }

  /// A path as a reference relative to the folder of the run, or as a `file:` address if it begins at the root.
  private func uri(_ path: String) -> JSONOutput {
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var encoded = ""
    for byte in (path.hasPrefix("./") ? path.dropFirst(2) : path[...]).utf8 {
      if unreserved.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return .string(path.hasPrefix("/") ? "file://" + encoded : encoded)
  }
}
