import PlanModel
import PlanText

/// PT107: an attachment is listed or referred to, but is not there.
enum AttachmentAbsent: Rule {
  static let description = RuleDescription(
    code: "PT107", name: "attachment-absent", severity: .error,
    summary: LocalizedText(zh: "列出或引用的附件不存在", en: "An attachment is mentioned but missing"),
    explanation: LocalizedText(
      zh: """
        「附件」一節列出或內文引用的附表、附件，都須有對應的章節（## 附表3、…）。每個缺少的附件只報告一次。附有表格而標題沒有編號，讀者無從得知所指為何，也會報告。\
        引用其他文件的附件（「…計畫」附件3、…要點之附件1）不檢查。
        """,
      en: """
        Every 附表 or 附件 that the list of attachments names or the text refers to needs a section of its own (## 附表3、…). Each missing one is reported once. \
        If there are attached tables whose headings have no number, readers cannot tell which one is meant; that is reported too. \
        Attachments of other documents (「…計畫」附件3, …要點之附件1) are not checked.
        """),
    failing: RuleExample(
      """
      ## 壹、執行步驟

      成立推動小組(如附表 3)。

      ## 貳、附件

      - 一、具體作法表(附表 1)。
      - 二、推動小組編組名冊(↓附表 3)。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。
      """),
    passing: RuleExample(
      """
      ## 壹、執行步驟

      申請時所附的附件、附表依各該規定，請將附件裝訂；依「警察機關107年度提升服務品質實施計畫」附件3辦理，詳如附件 1。

      ## 附件一、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫列出附表 3 編組名冊，但公布的檔案沒有這張表。",
      en: "A 107 police plan lists 附表 3 (task force), but the published file does not contain it."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let attachments = plan.attachments
    let absent = attachments.absent
    var places: [PlanAttachments.Key: [PlanAttachments.Mention]] = [:]
    var order: [PlanAttachments.Key] = []
    for mention in absent {
      if places[mention.reference.key] == nil { order.append(mention.reference.key) }
      places[mention.reference.key, default: []].append(mention)
    }
    var unclear: [PlanAttachments.Mention] = []
    for key in order {
      guard let mentions = places[key], let first = mentions.firstIndex(where: \.isListed) ?? mentions.indices.first
      else { continue }
      if attachments.mayBeUnlabelled(key.number) {
        unclear += mentions
        continue
      }
      let reference = mentions[first].reference
      let said = mentions[first].isListed ? (zh: "列在附件中", en: "listed") : (zh: "在此引用", en: "referred to")
      findings.add(
        at: reference.range,
        LocalizedText(
          zh: "「\(reference.name)」\(said.zh)，但沒有這個章節；請補上「## \(reference.name)、…」或改正編號。",
          en:
            "“\(reference.name)” is \(said.en), but there is no such section; add “## \(reference.name)、…” or correct the number."
        ), notes: mentions.indices.filter { $0 != first }.map { alsoHere(mentions[$0].reference.range) })
    }
    if absent.isEmpty, attachments.vague.isEmpty { confirm(attachments, &findings) }
    if !unclear.isEmpty {
      reportUnclear(unclear, attachments, &findings)
    } else if let (name, range) = attachments.vague.first {
      findings.add(
        at: range,
        LocalizedText(
          zh: "「\(name)」在此引用，但沒有章節的標題以「\(name)」開頭；請在所指的標題前加上「\(name)1、」等編號，並在此寫出編號。",
          en: """
            “\(name)” is referred to, but no heading begins with it; put a number such as “\(name)1、” before the heading that is meant, and write the \
            number here.
            """),
        severity: .warning, notes: attachments.vague.dropFirst().map { alsoHere($0.range) } + unlabelled(attachments))
    }
  }

  /// One cause for all of them: tables, or in a proposal 附件, that have no number.
  private static func reportUnclear(
    _ mentions: [PlanAttachments.Mention], _ attachments: PlanAttachments, _ findings: inout FindingList
  ) {
    var seen: Set<String> = []
    let names = mentions.map(\.reference.name).filter { seen.insert($0).inserted }
    let count = attachments.unlabelled.count
    var seenHeadings: Set<String> = []
    let headings = attachments.unlabelled.map(\.excerpt).filter { seenHeadings.insert($0).inserted }.quoted
    let quoted = names.quoted
    // Numbers cannot help more attachments than there are headings.
    let lost = names.count - count
    let rest =
      lost > 0
      ? LocalizedText(
        zh: "；另外至少有 \(lost) 個附件沒有標題，請補上或改正編號",
        en:
          "; at least \(lost) of the attachments \(lost == 1 ? "has" : "have") no heading at all: add them or correct the numbers"
      )
      : LocalizedText(zh: "", en: "")
    findings.add(
      at: mentions[0].reference.range,
      LocalizedText(
        zh:
          "內文引用\(quoted.zhHant)，但文件有 \(count) 個附件的標題（\(headings.zhHant)）沒有編號，無從對應；請在標題寫上編號，例如「## \(names[0])、…」\(rest.zhHant)。",
        en: """
          The text refers to \(quoted.en), but \(count) heading\(count == 1 ? "" : "s") of attachments (\(headings.en)) have no number, \
          so it is not clear which one is meant; write the number in the heading, as in “## \(names[0])、…”\(rest.en).
          """),
      notes: mentions.dropFirst().map { alsoHere($0.reference.range) } + attachments.vague.map { alsoHere($0.range) }
        + unlabelled(attachments))
  }

  private static func alsoHere(_ range: SourceRange) -> Finding.Note {
    .init(range, LocalizedText(zh: "此處也引用", en: "Also referred to here"))
  }

  /// Every attachment that is named is there: one line for all of them, at the place that names the first.
  private static func confirm(_ attachments: PlanAttachments, _ findings: inout FindingList) {
    guard let first = attachments.mentions.first else { return }
    var seen: Set<PlanAttachments.Key> = []
    let sections = attachments.mentions.compactMap { attachments.section(for: $0.reference)?.label }
    let names = sections.filter { seen.insert($0.key).inserted }.sorted { ($0.kind, $0.number) < ($1.kind, $1.number) }
      .map(\.name)
    findings.confirm(
      at: first.reference.range,
      LocalizedText(
        zh: "列出或引用的 \(names.count) 個附件都有對應的章節：\(names.joined(separator: "、"))。",
        en: names.count == 1
          ? "The attachment that is listed or referred to is there: \(names[0])."
          : "All \(names.count) attachments that are listed or referred to are there: \(names.joined(separator: ", "))."
      ))
  }

  private static func unlabelled(_ attachments: PlanAttachments) -> [Finding.Note] {
    attachments.unlabelled.map { heading in
      .init(heading.firstLineRange, LocalizedText(zh: "此處沒有編號", en: "No number here"))
    }
  }
}
