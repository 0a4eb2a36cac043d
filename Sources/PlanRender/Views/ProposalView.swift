import PlanModel
import PlanText

/// 創意提案表: the form as it is handed in, a table of two columns, and the attachments behind it.
///
/// The parts come in the order of the form, whatever their order in the file; a section that the form does not have
/// follows the one that it stands behind. Comments are left out.
enum ProposalView: PlanView {
  static let summary = LocalizedText(zh: "創意提案表與附件", en: "the proposal form (創意提案表) and its attachments")

  static let documents: [DocumentKind] = [.proposal]

  static func parts(of plan: Plan, checklist: Checklist?, options: RenderOptions) throws(RenderError) -> [ViewPart] {
    throw .otherDocument(.proposal, .plan)
  }

  static func parts(of proposal: Proposal) throws(RenderError) -> [ViewPart] {
    let table = TableView(
      title: proposal.title?.string ?? "", columns: ["欄目", "內容"].map { TableView.Column($0) },
      rows: rows(of: proposal).map { [TableView.Cell($0.name), TableView.Cell($0.text)] })
    return [.table(table)] + proposal.attachments.map { .text(attachment($0)) }
  }

  private static func attachment(_ section: ProposalSection) -> TextView {
    TextView(title: section.heading.string, body: text(of: section))
  }

  // MARK: Rows

  private typealias Row = (name: String, text: String)

  /// The parts before which the year and unit, and then the name stand.
  private static func rows(of proposal: Proposal) -> [Row] {
    let metadata = proposal.metadata
    let head: [(place: Int, row: Row?)] = [
      (1, row(.proposalYear, metadata.year.map { metadata.rocYear.map { "\($0)年度" } ?? $0.string })),
      (1, row(.proposalUnit, metadata.unit?.string)), (4, row(.proposalName, metadata.name?.string)),
    ]
    var place = 0
    let body = proposal.sections.filter { $0.kind != .attachment }.map { section -> (place: Int, row: Row?) in
      place = self.place(of: section.kind) ?? place
      return (place, (section.label == nil ? section.heading.string : title(of: section), text(of: section)))
    }
    // Sorting by place and then by order keeps what stands together.
    return (head + body).enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .compactMap(\.element.row)
  }

  private static func row(_ field: FieldName, _ text: String?) -> Row? { text.map { (field.name, $0) } }

  /// The place of a part in the form; nil for what the form does not have.
  private static func place(of kind: ProposalSectionKind) -> Int? {
    switch kind {
    case .categories: 0
    case .contributors: 2
    case .scope: 3
    case .background: 5
    case .methods: 6
    case .effects: 7
    case .attachmentList: 8
    case .contact: 9
    case .attachment, .narrative: nil
    }
  }

  private static func title(of section: ProposalSection) -> String {
    ChecklistName.plain(section.heading.string)
  }

  // MARK: Cells

  private static func text(of section: ProposalSection) -> String {
    let content: String =
      switch section.content {
      case .categories(let categories):
        categories.map { ($0.isTicked ? "■" : "□") + $0.text.string }.joined(separator: " ")
      case .contributors(let contributors): contributors.map(line).joined(separator: "\n")
      case .points(let points): points.map { ($0.label?.text ?? "") + $0.text.string }.joined(separator: "\n")
      case .parts(let parts): parts.map(text).joined(separator: "\n")
      case .text(let text): text.string
      case .contact(let contact): text(of: contact)
      }
    return [section.intro?.string, content, section.closing?.string].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func line(_ contributor: Contributor) -> String {
    "\(contributor.role.string)：\(contributor.name.string) \(ContributorColumn.share.name)：\(contributor.share.string)"
  }

  private static func text(of contact: ProposalContact) -> String {
    let fields: [(FieldName, PlanText?)] = [
      (.contactName, contact.name), (.contactPhone, contact.phone), (.contactEmail, contact.email),
    ]
    return fields.compactMap { field, value in value.map { "\(field.name)：\($0.string)" } }.joined(separator: "\n")
  }

  /// What stands under a heading with a number is indented: it is part of that item.
  private static func text(of part: ProposalPart) -> String {
    let body = ([part.text?.string] + part.phases.map(text) + [part.closing?.string]).compactMap { $0 }
      .joined(separator: "\n")
    guard let heading = part.heading?.string else { return body }
    guard Label.read(at: heading) != nil else { return body.isEmpty ? heading : heading + "\n" + body }
    let lines = body.lineSlices.map { $0.isEmpty ? "" : "  " + $0 }
    return ([heading] + (body.isEmpty ? [] : lines)).joined(separator: "\n")
  }

  /// The fields stand under the phase, and their further lines under them.
  private static func text(of phase: Phase) -> String {
    let fields: [(FieldName, PlanText?)] = [(.phasePeriod, phase.period?.text), (.phaseUnits, phase.units)]
    let lines = fields.flatMap { field, value -> [String] in
      guard let value else { return [] }
      let lines = "\(field.name)：\(value.string)".lineSlices
      return lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
    }
    return (["- " + (phase.label?.text ?? "") + phase.text.string] + lines).joined(separator: "\n")
  }
}
