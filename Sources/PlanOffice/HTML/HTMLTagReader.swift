import PlanText

/// Reads a tag from behind its `<` or `</`.
struct HTMLTagReader {
  private let bytes: [UInt8]
  /// The first byte that was not read yet; behind the tag once it was read.
  private(set) var place: Int

  /// How many attributes of a tag are kept; the others say nothing that is shown.
  private static let attributeLimit = 64

  init(_ bytes: [UInt8], at place: Int) { (self.bytes, self.place) = (bytes, place) }

  mutating func read() -> HTMLTag {
    let name = word { !Self.isSpace($0) && $0 != Ascii.slash && $0 != Ascii.greater }.lowercased()
    var attributes: [HTMLTag.Attribute] = []
    while place < bytes.count, bytes[place] != Ascii.greater {
      if Self.isSpace(bytes[place]) || bytes[place] == Ascii.slash {
        place += 1
        continue
      }
      // An equals sign at the beginning is part of a name.
      let start = place
      place += 1
      while place < bytes.count, !Self.isSpace(bytes[place]), bytes[place] != Ascii.slash,
        bytes[place] != Ascii.greater, bytes[place] != Ascii.equals
      {
        place += 1
      }
      let key = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
      skipSpace()
      let value = place < bytes.count && bytes[place] == Ascii.equals ? self.value() : ""
      if attributes.count < Self.attributeLimit { attributes.append(HTMLTag.Attribute(name: key, value: value)) }
    }
    place = min(bytes.count, place + 1)
    return HTMLTag(name: name, attributes: attributes)
  }

  private mutating func value() -> String {
    place += 1
    skipSpace()
    guard place < bytes.count, bytes[place] != Ascii.greater else { return "" }
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = place
      while place < bytes.count, !Self.isSpace(bytes[place]), bytes[place] != Ascii.greater { place += 1 }
      return HTMLTokenizer.words(of: bytes, in: start..<place)
    }
    let start = place + 1
    let end = bytes.firstIndex(of: quote, or: quote, from: start)
    place = min(bytes.count, end + 1)
    return HTMLTokenizer.words(of: bytes, in: start..<end)
  }

  private mutating func word(while isPart: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, isPart(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == Ascii.space || byte >= 9 && byte <= 13 && byte != 11
  }
}
