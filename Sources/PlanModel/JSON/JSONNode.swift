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
  /// Its bytes.
  public let range: SourceRange
}

/// A key of an object and its value.
public struct JSONMember: Sendable {
  /// The key, without its quotation marks.
  public let key: PlanText
  /// The bytes of the key with its quotation marks.
  public let keyRange: SourceRange
  /// The value.
  public let node: JSONNode
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
