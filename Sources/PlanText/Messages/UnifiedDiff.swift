/// The difference between two texts, as `diff -u` prints it and `patch` reads it.
public enum UnifiedDiff {
  /// The difference, empty where there is none. Lines end at LF.
  public static func text(from old: String, to new: String, name: String, context: Int = 3) -> String {
    let (oldLines, newLines) = (lines(of: old), lines(of: new))
    let changes = changes(from: oldLines, to: newLines)
    guard !changes.isEmpty else { return "" }
    let shown = quoted(name)
    var output = "--- \(shown)\n+++ \(shown)\n"
    var rest = changes[...]
    while let first = rest.first {
      // Changes with little between them share a hunk.
      var count = 1
      while count < rest.count,
        rest[rest.startIndex + count].old.lowerBound - rest[rest.startIndex + count - 1].old.upperBound <= 2 * context
      {
        count += 1
      }
      let hunk = rest.prefix(count)
      rest = rest.dropFirst(count)
      guard let last = hunk.last else { break }
      let oldRange =
        max(0, first.old.lowerBound - context)..<min(oldLines.count, last.old.upperBound + context)
      let newStart = first.new.lowerBound - (first.old.lowerBound - oldRange.lowerBound)
      let newRange = newStart..<(last.new.upperBound + oldRange.upperBound - last.old.upperBound)
      output += "@@ -\(place(oldRange)) +\(place(newRange)) @@\n"
      var position = oldRange.lowerBound
      for change in hunk {
        for line in oldLines[position..<change.old.lowerBound] { add(" ", line, to: &output) }
        for line in oldLines[change.old] { add("-", line, to: &output) }
        for line in newLines[change.new] { add("+", line, to: &output) }
        position = change.old.upperBound
      }
      for line in oldLines[position..<oldRange.upperBound] { add(" ", line, to: &output) }
    }
    return output
  }

  /// Lines that are replaced; either range may be empty.
  struct Change: Equatable {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// The replacements that turn one list of lines into the other, in order, with at least one line between two.
  static func changes(from old: [Substring], to new: [Substring]) -> [Change] {
    // Lines are compared as numbers: the same line has the same one.
    var numbers: [Substring: Int] = [:]
    func number(_ line: Substring) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let comparison = Comparison(old: old.map(number), new: new.map(number))
    var changes: [Change] = []
    for change in comparison.changes(old: 0..<old.count, new: 0..<new.count) {
      if let last = changes.last, last.old.upperBound == change.old.lowerBound,
        last.new.upperBound == change.new.lowerBound
      {
        changes[changes.count - 1] = Change(
          old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
      } else {
        changes.append(change)
      }
    }
    return changes
  }

  /// The lines, each with its line break, which only the last can lack.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    // By bytes: CRLF is one character, but its LF ends a line.
    while let end = text.utf8[start...].firstIndex(of: Ascii.lineFeed) {
      let next = text.utf8.index(after: end)
      lines.append(text[start..<next])
      start = next
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  private static func add(_ mark: String, _ line: Substring, to output: inout String) {
    output += mark
    output += line
    if line.utf8.last != Ascii.lineFeed { output += "\n\\ No newline at end of file\n" }
  }

  /// The first line, from 1, and the number of lines. An empty range names the line before it.
  private static func place(_ range: Range<Int>) -> String {
    range.isEmpty
      ? "\(range.lowerBound),0" : range.count == 1 ? "\(range.upperBound)" : "\(range.lowerBound + 1),\(range.count)"
  }

  /// A file name as `patch` and git read it: quoted where it holds signs that would end it, with a tab behind blanks.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\"" && $0 != "\\" && $0.value != 0x7F }
    if isPlain { return name.contains(" ") ? name + "\t" : name }
    var quoted = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let octal = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// Compares two lists of numbers.
private struct Comparison {
  let old: [Int]
  let new: [Int]

  /// So many lines are compared exactly, in time that is at worst quadratic.
  private static let exactLimit = 2000

  func changes(old: Range<Int>, new: Range<Int>) -> [UnifiedDiff.Change] {
    var (old, new) = (old, new)
    while let a = old.first, let b = new.first, self.old[a] == self.new[b] {
      old.removeFirst()
      new.removeFirst()
    }
    while let a = old.last, let b = new.last, self.old[a] == self.new[b] {
      old.removeLast()
      new.removeLast()
    }
    if old.isEmpty && new.isEmpty { return [] }
    if old.isEmpty || new.isEmpty { return [.init(old: old, new: new)] }
    if old.count + new.count <= Self.exactLimit { return exact(old, new) }
    let anchors = anchors(old, new)
    // Nothing to hold on to: all of it is replaced.
    guard !anchors.isEmpty else { return [.init(old: old, new: new)] }
    var changes: [UnifiedDiff.Change] = []
    var (a, b) = (old.lowerBound, new.lowerBound)
    for anchor in anchors + [(old.upperBound, new.upperBound)] {
      changes += self.changes(old: a..<anchor.0, new: b..<anchor.1)
      (a, b) = (min(anchor.0 + 1, old.upperBound), min(anchor.1 + 1, new.upperBound))
    }
    return changes
  }

  private func exact(_ old: Range<Int>, _ new: Range<Int>) -> [UnifiedDiff.Change] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for step in self.new[new].difference(from: self.old[old]) {
      switch step {
      case .remove(let offset, _, _): removed.insert(old.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(new.lowerBound + offset)
      }
    }
    var changes: [UnifiedDiff.Change] = []
    var (a, b) = (old.lowerBound, new.lowerBound)
    while a < old.upperBound || b < new.upperBound {
      let (startA, startB) = (a, b)
      while a < old.upperBound, removed.contains(a) { a += 1 }
      while b < new.upperBound, inserted.contains(b) { b += 1 }
      if a > startA || b > startB {
        changes.append(.init(old: startA..<a, new: startB..<b))
      } else {
        a += 1
        b += 1
      }
    }
    return changes
  }

  /// Lines that occur once on either side, the longest list of them that is in the same order on both.
  private func anchors(_ old: Range<Int>, _ new: Range<Int>) -> [(Int, Int)] {
    func once(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
      var places: [Int: Int] = [:]
      var again: Set<Int> = []
      for index in range where places.updateValue(index, forKey: lines[index]) != nil { again.insert(lines[index]) }
      return places.filter { !again.contains($0.key) }
    }
    let ofNew = once(self.new, new)
    let pairs = once(self.old, old).compactMap { line, index in ofNew[line].map { (index, $0) } }.sorted { $0.0 < $1.0 }
    // The longest increasing subsequence: `ends[n]` is the pair that ends the best one of n + 1 pairs.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      let low = ends.halvingIndex(fromWhich: { pairs[$0].1 >= pair.1 })
      previous[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [(Int, Int)] = []
    var next = ends.last
    while let index = next {
      chain.append(pairs[index])
      next = previous[index]
    }
    return chain.reversed()
  }
}
