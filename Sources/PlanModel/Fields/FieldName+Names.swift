import PlanText

extension FieldName {
  /// The first of some fields that goes by a name.
  package static func named(_ name: String, among fields: [FieldName]) -> FieldName? {
    guard name.utf8.count <= longestName else { return nil }
    let number = number(of: name)
    var known: FieldName?
    var index = numbers.halvingIndex { $0 >= number }
    while index < numbers.count, numbers[index] == number {
      defer { index += 1 }
      guard spellings[index].name.isWritten(name) else { continue }
      // Two kinds of document may have a field of the same name.
      if known != nil { return fields.first { $0.names.contains { $0.isWritten(name) } } }
      known = spellings[index].field
    }
    return known.flatMap { fields.contains($0) ? $0 : nil }
  }

  /// The name of the one of some fields that a word is a slip of; nil where it is a word of its own, or the slip of the
  /// names of several.
  package static func intended(by word: String, among fields: [FieldName]) -> String? {
    guard word.utf8.count <= longestName + longestScalar else { return nil }
    let letters = Array(word.unicodeScalars)
    guard FieldSlip.isLongEnough(letters),
      // Hardly any word is one, and in front of a colon there may be any word.
      spellings.contains(where: { FieldSlip.isSlip(letters, of: $0.letters) })
    else { return nil }
    return FieldSlip.intended(by: word, amongGroups: fields.map(\.names))
  }

  /// How many bytes the longest name has. A line is asked whether it begins with one, which may have no end.
  package static let longestName = spellings.reduce(0) { max($0, $1.name.utf8.count) }
  /// A slip may be longer than the name by one character, or have one that takes more bytes.
  private static let longestScalar = 4

  /// Every name of every field, in the order of the numbers.
  private static let spellings = allCases.flatMap { field in
    field.names.map { (number: number(of: $0), name: $0, letters: Array($0.unicodeScalars), field: field) }
  }
  .sorted { $0.number < $1.number }

  /// A number for each of the names. There are few: a table for hashing would take longer to make than most plans to
  /// read.
  private static let numbers = spellings.map(\.number)

  private static func number(of name: String) -> UInt64 {
    func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
      var number: UInt64 = 0
      for byte in bytes { number = number &* 31 &+ UInt64(byte) }
      return number
    }
    return name.utf8.withContiguousStorageIfAvailable(number) ?? number(name.utf8)
  }
}
