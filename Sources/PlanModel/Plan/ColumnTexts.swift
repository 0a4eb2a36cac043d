import PlanText

// The texts of the rows of tables, by column.

extension SurveyRow {
  /// The text of a column.
  public subscript(column: SurveyColumn) -> String {
    switch column {
    case .dimension: dimension.string
    case .item: item.string
    case .name: name.string
    case .text: text.string
    }
  }
}

extension SurveyRow {
  /// The texts by column.
  package var row: TableRow<SurveyColumn> { TableRow({ self[$0] }, extra: extra) }
}

extension MemberColumn {
  /// The columns that a roster needs. Not every roster has groups, or posts beside the roles.
  public static func columns(of members: [Member]) -> [MemberColumn] {
    allCases.filter { column in
      switch column {
      case .group: members.contains { $0.group != nil }
      case .post: members.isEmpty || members.contains { !$0.post.isBlank }
      default: true
      }
    }
  }
}

extension Member {
  /// The text of a column.
  public subscript(column: MemberColumn) -> String {
    switch column {
    case .group: group?.string ?? ""
    case .role: role.string
    case .post: post.string
    case .name: name.string
    case .duty: duty.string
    case .remark: remark.string
    }
  }
}

extension Member {
  /// The texts by column.
  package var row: TableRow<MemberColumn> { TableRow({ self[$0] }, extra: extra) }
}

extension UnitTable.Unit {
  /// The texts by column.
  package var row: TableRow<UnitColumn> { TableRow({ self[$0] }, extra: extra) }

  /// The text of a column.
  public subscript(column: UnitColumn) -> String {
    switch column {
    case .name: name.string
    case .aliases: aliases.map(\.string).joined(separator: "；")
    case .parent: parent?.string ?? ""
    case .nature: nature?.string ?? ""
    }
  }
}

extension Sequence<[NamedText]> {
  /// What the columns of the plan's own are called in some rows, each once, in the order in which they first come.
  public var columnNames: [String] {
    var seen: Set<String> = []
    return joined().compactMap { seen.insert($0.name).inserted ? $0.name : nil }
  }
}
