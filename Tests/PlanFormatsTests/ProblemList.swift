import PlanFormats
import PlanText

extension PlanDocument {
  /// What could not be read, for the message of a failed test.
  var problemList: String {
    problems.map { problem in
      "line \(source.position(at: problem.range.lowerBound).line): \(problem.value)"
    }.joined(separator: "\n")
  }
}
