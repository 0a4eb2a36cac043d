import PlanFormats
import PlanText

/// Applies the safe fixes of the findings on a file.
///
/// A fix may uncover another finding, and two fixes may touch the same place: so fixes are applied in rounds, each on
/// what a new validation of the text finds, until there is nothing left to apply.
public struct Fixer: Sendable {
  /// More rounds than any file needs; the limit keeps two rules that undo each other from going on for ever.
  public static let roundLimit = 10

  /// A fix to be applied, and the rule whose it is.
  typealias Choice = (code: String, fix: Finding.Fix)

  private let report: @Sendable (PlanDocument) -> FileReport

  /// A fixer of what a validator finds. Its last report has the claims that hold, if they are asked for.
  public init(_ validator: Validator, withConfirmations: Bool = false) {
    self.init { validator.report(on: $0, withConfirmations: withConfirmations) }
  }

  /// A fixer of what some other function reports.
  public init(report: @escaping @Sendable (PlanDocument) -> FileReport) { self.report = report }

  /// What became of a file.
  public struct Result: Sendable {
    /// The report on the file after all fixes.
    public let report: FileReport
    /// The number of fixes by the code of the rule.
    public let applied: [String: Int]
    /// Whether there was still something to apply after the last round.
    public let isLimited: Bool
  }

  /// Fixes a file in memory.
  public func fix(_ document: PlanDocument) -> Result {
    var report = self.report(document)
    var applied: [String: Int] = [:]
    var chosen = Self.fixes(for: report.findings, in: document)
    var rounds = 0
    while !chosen.isEmpty, rounds < Self.roundLimit {
      report = self.report(Self.document(report.document, after: chosen))
      for choice in chosen { applied[choice.code, default: 0] += 1 }
      rounds += 1
      chosen = Self.fixes(for: report.findings, in: report.document)
    }
    return Result(report: report, applied: applied, isLimited: !chosen.isEmpty)
  }

  /// The fixes that can be applied at once: one of each finding that has exactly one safe way to mend it, the first of
  /// those that overlap.
  ///
  /// What a file says is mended when all of it is read: those that make the file read come first, in a round of their
  /// own.
  static func fixes(for findings: [Finding], in document: PlanDocument) -> [Choice] {
    let safe = SafeFixes(document)
    let chosen = findings.compactMap { finding in
      safe.index(in: finding).map { (code: finding.code, fix: finding.fixes[$0]) }
    }
    let ofReading = withoutOverlaps(chosen.filter { SafeFixes.isOfReading($0.code, $0.fix) })
    let reading = ofReading.isEmpty ? [] : harmless(ofReading, in: document, Readings(document).areKept(by:))
    guard reading.isEmpty else { return reading }
    let others = withoutOverlaps(chosen.filter { !SafeFixes.isOfReading($0.code, $0.fix) })
    guard !others.isEmpty else { return [] }
    let promised = Commitments(document.content)
    return harmless(others, in: document) { promised.areKept(by: Commitments($0.content)) }
  }

  /// Without those after which the file could be read worse than before, or does not hold what it must: in JSON the
  /// same words can stand a second time, as a derived value.
  ///
  /// Where some are in the way, halves are tried, so that a file of a thousand fixes is not read a thousand times for
  /// one of them.
  private static func harmless(
    _ fixes: [Choice], in document: PlanDocument, _ holds: (PlanDocument) -> Bool
  ) -> [Choice] {
    func isHarmless(_ fixes: [Choice]) -> Bool {
      let after = self.document(document, after: fixes)
      return after.problems.count <= document.problems.count && holds(after)
    }
    func adding(_ fixes: ArraySlice<Choice>, to kept: [Choice]) -> [Choice] {
      let all = kept + fixes
      if fixes.isEmpty || isHarmless(all) { return all }
      if fixes.count == 1 { return kept }
      let middle = fixes.startIndex + fixes.count / 2
      return adding(fixes[middle...], to: adding(fixes[..<middle], to: kept))
    }
    return adding(fixes[...], to: [])
  }

  private static func document(_ document: PlanDocument, after fixes: [Choice]) -> PlanDocument {
    let bytes = apply(fixes.flatMap(\.fix.edits), to: document)
    return PlanDocument(reading: SourceText(name: document.source.name, bytes: bytes), as: document.syntax)
  }

  private static func withoutOverlaps(_ fixes: [Choice]) -> [Choice] {
    let ordered = fixes.enumerated().sorted { a, b in
      (a.element.fix.edits.map(\.range.lowerBound).min() ?? 0, a.offset)
        < (b.element.fix.edits.map(\.range.lowerBound).min() ?? 0, b.offset)
    }
    var end = -1
    return ordered.compactMap { _, choice in
      // Edits that touch would be two insertions at one place, or depend on each other's text.
      guard let lower = choice.fix.edits.map(\.range.lowerBound).min(), lower > end,
        let upper = choice.fix.edits.map(\.range.upperBound).max()
      else { return nil }
      end = upper
      return choice
    }
  }

  /// The bytes with all edits applied; whatever no edit covers stays as it is.
  static func apply(_ edits: [Finding.Edit], to document: PlanDocument) -> [UInt8] {
    let bytes = document.source.bytes
    var result: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[position..<edit.range.lowerBound]
      // Inside the quotation marks of a JSON string a text is what stands between those of its JSON form.
      result +=
        document.syntax == .json
        ? Array(JSONOutput.string(edit.text).text(isCompact: true).utf8.dropFirst().dropLast(2)) : Array(edit.text.utf8)
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}
