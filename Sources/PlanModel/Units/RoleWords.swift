import PlanText

// The marks beside units: 協辦單位：乙課, 乙課（協辦）.
extension Substring.UnicodeScalarView {
  static let colons: ScalarSet = "：:︰﹕∶"
  private static let roles = UnitRoles.words.flatMap { entry in
    entry.words.map { (word: Array($0.unicodeScalars), field: entry.field) }
  }
  private static let kinds = UnitRoles.kinds.map { Array($0.unicodeScalars) }

  /// The word for a role at the beginning, and what stands behind it.
  var role: (field: MeasureField, rest: Self)? {
    guard let (word, field) = Self.roles.first(where: { starts(with: $0.word) }) else { return nil }
    let rest = dropFirst(word.count)
    let kind = word.count > 1 ? Self.kinds.first { rest.starts(with: $0) } : nil
    return (field, rest.dropFirst(kind?.count ?? 0).trimmed)
  }

  /// The mark before units, and the units: 協辦單位：, 【協辦】.
  var label: (field: MeasureField, rest: Self)? {
    guard let first else { return nil }
    guard let close = first.closingBracket else {
      guard let (field, rest) = role, let colon = rest.first, Self.colons.contains(colon) else { return nil }
      return (field, rest.dropFirst().trimmed)
    }
    guard let (field, rest) = dropFirst().role, rest.first == close else { return nil }
    let words = rest.dropFirst().trimmed
    return (field, words.first.map(Self.colons.contains) ?? false ? words.dropFirst().trimmed : words)
  }

  /// Whether brackets with a role open anywhere: one in its middle stands behind one unit and before another.
  var hasMark: Bool { hasMark { _ in true } }

  /// The same of some roles.
  func hasMark(_ isMeant: (MeasureField) -> Bool) -> Bool {
    indices.contains { index in
      guard self[index].closingBracket != nil else { return false }
      let mark = self[index...].label ?? self[index...].dropFirst().label
      return mark.map { isMeant($0.field) } ?? false
    }
  }

  /// Whether a word that is no unit names the role of one: 督導：丁課.
  var hasOtherLabel: Bool {
    guard let colon = firstIndex(where: Self.colons.contains) else { return false }
    let label = self[..<colon].trimmed
    return (2...6).contains(label.count) && label.depth == 0 && UnitKind(of: String(label)) == nil
      && !CollectiveUnits.genericKinds.contains(String(label))
      && UnitKind(of: String(self[colon...].dropFirst().trimmed)) != nil
  }

  /// What the brackets at the end hold, and what stands before them.
  var bracketAtEnd: (before: Self, inside: Self)? {
    guard let last, UnitSplitter.closing.contains(last) else { return nil }
    var depth = 0
    for index in indices.reversed() {
      if UnitSplitter.closing.contains(self[index]) { depth += 1 }
      if self[index].closingBracket != nil { depth -= 1 }
      guard depth == 0 else { continue }
      guard self[index].closingBracket == last else { return nil }
      return (self[..<index].trimmed, self[index...].dropFirst().dropLast().trimmed)
    }
    return nil
  }

  /// The words cut at the white space before a label and behind brackets.
  var pieces: [Self] {
    var pieces: [Self] = []
    var start = startIndex
    for index in indices where index > start && self[index].isWhiteSpace {
      let before = self[start..<index].trimmed
      let isCut = before.last.map(UnitSplitter.closing.contains) ?? false || self[index...].trimmed.label != nil
      guard isCut, !before.isEmpty, before.depth == 0 else { continue }
      pieces.append(before)
      start = index
    }
    return pieces + [self[start...].trimmed]
  }

  /// The words without what stands in brackets.
  var outsideBrackets: [Unicode.Scalar] {
    var depth = 0
    return filter { scalar in
      if scalar.closingBracket != nil { depth += 1 }
      if UnitSplitter.closing.contains(scalar) { depth -= 1 }
      return depth == 0
    }.map { $0 }
  }

  /// How many brackets are left open.
  private var depth: Int {
    reduce(0) { $0 + ($1.closingBracket != nil ? 1 : UnitSplitter.closing.contains($1) ? -1 : 0) }
  }

  private var trimmed: Self {
    var words = drop(while: \.isWhiteSpace)
    while words.last?.isWhiteSpace ?? false { words.removeLast() }
    return words
  }
}
