import PlanModel
import PlanText

// Inspection logs.
extension PlanJSON {
  static func group(_ group: InspectionGroup) -> JSONOutput {
    .members([
      ("heading", text(group.heading)),
      ("slots", group.slots.isEmpty ? nil : .array(group.slots.map(slot))),
      ("items", group.items.isEmpty ? nil : .array(group.items.map(item))),
      ("text", text(group.text)),
      ("comments", texts(group.comments)),
    ])
  }

  private static func item(_ item: InspectionItem) -> JSONOutput {
    let isBlank = item.cells.allSatisfy { $0.text.string.isEmpty }
    return .members([
      ("label", item.label.map { .string($0.text) }), ("text", .string(item.text.string)),
      ("cells", isBlank ? nil : .array(item.cells.map(cell))),
    ])
  }

  /// The words, and from when to when they say that it is.
  static func slot(_ slot: TimeSlot) -> JSONOutput {
    let times = slot.times.flatMap { $0.from.isPossible && $0.to.isPossible ? $0 : nil }
    return .members([
      ("text", .string(slot.text.string)), ("from", times.map { .string($0.from.text) }),
      ("to", times.map { .string($0.to.text) }),
    ])
  }

  /// The words, and the boxes in them.
  static func cell(_ cell: InspectionCell) -> JSONOutput {
    let boxes = cell.boxes
    if boxes.isEmpty { return .string(cell.text.string) }
    return .members([
      ("text", .string(cell.text.string)),
      ("boxes", .array(boxes.map { .members([("text", .string($0.words)), ("ticked", .bool($0.isTicked))]) })),
    ])
  }
}
