import PlanText

/// A form that came back from a unit.
public struct ShareForm: Sendable {
  /// What it is called in reports: its file.
  public let name: String
  /// The unit whose form it is; nil where the form does not say so any more.
  public let unit: String?
  let head: ShareHead?
  let list: ShareList?
  /// Its measures, in order.
  let rows: [Row]
  /// Comments that are none of plantool's.
  let comments: [PlanText]
  /// Comments that were marks, and are damaged.
  let damaged: [PlanText]
  /// What stands in it beside its rows: the same plan without them.
  public let frame: Plan

  struct Row: Sendable {
    let row: ShareRow
    /// The measure that it is, and what that said; nil where the mark is gone.
    var mark: ShareMark?
    /// The bytes of the file that it takes.
    let range: SourceRange
  }

  /// Reads a form; nil where a plan is none.
  public init?(_ plan: Plan, name: String) {
    var reading = Reading()
    let frame = reading.frame(of: plan)
    guard reading.head != nil || reading.list != nil || reading.rows.contains(where: { $0.mark != nil }) else {
      return nil
    }
    reading.settleMarks()
    self.name = name
    self.frame = frame
    (head, list, rows) = (reading.head, reading.list, reading.rows)
    (comments, damaged) = (reading.comments, reading.damaged)
    unit = head?.unit
  }

  /// The sum that the form has of its frame as it was made.
  public var madeFrame: String? { head?.frame }

  /// Whether it is of another plan than this.
  func isOf(_ plan: Plan) -> Bool { head.map { $0.plan == plan.shareKey } ?? true }
}

/// Takes a form apart.
private struct Reading {
  var head: ShareHead?
  var list: ShareList?
  var rows: [ShareForm.Row] = []
  var comments: [PlanText] = []
  var damaged: [PlanText] = []

  /// The form without its measures and without what plantool has written into comments. Other comments are taken out
  /// too, and kept apart.
  mutating func frame(of plan: Plan) -> Plan {
    var frame = plan
    frame.schema = nil
    take(&frame.titleComments)
    take(&frame.metadata.comments)
    take(&frame.metadata.innerComments)
    for index in frame.sections.indices {
      take(&frame.sections[index].comments)
      take(&frame.sections[index].innerComments)
      guard case .measures(var table) = frame.sections[index].content else { continue }
      table.columns = nil
      for group in table.groups.indices { take(&table.groups[group], below: "") }
      frame.sections[index].content = .measures(table)
    }
    take(&frame.comments)
    return frame
  }

  private mutating func take(_ group: inout MeasureGroup, below above: String) {
    take(&group.comments)
    take(&group.innerComments)
    group.columns = nil
    let words = ShareRow.path(above, group)
    let path = FNV1a(words).shortHex
    for measure in group.measures {
      var mark: ShareMark?
      for comment in measure.comments + measure.innerComments.map(\.text) {
        if let found = ShareMark(comment.string), mark == nil { mark = found } else { add(comment) }
      }
      rows.append(ShareForm.Row(row: ShareRow(measure, path: path), mark: mark, range: measure.range))
    }
    group.measures = []
    for index in group.groups.indices { take(&group.groups[index], below: words) }
  }

  private mutating func take(_ comments: inout [PlanText]) {
    comments.forEach { add($0) }
    comments = []
  }

  private mutating func take(_ comments: inout [InnerComment]) {
    comments.forEach { add($0.text) }
    comments = []
  }

  private mutating func add(_ comment: PlanText) {
    if head == nil, let found = ShareHead(comment.string) {
      head = found
    } else if list == nil, let found = ShareList(comment.string) {
      list = found
    } else if ShareComment.isMeant(comment.string) {
      damaged.append(comment)
    } else {
      comments.append(comment)
    }
  }

  /// Of rows with the same mark, which copying makes, the one keeps it that has the words of the mark; so does a row
  /// whose mark has slipped to another.
  mutating func settleMarks() {
    var places: [String: Int] = [:]
    for index in rows.indices {
      guard let mark = rows[index].mark else { continue }
      guard let first = places[mark.text] else {
        places[mark.text] = index
        continue
      }
      let isBetter = rows[first].row.identity != mark.identity && rows[index].row.identity == mark.identity
      rows[isBetter ? first : index].mark = nil
      if isBetter { places[mark.text] = index }
    }
    var unmarked: [String: [Int]] = [:]
    for index in rows.indices.reversed() where rows[index].mark == nil {
      unmarked[rows[index].row.identity, default: []].append(index)
    }
    for index in rows.indices {
      guard let mark = rows[index].mark, mark.identity != rows[index].row.identity,
        let other = unmarked[mark.identity]?.popLast()
      else { continue }
      (rows[index].mark, rows[other].mark) = (nil, mark)
    }
  }
}
