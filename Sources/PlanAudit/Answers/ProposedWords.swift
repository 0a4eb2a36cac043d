import PlanModel
import PlanText

/// Key words for the checkpoints of a focus, from their own text, where the checklist has none: what a box shares with the
/// name of the focus or with the boxes beside it says nothing.
package enum ProposedWords {
  /// What is proposed for each checkpoint, in order.
  package static func of(_ entry: Checklist.Entry) -> [AnswerWords] {
    let checkpoints = entry.node.checkpoints
    let phrases = checkpoints.map { Self.phrases(CheckpointText.withoutExamples($0.text.string)) }
    let nameOnly = Set(Self.phrases(entry.name))
    // In how many boxes each stands.
    let counts = phrases.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return checkpoints.indices.map { index in
      let own = phrases[index].filter { counts[$0] == 1 && (checkpoints.count == 1 || !nameOnly.contains($0)) }
      let text = checkpoints[index].text.string
      let evidence = EvidenceKind.allCases.map(\.rawValue).filter { CheckpointText.withoutExamples(text).has($0) }
      let examples = Self.examples(in: text).joined(separator: "、")
      // The general box of a focus has no words of its own.
      guard !own.isEmpty || !evidence.isEmpty else {
        return AnswerWords(
          keyWords: [(phrases[index] + nameOnly.sorted()).joined(separator: "、")], examples: examples,
          isGeneral: checkpoints.count > 1)
      }
      let things = own.filter { !evidence.contains($0) }
      let subject = things.isEmpty ? phrases[index].filter { !evidence.contains($0) } : things
      let groups = (subject.isEmpty ? [] : [subject.joined(separator: "、")]) + evidence
      return AnswerWords(keyWords: [groups.joined(separator: "；")], examples: examples)
    }
  }

  /// The words of a text between those that say nothing. Longer ones are cut in words of two characters, of which any is
  /// found.
  private static func phrases(_ text: String) -> [String] {
    var phrases: [String] = []
    var run: [Unicode.Scalar] = []
    let scalars = Array(text.unicodeScalars)
    func close() {
      if run.count >= 2 {
        for start in stride(from: 0, to: run.count - 1, by: 2) {
          // The last of an odd number goes with the two before it.
          let end = run.count - start == 3 ? run.count : start + 2
          if end - start >= 2 { phrases.append(String(scalars: Array(run[start..<end]))) }
          if end == run.count { break }
        }
      }
      run = []
    }
    var index = 0
    while index < scalars.count {
      let word = emptyWords.first { scalars[index...].starts(with: $0) }
      if let word {
        close()
        index += word.count
      } else if !scalars[index].isCommonHan || emptyScalars.contains(scalars[index]) {
        close()
        index += 1
      } else {
        run.append(scalars[index])
        index += 1
      }
    }
    close()
    var seen: Set<String> = []
    return phrases.filter { seen.insert($0).inserted }
  }

  /// What stands behind 例如 or 如, in brackets or not, between 、.
  private static func examples(in text: String) -> [String] {
    guard let start = ["例如", "，如", "(如", "（如"].lazy.compactMap({ text.place(of: $0)?.upperBound }).first else {
      return []
    }
    let list = text[start...].prefix { !"。；)）".contains($0) }
    return list.split { "、，,".contains($0) }.map { word in
      String(word.drop { "： ".contains($0) }.prefix { !"…等".contains($0) })
    }.filter { (2...12).contains($0.scalarCount) }
  }

  private static let emptyScalars: ScalarSet = "的之及與或並等以為於如可得該應其各"
  private static let emptyWords: [[Unicode.Scalar]] = [
    "提供", "說明", "辦理", "情形", "機關", "服務", "相關", "作法", "執行", "成效", "其他", "民眾", "案件", "例如", "運用", "多元", "進行", "提升", "持續",
    "必要", "重視", "確保", "方便",
    "採取", "積極", "適時", "定期", "訂定", "業務", "需求", "方式", "呈現", "績效", "依據", "根據", "注重", "建立", "機制", "改善", "整合", "具體", "措施",
    "內部",
  ].map { Array($0.unicodeScalars) }
}

extension Checklist {
  /// The checklist with the words that are proposed for each box that has none.
  public var withProposedWords: Checklist {
    let entries = self.entries.map { entry -> Entry in
      guard entry.node.checkpoints.contains(where: \.answerWords.isEmpty) else { return entry }
      var node = entry.node
      for (index, words) in ProposedWords.of(entry).enumerated() where node.checkpoints[index].answerWords.isEmpty {
        node.checkpoints[index].answerWords = words
      }
      return Entry(parent: entry.parent, node: node, columns: entry.columns, keys: entry.keys)
    }
    return Checklist(
      identifier: identifier, title: title, year: year, total: total, source: source, outlines: outlines,
      entries: entries)
  }
}
