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
    if let found = Label.read(at: rest) {
      rest = rest[name.utf8.index(rest.startIndex, offsetBy: found.label.writtenLength)...]
    }
    for scalar in rest where !Self.isIgnored(scalar) { scalars.append(scalar.narrow) }
    if let weight = Weight.suffix(of: scalars) { scalars.removeLast(weight.length) }
    while scalars.last == ":" { scalars.removeLast() }
    text = String(scalars: scalars)
    isPlain = scalars.allSatisfy(Self.isPlain)
  }

  private static func shape(of name: String) -> (needsFolding: Bool, isPlain: Bool) {
    var (needsFolding, isPlain) = (false, true)
    var mayBeLabelled = false
    name.forEachScalar { scalar, offset in
      if offset == 0 { mayBeLabelled = Label.canBegin(scalar) }
      if scalar.isCommonHan || scalar.isASCIIAlphanumeric { return }
      needsFolding = needsFolding || isIgnored(scalar) || scalar.narrow != scalar
      isPlain = isPlain && Self.isPlain(scalar)
    }
    guard !needsFolding, let last = name.utf8.last else { return (needsFolding, isPlain) }
    let isLabelled = mayBeLabelled && Label.read(at: name) != nil
    return (last == UInt8(ascii: ")") || last == Ascii.colon || isLabelled, isPlain)
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

extension String {
  /// The string without white space at its ends.
  public func trimmingWhiteSpace() -> String { PlanText(self).trimmed.string }
}
