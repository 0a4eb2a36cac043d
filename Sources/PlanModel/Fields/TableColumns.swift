import PlanText

/// A column of one kind of table, and the names that it goes by.
package protocol TableColumn: CaseIterable, Hashable, Sendable {
  /// The names, the one that plantool writes first.
  var names: [String] { get }
  /// Whether a table of this kind must have it.
  var isRequired: Bool { get }
  /// What the columns of a table are, by the names above them; nil where nobody knows.
  static func columns(named names: [String]) -> [Self?]
}

extension TableColumn {
  package var name: String { names[0] }

  package static func columns(named names: [String]) -> [Self?] { names.map(named) }

  /// The column with a name, compared without white space and width.
  package static func named(_ name: String) -> Self? {
    let key = NameKey(name).text
    return allCases.first { $0.names.contains { $0.isWritten(key) } }
  }
}

/// The columns of a 措施調查表.
public enum SurveyColumn: TableColumn {
  case dimension, item, name, text

  package var names: [String] {
    switch self {
    case .dimension: ["構面名稱", "評核構面", "構面"]
    case .item: ["項目", "評核項目"]
    case .name: ["措施名稱"]
    case .text: ["措施內容"]
    }
  }

  package var isRequired: Bool { true }
}

/// The columns of a 編組名冊.
public enum MemberColumn: TableColumn {
  case group, role, post, name, duty, remark

  package var names: [String] {
    switch self {
    case .group: ["組別", "分組"]
    case .role: ["職稱", "編組職稱", "小組職稱"]
    case .post: ["現職", "單位職稱", "本職", "現任職務"]
    case .name: ["姓名"]
    case .duty: ["職掌", "工作內容", "任務", "工作職掌", "職責", "負責事項", "任務分工"]
    case .remark: ["備考", "備註"]
    }
  }

  package var isRequired: Bool { self == .role }
}

/// The columns of a 巡檢工作日誌 that are no slots.
public enum InspectionColumn: TableColumn {
  case group, item

  package var names: [String] {
    switch self {
    case .group: ["類別"]
    case .item: ["巡檢項目", "檢查項目"]
    }
  }

  package var isRequired: Bool { self == .item }
}

/// The columns of the table of 提案人員.
public enum ContributorColumn: TableColumn {
  case role, name, share

  package var names: [String] {
    switch self {
    case .role: ["身分", "身份", "提案人身分"]
    case .name: ["姓名"]
    case .share: ["貢獻度", "貢獻比例"]
    }
  }

  package var isRequired: Bool { self == .role }
}

/// The columns of a 單位表.
public enum UnitColumn: TableColumn {
  case name, aliases, parent, nature

  package var names: [String] {
    switch self {
    case .name: ["單位", "單位名稱"]
    case .aliases: ["別名", "簡稱"]
    case .parent: ["上級", "上級單位"]
    case .nature: ["性質"]
    }
  }

  package var isRequired: Bool { self == .name }
}

/// The columns of all tables.
package enum TableColumns {
  /// How many of some names are those of a column that any of the tables may have.
  package static func known(among names: some Sequence<String>) -> Int {
    names.count { name in
      MeasureColumn.named(name).map(\.isUnmistakable) ?? false || SurveyColumn.named(name) != nil
        || MemberColumn.named(name) != nil
        || UnitColumn.named(name) != nil || InspectionColumn.named(name) != nil
        || ContributorColumn.named(name) != nil
    }
  }
}
