import PlanText

extension MeasureColumn: TableColumn {
  /// The names that plans have for it, the one that plantool writes first.
  package var names: [String] {
    switch self {
    case .dimension: ["評核構面", "構面名稱", "構面", "實施要領", "評核面向", "服務面向", "面向"]
    case .subItem: ["細目"]
    case .item: ["評核項目", "項目", "執行策略", "執行策略細目", "細目"]
    case .focus: ["評核重點", "重點", "作法分項"]
    case .measure:
      [
        "具體作法", "具體做法", "推動作法", "推動做法", "執行策略及方法", "執行方法", "措施", "具體措施", "執行措施", "推動措施", "實施措施", "改善措施", "精進措施", "執行方式",
        "實施方式", "辦理方式",
        "推動方式", "實施方法", "辦理方法", "推動方法", "實施內容", "執行內容", "辦理內容", "推動內容", "工作內容", "具體內容", "實施作法", "執行作法", "辦理作法",
        "實施做法", "執行做法", "具體執行作法",
        "具體執行措施", "具體實施作法", "具體作為", "精進作為", "推動作為", "作法", "做法", "施行細則", "行動方案", "實施步驟", "執行步驟", "具體策略及作法", "策略及作法",
        "推動策略及作法", "防弊措施", "預防措施", "因應措施", "策進作為", "策進措施",
      ]
    case .field(let field): field.names + field.columnNames
    case .extra(let name): [name]
    }
  }

  /// Names of what is done that stand for the measures where no other column holds them, and for a level above these
  /// where one does.
  package static let namesOfEither = [
    "工作項目", "工作重點", "工作要領", "工作要項", "實施要項", "實施項目", "實施重點", "實施策略", "推動策略", "推動項目", "推動重點", "具體策略", "執行項目", "執行重點",
    "執行要項", "辦理項目", "服務項目",
    "服務措施", "措施項目", "計畫項目", "策略", "行動策略", "發展策略", "精進策略", "工作事項", "辦理事項", "應辦事項", "應辦理事項", "推動事項", "執行事項", "主要工作",
    "重點工作",
  ]

  /// Names that nothing but a level has, whatever else the table holds.
  package static let namesOfLevels = [
    "指標構面", "評核指標", "評分指標", "次指標", "子項目", "次項目", "主項目", "大項", "中項", "小項", "類別", "分類", "策略目標", "策略主軸", "主軸", "服務主軸",
    "策略面向", "目標策略", "重點項目", "關鍵策略",
  ]

  package var isRequired: Bool { self == .measure }

  /// Whether its names tell a table of measures from any other.
  package var isUnmistakable: Bool { if case .field(let field) = self { field.isUnmistakable } else { true } }

  /// Whether it holds words and neither places nor dates nor units.
  package var isText: Bool {
    switch self {
    case .measure, .extra: true
    case .field(let field): field.kind != .deadline && field.kind != .units
    case .dimension, .item, .subItem, .focus: false
    }
  }

  /// The column with a name of its own, compared without white space and width; a remark in brackets does not count.
  package static func named(_ name: String) -> MeasureColumn? {
    let key = NameKey(name)
    if let column = byName[key] { return column }
    let scalars = key.text.unicodeScalars
    guard let open = scalars.firstIndex(where: { $0 == "(" || $0 == "（" }), open != scalars.startIndex else {
      return nil
    }
    return byName[NameKey(String(scalars[..<open]))]
  }

  /// The most columns among which those without a known name are the plan's own.
  private static let mostColumns = 40

  private static let byName: [NameKey: MeasureColumn] = {
    var byName: [NameKey: MeasureColumn] = [:]
    byName.reserveCapacity(160)
    // Of several columns with one name the first has it.
    for column in allCases.reversed() {
      for name in column.names { byName[NameKey(name)] = column }
    }
    return byName
  }()

  /// What the columns of a table are, told from all their names together; nil for one without a name, or whose name is
  /// a slip of a known one.
  package static func columns(named names: [String]) -> [MeasureColumn?] {
    // Every row is searched for every column: so many are in no plan, and only the known ones are looked for.
    guard names.count <= mostColumns else { return names.map(named) }
    let header = MeasureHeader(names)
    return zip(header.columns, names).enumerated().map { index, pair in
      let (column, name) = pair
      if header.repeated.contains(index) { return named(name) ?? column }
      guard case .extra(let own) = column,
        own.isEmpty
          || FieldSlip.intended(
            by: NameKey(own).text, amongGroups: allCases.map(\.names)) != nil
      else { return column }
      return nil
    }
  }

  /// The column that goes by a name in any of the official layouts.
  public static func column(named name: String) -> MeasureColumn? { named(name) }
}
