import PlanAudit
import PlanModel
import PlanText

extension StatusReport {
  /// The states, the silent units and the completion, as tables.
  public func parts() -> [ViewPart] {
    var parts = [ViewPart.text(TextView(title: title, level: 1, body: remark))]
    for state in [MeasureProgress.State.overdue, .soon, .later] {
      let entries = entries(state)
      if !entries.isEmpty { parts.append(.table(table(of: entries, title: words(state)))) }
    }
    let silent = silentUnits
    if !silent.isEmpty {
      let titles = [
        LocalizedText(zh: "承辦單位", en: "Unit"), LocalizedText(zh: "最近提報", en: "Last report"),
        LocalizedText(zh: "未完成項數", en: "Pending"), LocalizedText(zh: "其中未提報", en: "Without a report"),
      ]
      parts.append(
        .table(
          TableView(
            title: LocalizedText(zh: "各單位最近提報", en: "When units last reported")(language),
            columns: titles.map { TableView.Column($0(language)) },
            rows: silent.map {
              [
                .init($0.name), .init(silence($0.tally)), .init(String($0.tally.pending)),
                .init(String($0.tally.unreported)),
              ]
            })))
    }
    for (title, tallies) in completion {
      parts.append(
        .table(
          TableView(
            title: title, columns: tallyTitles.map { TableView.Column($0) },
            rows: tallies.map { [.init($0.name)] + cells($0.tally).map { .init($0) } })))
    }
    return parts
  }

  /// Every measure as a record, for CSV: what is late first.
  public func records() -> [ViewPart] {
    let entries = MeasureProgress.State.allCases.flatMap(self.entries)
    return [.table(table(of: entries, title: title, isFull: true))]
  }

  private var remark: String {
    LocalizedText(
      zh: "即將到期：\(within) 天內到期。定期辦理與分數次辦理的作法逐次計算；完成率以有固定期限的作法計算。",
      en:
        "Due soon: within \(within) days. Recurring work is counted each time; the percentage covers measures with fixed dates."
    )(language) + laterReports
  }

  var tallyTitles: [String] {
    [
      LocalizedText(zh: "名稱", en: "Name"), LocalizedText(zh: "作法", en: "Measures"),
      LocalizedText(zh: "已完成", en: "Done"),
      LocalizedText(zh: "逾期", en: "Overdue"), LocalizedText(zh: "即將到期", en: "Due soon"),
      LocalizedText(zh: "其後", en: "Later"),
      LocalizedText(zh: "無固定期限", en: "No fixed date"), LocalizedText(zh: "完成率", en: "Percent done"),
    ].map { $0(language) }
  }

  func cells(_ tally: StatusTally) -> [String] {
    [tally.all, tally[.done], tally[.overdue], tally[.soon], tally[.later], tally[.open]].map(String.init)
      + [tally.percent.map { "\($0)%" } ?? "—"]
  }

  /// So many characters of a heading say where a measure stands; no real one is as long.
  private static let longestHeading = 100

  private func table(of entries: [Entry], title: String, isFull: Bool = false) -> TableView {
    var titles = [
      LocalizedText(zh: "期限日", en: "Dates"), LocalizedText(zh: "天數", en: "Days left or late"),
      LocalizedText(zh: "具體作法", en: "Measure"), LocalizedText(zh: "完成期限", en: "Deadline"),
      LocalizedText(zh: "承辦單位", en: "Units"), LocalizedText(zh: "最近提報", en: "Last report"),
    ]
    if isSeveral || isFull { titles.insert(LocalizedText(zh: "計畫", en: "Plan"), at: 0) }
    if isFull {
      titles.insert(LocalizedText(zh: "狀態", en: "State"), at: 0)
      titles.append(LocalizedText(zh: "位置", en: "Under"))
    }
    return TableView(
      title: title, columns: titles.map { TableView.Column($0(language)) },
      rows: entries.map { entry in
        var cells: [TableView.Cell] = [
          .init(days(of: entry)), .init(distance(of: entry)), .init(entry.line.measure.text.string),
          .init(entry.line.deadline), .init(entry.line.units.joined), .init(report(of: entry)),
        ]
        if isSeveral || isFull { cells.insert(.init(entry.plan.name), at: 0) }
        if isFull {
          cells.insert(.init(words(entry.progress.state)), at: 0)
          cells.append(.init(entry.line.headings.map { $0.excerpt(Self.longestHeading) }.joined(separator: "／")))
        }
        return cells
      })
  }
}
