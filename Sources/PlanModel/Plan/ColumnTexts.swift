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

extension UnitTable.Unit {
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
