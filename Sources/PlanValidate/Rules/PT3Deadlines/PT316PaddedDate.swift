import PlanModel
import PlanText

/// PT316: 01月03日 beside 1月3日.
enum PaddedDate: Rule {
  static let description = RuleDescription(
    code: "PT316", name: "padded-date", severity: .note,
    summary: LocalizedText(zh: "日期的月、日補零，與其他日期寫法不同", en: "A date is padded with zeros, but others are not"),
    explanation: LocalizedText(
      zh: """
        公文的日期寫「1月3日」；同一份文件有的寫「01月03日」、有的寫「1月3日」時，請統一。全文都補零，或日期寫成「107.01.03」「107-01-03」者不算。
        """,
      en: """
        Official documents write 1月3日. 01月03日 is reported in a document that writes other dates without zeros; dates such as 107.01.03 and documents that \
        write all dates with zeros are not checked.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：107年3月5日
        - 承辦單位：秘書室

        1. 於107年↓01月03日召開會議，並於9月30日前結案。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：107年3月5日
        - 承辦單位：秘書室

        1. 於107年10月20日召開會議，並依107.01.03公告辦理。
        """),
    evidence: LocalizedText(
      zh: "一份 106 年創意提案的會議日期寫「01月03日」，其他日期都不補零。",
      en: "A 106 proposal writes one date as 01月03日 and all others without zeros."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let places = plan.characterPlaces
    let scalars = places.scalars
    var padded: [Range<Int>] = []
    var plain = 0
    for place in places.all(of: "月").map({ Int($0) }) {
      var start = place
      while start > 0, place - start < 4, Numeral.digit(scalars[start - 1]) != nil { start -= 1 }
      guard place - start == 1 || place - start == 2, let first = Numeral.digit(scalars[start]) else { continue }
      var end = place + 1
      while end < scalars.count, end - place < 4, Numeral.digit(scalars[end]) != nil { end += 1 }
      let isDay = end > place + 1 && end < scalars.count && scalars[end] == "日"
      let isPadded =
        place - start == 2 && first == 0 || isDay && end - place == 3 && Numeral.digit(scalars[place + 1]) == 0
      if isPadded {
        padded.append(start..<(isDay ? end + 1 : place + 1))
      } else if place - start == 1 || isDay && end - place == 2 {
        plain += 1
      }
    }
    guard let first = padded.first, plain > padded.count else { return }
    let words = places.row.part(first)
    findings.add(
      at: words.firstLineRange,
      LocalizedText(
        zh: "「\(words.excerpt)」的月、日補了零（共 \(padded.count) 處），其他 \(plain) 處日期都不補零；請統一。",
        en:
          "“\(words.excerpt)” is padded with zeros (\(padded.count)×), but \(plain) other dates are not; use one form."
      ),
      notes: padded.dropFirst().map {
        Finding.Note(places.row.part($0).firstLineRange, LocalizedText(zh: "此處亦同", en: "Also here"))
      })
  }
}
