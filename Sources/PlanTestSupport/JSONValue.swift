import Foundation

/// A JSON value as a value, for tests that look at JSON as another program would.
public enum JSONValue: Hashable, Sendable, Codable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads JSON.
  public init(text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  /// The value as JSON.
  public var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Any JSON value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value as it is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let elements): try container.encode(elements)
    case .object(let members): try container.encode(members)
    }
  }

  /// The member of an object.
  public subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { return members[key] }
    return nil
  }

  /// The members, of an object.
  public var members: [String: JSONValue]? {
    if case .object(let members) = self { return members }
    return nil
  }

  /// The elements, of an array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The text, of a string.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The number, of a number.
  public var number: Double? {
    if case .number(let value) = self { return value }
    return nil
  }

  /// The value with a member added to the object at a path of keys and indices.
  public func adding(_ key: String, _ value: JSONValue, at path: ArraySlice<String>) -> JSONValue {
    switch self {
    case .object(var members):
      if let step = path.first {
        members[step] = members[step]?.adding(key, value, at: path.dropFirst())
      } else {
        members[key] = value
      }
      return .object(members)
    case .array(var elements):
      if let index = path.first.flatMap({ Int($0) }), elements.indices.contains(index) {
        elements[index] = elements[index].adding(key, value, at: path.dropFirst())
      }
      return .array(elements)
    default: return self
    }
  }
}
