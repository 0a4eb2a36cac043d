/// A JSON value to be written. Keys keep their order.
public indirect enum JSONOutput: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONOutput])
  case object([(String, JSONOutput)])
  /// What ``text(level:)`` made of a value, for the level at which it stands.
  case written(String)

  /// An object without the keys whose value is nil.
  public static func members(_ members: [(String, JSONOutput?)]) -> JSONOutput {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// The value as UTF-8 text, two spaces of indentation a level and a line break at the end; on one line if `isCompact`.
  ///
  /// Characters stay as they are, except those that JSON or a terminal does not bear: quotation mark, backslash, C0 and C1 controls, U+2028, U+2029,
  /// and the controls that turn the reading direction around.
  public func text(isCompact: Bool = false) -> String {
    var writer = Writer(isCompact: isCompact)
    writer.write(self, level: 0)
    return writer.text + "\n"
  }

  /// The value as it stands some levels deep in a text, without the line break at its end.
  public func text(level: Int) -> String {
    var writer = Writer(isCompact: false)
    writer.write(self, level: level)
    return writer.text
  }

  private struct Writer {
    let isCompact: Bool
    var text = ""

    mutating func write(_ value: JSONOutput, level: Int) {
      switch value {
      case .null: text += "null"
      case .bool(let value): text += value ? "true" : "false"
      case .int(let value): text += String(value)
      case .string(let value): quote(value)
      case .written(let text): self.text += text
      case .array(let elements):
        list("[", "]", elements, level: level) { writer, element in writer.write(element, level: level + 1) }
      case .object(let members):
        list("{", "}", members, level: level) { writer, member in
          writer.quote(member.0)
          writer.text += writer.isCompact ? ":" : ": "
          writer.write(member.1, level: level + 1)
        }
      }
    }

    private mutating func list<Element>(
      _ open: String, _ close: String, _ elements: [Element], level: Int, write: (inout Writer, Element) -> Void
    ) {
      text += open
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        breakLine(level + 1)
        write(&self, element)
      }
      if !elements.isEmpty { breakLine(level) }
      text += close
    }

    private mutating func breakLine(_ level: Int) {
      guard !isCompact else { return }
      text += "\n" + String(repeating: "  ", count: level)
    }

    private mutating func quote(_ string: String) {
      text += "\""
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case _ where scalar.isHarmful:
          let hex = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: text.unicodeScalars.append(scalar)
        }
      }
      text += "\""
    }
  }
}
