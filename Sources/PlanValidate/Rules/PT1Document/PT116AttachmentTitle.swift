import PlanModel
import PlanText

/// PT116: the list of attachments calls an attachment something else than its heading does.
enum AttachmentTitle: Rule {
  static let description = RuleDescription(
    code: "PT116", name: "attachment-title", severity: .warning,
    summary: LocalizedText(zh: "附件清單的名稱與附件的標題不同", en: "The list of attachments and a heading do not agree"),
    explanation: LocalizedText(
      zh: """
        「附件」一節寫「推動小組名冊(附表3)」，附表3 的標題卻是「推動小組編組名冊」：讀者無法確定是否為同一份。一個名稱包含在另一個之內（多了機關名稱或年度）不算不同；只比較「附件」一節的清單，以及\
        「附表1」之後緊接著的引號。編號指到另一份附件者也在此指出。
        """,
      en: """
        Where the section 附件 lists 推動小組名冊(附表3) and the heading of 附表3 is 推動小組編組名冊, readers cannot be sure that they are the same. A name contained in the other, with the agency or \
        the year added, does not count as different. Only the section 附件 and names in 「」 directly after 附表1 are compared. A number that points to another attachment is reported here too.
        """),
    failing: RuleExample(
      """
      ## 壹、執行步驟

      成立推動小組(附表2)，詳如附表1「↓為民服務滿意度調查表」。

      ## 貳、附件

      - 一、提升服務品質組織診斷具體作法表(附表1)。
      - 二、↓推動小組編制名冊(附表2)。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。

      ## 附表2、推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      """),
    passing: RuleExample(
      """
      ## 壹、執行步驟

      成立推動小組(附表2)，詳如(附表1)「組織診斷具體作法表」；檢核依「某某署實施計畫」附表2「組織診斷檢核表」。

      ## 貳、附件

      - 一、某某市政府警察局甲分局107年度提升服務品質組織診斷具體作法表(附表1)。
      - 二、附表2：推動小組編組名冊。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。

      ## 附表2、甲分局推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的清單與各附件的標題一致；一份 109 年區公所計畫引用的「工作日誌」，附件標題寫作「工作日志」。",
      en:
        "The list of a 107 police plan agrees with the headings; a district plan of 109 cites a 工作日誌 whose heading says 工作日志."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let attachments = plan.attachments
    for name in plan.sections.flatMap(Self.names) {
      guard let section = attachments.section(for: name.reference) else { continue }
      let label = AttachmentReference.all(in: section.heading).first { $0.isAtStart }
      let title = section.heading.part((label?.offsets.upperBound ?? 0)..<section.heading.string.utf8.count)
      let (one, other) = (Self.key(name.words), Self.key(title))
      guard one.count >= 3, other.count >= 3, !Self.contains(one, other), !Self.contains(other, one) else { continue }
      findings.add(
        at: name.words.firstLineRange,
        LocalizedText(
          zh: "這裡稱「\(name.words.excerpt)」，「\(section.label.name)」的標題卻是「\(title.trimmed.excerpt)」；請統一名稱，或改正編號。",
          en:
            "It is called “\(name.words.excerpt)” here, but the heading of “\(section.label.name)” is “\(title.trimmed.excerpt)”; use one name, or correct the number."
        ),
        notes: [.init(section.heading.firstLineRange, LocalizedText(zh: "標題在此", en: "The heading"))])
    }
  }

  /// What a section calls the attachments.
  private static func names(in section: Section) -> [(reference: AttachmentReference, words: PlanText)] {
    guard case .narrative(let text) = section.content else { return [] }
    let isList = PlanAttachments.isList(section)
    return Paragraph.all(in: text).flatMap { paragraph -> [(reference: AttachmentReference, words: PlanText)] in
      let words = paragraph.item.words
      let references = AttachmentReference.all(in: words)
      if isList, references.count == 1, let listed = listedName(of: references[0], in: words) {
        return [(references[0], listed)]
      }
      return references.compactMap { reference in quotedName(behind: reference, in: words).map { (reference, $0) } }
    }
  }

  /// What is left of an entry without the number of the attachment.
  private static func listedName(of reference: AttachmentReference, in words: PlanText) -> PlanText? {
    let length = words.string.utf8.count
    let before = words.part(0..<reference.offsets.lowerBound).trimmed(punctuation)
    let behind = words.part(reference.offsets.upperBound..<length).trimmed(punctuation)
    if before.isBlank, !behind.isBlank { return behind }
    if behind.isBlank, !before.isBlank, !before.string.has("，"), !before.string.has("。") { return before }
    return nil
  }

  /// 附表1「…」 and (附表1)「…」.
  private static func quotedName(behind reference: AttachmentReference, in words: PlanText) -> PlanText? {
    // 「…計畫」附件1 and …要點之附件1 are attachments of another document.
    let before = words.part(0..<reference.offsets.lowerBound).trimmed.string
    if before.hasSuffix("」") || before.hasSuffix("』") || before.hasSuffix("之") { return nil }
    let behind = words.part(reference.offsets.upperBound..<words.string.utf8.count).trimmed(brackets)
    guard behind.string.hasPrefix("「"), let close = behind.string.firstIndex(of: "」") else { return nil }
    return behind.part("「".utf8.count..<behind.string.utf8.distance(from: behind.string.startIndex, to: close))
  }

  private static let punctuation: ScalarSet = "()（）：:、.。;；,，-「」『』《》 \t\u{3000}如詳"
  private static let brackets: ScalarSet = ")）： :\u{3000}"

  private static func key(_ name: PlanText) -> [Unicode.Scalar] {
    let letters: [Unicode.Scalar] = NameKey(name.string).text.unicodeScalars.filter { scalar in
      scalar.isCommonHan ? scalar != "年" && scalar != "度" : scalar.properties.isAlphabetic
    }
    // 組織診斷具體作法 is the 具體作法表.
    return letters.last == "表" ? letters.dropLast() : letters
  }

  /// Whether the characters of a shorter name stand in a longer one in their order: names are shortened in the middle,
  /// too.
  private static func contains(_ name: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= name.count else { return false }
    var rest = name[...]
    for scalar in part {
      guard let index = rest.firstIndex(of: scalar) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }
}

extension PlanText {
  /// The text without some characters at its ends.
  fileprivate func trimmed(_ marks: ScalarSet) -> PlanText {
    let scalars = Array(string.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !marks.contains($0) }),
      let last = scalars.lastIndex(where: { !marks.contains($0) })
    else { return part(0..<0) }
    let start = scalars[..<first].reduce(0) { $0 + UTF8.width($1) }
    let length = scalars[first...last].reduce(0) { $0 + UTF8.width($1) }
    return part(start..<(start + length))
  }
}
