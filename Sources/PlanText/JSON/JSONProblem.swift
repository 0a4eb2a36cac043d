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
