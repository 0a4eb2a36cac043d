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

  public let value: Value
  private let storedRange: StoredRange

  init(value: Value, range: SourceRange) {
    self.value = value
    storedRange = StoredRange(range)
  }

  /// Its bytes.
  public var range: SourceRange { storedRange.range }
}

/// A key of an object and its value.
public struct JSONMember: Sendable {
  /// The key, without its quotation marks.
  public let key: PlanText
  /// The value.
  public let node: JSONNode
  private let storedKeyRange: StoredRange

  init(key: PlanText, keyRange: SourceRange, node: JSONNode) {
    self.key = key
    self.node = node
    storedKeyRange = StoredRange(keyRange)
  }

  /// The bytes of the key with its quotation marks.
  public var keyRange: SourceRange { storedKeyRange.range }
}

extension JSONNode {
  /// The JSON Pointer (RFC 6901) of the innermost value or key at a byte range; empty for the whole file.
  public func pointer(to range: SourceRange) -> String {
    var pointer = ""
    var node = self
    while true {
      switch node.value {
      case .object(let members):
        guard let index = Self.last(of: members.count, upTo: range.lowerBound, { members[$0].keyRange.lowerBound }),
          range.upperBound <= members[index].node.range.upperBound
        else { return pointer }
        pointer += "/" + Self.escape(members[index].key.string)
        node = members[index].node
        // A range at the key names the member.
        guard range.lowerBound >= node.range.lowerBound else { return pointer }
      case .array(let elements):
        guard let index = Self.last(of: elements.count, upTo: range.lowerBound, { elements[$0].range.lowerBound }),
          range.upperBound <= elements[index].range.upperBound
        else { return pointer }
        pointer += "/\(index)"
        node = elements[index]
      default: return pointer
      }
    }
  }

  /// The value that a JSON Pointer leads to, or the last on the way to it that is there.
  package func node(at pointer: String) -> JSONNode {
    var node = self
    for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      switch node.value {
      case .object(let members):
        guard let member = members.first(where: { Self.escape($0.key.string) == step }) else { return node }
        node = member.node
      case .array(let elements):
        guard let index = Int(step), elements.indices.contains(index) else { return node }
        node = elements[index]
      default: return node
      }
    }
    return node
  }

  /// The last of some parts that begins no later than an offset. There may be as many findings as parts, so they are
  /// not all looked through.
  private static func last(of count: Int, upTo offset: Int, _ start: (Int) -> Int) -> Int? {
    let behind = (0..<count).halvingIndex { start($0) > offset }
    return behind > 0 ? behind - 1 : nil
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
