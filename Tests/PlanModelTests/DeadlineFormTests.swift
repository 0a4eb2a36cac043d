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
}
