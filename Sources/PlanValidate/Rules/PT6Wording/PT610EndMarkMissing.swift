import PlanModel
import PlanText

/// PT610: one item of a list has no mark at its end, and nearly all others have one.
enum EndMarkMissing: Rule {
  static let description = RuleDescription(
    code: "PT610", name: "end-mark-missing", severity: .note,
    summary: LocalizedText(
      zh: "同一清單只有這一項句末沒有標點", en: "An item has no punctuation at its end, unlike the rest of its list"),
    explanation: LocalizedText(
      zh: """
        同一清單有 5 項以上、其中八成以上句末有句號或分號時（4 項者，其餘 3 項都有時），沒有標點的那幾項多半是漏了，也可能是文字沒有寫完。請補上標點，或把文字補完。底下還有細項的（以冒號引出）不算；\
        整份清單都不加標點時不提出。文字明顯中斷者由 PT113 提出。
        """,
      en: """
        If a list has five items or more and at least 80 % of them end with a full stop or semicolon (of four items, three), those without one have probably lost it, or are unfinished. \
        Add the punctuation or complete the text. Items that introduce a list of their own do not count, and a list without any punctuation is accepted. Text that is clearly cut off is \
        reported by PT113.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 申請案件依限辦結，逾期者檢討原因。
        2. ↓每月統計逾期案件並提會檢討
        3. 提供線上申辦，並以簡訊通知辦理情形。
        4. 設置單一窗口，由專人引導。
        5. 公開標準作業程序及應備證件。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 申請案件依限辦結，逾期者檢討原因。
        2. 每月辦理下列檢討：
           - (一)逾期案件
           - (二)退補件案件
        3. 提供線上申辦，並以簡訊通知辦理情形(行動電話未登錄者以電話通知。)
        4. 設置單一窗口，由專人引導；
        5. 公開標準作業程序及應備證件。
        6. 無
        """),
    evidence: LocalizedText(
      zh: "106 年提案表列出 16 種簿冊，只有一種句末沒有句號；107 年警察計畫的措施調查表有兩格沒有。",
      en:
        "One of 16 ledgers listed in a 106 proposal has no full stop, nor do two cells of the survey in a 107 police plan."
    ))

  static let documents = DocumentKind.allCases

  private static let fewest = 4

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for list in plan.paragraphLists {
      let items = list.filter { !$0.leadsToList && !$0.string.isIntroduction && !$0.string.saysNothing }
      guard items.count >= fewest else { continue }
      let open = items.filter { !Ending(PlanText($0.string)).hasEndMark }
      guard !open.isEmpty,
        (items.count - open.count) * 5 >= items.count * 4 || items.count == fewest && open.count == 1
      else { continue }
      for item in open where Ending(item.text).cut(withoutFullStop: true) == nil {
        let text = item.text
        findings.add(
          at: text.firstLineRange,
          LocalizedText(
            zh: "「\(text.excerpt)」句末沒有標點，同一層的 \(items.count) 項有 \(items.count - open.count) 項有；請補上，或把文字補完。",
            en:
              "“\(text.excerpt)” has no punctuation at its end; \(items.count - open.count) of the \(items.count) items at its level do. Add it, or complete the text."
          ))
      }
    }
  }
}

extension String {
  /// Whether the text ends with a colon or comma, so that something else goes on with it.
  fileprivate var isIntroduction: Bool {
    unicodeScalars.reversed().first { !$0.isWhiteSpace }.map { "：:，,、".unicodeScalars.contains($0) } ?? true
  }
}
