import PlanModel
import PlanText

/// Turns tables of a plan into its parts.
enum TableReader {
  /// 措施調查表. An empty cell in the first two columns means the one above.
  static func survey(_ table: MarkdownTable, problems: inout ProblemList) -> [SurveyRow] {
    let named = NamedTable<SurveyColumn>(table, literal: [.name, .text], keepsOthers: true, problems: &problems)
    var rows: [SurveyRow] = []
    for row in named.rows {
      let isNewDimension = !row[.dimension].isBlank
      let dimension = isNewDimension ? row[.dimension] : rows.last?.dimension ?? row[.dimension]
      let item = row[.item].isBlank && !isNewDimension ? rows.last?.item ?? row[.item] : row[.item]
      rows.append(SurveyRow(dimension: dimension, item: item, name: row[.name], text: row[.text], extra: row.extra))
    }
    return rows
  }

  /// 編組名冊. An empty 組別 means the one above.
  static func taskForce(_ table: MarkdownTable, problems: inout ProblemList) -> [Member] {
    let named = NamedTable<MemberColumn>(table, keepsOthers: true, problems: &problems)
    let hasGroups = named.columns.contains(.group)
    var members: [Member] = []
    for row in named.rows {
      let group = hasGroups ? (row[.group].isBlank ? members.last?.group ?? row[.group] : row[.group]) : nil
      members.append(
        Member(
          group: group, role: row[.role], post: row[.post], name: row[.name], duty: row[.duty], remark: row[.remark],
          extra: row.extra))
    }
    return members
  }

  /// 提案人員
  static func contributors(_ table: MarkdownTable, problems: inout ProblemList) -> [Contributor] {
    NamedTable<ContributorColumn>(table, problems: &problems).rows.map { row in
      Contributor(role: row[.role], name: row[.name], share: row[.share])
    }
  }

  /// 單位表. Several aliases stand in one cell.
  static func units(_ table: MarkdownTable, problems: inout ProblemList) -> UnitTable {
    let named = NamedTable<UnitColumn>(table, keepsOthers: true, problems: &problems)
    return UnitTable(
      units: named.rows.map { row in
        UnitTable.Unit(
          name: row[.name], aliases: UnitList(row[.aliases]).units, parent: row[.parent].isBlank ? nil : row[.parent],
          nature: row[.nature].isBlank ? nil : row[.nature], extra: row.extra)
      })
  }
}
