import PlanModel
import PlanText

/// PT605: an address that cannot be opened as it is written.
enum MalformedURL: Rule {
  static let description = RuleDescription(
    code: "PT605", name: "malformed-url", severity: .warning,
    summary: LocalizedText(zh: "網址寫法有誤", en: "A web address is malformed"),
    explanation: LocalizedText(
      zh: """
        網址的開頭應為「http://」或「https://」，中間不可有空格。網址後面緊接中文字時，軟體會把中文也當成網址的一部分，請加上括號、標點或空格（列為提示）。沒有\
        「http://」的網域名稱不檢查。
        """,
      en: """
        An address begins with http:// or https:// and has no blank inside. Where Chinese text follows directly, programs take it for a part of the \
        address; put a bracket, punctuation or a blank between (a note only). Domain names without a scheme are fine.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 公布於網站(網址：↓http:/www.example.gov.tw/)。
        2. 公布於網站(網址：↓https:// www.example.gov.tw/)。
        3. 製作影片，網址：↓https://www.example.gov.tw/videos/17563/實施宣導。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 公布於網站(網址：http://www.example.gov.tw/):供民眾查詢。
        2. 公布於網站(網址為www.example.gov.tw)，並連結https://example.gov.tw/a.aspx?n=1，供民眾查詢。
        3. 採用 HTTP/2 及 https 加密連線，網址 https://example.gov.tw/ 供查詢。
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的影片網址後面直接接「實施宣導」。", en: "In a 107 police plan the address of a film runs straight into 實施宣導."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for (_, address) in plan.webAddresses { check(address, &findings) }
  }

  private static func check(_ address: WebAddress, _ findings: inout FindingList) {
    let written = address.address.string.excerpt(40)
    let range = address.address.firstLineRange
    if !address.isWellFormed, address.scheme.string.lowercased() != address.properScheme {
      let proper = address.properScheme
      findings.add(
        at: range,
        LocalizedText(
          zh: "網址「\(written)」的開頭應為「\(proper)」。", en: "The address “\(written)” should begin with “\(proper)”."),
        fixes: [
          Finding.Fix(
            LocalizedText(zh: "改為「\(proper)」", en: "Write “\(proper)”"), replace: address.scheme.range, with: proper)
        ])
    } else if address.blank != nil {
      findings.add(
        at: range,
        LocalizedText(zh: "網址「\(written)」中間有空格，請刪去。", en: "The address “\(written)” has a blank inside; delete it."))
    } else if !address.following.string.isEmpty {
      findings.add(
        at: range,
        LocalizedText(
          zh: "網址「\(written)」緊接「\(address.following.excerpt)」，會被當成網址的一部分，請加標點或空格隔開。",
          en: """
            The address “\(written)” runs into “\(address.following.excerpt)”, which programs take for a part of it; put punctuation or a blank \
            between.
            """),
        severity: .note)
    }
  }
}
