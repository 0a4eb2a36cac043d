import PlanModel
import PlanText
import PlanValidate

/// A table of the page: what is in its cells, without marks.
struct PortfolioTable {
  let title: String
  /// What is to be known of it.
  let remark: String
  let columns: [Column]
  let rows: [[Cell]]

  struct Column {
    let title: String
    var isNumber = false
  }

  struct Cell {
    let text: String
    /// What it is sorted by, where that is no text.
    var number: Int?
    /// What is behind it, for those who want to know: shown when it is opened.
    var details: [String] = []

    init(_ text: String, by number: Int? = nil, details: [String] = []) {
      (self.text, self.number, self.details) = (text, number, details)
    }

    init(_ number: Int) { self.init(String(number), by: number) }
  }
}

extension PortfolioReport {
  /// How many places stand behind a cell.
  private static let mostDetails = 200

  private func words(_ zh: String, _ en: String) -> String { options.words(zh, en) }

  private func details(_ lines: [String]) -> [String] {
    let more = lines.count - Self.mostDetails
    return more > 0
      ? lines.prefix(Self.mostDetails) + [words("…另有 \(more) 處", "… and \(more) more")] : lines
  }

  private func name(_ plan: Int) -> String { "\(parts[plan].name)  \(parts[plan].part.name)" }

  private func place(_ plan: Int, _ place: String) -> String { "\(name(plan)):\(place)" }

  private func share(_ part: Int, _ whole: Int) -> PortfolioTable.Cell {
    whole == 0 ? Self.none : .init("\(part)/\(whole)", by: part * 1000 / whole)
  }

  private static let none = PortfolioTable.Cell("—", by: -1)

  /// The tables that have rows.
  var tables: [PortfolioTable] {
    [agencyTable, overdueTable, focusTable, faultTable, copyTable].filter { !$0.rows.isEmpty }
  }

  /// The plans, the worst first.
  var agencyTable: PortfolioTable {
    let hasProgress = options.day != nil
    var columns: [PortfolioTable.Column] = [
      .init(title: words("機關", "Agency")), .init(title: words("檔案", "File")),
    ]
    columns += Severity.allCases.reversed().map { .init(title: $0.title(options.language), isNumber: true) }
    columns += [
      words("待填", "Unfilled"), words("重點有作法", "Focuses answered"), words("辦理事項有對應", "Checkpoints met"),
      words("作法", "Measures"), words("與他機關雷同", "Shared with others"),
    ].map { .init(title: $0, isNumber: true) }
    if hasProgress {
      columns += [words("已完成", "Done"), words("逾期", "Overdue"), words("即將到期", "Due soon")].map {
        .init(title: $0, isNumber: true)
      }
    }
    return PortfolioTable(
      title: words("各機關", "Agencies"),
      remark: words(
        "問題最多的在前。", "Those with the most problems first."),
      columns: columns,
      rows: parts.enumerated().map { number, part in
        var cells: [PortfolioTable.Cell] = [.init(part.name), .init(part.part.name)]
        cells += Severity.allCases.reversed().map { .init(part.counts[$0]) }
        cells += [
          .init(part.counts.open.toBeFilledIn),
          part.coverage.map { share($0.answered, $0.focuses.count) } ?? Self.none,
          part.coverage.map { share($0.checkpoints.met, $0.checkpoints.all) } ?? Self.none,
          .init(part.measureCount), .init(copied[number]),
        ]
        if hasProgress {
          let tally = part.progress?.tally
          cells += [
            tally.map { share($0[.done], $0.all - $0[.open]) } ?? Self.none,
            tally.map { .init($0[.overdue]) } ?? Self.none,
            tally.map { .init($0[.soon]) } ?? Self.none,
          ]
        }
        return cells
      })
  }

  private var overdueTable: PortfolioTable {
    let day = options.day
    return PortfolioTable(
      title: words("逾期的作法", "Overdue measures"),
      remark: words(
        "截至\(day?.roc ?? "")；每份計畫最多列 \(PortfolioPart.mostOverdue) 項。",
        "As of \(day?.iso ?? ""); at most \(PortfolioPart.mostOverdue) of a plan are listed."),
      columns: [
        .init(title: words("逾期天數", "Days late"), isNumber: true), .init(title: words("機關", "Agency")),
        .init(title: words("具體作法", "Measure")), .init(title: words("完成期限", "Deadline")),
        .init(title: words("承辦單位", "Units")), .init(title: words("位置", "Place")),
      ],
      rows: overdue.map { plan, measure in
        [
          .init((day?.dayNumber ?? 0) - measure.day.dayNumber), .init(parts[plan].name), .init(measure.text),
          .init(measure.deadline), .init(measure.units), .init("\(parts[plan].part.name):\(measure.place)"),
        ]
      })
  }

  private var focusTable: PortfolioTable {
    PortfolioTable(
      title: words("各重點有幾份計畫提出作法", "Plans with measures for each focus"),
      remark: words("最多計畫缺少的在前。", "Those that the most plans lack first."),
      columns: [
        .init(title: words("檢核表", "Checklist")), .init(title: words("重點", "Focus")),
        .init(title: words("有作法", "With measures"), isNumber: true),
        .init(title: words("沒有作法", "Without"), isNumber: true),
      ],
      rows: focuses.map { row in
        [
          .init(row.checklist.identifier),
          .init(row.checklist.names(to: row.entry).map { $0.excerpt(40) }.joined(separator: "／")), .init(row.answered),
          .init(String(row.missing.count), by: row.missing.count, details: details(row.missing.map(name))),
        ]
      })
  }

  private var faultTable: PortfolioTable {
    PortfolioTable(
      title: words("常見的問題", "Common findings"),
      remark: words(
        "次數最多的在前；展開可看每份計畫的第一處。", "The most frequent first; open a number for the first place in each plan."),
      columns: [
        .init(title: words("規則", "Rule")), .init(title: words("次數", "Times"), isNumber: true),
        .init(title: words("計畫數", "Plans"), isNumber: true),
      ],
      rows: faults.map { fault in
        let code = fault.rule.description.code
        let places = fault.plans.compactMap { plan in
          parts[plan].faults[code].map { "\(place(plan, $0.place))  \($0.summary)" }
        }
        return [
          .init("\(code) \(fault.rule.description.summary(options.language))"), .init(fault.rule.times),
          .init(String(fault.rule.files), by: fault.rule.files, details: details(places)),
        ]
      })
  }

  private var copyTable: PortfolioTable {
    let isCut = compared.compared < compared.all
    return PortfolioTable(
      title: words("機關之間雷同的作法", "Measures that agencies share"),
      remark: words(
        "相同或幾乎相同的作法；檢核表的文字與少於 24 字的作法不計。",
        "Measures that are the same or nearly so, without the words of the checklist and those of fewer than 24 characters."
      )
        + (isCut
          ? words(
            "只比對了 \(compared.all) 項中的 \(compared.compared) 項。",
            " Only \(compared.compared) of \(compared.all) were compared.") : ""),
      columns: [
        .init(title: words("作法", "Measure")), .init(title: words("機關數", "Agencies"), isNumber: true),
        .init(title: words("處數", "Places"), isNumber: true),
      ],
      rows: copies.map { copy in
        let lines = copy.members.map { member in
          place(member.plan, member.place)
            + (member.wording.map { words("  「\($0.first)」作「\($0.own)」", "  “\($0.own)” for “\($0.first)”") } ?? "")
        }
        return [
          .init(copy.text), .init(copy.agencies),
          .init(String(lines.count), by: lines.count, details: details(lines)),
        ]
      })
  }
}
