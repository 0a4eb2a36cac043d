import PlanText

/// One tag, as it is written.
struct XMLTag {
  /// An attribute as it is written: the name, and the value without its quotation marks.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>

    /// Whether it is `xmlns` or `xmlns:PREFIX`.
    func isDeclaration(in bytes: [UInt8]) -> Bool {
      guard name.count >= 5, bytes.has("xmlns", at: name.lowerBound) else { return false }
      return name.count == 5 || bytes[name.lowerBound + 5] == Ascii.colon
    }

    /// The prefix that it declares; empty for names without one.
    func declaredPrefix(in bytes: [UInt8]) -> ArraySlice<UInt8> {
      bytes[min(name.upperBound, name.lowerBound + 6)..<name.upperBound]
    }
  }

  private let bytes: [UInt8]
  private var place: Int
  /// Whether it ends in `/>`.
  private(set) var isEmpty = false
  /// Behind its end, once it was read.
  var end: Int { place }

  /// Begins behind `<` or `</`.
  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  mutating func name() throws(XMLFault) -> Range<Int> {
    let start = place
    while place < bytes.count, Self.isName(bytes[place]) { place += 1 }
    guard place < bytes.count else { throw .truncated }
    guard place > start, Self.isFirst(bytes[start]) else { throw .syntax(at: start) }
    return start..<place
  }

  /// Puts the attributes, up to the end of the tag, into an array whose room is used again.
  mutating func readAttributes(into found: inout [Attribute], limit: Int) throws(XMLFault) {
    found.removeAll(keepingCapacity: true)
    while true {
      let before = place
      skipSpace()
      guard place < bytes.count else { throw .truncated }
      switch bytes[place] {
      case Ascii.greater:
        place += 1
        return
      case Ascii.slash:
        isEmpty = true
        place += 1
        guard place < bytes.count else { throw .truncated }
        guard bytes[place] == Ascii.greater else { throw .syntax(at: place) }
        place += 1
        return
      default: break
      }
      guard place > before else { throw .syntax(at: place) }
      guard found.count < limit else { throw .tooManyAttributes(at: place, limit: limit) }
      found.append(try attribute())
    }
  }

  /// The end of an end tag.
  mutating func close() throws(XMLFault) {
    skipSpace()
    guard place < bytes.count else { throw .truncated }
    guard bytes[place] == Ascii.greater else { throw .syntax(at: place) }
    place += 1
  }

  private mutating func attribute() throws(XMLFault) -> Attribute {
    let name = try name()
    skipSpace()
    guard place < bytes.count else { throw .truncated }
    guard bytes[place] == Ascii.equals else { throw .syntax(at: place) }
    place += 1
    skipSpace()
    guard place < bytes.count else { throw .truncated }
    let mark = bytes[place]
    guard mark == Ascii.quote || mark == UInt8(ascii: "'") else { throw .syntax(at: place) }
    let start = place + 1
    place = start
    while place < bytes.count, bytes[place] != mark {
      if bytes[place] == Ascii.less { throw .syntax(at: place) }
      place += 1
    }
    guard place < bytes.count else { throw .truncated }
    place += 1
    return Attribute(name: name, value: start..<(place - 1))
  }

  private mutating func skipSpace() {
    while place < bytes.count, XMLCharacters.isSpace(bytes[place]) { place += 1 }
  }

  /// Whether a byte can be part of a name. Characters outside ASCII are taken as they come.
  private static func isName(_ byte: UInt8) -> Bool {
    isFirst(byte) || Ascii.isDigit(byte) || byte == Ascii.hyphen || byte == Ascii.dot
  }

  private static func isFirst(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == Ascii.underscore
      || byte == Ascii.colon
  }
}
