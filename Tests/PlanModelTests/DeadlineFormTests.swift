import PlanText
import Testing

@testable import PlanModel

/// Deadlines are read back from every way in which their meaning can be written.
@Suite struct DeadlineFormTests {
  /// The forms that docs/plan-format.md lists.
  @Test func everyListedFormHasAMeaning() {
    let forms = DeadlineForms.rows.flatMap(\.forms)
    #expect(Set(forms).count == forms.count)
    for form in forms {
      #expect(Deadline(PlanText(form)).meaning != nil, "\(form) is \(DeadlineWording.described(form))")
    }
  }

  @Test(arguments: DeadlineGenerator.kinds.map(\.name))
  func everyGeneratedFormIsReadBack(kind: String) throws {
    let generate = try #require(DeadlineGenerator.kinds.first { $0.name == kind }).generate
    let written = generate()
    #expect(written.count >= 15, "\(kind) has few forms")
    let years = PlanYears(year: 2018)
    for (text, form) in written {
      let expected = DeadlineWording.described(form, years)
      let words = DeadlineWording.described(text)
      #expect(words == expected, "\(text)")
      // Full-width digits, white space and a full stop mean nothing.
      #expect(DeadlineWording.described(DeadlineGenerator.disguised(text)) == expected, "\(text), disguised")
    }
  }

  @Test func thereAreHundredsOfForms() {
    let texts = Set(DeadlineGenerator.kinds.flatMap { $0.generate().map(\.text) })
    #expect(texts.count > 1000, "\(texts.count)")
  }

  // Words that say nothing get one warning; the nearest form is one of the same kind.
  @Test(arguments: [
    ("每月40日", "每月5日前"), ("107年4月，詳附件", "107年4月"), ("毎季結束後10日內", "每季結束後10日內"), ("收件候3日內", "收件後3日內"),
  ])
  func nearestForm(text: String, nearest: String) {
    #expect(Deadline(PlanText(text)).meaning == nil)
    #expect(DeadlineForms.nearest(to: text) == nearest)
  }

  @Test(arguments: ["儘速", "儘速辦理", "盡快完成", "近期", "擇期辦理", "另行公告", "早日完成"])
  func soonIsNoDeadline(text: String) { #expect(DeadlineWording.described(text) == "unstated") }

  @Test func theNumberOfASpreadsheetIsNoDeadline() {
    guard case .failure(.spreadsheetDay(let day)) = Deadline("43190").reading else {
      Issue.record("43190 is \(DeadlineWording.described("43190"))")
      return
    }
    #expect(day.roc == "107年3月31日")
  }

  // Readings that were wrong: a length as a year of the calendar, the beginning of a month as its end, a time of day as
  // days.
  @Test(arguments: [
    ("3年", "3 years"), ("1年內", "1 years"), ("5月初", "due 2018-05-01–10"), ("2018-03-31 00:00:00", "due 2018-03-31"),
    ("107/3/3 10:00", "due 2018-03-03"), ("107年3月31日 24:00前", "due 2018-03-31"), ("1年2次", "every year x2"),
  ])
  func readingsThatWereWrong(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  // What stands around dates in real cells: names of stages before and behind, times of day, feasts.
  @Test(arguments: [
    ("第一季：規劃；第二季：執行", "due 2018-03-31 2018-06-30"), ("短期：107年；長期：109年", "due 2018-12-31 2020-12-31"),
    ("中程（107-110年）", "2018-01-01/2021-12-31"), ("107年年底", "due 2018-12-31"), ("107年3月5-10日", "2018-03-05/2018-03-10"),
    ("3月5、20日", "due 2018-03-05 2018-03-20"), ("第1、2學期", "due 2019-01-31 2019-07-31"), ("上班日8:00-17:00", "ongoing"),
    ("全年至少2次", "every year x2"), ("107年3月3日前完成招標、6月30日前完工", "due 2018-03-03 2018-06-30"),
    ("108年以前已完成", "done 2019-12-31"), ("每年春節前", "every year 春節前"), ("寒、暑假", "occasion season"),
    ("每月最後1個工作天", "every month day 31"), ("TBD", "unstated"),
  ])
  func realCells(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  // By the fifteenth, or fifteen days before something: that is asked.
  @Test(arguments: ["15日前", "月底前", "12月31", "3月5-40日", "第3、4學期"])
  func isAskedBack(text: String) { #expect(Deadline(PlanText(text)).meaning == nil) }
}
