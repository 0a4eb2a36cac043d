import PlanModel

/// Why a finding is not shown: a comment in the plan says so.
public struct Suppression: Sendable, Hashable {
  /// The reason that the comment gives.
  public let reason: String
  /// The line of the comment, from 1.
  public let line: Int
}

/// What the comments of a plan suppress.
struct Suppressions: Sendable {
  /// One rule that one comment suppresses.
  struct Entry: Sendable {
    /// The comment.
    let comment: SuppressionComment
    /// The rule as it is written.
    let name: PlanText
    /// The code of the rule.
    let code: String
    /// What findings are told.
    let suppression: Suppression
  }

  private struct LineKey: Hashable {
    let line: Int
    let code: String
  }

  private struct Stretch {
    var range: SourceRange
    let entry: Int
  }

  /// All comments that are meant for plantool.
  let comments: [SuppressionComment]
  /// Every rule that a sound comment suppresses.
  private(set) var entries: [Entry] = []
  /// The names in comments that end a stretch, with the comment, where there was none to end; the comment's first word where it names no rule.
  private(set) var idleEnds: [(comment: SuppressionComment, name: PlanText)] = []
  private var lines: [LineKey: Int] = [:]
  private var stretches: [String: [Stretch]] = [:]
  private var file: [String: Int] = [:]

  /// No comment suppresses anything, as in JSON.
  init() { comments = [] }

  /// The comments of a Markdown file.
  init(_ source: SourceText) {
    comments = SuppressionScanner.comments(in: source)
    var open: [String: Int] = [:]
    let end = source.bytes.count + 1
    for comment in comments where comment.isReasoned {
      guard let directive = comment.directive else { continue }
      if directive == .enable {
        close(comment, &open)
        continue
      }
      let line = source.line(at: comment.range.lowerBound)
      for name in comment.names {
        guard let rule = RuleRegistry.rule(name.string)?.description, rule.isSuppressible else { continue }
        let index = entries.count
        entries.append(
          Entry(
            comment: comment, name: name, code: rule.code,
            suppression: Suppression(reason: comment.reason ?? "", line: line)))
        switch directive {
        case .nextLine:
          guard let target = comment.target else { continue }
          let key = LineKey(line: target, code: rule.code)
          if lines[key] == nil { lines[key] = index }
        case .disable:
          guard open[rule.code] == nil else { continue }
          open[rule.code] = index
          stretches[rule.code, default: []].append(Stretch(range: comment.range.upperBound..<end, entry: index))
        case .file: if file[rule.code] == nil { file[rule.code] = index }
        case .enable: break
        }
      }
    }
  }

  private mutating func close(_ comment: SuppressionComment, _ open: inout [String: Int]) {
    func end(_ code: String) {
      guard let last = stretches[code]?.indices.last, let start = stretches[code]?[last].range.lowerBound else {
        return
      }
      stretches[code]?[last].range = start..<max(start, comment.range.lowerBound)
    }
    if comment.names.isEmpty {
      if open.isEmpty { idleEnds.append((comment, comment.word)) }
      for code in open.keys { end(code) }
      open = [:]
      return
    }
    for name in comment.names {
      guard let rule = RuleRegistry.rule(name.string)?.description, rule.isSuppressible else { continue }
      if open.removeValue(forKey: rule.code) == nil { idleEnds.append((comment, name)) } else { end(rule.code) }
    }
  }

  /// Divides findings into those that are shown and those that are suppressed, and tells which entries suppress nothing.
  ///
  /// A comment for the next line comes before one for a stretch, and that before one for the file, so that what a narrow one covers does not make a wide
  /// one look used.
  func divide(_ findings: [Finding], in source: SourceText) -> (shown: [Finding], hidden: [Finding], unused: [Entry]) {
    guard !entries.isEmpty else { return (findings, [], []) }
    var isUsed = Array(repeating: false, count: entries.count)
    var (shown, hidden): ([Finding], [Finding]) = ([], [])
    for finding in findings {
      guard let index = entry(for: finding, in: source) else {
        shown.append(finding)
        continue
      }
      isUsed[index] = true
      var finding = finding
      finding.suppression = entries[index].suppression
      hidden.append(finding)
    }
    return (shown, hidden, zip(entries, isUsed).filter { !$0.1 }.map(\.0))
  }

  private func entry(for finding: Finding, in source: SourceText) -> Int? {
    let offset = finding.range.lowerBound
    if let index = lines[LineKey(line: source.line(at: offset), code: finding.code)] { return index }
    if let list = stretches[finding.code] {
      var low = 0
      var high = list.count
      while low < high {
        let middle = (low + high) / 2
        if list[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
      }
      if low > 0, list[low - 1].range.contains(offset) { return list[low - 1].entry }
    }
    return file[finding.code]
  }
}

extension RuleDescription {
  /// Whether a comment can suppress the rule's findings. What could not be read stays reported, since it would be lost in silence, and so do faults in the comments.
  var isSuppressible: Bool { family != .reading && family != .tool }
}
