import PlanFormats
import PlanModel
import PlanText
import PlanTestSupport
import Testing

/// The real proposal holds what was counted by hand in the document that it is made from.
@Suite struct ProposalSeedTests {
  private func proposal() throws -> Proposal {
    let document = PlanDocument(reading: try Seed.ledger.source())
    try #require(document.problems.isEmpty, "\(document.problemList)")
    return try #require(document.proposal)
  }

  private func section(_ kind: ProposalSectionKind) throws -> ProposalSection {
    try #require(proposal().sections.first { $0.kind == kind })
  }

  private func text(of part: Int) throws -> String { try #require(proposal().parts[part].text?.string) }

  @Test func hasThePartsOfTheForm() throws {
    let proposal = try proposal()
    #expect(proposal.metadata.name?.string == "應勤簿冊電子化")
    #expect(proposal.metadata.rocYear == 106)
    #expect(
      proposal.sections.map(\.kind).filter { $0 != .attachment } == [
        .categories, .contributors, .scope, .background, .methods, .effects, .attachmentList, .contact,
      ])
    #expect(proposal.categories.map(\.text.string) == ["創新獎", "精進獎", "跨域合作獎"])
    #expect(proposal.categories.map(\.isTicked) == [true, false, false])
    #expect(proposal.parts.map { $0.heading?.string.prefix(2) } == ["一、", "二、", "三、", "四、", "五、", "六、"])
    #expect(proposal.costs.count == 1)
    for (kind, count) in [(ProposalSectionKind.scope, 4), (.effects, 5)] {
      guard case .points(let points) = try section(kind).content else {
        Issue.record("\(kind) is no list")
        continue
      }
      #expect(points.map { $0.label?.value } == Array(1...count))
    }
  }

  @Test func sharesOfThreeContributorsMakeTheWhole() throws {
    let contributors = try proposal().contributors
    #expect(contributors.map(\.role.string) == ["主要提案人", "參與提案人", "參與提案人"])
    #expect(contributors.map { $0.percent?.hundredths } == [4000, 3000, 3000])
    // Names, telephone and address are left out on purpose.
    #expect(contributors.allSatisfy { $0.name.string.isEmpty })
    guard case .contact(let contact) = try section(.contact).content else {
      Issue.record("the contact holds something else")
      return
    }
    #expect([contact.name, contact.phone, contact.email].map { $0?.string } == ["", "", ""])
  }

  @Test func listsSixteenLedgersOfWhichSixAreInTheAPP() throws {
    let lines = try text(of: 1).split(separator: "\n")
    let ledgers = lines.drop { !$0.contains("網頁版") }.dropFirst().prefix { $0.hasPrefix("  - ") }
      .map { String($0.dropFirst(4)) }
    #expect(ledgers.map { Label.read(at: $0)?.label.value } == Array(1...16))
    // The full stop that the others have is missing in the document too.
    #expect(ledgers.filter { !$0.hasSuffix("。") } == ["4. 公務電話紀錄簿"])
    let app = try #require(lines.first { $0.hasPrefix("- (二)") })
    let named = app.drop { $0 != "供" }.dropFirst().prefix { $0 != "(" }
    // 及 joins the last two.
    #expect(named.split(separator: "、").count + 1 == 6)
    #expect(app.contains("等6項簿冊"))
    #expect(lines.drop { !$0.hasPrefix("- (三)") }.dropFirst().count == 6)
  }

  @Test func fourPhasesHaveTheirDates() throws {
    let phases = try proposal().phases
    #expect(phases.map(\.text.string) == ["第一階段：", "第二階段：", "第三階段：", "第四階段："])
    let days = phases.map { phase in
      phase.period?.meaning?.days(in: PlanYears(year: nil)).map { "\($0.lowerBound.iso)..\($0.upperBound.iso)" }
    }
    #expect(
      days == [
        "2016-08-08..2016-12-31", "2017-01-01..2017-02-28", "2017-03-01..2017-05-31", "2017-10-01..2017-12-31",
      ])
    #expect(phases.map { $0.units?.string.split(separator: "\n").count } == [1, 1, 4, 4])
  }

  @Test func figuresAreThoseOfTheDocument() throws {
    let text = try Seed.ledger.source()
    let all = text.text(in: 0..<text.bytes.count)
    for figure in [
      "805萬3,988元", "210個日曆天", "117萬8,154張", "117萬8.154張", "62萬3,714元", "0.1174元", "0.412元", "9場次", "213項", "317小時",
      "LP5-105040", "14個分局", "20個單位",
    ] {
      #expect(all.contains(figure), "\(figure)")
    }
  }

  @Test func twelveAttachmentsAreCitedAndSevenHaveTheirLabel() throws {
    let proposal = try proposal()
    let texts =
      proposal.parts.flatMap { [$0.text] + $0.phases.map(\.units) }.compactMap { $0 }
      + proposal.sections.flatMap { section -> [PlanText] in
        if case .points(let points) = section.content { points.map(\.text) } else { [] }
      }
    #expect(texts.flatMap { AttachmentReference.all(in: $0) }.map(\.number) == Array(1...12))
    #expect(proposal.attachments.compactMap { $0.attachment?.number } == [2, 6, 7, 8, 9, 10, 12])
    // Three captions stand in the document without the number of their attachment.
    #expect(proposal.attachments.map { $0.attachment == nil }.count { $0 } == 3)
  }
}
