import Foundation
import PlanTestSupport

/// A text as it is written in the sources, without the values that are put into it. A text within such a value is one
/// of its own.
struct MessageLiteral {
  let file: String
  let text: String
  /// Whether it is the Chinese half of a text for users, by what it is passed as.
  let isChinese: Bool

  /// Every text in the sources of the program; keys, names of types and the like are among them.
  static func all() throws -> [MessageLiteral] {
    let folder = Package.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var literals: [MessageLiteral] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path.contains("/PlanTestSupport/") else { continue }
      var source = SwiftSource(bytes: [UInt8](try Data(contentsOf: file)), file: file.lastPathComponent)
      source.read()
      literals += source.literals
    }
    return literals
  }
}

/// The string literals of a source file.
private struct SwiftSource {
  let bytes: [UInt8]
  let file: String
  private(set) var literals: [MessageLiteral] = []
  private static let quote = UInt8(ascii: "\"")

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func read() {
    var index = 0
    while index < bytes.count {
      if has("//", at: index) {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else if bytes[index] == Self.quote {
        index = readLiteral(at: index)
      } else {
        index += 1
      }
    }
  }

  private func has(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  /// Reads a literal and says where it ends; a quotation mark that opens none ends with its line.
  private mutating func readLiteral(at start: Int) -> Int {
    let isLong = has("\"\"\"", at: start)
    let width = isLong ? 3 : 1
    var text: [UInt8] = []
    var index = start + width
    while index < bytes.count {
      if isLong ? has("\"\"\"", at: index) : bytes[index] == Self.quote {
        let string = String(decoding: text, as: UTF8.self)
        literals.append(MessageLiteral(file: file, text: string, isChinese: isChinese(at: start)))
        return index + width
      }
      if has("\\(", at: index) {
        index = endOfValue(at: index + 2)
      } else if has("\\\n", at: index) {
        index += 2
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      } else if bytes[index] == UInt8(ascii: "\\") {
        text.append(has("\\\"", at: index) ? Self.quote : UInt8(ascii: " "))
        index += 2
      } else if bytes[index] == UInt8(ascii: "\n"), !isLong {
        return index
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return index
  }

  private mutating func endOfValue(at start: Int) -> Int {
    var index = start
    var depth = 1
    while index < bytes.count, depth > 0 {
      switch bytes[index] {
      case Self.quote:
        index = readLiteral(at: index)
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
    }
    return index
  }

  private func isChinese(at start: Int) -> Bool {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\n")]
    let before = bytes[..<start].suffix(80).reversed().drop { blanks.contains($0) }
    return before.starts(with: ":hz".utf8) || before.starts(with: "(sdrow".utf8)
  }
}
