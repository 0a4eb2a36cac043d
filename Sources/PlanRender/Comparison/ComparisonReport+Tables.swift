import PlanModel
import PlanText

extension ComparisonReport {
  /// The comparison as tables, one for each kind of thing; a sentence where nothing differs.
  public func parts() -> [ViewPart] {
    let title = LocalizedText(zh: "計畫差異", en: "Differences between plans")(language)
    let names = "\(Self.literal(old.source.name)) → \(Self.literal(new.source.name))"
    let same = LocalizedText(zh: "內容相同。", en: "The plans are the same.")(language)
    let lines = [names, remarkOnYears, comparison.isEmpty ? same : nil].compactMap { $0 }
    var parts = [ViewPart.text(TextView(title: title, level: 1, body: lines.joined(separator: "\n\n")))]
    for (kind, changes) in groups {
      parts.append(
        .table(
          TableView(
            title:
              "\(kind.title(language))\(LocalizedText(zh: "（", en: " (")(language))\(counts(changes))\(LocalizedText(zh: "）", en: ")")(language))",
            columns: columns, rows: changes.flatMap(rows))))
    }
    if !comparison.units.isEmpty { parts.append(.table(unitTable)) }
    return parts
  }

  /// The name of a file in running text, in which nothing is a mark.
  private static func literal(_ name: String) -> String {
    String(
      scalars: name.excerpt(200).unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        marks.contains(scalar) ? ["\\", scalar] : [scalar]
      })
  }

  private static let marks: ScalarSet = "\\`*_[]<>#&|~"

  private var columns: [TableView.Column] {
    let titles = [
      LocalizedText(zh: "位置", en: "Under"), LocalizedText(zh: "變動", en: "Change"), LocalizedText(zh: "對象", en: "What"),
      LocalizedText(zh: "欄位", en: "Field"), LocalizedText(zh: "原", en: "Before"), LocalizedText(zh: "新", en: "Now"),
    ]
    return titles.enumerated().map { TableView.Column($1(language), isHierarchy: $0 == 0) }
  }

  /// A row for each field that differs, and one for what was added, removed or only moved.
  private func rows(_ change: PlanComparison.Change) -> [[TableView.Cell]] {
    let mark = ComparisonMark(change)
    let path = path(of: change).joined(separator: "／")
    // An empty cell of a hierarchy would be the name above it.
    let place = path.isEmpty ? LocalizedText(zh: "計畫", en: "Plan")(language) : path
    let name = (newThing(change) ?? oldThing(change))?.name.string.excerpt(Self.longestCell) ?? ""
    func row(_ field: String, _ old: String, _ new: String) -> [TableView.Cell] {
      [.init(place), .init(mark.title(language)), .init(name), .init(field), .init(old), .init(new)]
    }
    var rows: [[TableView.Cell]] = []
    if let movement = movement(of: change) {
      let title = LocalizedText(zh: "移動", en: "moved")(language)
      let old = change.move == .elsewhere ? self.path(of: change.old, in: comparison.old).joined(separator: "／") : ""
      rows.append(row(title, old, change.move == .elsewhere ? path : movement))
    }
    if let target = change.mergedInto {
      let into = comparison.new.things[target].name.string.excerpt(Self.longestCell)
      rows.append(row(LocalizedText(zh: "併入", en: "merged into")(language), name, into))
    }
    for field in change.fields {
      var words = words(of: field)
      if isTold(byParts: field) {
        words = (
          field.removed.map { "－" + $0 }.joined(separator: "\n"), field.added.map { "＋" + $0 }.joined(separator: "\n")
        )
      }
      rows.append(row(field.name.title(language), words.old ?? "", words.new ?? ""))
    }
    return rows.isEmpty ? [row("", mark == .removed ? name : "", mark == .added ? name : "")] : rows
  }

  private static let longestCell = 120

  private var unitTable: TableView {
    let titles = [
      LocalizedText(zh: "單位", en: "Unit"), LocalizedText(zh: "原承辦項數", en: "Measures before"),
      LocalizedText(zh: "現承辦項數", en: "Measures now"),
    ]
    return TableView(
      title: LocalizedText(zh: "有無工作的單位", en: "Units that gained or lost all work")(language),
      columns: titles.map { TableView.Column($0(language)) },
      rows: comparison.units.map { [.init($0.name), .init(String($0.old)), .init(String($0.new))] })
  }
}
