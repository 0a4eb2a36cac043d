/// What RFC 8259 does not allow in a file, or what plantool limits.
public enum JSONProblem: Error, Sendable, Hashable {
  /// The file ends inside a value.
  case unexpectedEnd
  /// A character that cannot stand here.
  case unexpectedCharacter(String)
  /// A second value, or anything else, after the end of the first.
  case trailingContent
  /// A string without its closing quotation mark.
  case unterminatedString
  /// A control character inside a string, which must be written as an escape.
  case controlCharacter(UInt8)
  /// `\q`, or `\u` without four hexadecimal digits.
  case invalidEscape
  /// Half of a surrogate pair.
  case loneSurrogate
  /// `01`, `1.`, `+1`, `NaN`.
  case invalidNumber(String)
  /// Arrays and objects inside each other, deeper than the limit.
  case tooDeep(limit: Int)
  /// A comma before `]` or `}`.
  case trailingComma
  /// The same key twice in one object; `first` is where it stood before.
  case duplicateKey(String, first: SourceRange)
  /// `\r` in strings, at all these places: the texts of a plan have LF alone between their lines.
  case carriageReturns([SourceRange])
  /// `\u0000` in strings, at all these places: no text can hold it.
  case nulCharacters([SourceRange])
}

/// A strict reader of JSON (RFC 8259) that keeps the place of everything.
///
/// It stops at the first fault of syntax, since what follows is guesswork; duplicate keys and characters that no text
/// can have are collected, since they are not.
package struct JSONParser {
  /// How many arrays and objects may stand inside each other. A plan needs about 12.
  static let depthLimit = 128

  private let source: SourceText
  private let bytes: [UInt8]
  private var index: Int
  private var duplicates: [Located<JSONProblem>] = []
  // Where strings have characters that no text of a plan can have.
  private var carriageReturns: [SourceRange] = []
  private var nulCharacters: [SourceRange] = []
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

  private func fault(_ problem: JSONProblem, from start: Int? = nil, to end: Int? = nil) -> Located<JSONProblem> {
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

  private mutating func string() throws(Located<JSONProblem>) -> PlanText {
    let start = index
    index = bytes.firstIndexInString(from: index + 1)
    if index < bytes.count, bytes[index] == Ascii.quote {
      // Most strings are as they stand in the file.
      let range = (start + 1)..<index
      index += 1
      return PlanText(String(decoding: bytes[range], as: UTF8.self), range: range)
    }
    index = start + 1
    var builder = PlanTextBuilder(bytes)
    var plain = index
    while true {
      guard index < bytes.count else { throw fault(.unterminatedString, from: start, to: start + 1) }
      let byte = bytes[index]
      if byte == Ascii.quote { break }
      if byte < 0x20 {
        // A line break inside a string is nearly always a forgotten quotation mark.
        if byte == Ascii.lineFeed || byte == Ascii.carriageReturn {
          throw fault(.unterminatedString, from: start, to: index)
        }
        throw fault(.controlCharacter(byte))
      }
      guard byte == Ascii.backslash else {
        index = bytes.firstIndexInString(from: index)
        continue
      }
      if plain < index { builder.append(plain..<index) }
      let escape = index
      var decoded = try self.escape()
      if decoded == [Ascii.carriageReturn] {
        // In Markdown a CR would end the line inside a table cell.
        if bytes.has("\\n", at: index) { index += 2 }
        decoded = [Ascii.lineFeed]
        carriageReturns.append(escape..<index)
      } else if decoded == [0] {
        nulCharacters.append(escape..<index)
      }
      builder.append(decoded, for: escape..<index)
      plain = index
    }
    if plain < index { builder.append(plain..<index) }
    index += 1
    let text = builder.buildUntrimmed()
    return text.string.isEmpty ? PlanText("", range: (start + 1)..<(start + 1)) : text
  }

  private mutating func escape() throws(Located<JSONProblem>) -> [UInt8] {
    let start = index
    guard index + 1 < bytes.count else { throw fault(.unexpectedEnd) }
    let kind = bytes[index + 1]
    index += 2
    switch kind {
    case Ascii.quote, Ascii.backslash, Ascii.slash: return [kind]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw fault(.invalidEscape, from: start, to: bytes.scalar(at: start + 1).next)
    }
    var unit = try hexadecimal(from: start)
    if (0xD800...0xDBFF).contains(unit) {
      guard index + 1 < bytes.count, bytes[index] == Ascii.backslash, bytes[index + 1] == UInt8(ascii: "u") else {
        throw fault(.loneSurrogate, from: start, to: index)
      }
      index += 2
      let low = try hexadecimal(from: start)
      guard (0xDC00...0xDFFF).contains(low) else { throw fault(.loneSurrogate, from: start, to: index) }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw fault(.loneSurrogate, from: start, to: index) }
    return Array(String(scalar).utf8)
  }

  private mutating func hexadecimal(from start: Int) throws(Located<JSONProblem>) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fault(.invalidEscape, from: start, to: bytes.count) }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default:
        // The last of the four bytes may be the first of a character.
        var end = index + 4
        while end < bytes.count, Ascii.isUTF8Continuation(bytes[end]) { end += 1 }
        throw fault(.invalidEscape, from: start, to: end)
      }
    }
    index += 4
    return value
  }
}
