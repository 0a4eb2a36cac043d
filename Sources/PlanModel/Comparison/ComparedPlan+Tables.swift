import PlanText

extension ComparedPlan {
  mutating func add(_ citations: [Citation], in container: Int) {
    for citation in citations {
      let parts = CitationParts(citation.text)
      let signs = [parts.digits, parts.title].compactMap { $0.map { NameKey($0.string).text } }.filter { !$0.isEmpty }
      add(.citation, citation.text, in: container, signs: signs)
      addComments(citation.comments, in: container)
    }
  }

  // MARK: Measures

  mutating func add(_ table: MeasureTable, _ groups: [PlacedGroup], in container: Int) {
    let own = (thing: container, fields: table.defaults)
    say(table.defaults, of: container, below: [])
    if let columns = table.columns { say(.columns, columns, of: container) }
    var holders: [[(thing: Int, fields: MeasureFields)]] = []
    /// Groups are in the order of the plan, each behind the one that holds it; their numbers begin with the table's.
    var numbers: [Int: Int] = [:]
    var number = 0
    func walk(_ group: MeasureGroup, parent: Int?) {
      let index = number
      number += 1
      let place = groups.indices.contains(index) ? groups[index] : nil
      let above = parent.map { holders[$0] } ?? [own]
      let thing = add(group, entry: place?.entry, in: parent.flatMap { numbers[$0] } ?? container, below: above)
      numbers[index] = thing
      holders.append(group.isUnnamed ? above : above + [(thing, group.defaults)])
      for measure in group.measures { add(measure, in: thing, below: holders[index]) }
      for inner in group.groups { walk(inner, parent: index) }
    }
    for group in table.groups { walk(group, parent: nil) }
  }

  /// Adds a heading; one that is none is what holds it.
  private mutating func add(
    _ group: MeasureGroup, entry: Int?, in container: Int, below: [(thing: Int, fields: MeasureFields)]
  ) -> Int {
    if group.isUnnamed { return container }
    let key = NameKey(ChecklistName.plain(group.heading.string)).text
    let thing = add(
      .heading, group.heading, in: container, key: key, words: ChecklistName.part(of: group.heading))
    note(entry: entry, of: thing)
    if let weight = group.weight { say(.weight, PlanText(String(weight.points), range: weight.range), of: thing) }
    say(group.defaults, of: thing, below: [])
    if let columns = group.columns { say(.columns, columns, of: thing) }
    addComments(group.comments, in: thing)
    addComments(group.innerComments, in: thing)
    return thing
  }

  private mutating func add(
    _ measure: Measure, in container: Int, below holders: [(thing: Int, fields: MeasureFields)]
  ) {
    let name = measure.text.isBlank ? measure.name ?? measure.text : measure.text
    let thing = add(
      .measure, name, in: container, signs: measure.name.map { [NameKey($0.string).text] } ?? [], words: measure.text)
    say(measure.fields, of: thing, below: holders)
    addComments(measure.comments, in: container)
    addComments(measure.innerComments, in: container)
  }

  private mutating func say(_ name: ComparedField.Name, _ columns: [WrittenColumn], of thing: Int) {
    say(name, PlanText(columns.map(\.name).joined(separator: "、")), of: thing)
  }

  // MARK: Other tables

  mutating func add(_ rows: [SurveyRow], in container: Int) {
    for row in rows {
      let thing = add(.survey, row.name, in: container)
      say(.column(SurveyColumn.dimension.name), row.dimension, of: thing)
      say(.column(SurveyColumn.item.name), row.item, of: thing)
      say(.column(SurveyColumn.text.name), row.text, of: thing)
      say(row.extra, of: thing)
    }
  }

  mutating func add(_ members: [Member], in container: Int) {
    for member in members {
      let post = member.post.isBlank ? member.role : member.post
      let signs = [member.name.string.dense].filter { !$0.isEmpty }
      let thing = add(.member, post, in: container, signs: signs, words: "")
      let cells: [(MemberColumn, PlanText?)] = [
        (.group, member.group), (.role, member.role), (.post, member.post), (.name, member.name), (.duty, member.duty),
        (.remark, member.remark),
      ]
      for (column, text) in cells { say(.column(column.name), text, of: thing) }
      say(member.extra, of: thing)
    }
  }

  mutating func add(_ table: UnitTable, in container: Int) {
    for unit in table.units {
      let thing = add(.unit, unit.name, in: container, key: NameKey(unit.name.string).text)
      say(.column(UnitColumn.aliases.name), parts: unit.aliases, of: thing)
      say(.column(UnitColumn.parent.name), unit.parent, of: thing)
      say(.column(UnitColumn.nature.name), unit.nature, of: thing)
      say(unit.extra, of: thing)
    }
  }

  mutating func add(_ node: ChecklistNode, in container: Int) {
    let thing = add(
      .heading, node.heading, in: container, key: NameKey(node.name).text,
      words: ChecklistName.part(of: node.heading))
    if let weight = Weight.stated(in: node.heading) {
      say(.weight, PlanText(String(weight.points), range: weight.range), of: thing)
    }
    addComments(node.comments, in: thing)
    for checkpoint in node.checkpoints {
      let place = add(.checkpoint, checkpoint.text, in: thing)
      say(.column("小標題"), checkpoint.group, of: place)
      say(.tick, PlanText(checkpoint.isTicked ? "☑" : "□", range: checkpoint.text.range), of: place)
      addComments(checkpoint.comments, in: thing)
    }
    for guidance in node.guidance { add(.text, guidance.text, in: thing) }
    for inner in node.nodes { add(inner, in: thing) }
  }

  mutating func add(_ log: InspectionLog, in container: Int) {
    say(.field(.inspectionDate), log.date, of: container)
    for group in log.groups {
      let thing = group.heading.map { add(.heading, $0, in: container, key: NameKey($0.string).text) } ?? container
      if !group.slots.isEmpty { say(.columns, PlanText(joining: group.slots.map(\.text), with: "、"), of: thing) }
      for item in group.items {
        let place = add(.inspection, item.text, in: thing)
        for (slot, cell) in zip(group.slots, item.cells) { say(.column(slot.text.string), cell.text, of: place) }
      }
      if let text = group.text { addParagraphs(of: text, in: thing) }
      addComments(group.comments, in: thing)
    }
  }

  private mutating func say(_ extra: [NamedText], of thing: Int) {
    for column in extra { say(.column(column.name), column.text, of: thing) }
  }
}
