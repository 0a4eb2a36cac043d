import PlanText

/// Takes the members of a JSON object one by one, and reports what was not taken.
struct ObjectReader {
  let range: SourceRange
  /// Whether the node is an object. What is none lacks no key: that it is none says everything.
  private let isObject: Bool
  private let members: [JSONMember]
  /// The keys that were asked for.
  private var known: [String] = []
  /// How many of them are there.
  private var taken = 0

  /// Opens a node; one that is no object is reported and read as an empty one.
  init(_ node: JSONNode, key: String, problems: inout ProblemList) {
    range = node.range
    known.reserveCapacity(12)
    if case .object(let members) = node.value {
      self.members = members
      isObject = true
    } else {
      members = []
      isObject = false
      problems.add(.wrongType(key: key, expected: .object), at: node.range)
    }
  }

  /// The value of a key, which counts as taken.
  mutating func take(_ key: String) -> JSONNode? {
    known.append(key)
    guard let member = members.first(where: { $0.key.string.isWritten(key) }) else { return nil }
    taken += 1
    return member.node
  }

  /// Whether a key is there, for choosing between two that exclude each other.
  func has(_ key: String) -> Bool { members.contains { $0.key.string.isWritten(key) } }

  /// The truth value of a key; false where it is left out.
  mutating func flag(_ key: String, problems: inout ProblemList) -> Bool {
    guard let node = take(key) else { return false }
    if case .bool(let value) = node.value { return value }
    problems.add(.wrongType(key: key, expected: .boolean), at: node.range)
    return false
  }

  /// The text of a key.
  mutating func text(_ key: String, required: Bool = false, problems: inout ProblemList) -> PlanText? {
    guard let node = take(key) else {
      if required, isObject { problems.add(.missingKey(key), at: place) }
      return nil
    }
    guard case .string(let text) = node.value else {
      problems.add(.wrongType(key: key, expected: .string), at: node.range)
      return nil
    }
    return text
  }

  /// The elements of a key.
  mutating func array(_ key: String, required: Bool = false, problems: inout ProblemList) -> [JSONNode] {
    guard let node = take(key) else {
      if required, isObject { problems.add(.missingKey(key), at: place) }
      return []
    }
    guard case .array(let elements) = node.value else {
      problems.add(.wrongType(key: key, expected: .array), at: node.range)
      return []
    }
    return elements
  }

  /// The texts of a key.
  mutating func texts(_ key: String, problems: inout ProblemList) -> [PlanText] {
    array(key, problems: &problems).compactMap { node in
      if case .string(let text) = node.value { return text }
      problems.add(.wrongType(key: key, expected: .string), at: node.range)
      return nil
    }
  }

  /// Checks keys whose values follow from the text beside them: they may be left out, and must agree where they are
  /// given.
  mutating func checkDerived(_ keys: [String], against output: JSONOutput, problems: inout ProblemList) {
    guard case .object(let derived) = output else { return }
    for key in keys {
      guard let node = take(key) else { continue }
      Self.checkDerived(node, key: key, against: derived.first { $0.0 == key }?.1, problems: &problems)
    }
  }

  /// Checks the value of one such key; nil is what has none.
  static func checkDerived(
    _ node: JSONNode, key: String, against expected: JSONOutput?, problems: inout ProblemList
  ) {
    if matches(node, expected) { return }
    problems.add(
      .derivedValueDiffers(
        key: key, derived: expected.map { $0.text(isCompact: true).trimmingWhiteSpace() } ?? "null"), at: node.range)
  }

  /// Whether a key holds exactly these words. It counts as taken.
  mutating func holds(_ key: String, words: [PlanText]) -> Bool {
    guard let node = members.first(where: { $0.key.string.isWritten(key) })?.node,
      case .array(let elements) = node.value,
      elements.count == words.count
    else { return false }
    for (element, word) in zip(elements, words) {
      guard case .string(let text) = element.value, text.string.isWritten(word.string) else { return false }
    }
    _ = take(key)
    return true
  }

  /// Reports the first of some keys whose values would follow from a text, where it has no meaning from which they
  /// could.
  mutating func checkUnderived(_ keys: [String], problems: inout ProblemList) {
    let given = keys.compactMap { key in take(key).map { (key, $0) } }
    if let (key, node) = given.first(where: { !Self.matches($0.1, nil) }) {
      problems.add(.derivedValueDiffers(key: key, derived: "null"), at: node.range)
    }
  }

  /// Reports the members that nobody took.
  func finish(problems: inout ProblemList) {
    if taken == members.count { return }
    for member in members where !known.contains(where: { $0.isWritten(member.key.string) }) {
      problems.add(
        .unknownKey(member.key.string, suggestion: NearMiss.best(for: member.key.string, among: known), known: known),
        at: member.keyRange)
    }
  }

  /// Where to report a missing key: the opening brace.
  private var place: SourceRange { range.lowerBound..<min(range.upperBound, range.lowerBound + 1) }

  private static func matches(_ node: JSONNode, _ expected: JSONOutput?) -> Bool {
    switch (node.value, expected) {
    case (.null, nil), (.null, .null): true
    case (.string(let text), .string(let expected)): text.string == expected
    case (.number(let number), .int(let expected)): number == String(expected)
    case (.bool(let value), .bool(let expected)): value == expected
    case (.array(let elements), .array(let expected)):
      elements.count == expected.count && zip(elements, expected).allSatisfy { matches($0, $1) }
    case (.object(let members), .object(let expected)):
      members.count == expected.count
        && members.allSatisfy { member in
          matches(member.node, expected.first { $0.0 == member.key.string }?.1)
        }
    default: false
    }
  }
}
