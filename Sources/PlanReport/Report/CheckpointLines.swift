import PlanAudit
import PlanModel
import PlanText
import PlanValidate

/// What people are told of the checkpoints of a checklist: how many a plan answers, and where.
struct CheckpointLines {
  private let coverage: CheckpointCoverage
  private let checklist: Checklist
  private let source: SourceText
  private let language: Language

  /// Nil where the plan was held against no checklist, or against one without boxes.
  init?(_ report: FileReport, language: Language) {
    guard let coverage = report.coverage, let checklist = report.checklist, !coverage.points.isEmpty else { return nil }
    self.coverage = coverage
    self.checklist = checklist
    source = report.document.source
    self.language = language
  }

  /// 檢核40項：有對應30、未見對應6、無法判定4.
  var summary: String {
    let counts = CheckpointCoverage.Status.allCases.map { ($0, coverage.count($0)) }.filter { $0.1 > 0 }
    let total = coverage.points.count
    let words = LocalizedText(
      zh: "檢核 \(total) 項：" + counts.map { "\($0.0.title(.zhHant)) \($0.1)" }.joined(separator: "、"),
      en: "\(total) checkpoints: " + counts.map { "\($0.1) \($0.0.title(.en))" }.joined(separator: ", "))
    return TerminalText.escape(source.name) + LocalizedText(zh: "：", en: ": ")(language) + words(language)
  }

  /// A line for each checkpoint, with its places below.
  func list(onlyMet: Bool = false) -> [String] {
    coverage.points.filter { !onlyMet || $0.state.isMet }.flatMap { point in
      let asked = TerminalText.escape(point.checkpoint.text.string.excerpt(Self.longestQuestion))
      let focus = TerminalText.escape(checklist.entries[point.entry].name.excerpt(Self.longestName))
      let state = point.state.title(language)
      let basis = LocalizedText(zh: "〔\(state)〕", en: "(\(state))")(language)
      return ["  \(point.state.status.mark) \(focus) \(point.number).\(asked)  \(basis)\n"]
        + places(of: point).map {
          "      \(place($0.words)) \(TerminalText.escape($0.label + $0.words.string.excerpt(Self.longestQuestion)))\n"
        }
    }
  }

  private static let longestQuestion = 30
  private static let longestName = 16
  /// How many places of a checkpoint are listed.
  private static let mostPlaces = 20

  private func places(of point: CheckpointCoverage.Point) -> [(label: String, words: PlanText)] {
    let measures = point.measures.prefix(Self.mostPlaces).flatMap { reference in
      point.words(of: reference).enumerated().map { index, words in
        let item = reference.items.indices.contains(index) ? reference.items[index].label : ""
        let number = LocalizedText(zh: "第\(reference.number)項\(item) ", en: "measure \(reference.number)\(item) ")
        return (number(language), words)
      }
    }
    return measures + (point.otherPlace.map { [("", $0)] } ?? [])
  }

  private func place(_ words: PlanText) -> String { source.namedPlaceText(at: words.range.lowerBound, language) }
}

extension CheckpointCoverage.Status {
  /// What people read.
  package var title: LocalizedText {
    switch self {
    case .met: LocalizedText(zh: "有對應", en: "answered")
    case .notRecognised: LocalizedText(zh: "未見對應", en: "without a recognised answer")
    case .notApplicable: LocalizedText(zh: "不適用", en: "not applicable")
    case .unknown: LocalizedText(zh: "無法判定", en: "undecided")
    }
  }

  /// The sign before a line.
  fileprivate var mark: String {
    switch self {
    case .met: "☑"
    case .notRecognised: "□"
    case .notApplicable: "－"
    case .unknown: "？"
    }
  }
}

extension CheckpointCoverage.State {
  /// How it is known, for people.
  package var title: LocalizedText {
    switch self {
    case .stated: LocalizedText(zh: "計畫寫明", en: "stated")
    case .only, .worded: LocalizedText(zh: "依文字推定", en: "by its words")
    case .open: LocalizedText(zh: "未見對應文字", en: "no matching words")
    case .declined: LocalizedText(zh: "計畫寫明不適用", en: "declined")
    case .optional: LocalizedText(zh: "得另提，計畫未提", en: "optional, and not taken up")
    case .elsewhere: LocalizedText(zh: "檢核表准於其他構面撰寫", en: "may be written under other headings")
    case .unlike: LocalizedText(zh: "列有作法，看不出是否對應", en: "has measures, but no matching words")
    case .otherPlace: LocalizedText(zh: "可能寫在他處", en: "may be written elsewhere")
    case .unplaced: LocalizedText(zh: "作法未列在本重點之下", en: "measures are not under a focus")
    case .noTable: LocalizedText(zh: "計畫沒有這張表", en: "the plan does not have this table")
    }
  }
}
