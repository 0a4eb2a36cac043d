import PlanModel
import PlanText

/// Compares the copy of a checklist with the official one, level by level.
struct CopyComparison {
  let checklist: Checklist
  /// The headings of the plan's measure tables, by entry.
  let headings: [Int: PlanText]

  /// Compares headings that stand side by side. `place` is the heading above them.
  func compare(_ nodes: [ChecklistNode], under parent: Int?, place: SourceRange, _ findings: inout FindingList) {
    var matched: Set<Int> = []
    for node in nodes {
      let name = ChecklistName.part(of: node.heading)
      var entry = checklist.entry(named: name.string, under: parent)
      if entry == nil {
        let near = checklist.nearMiss(for: name.string, under: parent)?.entry
        reportUnknown(name, level: node.level, near: near, &findings)
        entry = near
      } else if let entry {
        compareWithTable(name, entry: entry, &findings)
      }
      guard let entry else { continue }
      matched.insert(entry)
      // A focus that stands one level too high is there nevertheless.
      matched.formUnion(checklist.path(to: entry))
      compare(node.nodes, under: entry, place: name.firstLineRange, &findings)
      compareCheckpoints(of: node, with: entry, place: name.firstLineRange, &findings)
    }
    for missing in checklist.children(of: parent) where !matched.contains(missing) {
      let entry = checklist.entries[missing]
      findings.add(
        at: place,
        LocalizedText(
          zh: "所附檢核表缺少\(entry.node.level.title(.zhHant))「\(entry.name)」。",
          en: "The copy of the checklist does not have the \(entry.node.level.title(.en)) “\(entry.name)”."))
    }
  }

  private func reportUnknown(
    _ name: PlanText, level: ChecklistLevel, near: Int?, _ findings: inout FindingList
  ) {
    let official = near.map { checklist.entries[$0].name }
    findings.add(
      at: name.firstLineRange,
      LocalizedText(
        zh: "所附檢核表的\(level.title(.zhHant))「\(name.excerpt)」"
          + (official.map { "與檢核表用語不同，應為「\($0)」。" } ?? "不在檢核表內。"),
        en: "The copy's \(level.title(.en)) “\(name.excerpt)” "
          + (official.map { "is worded differently; the checklist says “\($0)”." } ?? "is not in the checklist.")))
  }

  /// Two tables of one plan name a focus differently, though either name would do.
  private func compareWithTable(_ name: PlanText, entry: Int, _ findings: inout FindingList) {
    guard checklist.entries[entry].isFocus, let heading = headings[entry], !Self.isSame(name.string, heading.string)
    else {
      return
    }
    let other = ChecklistName.part(of: heading)
    findings.add(
      at: name.firstLineRange,
      LocalizedText(
        zh: "同一重點，所附檢核表寫「\(name.excerpt)」，具體作法表寫「\(other.excerpt)」，請用同一名稱。",
        en: "One focus, two names: “\(name.excerpt)” here and “\(other.excerpt)” in the table of measures."),
      notes: [.init(other.firstLineRange, LocalizedText(zh: "具體作法表的名稱", en: "Its name in the table of measures"))])
  }

  private func compareCheckpoints(
    of node: ChecklistNode, with entry: Int, place: SourceRange, _ findings: inout FindingList
  ) {
    let words = checklist.entries[entry].node.checkpoints.map(\.text.string)
    // Most copies are the official words to the letter.
    let isCopied =
      words.count == node.checkpoints.count && zip(words, node.checkpoints).allSatisfy { $0.isWritten($1.text.string) }
    if isCopied { return }
    var official = OfficialCheckpoints(words)
    let changed = node.checkpoints.map(\.text).filter { !official.takesOut(sameAs: $0.string) }
    for point in changed {
      if let closest = official.takeOut(closestTo: point.string) {
        report(point, insteadOf: closest, &findings)
      } else {
        findings.add(
          at: point.firstLineRange,
          LocalizedText(
            zh: "檢核表沒有辦理事項「\(point.excerpt)」。", en: "The checklist has no checkpoint “\(point.excerpt)”."))
      }
    }
    let unmatched = official.rest
    guard !unmatched.isEmpty else { return }
    let list = unmatched.map { $0.excerpt() }.quoted
    let name = checklist.entries[entry].name
    findings.add(
      at: place,
      LocalizedText(
        zh: "「\(name)」缺少 \(unmatched.count) 個辦理事項：\(list(.zhHant))。",
        en: "\(unmatched.count) checkpoints of “\(name)” are missing: \(list(.en))."))
  }

  /// A checkpoint in other words: the finding stands where the words part.
  private func report(_ point: PlanText, insteadOf official: String, _ findings: inout FindingList) {
    let difference = WordDifference(written: point.string, official: official)
    findings.add(
      at: point.part(difference.range).firstLineRange,
      LocalizedText(
        zh: "辦理事項「\(point.excerpt)」與檢核表用語不同：" + difference.summary(.zhHant),
        en: "The checkpoint “\(point.excerpt)” is worded differently: " + difference.summary(.en)),
      explanation: LocalizedText(zh: "檢核表原文：\(official)", en: "The checklist says: \(official)"))
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8) || OfficialCheckpoints.key(a) == OfficialCheckpoints.key(b)
  }
}

/// Where two wordings part and where they meet again.
private struct WordDifference {
  /// The UTF-8 offsets of the different words in the written text; the next character where words are missing.
  let range: Range<Int>
  /// 「A」應為「B」
  let summary: LocalizedText

  init(written: String, official: String) {
    let a = Array(written)
    let b = Array(official)
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var tail = 0
    while tail < a.count - start, tail < b.count - start, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let lower = a[..<start].reduce(0) { $0 + $1.utf8.count }
    let own = String(a[start..<(a.count - tail)])
    let wanted = String(b[start..<(b.count - tail)])
    // Nothing to underline where words are missing: the next character stands for the gap, or the last one at the end.
    if !own.isEmpty {
      range = lower..<(lower + own.utf8.count)
    } else if start < a.count {
      range = lower..<(lower + a[start].utf8.count)
    } else {
      range = lower - (a.last?.utf8.count ?? 0)..<lower
    }
    summary =
      if own.isEmpty {
        LocalizedText(zh: "缺「\(wanted.excerpt())」。", en: "“\(wanted.excerpt())” is missing.")
      } else if wanted.isEmpty {
        LocalizedText(zh: "多出「\(own.excerpt())」。", en: "“\(own.excerpt())” was added.")
      } else {
        LocalizedText(
          zh: "「\(own.excerpt())」應為「\(wanted.excerpt())」。", en: "“\(own.excerpt())” should be “\(wanted.excerpt())”.")
      }
  }
}
