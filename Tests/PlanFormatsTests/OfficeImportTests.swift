import PlanModel
import PlanText
import Testing

@testable import PlanFormats

@Suite("Plans in office documents")
struct OfficeImportTests {
  /// What the real documents hold, counted by hand: measures, members and rows of the survey.
  private static let counts = [
    "shilin-police-107": (measures: 99, members: 0, survey: 11),
    "taichung-port-police-107": (measures: 125, members: 14, survey: 0),
    "wanhua-district-109": (measures: 52, members: 13, survey: 0),
    // 42 strategies and 88 items of work.
    "wanhua-household-105": (measures: 130, members: 0, survey: 0),
  ]

  @Test("of both formats are there, also as another program wrote them")
  func samples() {
    #expect(
      OfficeSamples.names == [
        "shilin-police-107.docx", "shilin-police-107.lo.docx", "shilin-police-107.odt", "taichung-port-police-107.docx",
        "taichung-port-police-107.odt", "wanhua-district-109.docx", "wanhua-district-109.odt",
        "wanhua-household-105.docx", "wanhua-household-105.odt",
      ])
  }

  @Test("have what was counted in the documents", arguments: OfficeSamples.names)
  func counts(name: String) throws {
    let counts = try #require(Self.counts[String(name.prefix { $0 != "." })])
    let plan = PlanDocument(reading: try OfficePlan.reading(OfficeSamples.source(name)).source, as: .text).plan
    #expect(PlacedMeasures(of: plan, checklist: nil).measures.count == counts.measures)
    #expect(plan.sections.reduce(0) { $0 + $1.content.memberCount } == counts.members)
    #expect(plan.sections.reduce(0) { $0 + $1.content.surveyCount } == counts.survey)
  }

  @Test("are read without a problem, and in their canonical form mean the same", arguments: OfficeSamples.names)
  func canonical(name: String) throws {
    let document = PlanDocument(reading: try OfficePlan.reading(OfficeSamples.source(name)).source, as: .text)
    #expect(document.problems.isEmpty, "\(document.problems)")
    let text = try PlanConversion.canonical(document)
    let again = PlanDocument(reading: SourceText(name: "", text: text), as: .text)
    #expect(again.problems.isEmpty, "\(again.problems)")
    #expect(try PlanConversion.canonical(again) == text)
  }

  @Test("have title, agency, year and period told from their words", arguments: OfficeSamples.names)
  func head(name: String) throws {
    let plan = PlanDocument(reading: try OfficePlan.reading(OfficeSamples.source(name)).source, as: .text).plan
    let title = try #require(plan.title?.string)
    let agency = try #require(plan.metadata.agency?.string)
    #expect(title.hasPrefix(agency))
    #expect(plan.metadata.year.map { title.has($0.string) } == true)
    #expect(plan.metadata.period?.meaning != nil)
  }

  /// How often each character that can be seen stands in a text.
  private func characters(_ text: some StringProtocol) -> [Unicode.Scalar: Int] {
    Dictionary(text.unicodeScalars.filter { !$0.showsNothing }.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test("lose no character: each stands in the plan or in the report", arguments: OfficeSamples.names)
  func nothingLost(name: String) throws {
    let document = try OfficeDocument(reading: OfficeSamples.bytes(name))
    let plan = try OfficePlan.reading(OfficeSamples.source(name))
    let text = String(decoding: plan.source.bytes, as: UTF8.self)
    let kept = characters(text + plan.report.leftOut.map(\.text).joined())
    let written = characters(
      document.blocks.paragraphs.map(\.shown).joined() + document.leftOut.map(\.text).joined())
    // Boxes become those of Markdown, and names of columns on two lines one line.
    let marks: Set<Unicode.Scalar> = ["□", "◎"]
    for (scalar, count) in written where !marks.contains(scalar) {
      #expect(kept[scalar, default: 0] >= count, "\(scalar) is lost")
    }
    #expect(!document.blocks.paragraphs.isEmpty)
  }

  @Test("keep what each paragraph says, in its place", arguments: OfficeSamples.names)
  func places(name: String) throws {
    let document = try OfficeDocument(reading: OfficeSamples.bytes(name))
    let source = try OfficePlan.reading(OfficeSamples.source(name)).source
    let places = try #require(source.places)
    let paragraphs = Dictionary(document.blocks.paragraphs.map { ($0.place.content.lowerBound, $0.shown) }) {
      first, _ in first
    }
    // A line of the plan is told to come from the paragraph whose words it has.
    var checked = 0
    for line in 1...source.lineCount {
      let range = source.rangeOfLine(line)
      guard range.count > 24, let words = places.words(at: range.lowerBound + range.count / 2),
        range.contains(words.lowerBound), let place = places.place(at: words.lowerBound)
      else { continue }
      let head = source.text(in: words).unicodeScalars.filter { !$0.showsNothing }.prefix(8)
      let paragraph = String(
        String.UnicodeScalarView(
          MarkdownEscape.words(paragraphs[place.content.lowerBound] ?? "").unicodeScalars.filter { !$0.showsNothing }))
      #expect(
        paragraph.has(String(String.UnicodeScalarView(head))) || place.cell == nil
          || source.text(in: range).hasPrefix("#"),
        "line \(line) of \(name)")
      checked += 1
    }
    #expect(checked > 40)
  }
}

extension SectionContent {
  fileprivate var memberCount: Int { if case .taskForce(let members) = self { members.count } else { 0 } }
  fileprivate var surveyCount: Int { if case .survey(let rows) = self { rows.count } else { 0 } }
}
