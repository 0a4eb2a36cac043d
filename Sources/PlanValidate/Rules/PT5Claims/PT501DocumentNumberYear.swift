import PlanModel
import PlanText

/// PT501: a document number begins with another year than that in which the letter was issued.
enum DocumentNumberYear: Rule {
  static let description = RuleDescription(
    code: "PT501", name: "document-number-year", severity: .warning,
    summary: LocalizedText(zh: "發文字號的年份與發文日期不符", en: "The year of a document number differs from its date of issue"),
    explanation: LocalizedText(
      zh: """
        發文字號的前三碼是民國年，應與發文日期的年份相同；不同時，日期或字號必有一個抄錯，請查對原函。1、2 月發文而沿用前一年收文號者不檢查，\
        3 月者只提示；年份寫在字首的舊式字號（83府計研字第50337號）也比對，看不出年份的不檢查。
        """,
      en: """
        The first three digits of a document number are the ROC year, which should be the year of the date of issue; if they \
        differ, one of the two was copied wrongly, so check the letter. Letters of January and February that keep a number of the previous year are not \
        reported, and those of March are a note. Older numbers with the year before their prefix (83府計研字第50337號) are compared too; those that show no year are not.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某市政府警察局↓106年4月2日某市警秘字第10733653600號函頒「107年度提升服務品質執行計畫」。
      - 二、某某市政府↓107年4月2日府研展字第1080020466號函。
      - 三、某某部↓107.3.1某署秘字第1060871234號函。
      - 四、某某省政府↓84年5月3日83府計研字第50337號函。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某市政府警察局107年4月2日某市警秘字第10733653600號函頒「107年度提升服務品質執行計畫」。
      - 二、某某市政府107年1月9日府研展字第1060150466號函。
      - 三、某某部98年12月1日台內秘字第0980233001號函、106年3月1日核定，107年3月1日某署秘字第1070062631號函頒。
      - 四、某某部85年5月3日台內警字第8570123號函。
      - 五、某某省政府83年5月3日83府計研字第50337號函。
      - 六、某某部096年5月3日台教社 字第 0960064 211B 號函。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫引用「106年4月2日」的函，字號卻是 107 開頭。",
      en: "A 107 police plan cites a letter of 106年4月2日 whose number begins with 107."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let thisYear = plan.planYear.map { $0 - CalendarDate.rocOffset } ?? 200
    for letter in plan.letters {
      guard let date = letter.date, let year = letter.year, year >= 80, year <= thisYear + 1
      else { continue }
      if year == date.value.rocYear {
        findings.confirm(
          at: letter.number.firstLineRange,
          LocalizedText(
            zh: "文號「\(letter.number.string.excerpt())」的年份與發文日期「\(date.value.roc)」相符。",
            en: "The number “\(letter.number.string.excerpt())” matches the year of its date, \(date.value.roc)."))
        continue
      }
      // Where one number serves from receipt to reply, a letter of the first months bears the year before; in March it
      // is worth a look.
      let isOfLastYear = year == date.value.rocYear - 1 && date.value.month <= 3
      if isOfLastYear, date.value.month < 3 { continue }
      let range = date.range.lowerBound..<max(date.range.upperBound, letter.number.range.upperBound)
      let written = date.value.roc
      findings.add(
        at: PlanText(plan.source.text(in: range), range: range).firstLineRange,
        LocalizedText(
          zh: """
            發文日期「\(written)」是\(date.value.rocYear)年，字號「\(letter.number.string.excerpt())」卻是\(year)年的編號，請查對原函何者有誤。
            """,
          en: """
            The letter is dated “\(written)” (year \(date.value.rocYear)), but its number “\(letter.number.string.excerpt())” is for year \(year); \
            check which is wrong.
            """),
        severity: isOfLastYear ? .note : nil, notes: weekdays(of: date, numberYear: year))
    }
  }

  /// Offices are closed on Sundays: the weekday may tell which of the two years is wrong.
  private static func weekdays(of date: Located<CalendarDate>, numberYear: Int) -> [Finding.Note] {
    guard date.value.weekday == 7,
      let other = CalendarDate(
        year: numberYear + CalendarDate.rocOffset, month: date.value.month, day: date.value.day)
    else { return [] }
    let name = other.weekdayName
    return [
      .init(
        date.range,
        other.weekday == 7
          ? LocalizedText(
            zh: "\(date.value.roc)與\(other.roc)都是星期日，月日也請查對",
            en: "\(date.value.roc) and \(other.roc) are both Sundays; check month and day too")
          : LocalizedText(
            zh: "\(date.value.roc)是星期日，\(other.roc)是\(name.zhHant)；有誤的可能是日期的年份",
            en: "\(date.value.roc) is a Sunday and \(other.roc) a \(name.en); the year of the date may be wrong"))
    ]
  }
}
