/// Turning a plan from one syntax into the other.
public enum PlanConversion {
  /// Why a plan cannot be converted without loss.
  public enum Problem: Error, Sendable {
    /// Parts of the file were not understood and would be lost.
    case unreadParts(count: Int)
    /// The plan has a text that the other syntax cannot hold as it is; `first` is the beginning of the first such text.
    case notExact(first: String)
  }

  /// The plan of a document in a syntax.
  ///
  /// The result is read back and compared: what is returned means the same, or nothing is returned.
  public static func convert(_ document: PlanDocument, to syntax: PlanDocument.Syntax) throws(Problem) -> String {
    let lost = document.problems.filter { !$0.value.keepsContent }.count
    guard lost == 0 else { throw .unreadParts(count: lost) }
    let meaning = PlanJSON.output(document.content).text()
    switch syntax {
    case .json: return meaning
    case .text:
      let text = PlanTextWriter.text(document.content)
      let reread = PlanDocument(reading: SourceText(name: "", text: text), as: .text)
      let back = PlanJSON.output(reread.content).text()
      guard back == meaning else { throw .notExact(first: firstDifference(meaning, back)) }
      if let problem = reread.problems.first(where: { !$0.value.keepsContent }) {
        throw .notExact(first: reread.source.text(in: problem.range).excerpt())
      }
      return text
    }
  }

  /// The plan of a document in the canonical form of its own syntax.
  ///
  /// A derived value that contradicts its text would vanish, and nobody knows which of the two was meant: that has to be mended first.
  public static func canonical(_ document: PlanDocument) throws(Problem) -> String {
    let contradictions = document.problems.count { problem in
      if case .derivedValueDiffers = problem.value { true } else { false }
    }
    guard contradictions == 0 else { throw .unreadParts(count: contradictions) }
    return try convert(document, to: document.syntax)
  }

  /// The first line of the first text that did not come back.
  private static func firstDifference(_ a: String, _ b: String) -> String {
    let (a, b) = (a.lines, b.lines)
    let index = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
    return index < a.count ? a[index].trimmingWhiteSpace() : ""
  }
}

extension PlanDocument {
  /// Where a text of the plan stands that ``PlanConversion/Problem/notExact(first:)`` names, if it stands there in one piece.
  public func place(of first: String) -> SourcePosition? {
    // A line of JSON: `"key": "value",` or the value alone; an escape ends what can be found.
    let value = first.split(separator: "\": \"", maxSplits: 1).last ?? first[...]
    guard let part = value.split(whereSeparator: { $0 == "\\" || $0 == "\"" }).first else { return nil }
    let bytes = Array(part.utf8)
    guard let offset = source.bytes.firstRange(of: bytes)?.lowerBound else { return nil }
    return source.position(at: offset)
  }
}

extension ReadProblem {
  /// Whether everything in the file is in the plan although something is wrong with it.
  public var keepsContent: Bool {
    switch self {
    case .headingWithoutSpace, .headingLevelSkipped, .tableKindDiffers, .derivedValueDiffers: true
    default: false
    }
  }
}
