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
        「https://」的網址無法直接點選，列為提示；電子郵件不算。
        """,
      en: """
        An address should begin with http:// or https:// and have no blank inside. If Chinese text follows directly, programs take it as part of the \
        address; put a bracket, punctuation or a blank between (a note only). An address without https:// cannot be clicked, which is a note; e-mail addresses are not checked.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 公布於網站(網址：↓http:/www.example.gov.tw/)。
        2. 公布於網站(網址：↓https:// www.example.gov.tw/)。
        3. 製作影片，網址：↓https://www.example.gov.tw/videos/17563/實施宣導。
        4. 公布於↓www.example.gov.tw/service 供民眾查詢。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 公布於網站(網址：http://www.example.gov.tw/):供民眾查詢。
        2. 公布於網站，並連結https://example.gov.tw/a.aspx?n=1，供民眾查詢。
        3. 信箱為 service@example.gov.tw，採用 HTTP/2 及 https 加密連線，網址 https://example.gov.tw/ 供查詢。
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的影片網址後面直接接「實施宣導」，另一處只寫「tw-aed.mohw.gov.tw」。",
      en: "In a 107 police plan the address of a film runs straight into 實施宣導, and one is only tw-aed.mohw.gov.tw."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for (_, address) in plan.webAddresses { check(address, &findings) }
    checkBare(plan, &findings)
  }

  /// What an address of a government site, or of a site of any kind, has in it.
  private static let domains = [".tw", ".taipei", ".com", ".org", ".net", "www."].map { Array($0.unicodeScalars) }

  /// 網址為www.police.gov.tw: an address that no program takes for one.
  private static func checkBare(_ plan: PlanIndex, _ findings: inout FindingList) {
    let places = plan.characterPlaces
    var end = 0
    for hit in places.hits(of: domains) where hit.place >= end {
      let scalars = places.scalars
      var first = hit.place
      while first > 0, isPart(scalars[first - 1]) { first -= 1 }
      end = hit.place
      while end < scalars.count, isPart(scalars[end]) { end += 1 }
      while end > first, ".-_?&=".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
      // An address with its scheme, and one of a mailbox, go on to the left.
      if first > 0, ":@".unicodeScalars.contains(scalars[first - 1]) { continue }
      let host = scalars[first..<end].prefix { $0 != "/" }
      let labels = String(scalars: host).lowercased().split(separator: ".", omittingEmptySubsequences: false)
      guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last,
        ["tw", "taipei", "com", "org", "net"].contains(last), labels[0] != "http", labels[0] != "https",
        !scalars[first..<end].starts(with: "http".unicodeScalars)
      else { continue }
      let address = places.row.part(first..<end)
      findings.add(
        at: address.firstLineRange,
        LocalizedText(
          zh: "網址「\(address.string.excerpt(40))」前面沒有「https://」或「http://」，無法直接點選；請查對後補上。",
          en:
            "The address “\(address.string.excerpt(40))” has no https:// or http:// in front, so it cannot be clicked; check the address and add it."
        ),
        severity: .note)
    }
  }

  /// Whether a character can stand in an address without its scheme.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || Numeral.digit(scalar) != nil)
      || ".-_/?&=%~#".unicodeScalars.contains(scalar)
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
            The address “\(written)” runs into “\(address.following.excerpt)”, which programs take as part of it; put punctuation or a blank \
            between.
            """),
        severity: .note)
    }
  }
}
