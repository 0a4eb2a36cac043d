import PlanText

/// A line of a stream of plans: an object with a plan in either syntax, `{"path": …, "text": …}`, or a plan in JSON
/// itself.
public struct PlanLine: Sendable {
  /// The plan, under the path that came with it.
  public let source: SourceText

  /// Why a line holds no plan.
  public enum Fault: Error, Sendable {
    /// White space alone.
    case blank
    /// Not UTF-8, from an offset on.
    case notUTF8(at: Int)
    /// A NUL byte, at an offset.
    case nul(at: Int)
    /// No JSON, a key twice, or a `path` with carriage returns.
    case syntax(Located<JSONProblem>)
    /// JSON, but no object.
    case notAnObject
    /// An object with `path` and no `text`, or with a `text` that is no string; its path, where there is one.
    case noText(path: String?)
    /// A `path` that is no string.
    case pathIsNotAString
  }

  /// Reads a line, without the line break at its end. `name` is what a plan goes by that comes without a path.
  public init(reading line: [UInt8], name: String) throws(Fault) {
    let source = SourceText(name: name, bytes: line)
    if let problem = ByteCheck.problem(in: source) {
      switch problem.value {
      case .notUTF8: throw .notUTF8(at: problem.range.lowerBound)
      case .nulByte: throw .nul(at: problem.range.lowerBound)
      default: throw .blank
      }
    }
    let (node, problems) = JSONParser.parse(source)
    guard let node else {
      guard let last = problems.last else { throw .notAnObject }
      throw .syntax(last)
    }
    guard case .object(let members) = node.value else { throw .notAnObject }
    guard members.contains(where: { Self.keys.contains($0.key.string) }) else {
      self.source = source
      return
    }
    // Of a key that stands there twice nobody knows which was meant.
    let repeated = problems.first { problem in
      if case .duplicateKey(let key, _) = problem.value { Self.keys.contains(key) } else { false }
    }
    if let repeated { throw .syntax(repeated) }
    let path = members.first { $0.key.string == "path" }?.node
    let text = members.first { $0.key.string == "text" }?.node
    if let path, path.string == nil { throw .pathIsNotAString }
    if let path, let problem = Self.returns(in: path, of: problems) { throw .syntax(problem) }
    guard let text = text?.string else { throw .noText(path: path?.string) }
    self.source = SourceText(name: path?.string ?? name, text: text)
  }

  /// The carriage returns in a path, which would not come back as they are.
  private static func returns(in path: JSONNode, of problems: [Located<JSONProblem>]) -> Located<JSONProblem>? {
    for case .carriageReturns(let places) in problems.map(\.value) {
      let own = places.filter { path.range.contains($0.lowerBound) }
      if let first = own.first { return Located(.carriageReturns(own), at: first) }
    }
    return nil
  }

  /// What tells an object with a plan from a plan, which has neither key.
  private static let keys = ["path", "text"]
}

extension JSONNode {
  fileprivate var string: String? { if case .string(let text) = value { text.string } else { nil } }
}
