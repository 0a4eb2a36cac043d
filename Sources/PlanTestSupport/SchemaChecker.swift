import PlanText
import Foundation

/// Checks JSON against a schema, as far as plantool's schemas go: a keyword that is not known here is a fault of the
/// schema.
///
/// It also tells what of the schema the checked values used, so that a schema can be held to say no more than there is.
public struct SchemaChecker {
  /// What a value matched.
  public struct Usage: Sendable {
    /// Each word of an `enum` that occurred: `#/$defs/section/properties/kind=narrative`.
    public var words: Set<String> = []
    /// Each object of the schema with closed properties, and where in the value the first one of it was.
    public var objects: [String: [String]] = [:]

    /// Nothing used.
    public init() {}

    /// What either used.
    public mutating func merge(_ other: Usage) {
      words.formUnion(other.words)
      objects.merge(other.objects) { first, _ in first }
    }
  }

  private let root: JSONValue

  public init(text: String) throws { root = try JSONValue(text: text) }

  /// What is wrong with a value, nothing if it is as the schema says; and what of the schema it uses.
  public func check(_ value: JSONValue) -> (problems: [String], usage: Usage) {
    let result = check(value, against: "#", path: [])
    return (result.problems, result.usage)
  }

  // MARK: Checking

  private struct Result {
    var problems: [String] = []
    var usage = Usage()

    mutating func merge(_ other: Result) {
      problems += other.problems
      usage.merge(other.usage)
    }
  }

  private func check(_ value: JSONValue, against location: String, path: [String]) -> Result {
    var result = Result()
    guard let keywords = schema(at: location)?.members else {
      result.problems.append("the schema has nothing at \(location)")
      return result
    }
    func fail(_ message: String) { result.problems.append("/\(path.joined(separator: "/")): \(message)") }
    for (keyword, operand) in keywords.sorted(by: { $0.key < $1.key }) {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": break
      // plantool's own dates have a pattern beside the format.
      case "format": break
      case "$ref": result.merge(check(value, against: operand.string ?? "", path: path))
      case "type":
        let types = operand.elements ?? [operand]
        if !types.contains(where: { Self.matches(value, type: $0.string ?? "") }) { fail("is no \(operand)") }
      case "const":
        if value != operand { fail("is not \(operand)") }
      case "enum":
        if operand.elements?.contains(value) != true {
          fail("is none of \(operand)")
        } else if let word = value.string {
          result.usage.words.insert("\(location)=\(word)")
        }
      case "pattern":
        if let text = value.string, let pattern = operand.string,
          text.range(of: pattern, options: .regularExpression) == nil
        {
          fail("“\(text)” does not match \(pattern)")
        }
      case "minimum":
        if let number = value.number, let limit = operand.number, number < limit { fail("is below \(limit)") }
      case "maximum":
        if let number = value.number, let limit = operand.number, number > limit { fail("is above \(limit)") }
      case "minItems":
        if let count = value.elements?.count, let limit = operand.number, Double(count) < limit { fail("has too few") }
      case "maxItems":
        if let count = value.elements?.count, let limit = operand.number, Double(count) > limit { fail("has too many") }
      case "items":
        for (index, element) in (value.elements ?? []).enumerated() {
          result.merge(check(element, against: location + "/items", path: path + ["\(index)"]))
        }
      case "required":
        for key in operand.elements ?? [] where value.members != nil && value[key.string ?? ""] == nil {
          fail("lacks \(key)")
        }
      case "properties":
        for (key, member) in value.members ?? [:] where operand[key] != nil {
          result.merge(check(member, against: "\(location)/properties/\(key)", path: path + [key]))
        }
      case "additionalProperties":
        if operand != .bool(false) { fail("additionalProperties is not false at \(location)") }
        for key in value.members?.keys.sorted() ?? [] where keywords["properties"]?[key] == nil {
          fail("has an unknown key “\(key)”")
        }
        if value.members != nil { result.usage.objects[location] = path }
      case "oneOf":
        let branches = (operand.elements ?? []).indices.map { index in
          let branch = "\(location)/oneOf/\(index)"
          guard let key = mismatch(of: value, with: branch) else { return check(value, against: branch, path: path) }
          return Result(problems: ["another \(key)"])
        }
        let matching = branches.filter(\.problems.isEmpty)
        if matching.count == 1 {
          result.merge(matching[0])
        } else {
          fail("matches \(matching.count) of \(branches.count) forms: \(branches.map(\.problems))")
        }
      default: fail("the schema has an unknown keyword “\(keyword)” at \(location)")
      }
    }
    return result
  }

  /// The key whose value rules a form out at once, which saves looking at all the rest.
  private func mismatch(of value: JSONValue, with location: String) -> String? {
    var branch = schema(at: location)
    if let reference = branch?["$ref"]?.string { branch = schema(at: reference) }
    return branch?["properties"]?.members?.first { key, property in
      guard let constant = property["const"], let member = value[key] else { return false }
      return member != constant
    }?.key
  }

  private func schema(at location: String) -> JSONValue? {
    location.split(separator: "/").dropFirst().reduce(root as JSONValue?) { value, step in
      value?[String(step)]
        ?? Int(step).flatMap { index in value?.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil } }
    }
  }

  private static func matches(_ value: JSONValue, type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"): true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }

  // MARK: What the schema says

  /// Everything that a value could use: all words and all closed objects, wherever they stand in the schema.
  public var everything: Usage {
    var usage = Usage()
    collect(root, at: "#", into: &usage)
    return usage
  }

  /// The property names of the object at a place of the schema.
  public func propertyNames(at location: String) -> Set<String> {
    Set((schema(at: location)?["properties"]?.members ?? [:]).keys)
  }

  /// The words of the enumeration at a place of the schema.
  public func words(at location: String) -> Set<String> {
    Set((schema(at: location)?["enum"]?.elements ?? []).compactMap(\.string))
  }

  private func collect(_ schema: JSONValue, at location: String, into usage: inout Usage) {
    guard let keywords = schema.members else { return }
    for (key, property) in keywords["properties"]?.members ?? [:] {
      collect(property, at: "\(location)/properties/\(key)", into: &usage)
    }
    if keywords["additionalProperties"] != nil { usage.objects[location] = [] }
    for word in keywords["enum"]?.elements ?? [] {
      if let word = word.string { usage.words.insert("\(location)=\(word)") }
    }
    for (name, definition) in keywords["$defs"]?.members ?? [:] {
      collect(definition, at: "\(location)/$defs/\(name)", into: &usage)
    }
    if let items = keywords["items"] { collect(items, at: location + "/items", into: &usage) }
    for (index, branch) in (keywords["oneOf"]?.elements ?? []).enumerated() {
      collect(branch, at: "\(location)/oneOf/\(index)", into: &usage)
    }
  }

  /// Places of the schema that describe an object and leave its keys open.
  public var openObjects: [String] {
    var places: [String] = []
    func look(_ schema: JSONValue, at location: String) {
      guard let keywords = schema.members else { return }
      // What only chooses among closed objects is closed by them.
      let isObject = keywords["type"] == .string("object") && keywords["oneOf"] == nil
      if isObject, keywords["additionalProperties"] != .bool(false) { places.append(location) }
      for (key, inner) in keywords where key == "properties" || key == "$defs" {
        for (name, part) in inner.members ?? [:] { look(part, at: "\(location)/\(key)/\(name)") }
      }
      if let items = keywords["items"] { look(items, at: location + "/items") }
      for (index, branch) in (keywords["oneOf"]?.elements ?? []).enumerated() {
        look(branch, at: "\(location)/oneOf/\(index)")
      }
    }
    look(root, at: "#")
    return places
  }
}
