import PlanModel
import PlanText
import Testing

@testable import PlanFormats

@Suite("Proposals in documents")
struct ProposalImportTests {
  private static let form = """
    某某市政府創意提案競賽提案表
    提案類別\t■創新獎 □精進獎
    提案年度\t113年度
    提案單位\t某某市政府資訊局
    提案人員\t主要提案人:甲○○ 貢獻度:60%
    \t參與提案人：乙○○ 貢獻度：40%
    提案範圍\t一、為民服務品質之改進革新事項。
    提案名稱\t線上預約系統
    提案緣起\t民眾於臨櫃等候時間過長，屢經反映，本局爰規劃線上預約並整
    \t合既有系統。
    實施方法、過程及投入成本\t一、建置重點
    \t(一)預約網頁。
    \t二、執行成本
    \t共計新臺幣10萬元。
    實際執行成效\t等候時間縮短5分鐘。
    聯絡窗口\t姓名：○○○
    \t電話：02-00000000
    附件1、系統畫面
    略。
    """

  private func proposal(_ text: String, blanksNames: Bool = false) throws -> (Proposal?, String, [Located<ReadProblem>])
  {
    let document = try OfficeDocument(reading: SourceText(name: "a.txt", text: text))
    let plan = OfficePlan(joining: [document], blanksNames: blanksNames)
    let read = PlanDocument(reading: plan.source, as: .text)
    return (read.proposal, String(decoding: plan.source.bytes, as: UTF8.self), read.problems)
  }

  @Test("become proposals, with their fields and parts")
  func form() throws {
    let (found, text, problems) = try proposal(Self.form)
    let proposal = try #require(found)
    #expect(problems.isEmpty, "\(problems)")
    #expect(proposal.metadata.name?.string == "線上預約系統")
    #expect(proposal.metadata.year?.string == "113")
    #expect(proposal.metadata.unit?.string == "某某市政府資訊局")
    #expect(
      proposal.sections.map(\.kind) == [
        .categories, .contributors, .scope, .background, .methods, .effects, .contact, .attachment,
      ])
    #expect(text.has("- [x] 創新獎\n- [ ] 精進獎"))
    #expect(text.has("| 主要提案人 | 甲○○ | 60% |\n| 參與提案人 | 乙○○ | 40% |"))
    #expect(text.has("線上預約並整合既有系統。"))
    #expect(text.has("### 一、建置重點\n\n- (一)預約網頁。"))
    #expect(text.has("- 電話：02-00000000"))
  }

  @Test("leave names blank where that is asked for")
  func blankNames() throws {
    let (found, text, _) = try proposal(Self.form, blanksNames: true)
    #expect(found != nil)
    #expect(!text.has("甲○○") && text.has("主要提案人") && text.has("60%"))
  }

  @Test("are no plan that only speaks of proposals")
  func plans() throws {
    let (found, _, _) = try proposal("某某分局107年度執行計畫\n壹、提案改善\n提案名稱\t件數\n甲案\t3\n乙案\t4\n聯絡窗口\n略。\n")
    #expect(found == nil)
  }
}
