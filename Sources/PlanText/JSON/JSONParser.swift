/// A strict reader of JSON (RFC 8259) that keeps the place of everything.
///
/// It stops at the first fault of syntax, since what follows is guesswork; duplicate keys and characters that no text
/// can have are collected, since they are not.
package struct JSONParser {
  /// How many arrays and objects may stand inside each other. A plan needs about 12.
  static let depthLimit = 128

  private let source: SourceText
  let bytes: [UInt8]
  var index: Int
  private var duplicates: [Located<JSONProblem>] = []
  // Where strings have characters that no text of a plan can have.
  var carriageReturns: [SourceRange] = []
  var nulCharacters: [SourceRange] = []
  // What the open arrays and objects hold so far. Each takes its own off the end when it closes, in an array that has
  // no room to spare.
  private var openElements: [JSONNode] = []
  private var openMembers: [JSONMember] = []

  private init(_ source: SourceText) {
    self.source = source
    self.bytes = source.bytes
    self.index = source.bytes.starts(with: SourceText.byteOrderMark) ? SourceText.byteOrderMark.count : 0
  }

  /// The value of the file, or nil and the fault; and the duplicate keys.
  package static func parse(_ source: SourceText) -> (node: JSONNode?, problems: [Located<JSONProblem>]) {
    var parser = JSONParser(source)
    do throws(Located<JSONProblem>) {
      let node = try parser.value(depth: 0)
      parser.skipBlanks()
      guard parser.index == parser.bytes.count else { throw parser.fault(.trailingContent, to: parser.bytes.count) }
      return (node, parser.inStrings)
    } catch {
      return (nil, parser.inStrings + [error])
    }
  }

  /// What is wrong with strings although the syntax is kept.
  private var inStrings: [Located<JSONProblem>] {
    let characters = [
      carriageReturns.first.map { Located(JSONProblem.carriageReturns(carriageReturns), at: $0) },
      nulCharacters.first.map { Located(JSONProblem.nulCharacters(nulCharacters), at: $0) },
    ]
    return duplicates + characters.compactMap { $0 }
  }

  func fault(_ problem: JSONProblem, from start: Int? = nil, to end: Int? = nil) -> Located<JSONProblem> {
    let start = min(start ?? index, bytes.count)
    return Located(problem, at: start..<min(bytes.count, max(start, end ?? start + 1)))
  }

  private mutating func skipBlanks() {
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09
    {
      index += 1
    }
  }

  private mutating func value(depth: Int) throws(Located<JSONProblem>) -> JSONNode {
    skipBlanks()
    guard index < bytes.count else { throw fault(.unexpectedEnd) }
    let start = index
    switch bytes[index] {
    case Ascii.openBrace: return try object(depth: depth + 1)
    case Ascii.openBracket: return try array(depth: depth + 1)
    case Ascii.quote:
      let text = try string()
      return JSONNode(value: .string(text), range: start..<index)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case Ascii.hyphen, Ascii.zero...Ascii.nine: return try number()
    default: throw unexpected()
    }
  }

  /// The fault of a character that cannot stand here.
  private func unexpected() -> Located<JSONProblem> {
    guard index < bytes.count else { return fault(.unexpectedEnd) }
    var end = index + 1
    while end < bytes.count, Ascii.isUTF8Continuation(bytes[end]) { end += 1 }
    return fault(.unexpectedCharacter(String(decoding: bytes[index..<end], as: UTF8.self)), to: end)
  }

  private mutating func word(_ word: StaticString, _ value: JSONNode.Value) throws(Located<JSONProblem>) -> JSONNode {
    let start = index
    guard bytes.has(word, at: start) else { throw unexpected() }
    index += word.utf8CodeUnitCount
    return JSONNode(value: value, range: start..<index)
  }

  private mutating func array(depth: Int) throws(Located<JSONProblem>) -> JSONNode {
    guard depth <= Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
    let start = index
    index += 1
    let base = openElements.count
    skipBlanks()
    if index < bytes.count, bytes[index] == Ascii.closeBracket {
      index += 1
      return JSONNode(value: .array([]), range: start..<index)
    }
    while true {
      let element = try value(depth: depth)
      openElements.append(element)
      skipBlanks()
      guard index < bytes.count else { throw fault(.unexpectedEnd) }
      if bytes[index] == Ascii.closeBracket { break }
      try comma(before: Ascii.closeBracket)
    }
    index += 1
    let elements = Array(openElements[base...])
    openElements.removeLast(elements.count)
    return JSONNode(value: .array(elements), range: start..<index)
  }

  private mutating func object(depth: Int) throws(Located<JSONProblem>) -> JSONNode {
    guard depth <= Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
    let start = index
    index += 1
    let base = openMembers.count
    // Where the keys of a large object stand. In a small one they are looked through.
    var seen: [WrittenWords: SourceRange] = [:]
    skipBlanks()
    if index < bytes.count, bytes[index] == Ascii.closeBrace {
      index += 1
      return JSONNode(value: .object([]), range: start..<index)
    }
    while true {
      skipBlanks()
      let keyStart = index
      guard index < bytes.count, bytes[index] == Ascii.quote else { throw unexpected() }
      let key = try string()
      let keyRange = keyStart..<index
      if let first = place(of: key.string, since: base, seen: &seen) {
        duplicates.append(Located(.duplicateKey(key.string, first: first), at: keyRange))
      }
      skipBlanks()
      guard index < bytes.count, bytes[index] == Ascii.colon else { throw unexpected() }
      index += 1
      let node = try value(depth: depth)
      openMembers.append(JSONMember(key: key, keyRange: keyRange, node: node))
      skipBlanks()
      guard index < bytes.count else { throw fault(.unexpectedEnd) }
      if bytes[index] == Ascii.closeBrace { break }
      try comma(before: Ascii.closeBrace)
    }
    index += 1
    let members = Array(openMembers[base...])
    openMembers.removeLast(members.count)
    return JSONNode(value: .object(members), range: start..<index)
  }

  /// Where a key stood before in the object whose members begin at `base`. Keys are the same by their bytes: to RFC
  /// 8259 those that differ in normalization alone are two.
  private func place(of key: String, since base: Int, seen: inout [WrittenWords: SourceRange]) -> SourceRange? {
    let few = 16
    if openMembers.count - base < few { return openMembers[base...].first { $0.key.string.isWritten(key) }?.keyRange }
    for member in seen.isEmpty ? openMembers[base...] : openMembers.suffix(1) {
      let words = WrittenWords(member.key.string)
      if seen[words] == nil { seen[words] = member.keyRange }
    }
    return seen[WrittenWords(key)]
  }

  /// Takes a comma, which must not be the last thing before `close`.
  private mutating func comma(before close: UInt8) throws(Located<JSONProblem>) {
    guard bytes[index] == Ascii.comma else { throw unexpected() }
    let place = index
    index += 1
    skipBlanks()
    if index < bytes.count, bytes[index] == close { throw fault(.trailingComma, from: place) }
  }

  private mutating func number() throws(Located<JSONProblem>) -> JSONNode {
    let start = index
    while index < bytes.count, Ascii.isDigit(bytes[index]) || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
    let digits = bytes[start..<index]
    guard Self.isNumber(Array(digits)) else {
      throw fault(.invalidNumber(String(decoding: digits.prefix(40), as: UTF8.self)), from: start, to: index)
    }
    return JSONNode(value: .number(String(decoding: digits, as: UTF8.self)), range: start..<index)
  }

  /// -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
  private static func isNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
      let count = rest.prefix(while: Ascii.isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == Ascii.hyphen { rest = rest.dropFirst() }
    if rest.first == Ascii.zero { rest = rest.dropFirst() } else if digits(&rest) == 0 { return false }
    if rest.first == Ascii.dot {
      rest = rest.dropFirst()
      if digits(&rest) == 0 { return false }
    }
    if let exponent = rest.first, exponent | 0x20 == 0x65 {
      rest = rest.dropFirst()
      if rest.first == Ascii.plus || rest.first == Ascii.hyphen { rest = rest.dropFirst() }
      if digits(&rest) == 0 { return false }
    }
    return rest.isEmpty
  }
}
