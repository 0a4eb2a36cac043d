/// A value of a JSON file, with its place.
public struct JSONNode: Sendable {
  /// The kinds of value.
  public enum Value: Sendable {
    case null
    case bool(Bool)
    /// A number as it is written; the plan format has whole numbers and percentages only.
    case number(String)
    case string(PlanText)
    case array([JSONNode])
    case object([JSONMember])
  }

  /// The value.
  public let value: Value
  // A file holds very many of these.
  private let lower: UInt32
  private let upper: UInt32

  init(value: Value, range: SourceRange) {
    self.value = value
    lower = UInt32(truncatingIfNeeded: range.lowerBound)
    upper = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// Its bytes.
  public var range: SourceRange { Int(lower)..<Int(upper) }
}

/// A key of an object and its value.
public struct JSONMember: Sendable {
  /// The key, without its quotation marks.
  public let key: PlanText
  /// The value.
  public let node: JSONNode
  private let lower: UInt32
  private let upper: UInt32

  init(key: PlanText, keyRange: SourceRange, node: JSONNode) {
    self.key = key
    self.node = node
    lower = UInt32(truncatingIfNeeded: keyRange.lowerBound)
    upper = UInt32(truncatingIfNeeded: keyRange.upperBound)
  }

  /// The bytes of the key with its quotation marks.
  public var keyRange: SourceRange { Int(lower)..<Int(upper) }
}

extension JSONNode {
  /// The JSON Pointer (RFC 6901) of the innermost value or key at a byte range; empty for the whole file.
  public func pointer(to range: SourceRange) -> String {
    var pointer = ""
    var node = self
    descend: while true {
      switch node.value {
      case .object(let members):
        for member in members where member.keyRange.lowerBound <= range.lowerBound {
          guard range.upperBound <= member.node.range.upperBound else { continue }
          pointer += "/" + Self.escape(member.key.string)
          node = member.node
          // A range at the key names the member.
          guard range.lowerBound >= member.node.range.lowerBound else { return pointer }
          continue descend
        }
      case .array(let elements):
        for (index, element) in elements.enumerated()
        where element.range.lowerBound <= range.lowerBound && range.upperBound <= element.range.upperBound {
          pointer += "/\(index)"
          node = element
          continue descend
        }
      default: break
      }
      return pointer
    }
  }

  private static func escape(_ key: String) -> String {
    var escaped = ""
    for character in key {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
