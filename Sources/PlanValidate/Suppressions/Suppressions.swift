import PlanFormats
import PlanText

/// What the comments of a plan suppress.
struct Suppressions: Sendable {
  /// One rule that one comment suppresses.
  struct Entry: Sendable {
    let comment: SuppressionComment
    /// Which of the comment's names it is.
    let number: Int
    /// The code of the rule.
    let code: String
    /// What findings are told.
    let suppression: Suppression

    /// The rule as it is written.
    var name: PlanText { comment.names[number] }
  }

  /// How much of a reason is told with each finding; the comment has all of it.
  private static let longestReason = 500

  private struct LineKey: Hashable {
    let line: Int
    let code: String
  }

  /// A rule, and the words that a line must have; nil for every line.
  private struct Scope: Hashable {
    let code: String
    let words: String?
  }

  private struct Stretch {
    var range: SourceRange
    let entry: Int
  }

  /// All comments that are meant for plantool.
  let comments: [SuppressionComment]
  /// Every rule that a sound comment suppresses.
  private(set) var entries: [Entry] = []
  /// The names in comments that end a stretch, with the comment, where there was none to end; the comment's first word
  /// where it names no rule.
  private(set) var idleEnds: [(comment: SuppressionComment, name: PlanText)] = []
  private var lines: [LineKey: Int] = [:]
  private var stretches: [Scope: [Stretch]] = [:]
  private var file: [Scope: Int] = [:]
  /// The words that narrow comments, by rule.
  private var words: [String: WordSet] = [:]
  private let places: SuppressionPlaces

  /// The comments of a file that can be read. The names of rules are asked for where a comment has one.
  init(_ document: PlanDocument, ruleNames: () -> RuleNames) {
    places = SuppressionPlaces(document)
    comments = places.comments
    var open: [String: [Scope: Int]] = [:]
    let end = document.source.bytes.count + 1
    let present = Self.present(for: comments, in: places)
    for comment in comments where comment.isReasoned {
      guard let directive = comment.directive else { continue }
      if directive == .enable {
        close(comment, &open, ruleNames: ruleNames)
        continue
      }
      let line = document.source.line(at: comment.range.lowerBound)
      let scopes = Self.scopes(of: comment, present: present)
      var seen: Set<String> = []
      for (number, name) in comment.names.enumerated() {
        guard let rule = ruleNames().rule(name.string), rule.isSuppressible else { continue }
        let index = entries.count
        entries.append(
          Entry(
            comment: comment, number: number, code: rule.code,
            suppression: Suppression(reason: (comment.reason ?? "").excerpt(Self.longestReason), line: line)))
        // Named again in the same comment, a rule covers nothing more.
        guard seen.insert(rule.code).inserted else { continue }
        for words in scopes { cover(words, of: rule.code, by: comment, entry: index, &open, end: end) }
      }
    }
  }

  /// The narrowing words of a comment, nil for every line; of one for the next line those that the line has.
  private static func scopes(of comment: SuppressionComment, present: [Int: Set<String>]) -> [String?] {
    if comment.words.isEmpty { return [nil] }
    let words = Set(comment.words.map { SuppressionPlaces.folded($0.string) })
    guard comment.directive == .nextLine else { return Array(words) }
    return comment.target.flatMap { present[$0] }.map { Array(words.intersection($0)) } ?? []
  }

  /// The words that comments for the next line look for, by the line, as far as it has them. A line is searched once
  /// for all of its comments.
  private static func present(for comments: [SuppressionComment], in places: SuppressionPlaces) -> [Int: Set<String>] {
    var wanted: [Int: WordSet] = [:]
    for comment in comments where comment.directive == .nextLine {
      guard let target = comment.target else { continue }
      for words in comment.words { wanted[target, default: WordSet()].insert(SuppressionPlaces.folded(words.string)) }
    }
    return Dictionary(
      uniqueKeysWithValues: wanted.map { target, words in (target, Set(words.found(in: places.words(at: target)))) })
  }

  private mutating func cover(
    _ words: String?, of code: String, by comment: SuppressionComment, entry: Int, _ open: inout [String: [Scope: Int]],
    end: Int
  ) {
    let scope = Scope(code: code, words: words)
    switch comment.directive {
    case .nextLine:
      guard let target = comment.target else { return }
      let key = LineKey(line: target, code: code)
      if lines[key] == nil { lines[key] = entry }
    case .disable:
      guard open[code]?[scope] == nil else { return }
      open[code, default: [:]][scope] = entry
      stretches[scope, default: []].append(Stretch(range: comment.position..<end, entry: entry))
    case .file: if file[scope] == nil { file[scope] = entry }
    case .enable, nil: return
    }
    if let words, comment.directive != .nextLine { self.words[code, default: WordSet()].insert(words) }
  }

  private mutating func close(
    _ comment: SuppressionComment, _ open: inout [String: [Scope: Int]], ruleNames: () -> RuleNames
  ) {
    func end(_ code: String) -> Bool {
      guard let scopes = open.removeValue(forKey: code) else { return false }
      for scope in scopes.keys {
        guard let last = stretches[scope]?.indices.last, let start = stretches[scope]?[last].range.lowerBound else {
          continue
        }
        stretches[scope]?[last].range = start..<max(start, comment.position)
      }
      return true
    }
    if comment.names.isEmpty {
      if open.isEmpty { idleEnds.append((comment, comment.word)) }
      for code in Array(open.keys) { _ = end(code) }
      return
    }
    for name in comment.names {
      guard let rule = ruleNames().rule(name.string), rule.isSuppressible else { continue }
      if !end(rule.code) { idleEnds.append((comment, name)) }
    }
  }

  /// Divides findings into those that are shown and those that are suppressed, and tells which entries suppress
  /// nothing.
  ///
  /// A comment for the next line comes before one for words, that before one for a stretch, and that before one for the
  /// file, so that what a narrow one covers does not make a wide one look used.
  func divide(_ findings: [Finding]) -> (shown: [Finding], hidden: [Finding], unused: [Entry]) {
    guard !entries.isEmpty else { return (findings, [], []) }
    var isUsed = Array(repeating: false, count: entries.count)
    var (shown, hidden): ([Finding], [Finding]) = ([], [])
    var known: [LineKey: [String]] = [:]
    for finding in findings {
      guard let index = entry(for: finding, &known) else {
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

  /// The entry that suppresses a finding. `known` are the narrowing words that were looked up in a line.
  private func entry(for finding: Finding, _ known: inout [LineKey: [String]]) -> Int? {
    let offset = finding.range.lowerBound
    let key = LineKey(line: places.number(at: offset), code: finding.code)
    if let index = lines[key] { return index }
    if let words = words[finding.code] {
      let found = known[key] ?? words.found(in: places.words(at: key.line))
      known[key] = found
      for words in found {
        let scope = Scope(code: finding.code, words: words)
        if let index = stretch(of: scope, at: offset) ?? file[scope] { return index }
      }
    }
    let scope = Scope(code: finding.code, words: nil)
    return stretch(of: scope, at: offset) ?? file[scope]
  }

  private func stretch(of scope: Scope, at offset: Int) -> Int? {
    guard let list = stretches[scope] else { return nil }
    let behind = list.halvingIndex { $0.range.lowerBound > offset }
    return behind > 0 && list[behind - 1].range.contains(offset) ? list[behind - 1].entry : nil
  }
}

extension RuleDescription {
  /// Whether a comment can suppress the rule's findings. What could not be read stays reported, since it would be lost
  /// in silence, and so do faults in the comments.
  var isSuppressible: Bool { family != .reading && family != .tool }
}
