import PlanFormats
import PlanText

/// The findings that are known and left for later, as a file: a line of JSON for each, sorted, to be read in a diff.
///
/// A finding is known again by what stands there, not by where: the quoted words and a sum of the whole line. So it
/// survives moved and renumbered lines, and comes back when somebody edits the line.
public struct Baseline: Sendable {
  /// Findings that cannot be told apart.
  public struct Entry: Sendable, Hashable {
    /// The plan, relative to the folder of the baseline.
    public let path: String
    /// The code of the rule.
    public let code: String
    /// The words of the finding.
    public let text: String
    /// A sum of the line that they stand on.
    let line: String
  }

  static let format = "plantool-baseline/1"

  /// How many findings there are of each entry.
  private(set) var counts: [Entry: Int] = [:]

  /// The number of findings.
  public var count: Int { counts.values.reduce(0, +) }

  /// The findings of some reports. Those about reading are left out: they are never hidden.
  public init(_ reports: [(path: String, report: FileReport)]) {
    for (path, report) in reports {
      for finding in report.findings where Self.isHidable(finding) {
        counts[Entry(finding, in: report.document, path: path), default: 0] += 1
      }
    }
  }

  /// Whether a file may be a baseline, so that writing one over it loses nothing else: it is empty, or its first line
  /// says that it is one.
  public static func mayReplace(_ source: SourceText) -> Bool {
    let first = source.bytes[source.rangeOfLine(1)]
    return source.bytes.allSatisfy { $0 <= 0x20 }
      || String(decoding: first, as: UTF8.self).contains("\"plantool-baseline/")
  }

  /// Reads a baseline.
  public init(reading source: SourceText) throws(SettingsTrouble) {
    var problems: [Located<LocalizedText>] = []
    var hasFormat = false
    for number in 1...source.lineCount {
      let range = source.rangeOfLine(number)
      guard source.bytes[range].contains(where: { $0 > 0x20 }) else { continue }
      let line = SourceText(name: source.name, bytes: Array(source.bytes[range]))
      let (node, faults) = JSONFile.read(line)
      problems += faults.map { fault in
        Located(fault.words(in: line).value, at: fault.range.moved(by: range.lowerBound))
      }
      guard let node else { continue }
      guard hasFormat else {
        hasFormat = true
        if Self.string("format", of: node) != Self.format {
          problems.append(
            Located(
              LocalizedText(
                zh: "第一行應為 {\"format\":\"\(Self.format)\"}；這不是 plantool 寫的基準檔。",
                en: "The first line must be {\"format\":\"\(Self.format)\"}; this is not a plantool baseline."),
              at: range))
        }
        continue
      }
      guard let (entry, count) = Self.entry(node) else {
        problems.append(Located(Self.fault(of: node), at: range))
        continue
      }
      counts[entry, default: 0] += count
    }
    if !hasFormat, problems.isEmpty {
      problems.append(
        Located(
          LocalizedText(
            zh: "基準檔是空的；請用 --write-baseline 重寫。", en: "The baseline is empty; write it with --write-baseline."),
          at: 0..<0))
    }
    guard problems.isEmpty else { throw SettingsTrouble(kind: .baseline, source: source, problems: problems) }
  }

  /// The file.
  public var text: String {
    let lines = counts.sorted {
      $0.key.parts.lexicographicallyPrecedes($1.key.parts) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return JSONOutput.object([("format", .string(Self.format))]).text(isCompact: true)
      + lines.map { entry, count in
        JSONOutput.members([
          ("path", .string(entry.path)), ("code", .string(entry.code)), ("text", .string(entry.text)),
          ("line", .string(entry.line)), ("count", count > 1 ? .int(count) : nil),
        ]).text(isCompact: true)
      }.joined()
  }

  static func isHidable(_ finding: Finding) -> Bool { !finding.code.hasPrefix(RuleFamily.reading.rawValue) }

  private static let needed = ["path", "code", "text", "line"]

  /// Why a line is no entry.
  private static func fault(of node: JSONNode) -> LocalizedText {
    let rest = LocalizedText(
      zh: "每一行須有 path、code、text、line，重複的另有 count（1 以上的整數）；請用 --write-baseline 重寫。",
      en:
        "Each line needs path, code, text and line, and count (a whole number from 1) for repeats; write the baseline again with --write-baseline."
    )
    guard case .object(let members) = node.value else {
      return LocalizedText(zh: "這一行不是物件 {…}。", en: "The line is not an object {…}. ") + rest
    }
    let keys = members.map(\.key.string)
    if let unknown = keys.first(where: { !(needed + ["count"]).contains($0) }) {
      return LocalizedText(
        zh: "基準檔沒有「\(unknown.excerpt())」這個鍵。", en: "A baseline has no key “\(unknown.excerpt())”. ") + rest
    }
    if let missing = needed.first(where: { !keys.contains($0) }) {
      return LocalizedText(zh: "這一行缺少「\(missing)」。", en: "“\(missing)” is missing in this line. ") + rest
    }
    let key = needed.first { string($0, of: node) == nil } ?? "count"
    return LocalizedText(zh: "「\(key)」的值不對。", en: "The value of “\(key)” is wrong. ") + rest
  }

  private static func entry(_ node: JSONNode) -> (Entry, Int)? {
    guard case .object(let members) = node.value,
      members.allSatisfy({ (needed + ["count"]).contains($0.key.string) }),
      let path = string("path", of: node), let code = string("code", of: node), let text = string("text", of: node),
      let line = string("line", of: node)
    else { return nil }
    var count = 1
    if let member = members.first(where: { $0.key.string == "count" }) {
      guard case .number(let digits) = member.node.value, let number = Int(digits), number > 0 else { return nil }
      count = min(number, 1 << 32)
    }
    return (Entry(path: path, code: code, text: text, line: line), count)
  }

  private static func string(_ key: String, of node: JSONNode) -> String? {
    guard case .object(let members) = node.value, let member = members.first(where: { $0.key.string == key }),
      case .string(let text) = member.node.value
    else { return nil }
    return text.string
  }
}

extension Baseline.Entry {
  /// The entry that a finding belongs to.
  init(_ finding: Finding, in document: PlanDocument, path: String) {
    let source = document.source
    self.path = path
    code = finding.code
    text = source.text(in: source.firstLine(of: finding.range)).excerpt(40)
    // A JSON plan can be one line as a whole.
    let around =
      document.syntax == .json
      ? source.text(in: finding.range) : source.textOfLine(source.line(at: finding.range.lowerBound))
    line = Self.sum(around)
  }

  fileprivate var parts: [String] { [path, code, text, line] }

  /// A sum (FNV-1a, 64 bits) of a text without white space and without the mark or number that it begins with.
  private static func sum(_ text: String) -> String {
    var rest = String(text.filter { !$0.isWhitespace }.drop { $0.isASCII && !$0.isLetter && $0 != "|" })
    if let (_, length) = Label.read(at: rest) { rest = String(decoding: rest.utf8.dropFirst(length), as: UTF8.self) }
    return FNV1a(rest).hex
  }
}

/// A baseline while plans are checked against it.
public struct BaselineUse: Sendable {
  private var left: [String: [Baseline.Entry: Int]]
  /// The entries of which fewer findings were found than they list, in the order of the baseline.
  public private(set) var stale: [Baseline.Entry] = []

  /// A baseline that nothing was found of yet.
  public init(_ baseline: Baseline) {
    left = baseline.counts.reduce(into: [:]) { $0[$1.key.path, default: [:]][$1.key] = $1.value }
  }

  /// A report whose findings are hidden as far as the baseline lists them: of equal ones the first, as many as it
  /// lists.
  public mutating func hide(_ report: FileReport, path: String, settings: RuleSettings) -> FileReport {
    guard var known = left.removeValue(forKey: path) else { return report }
    var (shown, hidden): ([Finding], [Finding]) = ([], report.hidden)
    for finding in report.findings {
      let entry = Baseline.Entry(finding, in: report.document, path: path)
      guard Baseline.isHidable(finding), let count = known[entry], count > 0 else {
        shown.append(finding)
        continue
      }
      known[entry] = count - 1
      var finding = finding
      finding.isInBaseline = true
      hidden.append(finding)
    }
    stale += known.filter { entry, count in
      // A rule that did not run says nothing about its findings.
      count > 0 && RuleRegistry.rule(entry.code).map { settings.isOn($0.description) } ?? true
    }.map(\.key).sorted { $0.parts.lexicographicallyPrecedes($1.parts) }
    return report.dividing(shown: shown, hidden: hidden.inOrderOfFile)
  }
}

extension SourceRange {
  fileprivate func moved(by offset: Int) -> SourceRange { (lowerBound + offset)..<(upperBound + offset) }
}
