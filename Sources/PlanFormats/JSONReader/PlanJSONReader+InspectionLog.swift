import PlanModel
import PlanText

extension PlanJSONReader {
  /// A part of an inspection log (工作日誌): its time slots, items and cells.
  mutating func inspectionGroup(_ node: JSONNode) -> InspectionGroup {
    var object = ObjectReader(node, key: "group", problems: &problems)
    var group = InspectionGroup(heading: object.text("heading", problems: &problems))
    group.slots = object.array("slots", problems: &problems).map { slot($0) }
    group.items = object.array("items", problems: &problems).map { inspectionItem($0, slots: group.slots.count) }
    group.text = object.text("text", problems: &problems)
    group.comments = object.texts("comments", problems: &problems)
    object.finish(problems: &problems)
    return group
  }

  /// The words alone, or an object with the words and the times in them.
  private mutating func slot(_ node: JSONNode) -> TimeSlot {
    if case .string(let text) = node.value { return TimeSlot(text) }
    var object = ObjectReader(node, key: "slot", problems: &problems)
    let slot = TimeSlot(object.text("text", required: true, problems: &problems) ?? "")
    object.checkDerived(["from", "to"], against: PlanJSON.slot(slot), problems: &problems)
    object.finish(problems: &problems)
    return slot
  }

  /// An item without cells has an empty one in every slot.
  private mutating func inspectionItem(_ node: JSONNode, slots: Int) -> InspectionItem {
    var object = ObjectReader(node, key: "item", problems: &problems)
    let (label, labelRange) = label(of: &object)
    let text = object.text("text", required: true, problems: &problems) ?? ""
    var cells = object.array("cells", problems: &problems).map { cell($0) }
    if !cells.isEmpty, cells.count != slots {
      problems.add(.cellCount(found: cells.count, expected: slots), at: node.range)
    }
    cells = Array(cells.prefix(slots)) + Array(repeating: InspectionCell(""), count: max(0, slots - cells.count))
    object.finish(problems: &problems)
    return InspectionItem(label: label, labelRange: labelRange, text: text, cells: cells)
  }

  /// The words alone, or an object with the words and the boxes in them.
  private mutating func cell(_ node: JSONNode) -> InspectionCell {
    if case .string(let text) = node.value { return InspectionCell(text) }
    var object = ObjectReader(node, key: "cell", problems: &problems)
    let cell = InspectionCell(object.text("text", required: true, problems: &problems) ?? "")
    object.checkDerived(["boxes"], against: PlanJSON.cell(cell), problems: &problems)
    object.finish(problems: &problems)
    return cell
  }
}
