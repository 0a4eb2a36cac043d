import PlanAudit
import PlanModel
import PlanText

/// 檢核表: the official checklist with a box for every checkpoint, ticked where a measure meets it, and which measure
/// that is.
///
/// Each box says how it came to be what it is. What is met is decided by ``CheckpointCoverage``, as in the findings for
/// programs.
enum ChecklistView: TableOnlyView {
  static let summary = LocalizedText(
    zh: "檢核表：每一辦理事項是否有對應的具體作法", en: "the checklist (檢核表): which checkpoints are met, and where")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    guard let checklist else { throw .missingChecklist(of: plan) }
    let points = Dictionary(grouping: CheckpointCoverage(of: plan, checklist: checklist).points, by: \.entry)
    let hierarchy = checklist.hierarchyColumns
    let rows = checklist.entries.indices.flatMap { entry -> [[TableView.Cell]] in
      let names = HierarchyNames(of: entry, in: checklist)
      let place = hierarchy.map { names.cell(for: $0, among: hierarchy) ?? "" }
      let guidance = checklist.entries[entry].node.guidance.map { [guidanceCell($0), "", ""] }
      return ((points[entry] ?? []).map(cells) + guidance).map { place + $0 }
    }
    if rows.isEmpty { throw .noCheckpoints(identifier: checklist.identifier) }
    let columns =
      hierarchy.map { TableView.Column($0.name, isHierarchy: true) }
      + [FieldName.checkpoints.name, boxTitle, "對應作法"].map { TableView.Column($0) }
    return [TableView(title: checklist.title, columns: columns, rows: rows, closing: legend)]
  }

  /// What is asked, the box, and what answers it.
  private static func cells(for point: CheckpointCoverage.Point) -> [TableView.Cell] {
    // Of no more measures than a cell may name: all measures of a focus may answer each of its checkpoints.
    var answers = point.measures.prefix(mostAnswers).flatMap { places(of: $0, in: point) }
    if point.measures.count > mostAnswers || answers.count > mostAnswers {
      answers = answers.prefix(mostAnswers) + ["…（共\(point.measures.count)項作法）"]
    }
    if let other = point.otherPlace { answers.append("「\(excerpt(of: other.string))」") }
    return [
      questionCell(point.checkpoint), boxCell(point.state.status),
      .init(remark(point.state) + answers.joined(separator: "\n")),
    ]
  }

  /// How many places a cell names.
  private static let mostAnswers = 200

  /// The items of a measure that answer: 第1項(二)「…」; the measure, where all of it does.
  private static func places(
    of reference: CheckpointCoverage.Reference, in point: CheckpointCoverage.Point
  ) -> [String] {
    guard point.state != .stated, !reference.items.isEmpty else {
      let text = (reference.measure.name ?? reference.measure.text).string
      return ["第\(reference.number)項「\(excerpt(of: text))」"]
    }
    return reference.items.map { "第\(reference.number)項\($0.label)「\(excerpt(of: $0.words.string))」" }
  }

  /// How the box came to be what it is.
  private static func remark(_ state: CheckpointCoverage.State) -> String {
    switch state {
    case .stated: "〔計畫寫明〕"
    case .only, .worded: "〔依文字推定〕"
    case .open: "〔未見對應文字〕"
    case .declined: "〔計畫寫明不適用〕"
    case .optional: "〔得另提，計畫未提〕"
    case .elsewhere: "〔檢核表准於其他構面撰寫，無從判斷〕"
    case .unlike: "〔列有作法，但看不出是否對應，請自行判斷〕"
    case .otherPlace: "〔本重點之下未見，可能寫在他處〕"
    case .unplaced: "〔作法未列在本重點之下，無從判斷〕"
    case .noTable: "〔計畫沒有這張表，無從判斷〕"
    }
  }

  /// What the boxes mean, and what they do not.
  private static let legend =
    "☑ 計畫的文字有對應；□ 未見對應文字，不等於沒有辦理；？ 無從判斷；－ 不適用或得不提。〔計畫寫明〕是作法的「辦理事項」指明的，〔依文字推定〕是依關鍵詞推定，請複核。"

  private static func boxCell(_ status: CheckpointCoverage.Status) -> TableView.Cell {
    switch status {
    case .met, .notRecognised: boxCell(isTicked: status == .met)
    case .notApplicable: "－"
    case .unknown: "？"
    }
  }

  /// The heading over the boxes.
  static let boxTitle = "辦理"

  /// What is asked, behind the sub-heading over it.
  static func questionCell(_ checkpoint: CheckPoint) -> TableView.Cell {
    .init((checkpoint.group.map { "（\($0.string)）" } ?? "") + checkpoint.text.string)
  }

  static func boxCell(isTicked: Bool) -> TableView.Cell { isTicked ? "☑" : "□" }

  /// What evidence should be shown.
  static func guidanceCell(_ guidance: Guidance) -> TableView.Cell { .init("◎" + guidance.text.string) }

  /// The first words of a text. Its own quotation marks would be cut in two.
  private static func excerpt(of words: String) -> String {
    // No more of a long measure is looked at than a quotation and what follows on the next line may need.
    let text = MarkdownList.withoutBullets(String(words.prefix(400)))
    let line = text.prefix { !$0.isNewline }
    // The end of the line must not look like the end of an address that goes on below.
    let isCut = WebAddress.all(in: PlanText(text, range: 0..<text.utf8.count)).contains {
      $0.isCut && $0.address.range.upperBound == line.utf8.count
    }
    let excerpt = line.filter { !"「」『』".contains($0) }.excerpt(14)
    return isCut && !excerpt.hasSuffix("…") ? excerpt + "…" : excerpt
  }
}

extension Checklist {
  /// The columns that name a place in the checklist, those of the levels that it has.
  var hierarchyColumns: [MeasureColumn] { MeasureColumn.columns(for: Set(entries.map(\.node.level))) }
}

extension MeasureColumn {
  /// The columns for some levels, the widest first.
  static func columns(for levels: Set<ChecklistLevel>) -> [MeasureColumn] {
    allCases.filter { $0.level.map(levels.contains) ?? false }
  }
}
