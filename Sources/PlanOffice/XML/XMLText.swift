import PlanText

/// Text as it may stand in XML 1.0.
package enum XMLText {
  /// Adds a text with everything escaped that means something to XML.
  ///
  /// What XML cannot hold is spelt out (`\u{7}`), and so is what would turn around the direction in which the words are
  /// read. Line breaks and tabs in an attribute, and carriage returns, are references: readers would
  /// make something else of them.
  package static func escape(_ text: some StringProtocol, isAttribute: Bool, into bytes: inout [UInt8]) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0, isAttribute, &bytes) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { escape($0, isAttribute, &bytes) } }
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, _ isAttribute: Bool, _ bytes: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let run = text[index...].firstIndex { !isPlain($0) } ?? text.count
      bytes.append(contentsOf: text[index..<run])
      index = run
      guard index < text.count else { return }
      let (scalar, next) = UTF8Scalar.read(at: index, in: text)
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      // `]]>` must not stand in text.
      case ">": bytes += "&gt;".utf8
      case "\"" where isAttribute: bytes += "&quot;".utf8
      case "\r": bytes += "&#13;".utf8
      case "\n", "\t":
        if isAttribute { bytes += "&#\(scalar.value);".utf8 } else { bytes.append(text[index]) }
      default:
        if scalar.isHarmful || scalar.properties.isNoncharacterCodePoint {
          bytes += scalar.spelledOut.utf8
        } else {
          bytes.append(contentsOf: text[index..<next])
        }
      }
      index = next
    }
  }

  /// Whether a byte is a letter of ASCII that means nothing to XML, or part of a Chinese character, U+3000 to U+CFFF.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x21, 0x23...0x25, 0x27...0x3B, 0x3D, 0x3F...0x7E, 0x80...0xBF, 0xE3...0xEC: true
    default: false
    }
  }
}
