import PlanFormats
import PlanText

/// A checklist file that cannot be used.
struct ChecklistTrouble: Error {
  let source: SourceText
  let problems: [Located<ReadProblem>]
}
