import PlanModel
import PlanText

// The rows of tables that are no measures, and the headings of checklists.
extension PlanJSONReader {
  /// A row. An empty dimension means the one above, and so does an empty item beside it.
  mutating func surveyRow(_ node: JSONNode, after previous: SurveyRow?) -> SurveyRow {
    var object = ObjectReader(node, key: "row", problems: &problems)
    let dimension = object.text("dimension", required: true, problems: &problems) ?? ""
    let item = object.text("item", required: true, problems: &problems) ?? ""
    let isContinued = dimension.isBlank
    let row = SurveyRow(
      dimension: isContinued ? previous?.dimension ?? dimension : dimension,
      item: isContinued && item.isBlank ? previous?.item ?? item : item,
      name: object.text("name", required: true, problems: &problems) ?? "",
      text: object.text("text", required: true, problems: &problems) ?? "", extra: object.extra(problems: &problems))
    object.finish(problems: &problems)
    return row
  }

  /// A member. An empty group means the one above.
  mutating func member(_ node: JSONNode, after previous: Member?) -> Member {
    var object = ObjectReader(node, key: "member", problems: &problems)
    let group = object.text("group", problems: &problems)
    let member = Member(
      group: group?.isBlank == true ? previous?.group ?? group : group,
      role: object.text("role", required: true, problems: &problems) ?? "",
      post: object.text("post", problems: &problems) ?? "", name: object.text("name", problems: &problems) ?? "",
      duty: object.text("duty", problems: &problems) ?? "", remark: object.text("remark", problems: &problems) ?? "",
      extra: object.extra(problems: &problems))
    object.finish(problems: &problems)
    return member
  }

  static func unit(_ node: JSONNode, problems: inout ProblemList) -> UnitTable.Unit {
    var object = ObjectReader(node, key: "unit", problems: &problems)
    let unit = UnitTable.Unit(
      name: object.text("name", required: true, problems: &problems) ?? "",
      aliases: object.texts("aliases", problems: &problems),
      parent: object.text("parent", problems: &problems), nature: object.text("nature", problems: &problems),
      extra: object.extra(problems: &problems))
    object.finish(problems: &problems)
    return unit
  }

  // MARK: Columns of the plan's own

  static func named(_ node: JSONNode, problems: inout ProblemList) -> NamedText {
    var object = ObjectReader(node, key: MeasureField.extra.key, problems: &problems)
    let text = NamedText(
      name: object.text("name", required: true, problems: &problems)?.string ?? "",
      text: object.text("text", required: true, problems: &problems) ?? "")
    object.finish(problems: &problems)
    return text
  }

  // MARK: Checklists

  mutating func node(_ node: JSONNode, depth: Int, key: ChecklistLevel) -> ChecklistNode {
    var object = ObjectReader(node, key: key.rawValue, problems: &problems)
    var result = ChecklistNode(level: key, heading: object.text("heading", required: true, problems: &problems) ?? "")
    result.nodes = children(of: &object, depth: depth, deepest: 3).map {
      self.node($0.node, depth: depth + 1, key: $0.key)
    }
    result.level = MeasureTableReader.level(depth: depth, hasGroups: !result.nodes.isEmpty)
    result.checkpoints = continued(object.array("checkpoints", problems: &problems)) { checkpoint($0, after: $1) }
    result.guidance = object.array("guidance", problems: &problems).compactMap { guidance($0) }
    result.comments = object.texts("comments", problems: &problems)
    checkDerived(of: &object, level: result.level, weight: result.weight)
    object.finish(problems: &problems)
    return result
  }

  /// A checkpoint. An empty group means the one above.
  private mutating func checkpoint(_ node: JSONNode, after previous: CheckPoint?) -> CheckPoint {
    var object = ObjectReader(node, key: "checkpoint", problems: &problems)
    let written = object.text("group", problems: &problems)
    let group = written?.isBlank == true ? previous?.group ?? written : written
    let text = object.text("text", required: true, problems: &problems) ?? ""
    let isTicked = object.flag("ticked", problems: &problems)
    let comments = object.texts("comments", problems: &problems)
    object.finish(problems: &problems)
    return CheckPoint(group: group, text: text, isTicked: isTicked, comments: comments)
  }

  /// The words alone, or with the number of checkpoints before them.
  private mutating func guidance(_ node: JSONNode) -> Guidance? {
    if case .string(let text) = node.value { return Guidance(text) }
    var object = ObjectReader(node, key: "guidance", problems: &problems)
    guard let text = object.text("text", required: true, problems: &problems) else { return nil }
    var after: Int?
    if let value = object.take("after") {
      if case .number(let number) = value.value, let count = Int(number), count >= 0 {
        after = count
      } else {
        problems.add(.wrongType(key: "after", expected: .integer), at: value.range)
      }
    }
    object.finish(problems: &problems)
    return Guidance(text, after: after)
  }
}

extension ObjectReader {
  /// What a row has in columns of the plan's own. What is blank is nothing, as in a table.
  fileprivate mutating func extra(problems: inout ProblemList) -> [NamedText] {
    array(MeasureField.extra.key, problems: &problems).map { PlanJSONReader.named($0, problems: &problems) }.filter {
      !$0.text.isBlank
    }
  }
}
