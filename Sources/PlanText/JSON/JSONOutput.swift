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
  /// An array whose elements are made one by one while it is written, so that a large plan does not stand in memory a
  /// second time.
  case elements(count: Int, make: @Sendable (Int) -> JSONOutput)

  /// An object without the keys whose value is nil.
  public static func members(_ members: [(String, JSONOutput?)]) -> JSONOutput {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// The value as UTF-8 text, two spaces of indentation a level and a line break at the end; on one line if
  /// `isCompact`.
  ///
  /// Characters stay as they are, except those that JSON or a terminal does not bear: quotation mark, backslash, C0 and
  /// C1 controls, U+2028, U+2029, and the controls that turn the reading direction around.
  public func text(isCompact: Bool = false) -> String {
    var writer = Writer(isCompact: isCompact)
    writer.write(self, level: 0)
    writer.text += "\n"
    return writer.text
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
    /// A line break and the indentation of each level.
    private var breaks = ["\n"]

    init(isCompact: Bool) { self.isCompact = isCompact }

    mutating func write(_ value: JSONOutput, level: Int) {
      switch value {
      case .null: text += "null"
      case .bool(let value): text += value ? "true" : "false"
      case .int(let value): text += String(value)
      case .string(let value): quote(value)
      case .written(let text): self.text += text
      case .array(let elements):
        list("[", "]", count: elements.count, level: level) { $0.write(elements[$1], level: level + 1) }
      case .elements(let count, let make):
        list("[", "]", count: count, level: level) { $0.write(make($1), level: level + 1) }
      case .object(let members):
        list("{", "}", count: members.count, level: level) { writer, index in
          writer.quote(members[index].0)
          writer.text += writer.isCompact ? ":" : ": "
          writer.write(members[index].1, level: level + 1)
        }
      }
    }

    private mutating func list(
      _ open: String, _ close: String, count: Int, level: Int, write: (inout Writer, Int) -> Void
    ) {
      text += open
      for index in 0..<count {
        if index > 0 { text += "," }
        breakLine(level + 1)
        write(&self, index)
      }
      if count > 0 { breakLine(level) }
      text += close
    }

    private mutating func breakLine(_ level: Int) {
      guard !isCompact else { return }
      while breaks.count <= level { breaks.append(breaks[breaks.count - 1] + "  ") }
      text += breaks[level]
    }

    private mutating func quote(_ string: String) {
      text += "\""
      if string.utf8.contains(where: Self.mayNeedEscape) { escape(string) } else { text += string }
      text += "\""
    }

    /// Whether a byte is escaped, or may begin a character that is.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
      switch byte {
      // C2: C1 controls; D8: U+061C; E2: U+2028 and what turns the reading direction around.
      case 0...0x1F, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2: true
      default: false
      }
    }

    private mutating func escape(_ string: String) {
      let scalars = string.unicodeScalars
      var start = scalars.startIndex
      for index in scalars.indices {
        let scalar = scalars[index]
        let replacement: String
        switch scalar {
        case "\"": replacement = "\\\""
        case "\\": replacement = "\\\\"
        case "\n": replacement = "\\n"
        case "\r": replacement = "\\r"
        case "\t": replacement = "\\t"
        case _ where scalar.isHarmful:
          let hex = String(scalar.value, radix: 16)
          replacement = "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: continue
        }
        text += string[start..<index]
        text += replacement
        start = scalars.index(after: index)
      }
      text += string[start...]
    }
  }
}
