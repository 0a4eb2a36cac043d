import PlanModel
import PlanText

/// PT614: one site with two addresses.
enum AddressDiffers: Rule {
  static let description = RuleDescription(
    code: "PT614", name: "address-differs", severity: .note,
    summary: LocalizedText(zh: "同一網站有兩種網址", en: "A website has two addresses"),
    explanation: LocalizedText(
      zh: """
        同一個「」內的網站名稱後面寫了兩個不同主機的網址，民眾不知道該連哪一個，這是警告；同一主機有的寫 http、有的寫 https，舊的寫法多半已經失效，這是提示。請查明後統一。同一主機的不同\
        頁面不算。
        """,
      en: """
        If the name of a website in 「」 is followed by addresses on two different hosts, it is not clear which one to use: a warning. If one host is written with http in one place and https \
        in another, the former has usually stopped working: a note. Different pages of one host are accepted.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 於「線上申辦系統」(https://apply.example.gov.tw/)受理，另於 https://www.example.gov.tw/a 公布。
        2. 於「線上申辦系統」（網址：↓https://eform.example.gov.tw/）查詢進度，公告見 ↓http://www.example.gov.tw/b 。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 於「線上申辦系統」(https://apply.example.gov.tw/)受理，另於「公共論壇」(http://forum.example.gov.tw/)公布。
        2. 於「線上申辦系統」（網址：https://apply.example.gov.tw/query）查詢進度。
        """),
    evidence: LocalizedText(
      zh: "107 年警察計畫的同一主機有 http 與 https 兩種寫法。", en: "A 107 police plan writes one host with http and with https."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var sites: [NameKey: (host: String, place: PlanText)] = [:]
    var hosts: [String: (scheme: String, place: PlanText)] = [:]
    for (text, address) in plan.webAddresses where address.isWellFormed && address.blank == nil {
      let rest = address.address.string.dropFirst(address.scheme.string.count)
      let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
      guard host.contains(".") else { continue }
      if let name = quotedName(before: address, in: text) {
        if let known = sites[name], known.host != host {
          reportSite(name, address, known.place, &findings)
          continue
        }
        sites[name] = sites[name] ?? (host, address.address)
      }
      let scheme = address.scheme.string
      if let known = hosts[host], known.scheme != scheme {
        // Said once.
        if !known.scheme.isEmpty { reportScheme(host, address, known.place, &findings) }
        hosts[host]?.scheme = ""
      } else if hosts[host] == nil {
        hosts[host] = (scheme, address.address)
      }
    }
  }

  /// The name in 「」 that stands directly before an address or its parenthesis.
  private static func quotedName(before address: WebAddress, in text: PlanText) -> NameKey? {
    let index = text.string.utf8.index(text.string.utf8.startIndex, offsetBy: address.offset)
    var head = text.string[..<index].suffix(60).filter { !$0.isWhitespace }[...]
    for word in ["：", ":", "為", "網址", "（", "("] where head.hasSuffix(word) { head = head.dropLast(word.count) }
    guard head.last == "」", let open = head.lastIndex(of: "「") else { return nil }
    let name = NameKey(String(head[open...]))
    return name.text.unicodeScalars.count >= 3 ? name : nil
  }

  private static func reportSite(
    _ name: NameKey, _ address: WebAddress, _ first: PlanText, _ findings: inout FindingList
  ) {
    findings.add(
      at: address.address.firstLineRange,
      LocalizedText(
        zh: "「\(name.text)」的網址在此為「\(address.address.string.excerpt(40))」、在別處為「\(first.string.excerpt(40))」，請查明後統一。",
        en:
          "“\(name.text)” has the address “\(address.address.string.excerpt(40))” here and “\(first.string.excerpt(40))” elsewhere."
      ),
      severity: .warning, notes: [.init(first.firstLineRange, LocalizedText(zh: "另一個網址", en: "The other address"))])
  }

  private static func reportScheme(
    _ host: String, _ address: WebAddress, _ first: PlanText, _ findings: inout FindingList
  ) {
    findings.add(
      at: address.address.firstLineRange,
      LocalizedText(
        zh: "「\(host)」在此用「\(address.scheme.string)」、在別處用「\(first.string.excerpt(40))」，請統一。",
        en:
          "“\(host)” has “\(address.scheme.string)” here and “\(first.string.excerpt(40))” elsewhere; make them agree."),
      notes: [.init(first.firstLineRange, LocalizedText(zh: "另一種寫法", en: "The other form"))])
  }
}
