import PlanText

/// What a checkpoint asks for, in words.
enum CheckpointText {
  /// The words without what stands in brackets, and without examples: 如服務項目、業務承辦資訊…等, 例如….
  static func withoutExamples(_ text: String) -> String {
    var depth = 0
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar == "(" || scalar == "（" { depth += 1 }
      if depth == 0, !scalar.isWhiteSpace { kept.append(scalar) }
      if scalar == ")" || scalar == "）" { depth = max(0, depth - 1) }
    }
    var words = String(scalars: kept)
    for mark in ["，如", "，例如", "例如", "、如"] {
      guard let start = words.place(of: mark) else { continue }
      // Examples end at the next clause.
      let rest = words[start.upperBound...]
      let end = rest.place(of: "等，")?.upperBound ?? rest.firstIndex { "，。；".contains($0) } ?? rest.endIndex
      words = String(words[..<start.lowerBound]) + String(words[end...])
    }
    return words
  }

  /// What stands in brackets: the form's own examples.
  static func brackets(in text: String) -> [String] {
    guard text.has("(") || text.has("（") else { return [] }
    return text.split { "(（".contains($0) }.dropFirst().map { String($0.prefix { !")）".contains($0) }) }
  }
}
