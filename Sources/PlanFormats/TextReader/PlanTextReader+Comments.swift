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
    // Where the code stands is only asked where a comment would be unclosed if there were none.
    guard unclosedComment(outside: nil) != nil, let open = unclosedComment(outside: CodeCursor(source)) else { return }
    problems.removeMisplaced(at: open)
    problems.add(.unclosedComment, at: open..<(open + 4))
  }

  /// Where the comment begins that nothing closes. In code none begins.
  private func unclosedComment(outside code: CodeCursor?) -> Int? {
    let bytes = source.bytes
    var code = code
    var open: Int?
    var index = 0
    while index < bytes.count {
      if open == nil {
        index = bytes.firstIndex(of: Ascii.less, or: Ascii.less, from: index)
        if let end = code?.end(at: index) {
          index = end
          continue
        }
        if bytes.has("<!--", at: index) {
          open = index
          // `<!-->` is closed.
          index += 1
        }
      } else {
        index = bytes.firstIndex(of: Ascii.hyphen, or: Ascii.hyphen, from: index)
        if bytes.has("-->", at: index) {
          open = nil
          index += 2
        }
      }
      index += 1
    }
    return open
  }
}
