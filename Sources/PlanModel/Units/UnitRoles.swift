import PlanText

/// Who does it and who helps, where one cell says both: 主辦：甲課；協辦：乙課, 甲課（主辦）、乙課（協辦）, 甲課（協辦：乙課）.
package struct UnitRoles {
  /// Who does it.
  package let units: PlanText
  /// Who helps; nil where the cell only says that its units do it.
  package let support: PlanText?

  /// Nil where the cell says nothing of the kind, or not clearly: it then stays whole.
  package init?(_ text: PlanText, known: Set<String> = []) {
    guard Self.mayHold(text.string) else { return nil }
    let scalars = text.string[...].unicodeScalars
    guard let parts = RoleReading(scalars, known: known)?.roles else { return nil }
    func joined(_ field: MeasureField) -> PlanText? {
      let own = parts.filter { $0.field == field }.map { text.part(offsets(of: $0.words, in: text.string)) }
      return own.isEmpty ? nil : PlanText(joining: own, with: "；")
    }
    guard let units = joined(.units) else { return nil }
    self.units = units
    support = joined(.supportUnits)
    // What is written back must mean the same.
    guard [units, support].allSatisfy({ $0.map { UnitRoles($0, known: known) == nil } ?? true }) else { return nil }
  }

  /// The words for each role, and those that may stand behind the longer ones: 協辦單位.
  package static let words: [(field: MeasureField, words: [String])] = [
    (.units, ["主辦", "承辦", "主責", "主"]),
    (.supportUnits, ["協辦", "會辦", "協助", "配合", "協同", "協"]),
  ]
  package static let kinds = ["單位", "機關", "課室", "科室", "處室"]

  /// Whether a name in a cell has a mark for a role left in it, which was not clear enough to divide the cell by.
  /// `isMeant` says which of the two roles count; with a role of its own it always does.
  package static func isNamed(in name: String, _ isMeant: (MeasureField) -> Bool = { _ in true }) -> Bool {
    guard mayHold(name) else { return false }
    return name[...].unicodeScalars.pieces.contains { words in
      words.label.map { isMeant($0.field) } ?? words.hasOtherLabel || words.hasMark(isMeant)
    }
  }

  /// Nearly no cell has brackets or a colon in it.
  private static func mayHold(_ text: String) -> Bool { text.unicodeScalars.contains(where: marks.contains) }
  private static let marks: ScalarSet = "（(【〔［[：:"
}

private typealias Words = Substring.UnicodeScalarView

private func offsets(of words: Words, in text: String) -> Range<Int> {
  let start = text.utf8.distance(from: text.startIndex, to: words.startIndex)
  return start..<(start + text.utf8.distance(from: words.startIndex, to: words.endIndex))
}

/// Goes through the units of a cell and the marks beside them.
private struct RoleReading {
  private let text: Words
  /// Some units, and what is said of them; nil where nothing is.
  private var parts: [(field: MeasureField?, words: Words)] = []
  /// Whether marks stand behind units, and before them.
  private var isBehind = false
  private var isBefore = false
  private var hasNested = false
  /// The label that holds now.
  private var label: MeasureField?
  /// Whether the next unit begins a part of its own.
  private var isCut = true
  /// Whether a label has no unit yet.
  private var isWaiting = false
  /// Whether ； or a line break parts groups of units, among which 、 stands: 甲課；乙課、丙課（協辦）.
  private var hasGroups = false
  /// Where the group begins that is read now, among the parts.
  private var group = 0

  /// Nil where a mark is not understood.
  init?(_ text: Words, known: Set<String>) {
    self.text = text
    let utf8 = Substring(text).utf8
    let units = UnitSplitter.split(String(text), known: known)
    let isApart = zip(units, units.dropFirst()).map { before, unit in
      let gap = utf8.dropFirst(before.range.upperBound).prefix(unit.range.lowerBound - before.range.upperBound)
      return String(Substring(gap)).unicodeScalars.contains(where: Self.groupMarks.contains)
    }
    hasGroups = Set(isApart).count > 1
    for (unit, isApart) in zip(units, [false] + isApart) {
      if isApart, hasGroups, label == nil { (group, isCut) = (parts.count, true) }
      let start = utf8.index(utf8.startIndex, offsetBy: unit.range.lowerBound)
      let words = text[start..<utf8.index(start, offsetBy: unit.range.count)]
      if known.contains(unit.name) {
        append(words)
      } else {
        for piece in words.pieces { guard add(piece, known: known) else { return nil } }
      }
    }
    if isWaiting || isBehind && (isBefore || hasNested) { return nil }
  }

  private static let groupMarks: ScalarSet = "；;\n"

  /// The parts with their roles; nil where nothing is said, or not enough.
  var roles: [(field: MeasureField, words: Words)]? {
    guard isBehind || isBefore || hasNested else { return nil }
    let unsaid = parts.indices.count { parts[$0].field == nil && ($0 == 0 || parts[$0 - 1].field != nil) }
    // Beside one that is said to do it, nobody knows what the others do.
    if unsaid > 0, parts.contains(where: { $0.field == .units }) { return nil }
    if isBehind, unsaid > 1 || unsaid == 1 && parts[0].field != nil { return nil }
    return parts.map { ($0.field ?? .units, $0.words) }
  }

  private mutating func add(_ piece: Words, known: Set<String>) -> Bool {
    var words = piece
    if let (field, rest) = words.label {
      guard !isWaiting else { return false }
      (label, isCut, isBefore, isWaiting) = (field, true, true, true)
      words = rest
      if words.isEmpty { return true }
    }
    guard let (before, inside) = words.bracketAtEnd else { return addPlain(words) }
    if let (field, rest) = inside.role, rest.isEmpty {
      isBehind = true
      let isOfGroup = hasGroups && parts.count > group && parts[group...].allSatisfy { $0.field == nil }
      if isOfGroup { for index in parts.indices[group...] { parts[index].field = field } }
      (label, isCut) = (field, !isOfGroup)
      guard addPlain(before) else { return false }
      (label, isCut) = (nil, true)
      return true
    }
    guard inside.label != nil else { return addPlain(words) }
    guard let nested = RoleReading(inside, known: known), nested.parts.allSatisfy({ $0.field != nil }),
      !nested.isBehind, !nested.hasNested, addPlain(before)
    else { return false }
    parts += nested.parts
    (hasNested, isCut) = (true, true)
    return true
  }

  /// Adds a unit without its mark. A colon or a further mark means that something is said that is not understood.
  private mutating func addPlain(_ words: Words) -> Bool {
    guard !words.isEmpty, !words.outsideBrackets.contains(where: Words.colons.contains), !words.hasMark else {
      return false
    }
    append(words)
    return true
  }

  private mutating func append(_ words: Words) {
    if !isCut, let last = parts.indices.last, parts[last].field == label {
      // What stands between the units of one label stays as it is.
      parts[last].words = text[parts[last].words.startIndex..<words.endIndex]
    } else {
      parts.append((label, words))
    }
    (isCut, isWaiting) = (false, false)
  }
}
