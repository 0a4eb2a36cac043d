import PlanModel
import PlanText

/// A plan or proposal as it was read from a file: what it says, what could not be read, and how to point into the file.
public struct PlanDocument: Sendable {
  /// The two syntaxes of a plan file.
  public enum Syntax: String, Sendable, CaseIterable {
    /// `NAME.plan.md`
    case text = "md"
    /// `NAME.plan.json`
    case json

    /// The syntax of a file: by its extension, and for anything else by its first character.
    public static func of(_ source: SourceText) -> Syntax {
      if source.name.hasSuffix(".json") { return .json }
      if source.name.hasSuffix(".md") { return .text }
      let first = source.bytes.first { !Ascii.isBlank($0) && $0 != Ascii.lineFeed && $0 != Ascii.carriageReturn }
      return first == Ascii.openBrace ? .json : .text
    }
  }

  /// The file.
  public let source: SourceText
  /// The blocks of a text; nil for JSON, whose strings are texts of their own, and where the bytes are damaged.
  package let blocks: BlockTree?
  /// Its syntax.
  public let syntax: Syntax
  /// The plan or proposal, as far as it could be read.
  public let content: DocumentContent
  /// What could not be read, in the order of the file.
  public let problems: [Located<ReadProblem>]
  /// The value tree of a JSON file; nil for text, and where the syntax is damaged.
  public let json: JSONNode?

  /// Reads a plan. Whatever the bytes are, there is a result; `problems` says what it lacks.
  public init(reading source: SourceText, as syntax: Syntax? = nil) {
    let syntax = syntax ?? Syntax.of(source)
    self.source = source
    self.syntax = syntax
    if let problem = ByteCheck.problem(in: source) {
      (content, problems, json, blocks) = (.plan(Plan()), [problem], nil, nil)
      return
    }
    var found: [Located<ReadProblem>]
    switch syntax {
    case .text:
      json = nil
      let tree = BlockTree(source)
      blocks = tree
      (content, found) = PlanTextReader.read(tree)
    case .json:
      blocks = nil
      let (node, faults) = JSONParser.parse(source)
      json = node
      found = faults.map { Located(.json($0.value), at: $0.range) }
      if let node {
        let (content, problems) = PlanJSONReader.read(node)
        self.content = content
        found += problems
      } else {
        content = .plan(Plan())
      }
    }
    problems = found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The plan; an empty one where the document is something else.
  public var plan: Plan {
    if case .plan(let plan) = content { plan } else { Plan() }
  }

  /// The proposal, where the document is one.
  public var proposal: Proposal? {
    if case .proposal(let proposal) = content { proposal } else { nil }
  }

  /// Whether there is a plan at all: false where the bytes or the JSON syntax are damaged, so that rules would only
  /// repeat it.
  public var isReadable: Bool {
    problems.allSatisfy { problem in
      switch problem.value {
      case .emptyFile, .notUTF8, .nulByte, .tooLarge: false
      case .json(.duplicateKey), .json(.carriageReturns), .json(.nulCharacters): true
      case .json: false
      default: true
      }
    }
  }

  /// The JSON Pointer to the value at a range, in a JSON file.
  public func pointer(to range: SourceRange) -> String? { json?.pointer(to: range) }
}

extension PlanDocument {
  /// A file that is no plan, with what could not be read of it: a checklist, whose problems are worded as those of
  /// plans are.
  public init(source: SourceText, problems: [Located<ReadProblem>]) {
    self.init(source: source, syntax: .text, content: .plan(Plan()), problems: problems, json: nil, blocks: nil)
  }

  /// The same file with other content.
  func with(_ content: DocumentContent) -> PlanDocument {
    PlanDocument(source: source, syntax: syntax, content: content, problems: problems, json: json, blocks: blocks)
  }

  private init(
    source: SourceText, syntax: Syntax, content: DocumentContent, problems: [Located<ReadProblem>], json: JSONNode?,
    blocks: BlockTree?
  ) {
    self.source = source
    self.syntax = syntax
    self.content = content
    self.problems = problems
    self.json = json
    self.blocks = blocks
  }
}
