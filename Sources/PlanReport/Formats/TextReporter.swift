import PlanText
import PlanValidate

/// Findings for people: file by file, the worst first, and at the end how many there are.
struct TextReporter: Reporter {
  let options: ReportOptions
  let tables: CountTables
  private let finding: FindingText
  private let style: TerminalStyle
  /// Whether a line says of each plan how many checkpoints it answers: of many plans nobody reads it.
  private let sumsUpCheckpoints: Bool

  /// Of how many files every finding is shown.
  private static let mostFiles = 50
  /// How many findings of all files are shown.
  private static let mostFindings = 1000
  /// How many findings of a single file are shown with their lines, and how many errors of each of several.
  private static let mostDetailed = (single: 40, several: 10)
  /// How many rows the table of files has.
  private static let mostRows = 200
  /// How many kinds of other places are said of a finding.
  private static let mostNotes = 3

  init(_ options: ReportOptions) {
    self.options = options
    style = TerminalStyle(isColored: options.isColored)
    finding = FindingText(
      language: options.language, style: style, width: SourceExcerpt.width(onTerminal: options.width), namesFile: false,
      mostNotes: options.detail == .all ? nil : Self.mostNotes)
    tables = CountTables(language: options.language, style: style, width: options.width)
    sumsUpCheckpoints = options.showsCheckpoints || options.fileCount <= Self.mostCheckpointLines
  }

  func partNeedsCheckpoints(isConfirmed: Bool) -> Bool { sumsUpCheckpoints || isConfirmed }

  func part(of report: FileReport) -> ReportPart {
    let source = report.document.source
    let (text, shown, short) = showsFindings ? findings(of: report) : ("", 0, 0)
    let confirmations = report.confirmations?.map { confirmation in
      let message = TerminalText.escape(confirmation.summary(language))
      return "  \(place(confirmation.range, in: source)) \(confirmation.code) \(message)\n"
    }
    let notChecked = report.notChecked.parts.map { part in
      let place = part.range.map { self.place($0, in: source) } ?? TerminalText.escape(source.name)
      return "  \(place) \(TerminalText.escape(part.summary(language)))\n"
    }
    let isWanted = partNeedsCheckpoints(isConfirmed: confirmations != nil)
    let lines = isWanted ? CheckpointLines(report, language: language) : nil
    let list = options.showsCheckpoints ? lines?.list() : confirmations == nil ? nil : lines?.list(onlyMet: true)
    return ReportPart(
      report, text: text, shownFindings: shown, shortFindings: short, confirmations: confirmations,
      notCheckedLines: notChecked, checkpoints: lines.map { [$0.summary + "\n"] + (list ?? []) } ?? [])
  }

  // MARK: Findings

  /// Of very many files nobody reads every finding.
  private var showsFindings: Bool { options.detail == .all || options.fileCount <= Self.mostFiles }

  /// The findings of a file below its name: how many, and how many of these are short.
  private func findings(of report: FileReport) -> (text: String, shown: Int, short: Int) {
    let source = report.document.source
    // Those of one severity stay in the order of the file.
    let wanted = Severity.allCases.reversed().filter { $0 != .note || showsNotes }
      .flatMap { severity in report.findings.filter { $0.severity == severity } }
    let shown = wanted.prefix(options.findingLimit ?? .max)
    guard !shown.isEmpty else { return ("", 0, 0) }
    // A finding in one line does not show the words of the plan around it.
    let showsLines = shown.enumerated().contains { isDetailed($1, $0) }
    let byLine = Dictionary(grouping: showsLines ? report.personalData : []) { source.line(at: $0.lowerBound) }
    var text = style.bold(TerminalText.escape(source.name)) + "\n"
    var short = 0
    for (rank, finding) in shown.enumerated() {
      if isDetailed(finding, rank) {
        let line = source.line(at: min(finding.range.lowerBound, source.bytes.count))
        text += self.finding.text(of: finding, in: source, hiding: byLine[line] ?? []) + "\n"
      } else {
        text += self.finding.line(of: finding, in: source)
        short += 1
      }
    }
    if short > 0 { text += "\n" }
    if shown.count < wanted.count {
      text += style.bold(cutOff(wanted.count, to: shown.count, in: source.name)) + "\n\n"
    }
    return (text, shown.count, short)
  }

  /// Whether notes are shown: where they fail the run, nobody should have to ask for them.
  private var showsNotes: Bool { options.detail != .worst || options.threshold.severity == .note }

  private func isDetailed(_ finding: Finding, _ rank: Int) -> Bool {
    if options.detail == .all { return true }
    return options.fileCount <= 1
      ? rank < Self.mostDetailed.single : finding.severity == .error && rank < Self.mostDetailed.several
  }

  private func cutOff(_ count: Int, to limit: Int, in name: String) -> String {
    let name = TerminalText.escape(name)
    return words(
      "\(name)：有 \(count) 項檢查結果，這裡只列前 \(limit) 項；加上「--max-findings 0」全部列出。",
      "\(name): shown here are \(limit) of \(count) findings; “--max-findings 0” shows all.")
  }

  func shows(_ part: ReportPart, after shown: ShownParts) -> Bool {
    options.detail == .all || (!shown.isCut && shown.findings + part.shownFindings <= Self.mostFindings)
      || shown.findings == 0
  }

  // MARK: The end

  /// What holds stands by itself behind everything that needs a look.
  func ending(_ parts: [ReportPart], _ shown: ShownParts) -> String {
    var text = ""
    if parts.contains(where: { $0.confirmations != nil }) {
      let lines = parts.flatMap { $0.confirmations ?? [] }
      text += style.bold(words("查核無誤的事項（\(lines.count)）：", "Verified (\(lines.count)):")) + "\n"
      text += lines.joined() + "\n"
      let open = parts.flatMap(\.notCheckedLines)
      if !open.isEmpty {
        text += style.bold(words("沒有檢查的部分（\(open.count)）：", "Not checked (\(open.count)):")) + "\n"
        text += open.joined() + "\n"
      }
    }
    return text + checkpoints(of: parts) + counts(parts, shown) + ClosingLines(parts, options, shown).text
  }

  /// The checkpoints of each plan; of many plans only those that were asked for one by one.
  private func checkpoints(of parts: [ReportPart]) -> String {
    let plans = parts.filter { !$0.checkpoints.isEmpty }
    let text = plans.flatMap(\.checkpoints).joined()
    let isList = !plans.allSatisfy { $0.checkpoints.count == 1 }
    return text + (text.isEmpty || !(isList || hasTable(parts)) ? "" : "\n")
  }

  /// The counts of several files, and where not every finding is shown, those of the rules.
  private func counts(_ parts: [ReportPart], _ shown: ShownParts) -> String {
    guard hasTable(parts) else { return "" }
    let isCut = !showsFindings || shown.isCut
    let listed = showsFindings ? parts : parts.filter { !$0.counts.byRule.isEmpty }
    return tables.files(listed, limit: options.detail == .all ? nil : Self.mostRows) + "\n"
      + (isCut ? tables.rules(parts) + "\n" : "")
  }

  private func hasTable(_ parts: [ReportPart]) -> Bool {
    parts.count > 1 && parts.contains { !$0.counts.byRule.isEmpty }
  }

  /// How many plans have a line about their checkpoints.
  private static let mostCheckpointLines = 20

  private var language: Language { options.language }

  private func place(_ range: SourceRange, in source: SourceText) -> String {
    source.namedPlaceText(at: range.lowerBound, language)
  }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
}
