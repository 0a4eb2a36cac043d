import PlanModel
import PlanText

/// Parts whose first texts hold for the parts below them too, as a merged cell does.
///
/// Each part has such a text whole, so that a program can take it alone. Only a text that is longer than any real one
/// is empty where it continues the one above, as in a table: written for every row, it would make a file that grows
/// with the square of the plan.
extension PlanJSON {
  /// The longest text that is written again and again, in UTF-8 bytes; for the JSON of reports too.
  package static let longestRepeated = 1000

  private static func isLong(_ text: PlanText?) -> Bool { (text?.string.utf8.count ?? 0) > longestRepeated }

  static func surveyRow(_ index: Int, of rows: [SurveyRow]) -> JSONOutput {
    let row = rows[index]
    let previous = index > 0 ? rows[index - 1] : nil
    // An empty item under an empty dimension is the item above; under a dimension of its own it is none.
    let isNoItem = row.item.isBlank && previous?.item.isBlank == false
    let isSameDimension = !isNoItem && previous?.dimension.string == row.dimension.string
    let isSameItem = isSameDimension && previous?.item.string == row.item.string
    let isContinued = isSameDimension && (isLong(row.dimension) || isSameItem && isLong(row.item))
    return .members([
      ("dimension", isContinued ? .string("") : text(row.dimension)),
      ("item", isContinued && isSameItem ? .string("") : text(row.item)), ("name", text(row.name)),
      ("text", text(row.text)), extra(row.extra),
    ])
  }

  static func member(_ index: Int, of members: [Member]) -> JSONOutput {
    let member = members[index]
    return .members([
      ("group", group(member.group, after: index > 0 ? members[index - 1].group : nil)), ("role", text(member.role)),
      ("post", text(member.post)), ("name", text(member.name)), ("duty", text(member.duty)),
      ("remark", text(member.remark)), extra(member.extra),
    ])
  }

  static func checkpoint(_ index: Int, of checkpoints: [CheckPoint]) -> JSONOutput {
    let checkpoint = checkpoints[index]
    return .members([
      ("group", group(checkpoint.group, after: index > 0 ? checkpoints[index - 1].group : nil)),
      ("text", .string(checkpoint.text.string)), ("ticked", checkpoint.isTicked ? .bool(true) : nil),
      ("comments", texts(checkpoint.comments)),
    ])
  }

  private static func group(_ group: PlanText?, after previous: PlanText?) -> JSONOutput? {
    isLong(group) && group?.string == previous?.string ? .string("") : text(group)
  }
}
