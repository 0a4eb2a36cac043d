import PlanModel
import PlanText

/// PT406: personal data in a document that will be published.
enum PersonalData: Rule {
  static let description = RuleDescription(
    code: "PT406", name: "personal-data", severity: .warning,
    summary: LocalizedText(zh: "計畫含有個人資料", en: "The plan contains personal data"),
    explanation: LocalizedText(
      zh: """
        計畫通常公開於機關網站，不應留有個人的電子郵件、行動電話、身分證統一編號；名冊的姓名欄多半留白而有人填了姓名時，也請確認。\
        名冊一律列姓名者、職掌或備考中寫有姓名者列為提示；聯絡窗口、承辦人的市內電話也是。其他公務電話、報案專線、網址、機關的服務信箱與發文字號不算個人資料。訊息與所印出的原文都只顯示遮蔽後的內容。
        """,
      en: """
        Plans are usually published. They should not contain personal e-mail addresses, mobile numbers or national ids, or a \
        name in a roster that mostly leaves names blank; a roster that lists all names is a note, as are names in its duties and remarks and the telephone number of a contact person. Other office numbers, \
        web addresses, service mailboxes and document numbers are not personal data. Messages and the lines printed with them show the data only in masked form.
        """),
    failing: RuleExample(
      """
      ## 壹、聯絡方式

      承辦人手機↓0912-345-678，電子郵件↓xiaoming@example.com，身分證統一編號↓A123456789。

      聯絡人：王科員，電話：↓02-1234-5678轉11。

      ## 附表3、推動小組編組名冊

      | 職稱 | 現職 | 姓名 | 職掌 |
      | --- | --- | --- | --- |
      | 召集人 | 分局長 | | 綜理全般事宜 |
      | 委員 | 行政組組長 | ↓王小明 | 督導行政組 |
      | 執行秘書 | 秘書室主任 | | 管制考核，出缺時由↓林大同代理 |
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、內政部警政署99年3月1日警署秘字第0990062631號函頒「提升服務品質實施計畫」。

      ## 貳、聯絡方式

      服務專線110、1999、(02)2311-0912；信箱service@police.gov.tw；網址https://www.facebook.com/user@page/videos/0912345678/。
      案件編號A123456788。聯絡人請撥總機(02)2311-0912；承辦人更換時，民眾可撥服務專線02-2311-0913查詢。

      ## 附表3、推動小組編組名冊

      | 職稱 | 現職 | 姓名 | 職掌 |
      | --- | --- | --- | --- |
      | 召集人 | 分局長 | | 綜理全般事宜 |
      | 委員 | 行政組組長 | 王○明 | 督導行政組 |
      | 執行秘書 | 秘書室主任 | （略） | 管制考核，由張組長代理，聯絡人洽總機 |
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的姓名欄都留白；109 年區公所計畫的名冊列出全部姓名。",
      en: "The 107 police plans leave names blank; the roster of the 109 district plan lists all of them."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let contacts = officeAddresses(in: plan)
    for datum in PersonalDataScanner.data(in: plan.source) where !contacts.contains(where: { $0.range == datum.range })
    {
      let kind = title(of: datum.kind)
      findings.add(
        at: datum.range,
        LocalizedText(
          zh: "計畫含有\(kind(.zhHant))（\(datum.masked)），公開前請刪除或改用公務聯絡方式。",
          en: "The plan contains \(kind(.en)) (\(datum.masked)); remove it or give an office contact."))
    }
    let phones = ContactPhone.all(in: plan.document)
    if !contacts.isEmpty { checkContacts(phones, contacts, &findings) }
    for phone in contacts.isEmpty ? phones : [] {
      findings.add(
        at: phone.number.firstLineRange,
        LocalizedText(
          zh: "聯絡人的電話（\(phone.masked)）會隨計畫公開，請確認是機關的總機或服務專線，否則請刪除。",
          en:
            "The phone number of a contact person (\(phone.masked)) is published with the plan; make sure that it is the office's number, or remove it."
        ),
        severity: .note)
    }
    checkNames(plan.members, &findings)
    checkNames(inDutiesOf: plan.members, &findings)
    if let proposal = plan.document.proposal { checkNames(of: proposal, &findings) }
  }

  /// The addresses of the contact of a proposal, for which its form asks, but for those at hosts where anybody may have
  /// one.
  private static func officeAddresses(in plan: PlanIndex) -> [PersonalDataScanner.Datum] {
    let fields = (plan.document.proposal?.sections ?? []).compactMap { section -> PlanText? in
      if case .contact(let contact) = section.content { contact.email } else { nil }
    }
    guard !fields.isEmpty else { return [] }
    return PersonalDataScanner.data(in: plan.source).filter { datum in
      datum.kind == .email && fields.contains { $0.range.overlaps(datum.range) }
        && !privateHosts.contains { datum.masked.lowercased().hasSuffix("@" + $0) }
    }
  }

  private static let privateHosts = [
    "gmail.com", "yahoo.com", "yahoo.com.tw", "hotmail.com", "outlook.com", "icloud.com", "msn.com", "hinet.net",
    "pchome.com.tw",
  ]

  /// What the form of a proposal asks for, in one finding.
  private static func checkContacts(
    _ phones: [ContactPhone], _ addresses: [PersonalDataScanner.Datum], _ findings: inout FindingList
  ) {
    let places = phones.map(\.number.firstLineRange) + addresses.map(\.range)
    let zh = phones.map { "電話（\($0.masked)）" } + addresses.map { "電子郵件（\($0.masked)）" }
    let en = phones.map { "phone number (\($0.masked))" } + addresses.map { "e-mail address (\($0.masked))" }
    findings.add(
      at: places[0],
      LocalizedText(
        zh: "聯絡人的\(zh.joined(separator: "、"))會隨提案公開，請確認是機關的公務聯絡方式，否則請刪除。",
        en: """
          The \(en.joined(separator: " and ")) of the contact person \(places.count == 1 ? "is" : "are") published with the proposal; \
          make sure that they are the office's, or remove them.
          """),
      severity: .note,
      notes: places.dropFirst().map { .init($0, LocalizedText(zh: "此處亦同", en: "Also here")) })
  }

  /// The form asks for names; what is published leaves them blank.
  private static func checkNames(of proposal: Proposal, _ findings: inout FindingList) {
    let names = PersonalPlaces.names(in: proposal)
    guard let first = names.first else { return }
    findings.add(
      at: first.firstLineRange,
      LocalizedText(
        zh: "提案表列有姓名（\(first.string.prefix(1))○○ 等 \(names.count) 處），公開前請確認是否需要。",
        en:
          "The form names people (\(first.string.prefix(1))○○ …, \(names.count) in all); make sure they may be published."
      ),
      severity: .note)
  }

  private static func title(of kind: PersonalDataScanner.Kind) -> LocalizedText {
    switch kind {
    case .email: LocalizedText(zh: "電子郵件地址", en: "an e-mail address")
    case .mobile: LocalizedText(zh: "行動電話號碼", en: "a mobile number")
    case .nationalID: LocalizedText(zh: "身分證統一編號", en: "a national id")
    }
  }

  /// 由王小明代理: names where a roster has no cell for them, one finding for all.
  private static func checkNames(inDutiesOf members: [Member], _ findings: inout FindingList) {
    let names = members.flatMap { [$0.duty, $0.remark] }.flatMap(PersonNames.behindLeads)
    guard let first = names.first else { return }
    findings.add(
      at: first.firstLineRange,
      LocalizedText(
        zh: "名冊的職掌或備考寫有姓名（\(first.string.prefix(1))○○\(names.count > 1 ? " 等 \(names.count) 處" : "")），公開前請改寫職稱。",
        en:
          "The duties or remarks of the roster name people (\(first.string.prefix(1))○○\(names.count > 1 ? " …, \(names.count) in all" : "")); write the post instead."
      ),
      severity: .note,
      notes: names.dropFirst().map { .init($0.firstLineRange, LocalizedText(zh: "此處亦同", en: "Also here")) })
  }

  private static func checkNames(_ members: [Member], _ findings: inout FindingList) {
    let named = members.map(\.name).filter { PersonalPlaces.isName($0.string) }
    guard let first = named.first else { return }
    let masked = { (name: PlanText) in name.string.prefix(1) + "○○" }
    // Names are left out on purpose where most of them are.
    let blank = members.count { $0.name.string.saysNothing }
    guard blank >= named.count else {
      findings.add(
        at: first.firstLineRange,
        LocalizedText(
          zh: "名冊列有 \(named.count) 人的姓名（\(masked(first)) 等），公開前請確認是否需要。",
          en: "The roster lists \(named.count) names (\(masked(first)) …); make sure they may be published."),
        severity: .note)
      return
    }
    for name in named {
      findings.add(
        at: name.firstLineRange,
        LocalizedText(
          zh: "名冊其他人的姓名留白，這裡卻列有姓名（\(masked(name))）。",
          en: "Names are left blank elsewhere in the roster, but one is here (\(masked(name)))."))
    }
  }

  /// Whether a cell holds a name: not blank, not masked (陳○○), no vacancy (出缺).
}
