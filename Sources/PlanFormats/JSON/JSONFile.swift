import PlanText

/// JSON files that are no plans.
public enum JSONFile {
  /// The value of a file with its places, or nil; and what is wrong with the bytes or the syntax.
  public static func read(_ source: SourceText) -> (node: JSONNode?, problems: [Located<ReadProblem>]) {
    if let problem = ByteCheck.problem(in: source) {
      // To the reader of JSON an empty file is one that ends too early, which says what it lacks.
      if case .emptyFile = problem.value {} else { return (nil, [problem]) }
    }
    let (node, faults) = JSONParser.parse(source)
    return (node, faults.map { Located(.json($0.value), at: $0.range) })
  }
}
