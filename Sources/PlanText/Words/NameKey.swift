/// The form in which names are compared: 「一、 個別評核構面-基礎服務 (200 分)」 and 「個別評核構面－基礎服務」 have
/// the same key.
///
/// Removed are white space, characters that nobody sees, a leading number, a trailing weight, quotation marks, emphasis
/// and a closing colon; full-width letters, digits and punctuation become narrow, and radicals the characters they look
/// like. Nothing that carries meaning is folded: 臺 and 台 stay different.
public struct NameKey: Sendable, CustomStringConvertible {
  /// The folded name.
  public let text: String
  /// Whether no other text means the same by Unicode's rules, so that bytes tell it from others.
  private let isPlain: Bool

  /// Folds a name.
  public init(_ name: String) {
    // Most names are as they should be, and need no copy.
    let shape = Self.shape(of: name)
    guard shape.needsFolding else {
      (text, isPlain) = (name, shape.isPlain)
      return
    }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(name.utf8.count / 2)
    var rest = name[...].unicodeScalars.drop(while: \.showsNothing)
    if let label = Label.read(at: rest) { rest = rest.dropFirst(label.label.text.unicodeScalars.count) }
    for scalar in rest where !Self.isIgnored(scalar) { scalars.append(Self.narrow(scalar)) }
    if let weight = Weight.suffix(of: scalars) { scalars.removeLast(weight.length) }
    while scalars.last == ":" { scalars.removeLast() }
    text = String(scalars: scalars)
    isPlain = scalars.allSatisfy(Self.isPlain)
  }

  private static func shape(of name: String) -> (needsFolding: Bool, isPlain: Bool) {
    var (needsFolding, isPlain) = (false, true)
    name.forEachScalar { scalar, _ in
      if scalar.isCommonHan || scalar.isASCIIAlphanumeric { return }
      needsFolding = needsFolding || isIgnored(scalar) || narrow(scalar) != scalar
      isPlain = isPlain && Self.isPlain(scalar)
    }
    guard !needsFolding, let last = name.utf8.last else { return (needsFolding, isPlain) }
    return (last == UInt8(ascii: ")") || last == Ascii.colon || Label.read(at: name) != nil, isPlain)
  }

  /// Whether a scalar is composed of no others and joins with none.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isCommonHan || scalar.isASCII || (0x3001...0x3029).contains(scalar.value)
  }

  /// The folded name.
  public var description: String { text }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "「", "」", "『", "』", "“", "”", "\"", "*", "_", "`": true
    default: scalar.showsNothing
    }
  }

  /// Full-width ASCII as ASCII; every dash as a hyphen; what only looks like a common character as that.
  public static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2E80...0x2FD5, 0xF900...0xFAD9, 0x3127: LookAlike.meant(by: scalar) ?? scalar
    default: scalar
    }
  }
}

extension NameKey: Hashable {
  /// Whether two names are the same. Strings are compared by Unicode's rules, which takes ten times as long.
  public static func == (a: NameKey, b: NameKey) -> Bool {
    a.isPlain && b.isPlain ? a.text.isWritten(b.text) : a.text == b.text
  }

  /// Hashes the bytes, as a string does that has to be hashed by Unicode's rules.
  public func hash(into hasher: inout Hasher) {
    guard isPlain else { return text.hash(into: &hasher) }
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
      hasher.combine(0xFF as UInt8)
    }
    if isHashed == nil { text.hash(into: &hasher) }
  }
}

/// A weight (配分) at the end of a heading: 基礎服務（200分）.
public enum Weight {
  /// The weight at the end of a name, in points, and how many scalars it takes, among scalars without white space.
  static func suffix(of scalars: [Unicode.Scalar]) -> (points: Int, length: Int)? {
    guard let close = scalars.last, close == ")" || close == "）", scalars.count > 3 else { return nil }
    guard scalars[scalars.count - 2] == "分" else { return nil }
    var index = scalars.count - 3
    while index >= 0, Numeral.isNumeral(scalars[index]) { index -= 1 }
    guard index >= 0, scalars[index] == "(" || scalars[index] == "（" else { return nil }
    guard let points = Numeral.value(of: scalars[(index + 1)..<(scalars.count - 2)]) else { return nil }
    return (points, scalars.count - index)
  }

  /// The points that a heading states, and where in it: the digits and 分 with their parentheses.
  public static func stated(in heading: PlanText) -> (points: Int, range: SourceRange)? {
    stated(in: heading.string).map { ($0.points, heading.sourceRange(of: $0.offset..<heading.string.utf8.count)) }
  }

  /// The points that a heading states, and the UTF-8 offset at which they begin.
  package static func stated(in heading: String) -> (points: Int, offset: Int)? {
    // Nothing but 分 and a parenthesis ends one; most headings need not be taken apart.
    guard heading.has("分") else { return nil }
    let all = Array(heading.unicodeScalars)
    let dense = all.filter { !$0.showsNothing }
    guard let found = suffix(of: dense) else { return nil }
    // Walk back over the same number of visible scalars to find where the weight begins in the heading.
    var remaining = found.length
    var start = all.count
    while remaining > 0 {
      start -= 1
      if !all[start].showsNothing { remaining -= 1 }
    }
    return (found.points, all[..<start].reduce(0) { $0 + UTF8.width($1) })
  }
}

extension String {
  /// The string without white space at its ends.
  public func trimmingWhiteSpace() -> String { PlanText(self).trimmed.string }
}
