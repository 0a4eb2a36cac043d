import PlanModel
import PlanText

extension PlanTextWriter {
  /// The file of a checklist.
  public static func text(_ checklist: Checklist) -> String {
    var writer = PlanTextWriter()
    for (number, outline) in checklist.outlines.enumerated() {
      writer.block("# " + (number == 0 ? checklist.title : outline.title))
      writer.block(writer.fields(of: outline, in: checklist, isFirst: number == 0))
      var depths: [Int: Int] = [:]
      for index in outline.entries {
        let entry = checklist.entries[index]
        let depth = entry.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
        depths[index] = depth
        writer.writeOwn(entry.node, level: 2 + depth)
      }
    }
    return writer.finished
  }

  private func fields(of outline: Checklist.Outline, in checklist: Checklist, isFirst: Bool) -> [String] {
    func number(_ value: Int?) -> PlanText? { value.map { PlanText(String($0)) } }
    let columns = outline.columns.map { (column: $0, name: outline.columnNames[$0] ?? $0.name) }
    let all: [(FieldName, PlanText?)] = [
      (.identifier, isFirst ? PlanText(checklist.identifier) : nil),
      (.year, isFirst ? number(checklist.year) : nil), (.total, isFirst ? number(checklist.total) : nil),
      (.tableKind, outline.layout.map { PlanText($0.kind.title) }),
      (.columns, outline.columnNames.isEmpty ? nil : PlanText(ColumnList.text(columns))),
      (.source, isFirst ? checklist.source.map { PlanText($0) } : nil),
    ]
    return all.flatMap { name, value in value.map { field(name, $0) } ?? [] }
  }

  /// A heading of a checklist with what stands under it, and the levels below.
  mutating func write(_ node: ChecklistNode, level: Int) {
    writeOwn(node, level: level)
    for inner in node.nodes { write(inner, level: level + 1) }
  }

  private mutating func writeOwn(_ node: ChecklistNode, level: Int) {
    write(node.comments)
    block(String(repeating: "#", count: level) + " " + node.heading.string)
    block(
      node.aliases.flatMap { field(.alias, $0) } + node.formerNames.flatMap { field(.formerName, $0) }
        + node.excludedWords.flatMap { field(.excludedWords, PlanText($0)) }
        + (node.columns.map { field(.columns, PlanText(ColumnList.text($0.map { (column: $0, name: $0.name) }))) } ?? [])
    )
    var boxes: [String] = []
    var group: String?
    for (number, checkpoint) in node.checkpoints.enumerated() {
      let guidance = node.guidance.filter { $0.after == number }
      if !guidance.isEmpty {
        block(boxes)
        boxes = []
        group = nil
        write(guidance)
      }
      // A comment before a box stands before the sub-heading that it opens.
      let opens = checkpoint.group?.string != group
      if group == nil || opens { boxes += checkpoint.comments.flatMap(Self.comment) }
      if checkpoint.group?.string != group, let name = checkpoint.group?.string {
        boxes += indented(name.lines, marker: "- ")
      }
      group = checkpoint.group?.string
      let box = boxed(checkpoint.text, isTicked: checkpoint.isTicked) + fields(of: checkpoint.answerWords)
      if group != nil, !opens { boxes += checkpoint.comments.flatMap(Self.comment).map { "  " + $0 } }
      boxes += group == nil ? box : box.map { $0.isEmpty ? "" : "  " + $0 }
    }
    block(boxes)
    write(node.guidance.filter { ($0.after ?? node.checkpoints.count) >= node.checkpoints.count })
  }

  /// The words by which answers are known, under their box.
  private func fields(of words: AnswerWords) -> [String] {
    let all: [(FieldName, String?)] =
      words.keyWords.map { (.keyWords, $0) } + [
        (.examples, words.examples.isEmpty ? nil : words.examples),
        (.excludedWords, words.excluded.isEmpty ? nil : words.excluded),
        (.generalBox, words.isGeneral ? "是" : nil),
      ]
    return all.flatMap { name, value in value.map { field(name, PlanText($0)) } ?? [] }.map { "  " + $0 }
  }

  private mutating func write(_ guidance: [Guidance]) {
    for paragraph in guidance { block(paragraph.text.string.lines.map { "> " + $0 }) }
  }
}
