import PlanModel
import PlanText

/// PT110: a part of the proposal form is absent, or was left unfilled.
enum ProposalPartMissing: Rule {
  static let description = RuleDescription(
    code: "PT110", name: "proposal-part-missing", severity: .error,
    summary: LocalizedText(zh: "提案表缺少必要的部分，或沒有填寫", en: "A part of a proposal is missing or not filled in"),
    explanation: LocalizedText(
      zh: """
        創意提案表須填提案類別（至少勾選一項）、提案人員、提案範圍、提案緣起、實施方法、成效與聯絡窗口；有附件時須有相關附件一欄。列出而沒有填寫，或是沒有提案人員、實施方法或成效，是錯誤；其他部分有的機關的表上沒有，缺少時是警告。聯絡窗口的姓名、電話在公開的檔案可以留白。分階段辦理時每個階段都要有時程；標題寫了投入成本，內文就要\
        寫到成本。
        """,
      en: """
        The form needs 提案類別 with at least one ticked box, 提案人員, 提案範圍, 提案緣起, 實施方法, 成效 and 聯絡窗口, and 相關附件 if there are attachments. A part that is \
        there but not filled in is an error, as is a form without people, methods or effects; the other parts are not on every agency's form, so a missing one is a warning. The fields of 聯絡窗口 \
        may stay blank in a published file. If there are phases, each needs a period, and a heading that mentions costs (投入成本) needs the costs under it.
        """),
    failing: RuleExample(
      """
      # ↓↓某某市政府創意提案表

      - 文件種類：創意提案
      - 提案名稱：線上預約
      - 提案年度：106
      - 提案單位：某某市政府甲局資訊室

      ## ↓提案類別

      - [ ] 創新獎
      - [ ] 精進獎

      ## 提案人員

      | 身分 | 姓名 | 貢獻度 |
      | --- | --- | --- |
      | 主要提案人 | | 100% |

      ## 提案範圍

      - 一、為民服務品質之改進。

      ## ↓提案緣起

      ## ↓實施方法、過程及投入成本

      ### 一、推動期程

      - (一)第一階段
        - 時程：106年1月至3月
      - ↓(二)第二階段
      - (三)第三階段
        - 時程：106年7月至9月
      """),
    passing: RuleExample(
      """
      # 某某市政府創意提案表

      - 文件種類：創意提案表
      - 提案名稱：線上預約
      - 年度：106
      - 機關：某某市政府甲局

      ## 一、提案類別

      - [ ] 創新獎
      - [x] 精進獎

      ## 二、提案人員

      | 身分 | 姓名 | 貢獻度 |
      | --- | --- | --- |
      | 主要提案人 | | 100% |

      ## 三、提案範圍

      為民服務品質之改進。

      ## 四、提案緣起

      民眾反映等候過久。

      ## 五、實施方法、過程及投入成本

      由本局自行開發，未另編列經費。

      ## 六、預期成效

      - 一、每件節省10分鐘。

      ## 七、相關附件

      無

      ## 八、聯絡窗口

      - 姓名：
      - 電話：
      - 電子郵件：
      """),
    evidence: LocalizedText(
      zh: "一份 106 年創意提案表有十二個欄目，全部填寫；本規則防範送件前漏填。",
      en:
        "A proposal of 106 has twelve parts, all filled in; the rule guards against sending one in with a part left out."
    ))

  static let documents: [DocumentKind] = [.proposal]

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let proposal = plan.document.proposal else { return }
    let place =
      proposal.title?.firstLineRange ?? proposal.sections.first?.heading.firstLineRange ?? plan.source.rangeOfLine(1)
    for (kind, severity) in required(of: proposal) {
      let sections = proposal.sections.filter { $0.kind == kind }
      if sections.isEmpty {
        let name = kind.words[0]
        findings.add(
          at: place,
          LocalizedText(
            zh: "提案表沒有「\(name)」，請加上「## \(name)」一節。", en: "The form has no \(name); add a section “## \(name)”."),
          severity: severity)
      } else if sections.allSatisfy(\.isEmpty), let first = sections.first {
        findings.add(
          at: first.heading.firstLineRange,
          LocalizedText(
            zh: "「\(first.heading.excerpt)」沒有填寫，請補上內容。", en: "“\(first.heading.excerpt)” is not filled in."))
      }
    }
    for section in proposal.sections { check(section, &findings) }
    for phase in proposal.phases where phase.period == nil {
      findings.add(
        at: phase.label == nil ? phase.text.firstLineRange : phase.labelRange,
        LocalizedText(
          zh: "「\(phase.text.excerpt)」沒有時程，請在其下加「- 時程：…」。",
          en: "“\(phase.text.excerpt)” has no period; add “- 時程：…” under it."),
        severity: .warning)
    }
    checkCosts(proposal, &findings)
  }

  /// The parts that a form has, and how bad it is to have none.
  private static func required(of proposal: Proposal) -> [(ProposalSectionKind, Severity)] {
    var kinds: [(ProposalSectionKind, Severity)] = [
      (.categories, .warning), (.contributors, .error), (.scope, .warning), (.background, .warning), (.methods, .error),
      (.effects, .error), (.contact, .warning),
    ]
    // 相關附件：無 is an answer where there is none.
    if !proposal.attachments.isEmpty { kinds.append((.attachmentList, .warning)) }
    return kinds
  }

  private static func check(_ section: ProposalSection, _ findings: inout FindingList) {
    guard case .categories(let categories) = section.content, !section.isEmpty, !categories.contains(where: \.isTicked)
    else { return }
    findings.add(
      at: section.heading.firstLineRange,
      categories.isEmpty
        ? LocalizedText(
          zh: "「\(section.heading.excerpt)」沒有方格，請逐項寫成「- [ ] …」，選取者寫成「- [x] …」。",
          en:
            "“\(section.heading.excerpt)” has no boxes; write each category as “- [ ] …” and the chosen one as “- [x] …”."
        )
        : LocalizedText(
          zh: "「\(section.heading.excerpt)」一項也沒有勾選，請把參加的類別改為「- [x] …」。",
          en: "No box is ticked under “\(section.heading.excerpt)”; write the chosen one as “- [x] …”."))
  }

  /// 實施方法、過程及投入成本 with nothing on costs.
  private static func checkCosts(_ proposal: Proposal, _ findings: inout FindingList) {
    let words = ["成本", "經費", "費用", "預算", "元"]
    for section in proposal.sections where section.kind == .methods && section.heading.string.dense.has("成本") {
      guard case .parts(let parts) = section.content, !section.isEmpty else { continue }
      let mentions = parts.flatMap(\.texts).map(\.string.dense).contains { text in words.contains { text.has($0) } }
      if mentions { continue }
      findings.add(
        at: section.heading.firstLineRange,
        LocalizedText(
          zh: "「\(section.heading.excerpt)」沒有寫到投入的成本；沒有經費也請說明。",
          en: "“\(section.heading.excerpt)” does not mention any costs; if there are none, say so."),
        severity: .warning)
    }
  }
}
