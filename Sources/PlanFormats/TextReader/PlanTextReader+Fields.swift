import PlanModel
import PlanText

extension PlanTextReader {
  /// The fields of the list under a plan's title, with the comments before it, in it and behind it.
  mutating func metadata(_ blocks: [Block]) -> (fields: FieldSet, metadata: Metadata, rest: [PlanText]) {
    let reader = FieldReader(tree: tree)
    var fields = FieldSet()
    var metadata = Metadata()
    var waiting: [PlanText] = []
    var sawField = false
    func note(_ field: Field) {
      if sawField {
        metadata.innerComments += waiting.take(before: field.name)
      } else {
        metadata.comments = waiting
        waiting = []
      }
      sawField = true
    }
    for block in blocks {
      if block.kind == .comment {
        waiting.append(tree.comment(block))
        continue
      }
      for (reading, range) in reader.readings(of: block, allowed: FieldName.ofPlan) {
        switch reading {
        case .field(let field), .problem(_, _, let field?): note(field)
        case .text: problems.add(.misplaced(.beforeSections), at: range)
        case .problem: break
        }
        fields.add(reading, problems: &problems)
      }
    }
    return (fields, metadata, waiting)
  }

  /// The fields of the list under the title, which holds nothing else.
  mutating func fields(_ blocks: [Block], allowed: [FieldName], comments: inout [PlanText]) -> FieldSet {
    let reader = FieldReader(tree: tree)
    var fields = FieldSet()
    for block in blocks {
      if block.kind == .comment {
        comments.append(tree.comment(block))
        continue
      }
      for (reading, range) in reader.readings(of: block, allowed: allowed) {
        if case .text = reading { problems.add(.misplaced(.beforeSections), at: range) }
        fields.add(reading, problems: &problems)
      }
    }
    return fields
  }

  /// 表別：措施調查表
  func takeStatedKind(from blocks: inout [Block], problems: inout ProblemList) -> PlanText? {
    guard let first = blocks.first else { return nil }
    let reader = FieldReader(tree: tree)
    var fields = FieldSet()
    switch first.kind {
    case .item:
      // What the field is cut off before is told too: the item is taken away as a whole.
      let readings = reader.readings(of: first, allowed: [.tableKind], isStrict: false)
      guard readings.first?.0.meant != nil else { return nil }
      for (reading, _) in readings { fields.add(reading, problems: &problems) }
    case .paragraph:
      let lines = tree.lines(of: first)
      let strays = reader.strays(in: lines.prefix(1), allowed: [.tableKind], column: 0)
      for stray in strays { fields.add(stray.reading, problems: &problems) }
      guard !strays.isEmpty, lines.count > 1 else { break }
      blocks[0] = first.with(lines.dropFirst())
      return fields[.tableKind]
    default: break
    }
    if fields[.tableKind] != nil { blocks.removeFirst() }
    return fields[.tableKind]
  }
}
