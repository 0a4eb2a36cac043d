import PlanText

extension PlanTextReader {
  /// What code and HTML hide. Where they are told to be out of place, this is the cause.
  mutating func report(_ hidden: [HiddenLines]) {
    for lines in hidden {
      let isMisplaced = problems.removeMisplaced(at: lines.opening.lowerBound)
      var problem = lines.problem
      if case .hiddenByHTML(var html) = problem {
        html.isKept = !isMisplaced
        problem = .hiddenByHTML(html)
      } else if case .unclosedBlock(var block) = problem {
        block.isKept = block.isKept && !isMisplaced
        problem = .unclosedBlock(block)
      }
      problems.add(problem, at: lines.place)
    }
  }

  /// `<!--` that is never closed turns the rest of the file into text.
  mutating func reportUnclosedComments() {
    guard let open = tree.unclosedComment else { return }
    problems.removeMisplaced(at: open)
    problems.add(.unclosedComment, at: open..<(open + 4))
  }
}
