extension TableLayout {
  /// The kind of section that holds such a table.
  public var kind: SectionKind {
    switch self {
    case .measures: .measures
    case .workItems: .workItems
    case .strategies: .strategies
    }
  }
}

extension SectionKind {
  /// The layout of the table that a section of this kind holds; nil where it holds no measures.
  public var layout: TableLayout? { TableLayout.allCases.first { $0.kind == self } }
}
