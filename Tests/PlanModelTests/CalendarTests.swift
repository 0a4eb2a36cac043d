import PlanModel
import PlanText
import Testing

/// Dates of every year, month and day at which the calendar ends, in every spelling: a day that exists is that day, any
/// other is no date.
@Suite struct CalendarTests {
  private static let years = [
    0, 1, 10, 78, 79, 107, 108, 999, 1000, 1911, 1912, 2018, 2911, 9999, 10_000, 9_999_999, 10_000_000,
  ]
  private static let months = [0, 1, 2, 4, 12, 13, 99]
  private static let days = [0, 1, 28, 29, 30, 31, 32, 99]

  private static func gregorian(_ year: Int) -> Int? {
    switch year {
    case 1..<1000: year + 1911
    case 1000...9999: year
    default: nil
    }
  }

  private static func wide(_ number: Int) -> String {
    String(String.UnicodeScalarView(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }

  /// 一〇七 for a year.
  private static func digitByDigit(_ number: Int) -> String {
    let digits = Array("〇一二三四五六七八九")
    return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
  }

  private static func chinese(_ number: Int) -> String { number == 0 ? "〇" : Numeral.chinese(number) }

  private static let spellings: [(name: String, write: @Sendable (Int, Int, Int) -> String)] = [
    ("年月日", { "\($0)年\($1)月\($2)日" }), ("民國", { "民國 \($0) 年 \($1) 月 \($2) 日前完成" }),
    ("full width", { "\(wide($0))年\(wide($1))月\(wide($2))日" }),
    ("numerals", { "\(digitByDigit($0))年\(chinese($1))月\(chinese($2))日前" }), ("slashes", { "\($0)/\($1)/\($2)" }),
    ("points", { "\($0).\($1).\($2)" }), ("hyphens", { "\($0)-\($1)-\($2)" }),
  ]

  @Test(arguments: spellings.map(\.name))
  func aDateIsTheDayOrNone(spelling: String) throws {
    let write = try #require(Self.spellings.first { $0.name == spelling }).write
    for year in Self.years {
      for month in Self.months {
        for day in Self.days {
          let text = write(year, month, day)
          let expected = Self.gregorian(year).flatMap { CalendarDate(year: $0, month: month, day: day) }
          let meaning = Deadline(PlanText(text)).meaning
          #expect(meaning?.days(in: PlanYears(year: 2018)) == expected.map { $0...$0 }, "\(text)")
          #expect((meaning == nil) == (expected == nil), "\(text)")
        }
      }
    }
  }

  /// The first and the last day of whatever is a part of a year, for every year there is and for those that are none.
  @Test func partsOfYears() {
    for year in Self.years {
      let gregorian = Self.gregorian(year)
      for (part, months) in [("4月", 4...4), ("第2季", 4...6), ("下半年", 7...12), ("", 1...12)] {
        // 10年 is a length.
        if part.isEmpty, year < 50 { continue }
        let days = Deadline(PlanText("\(year)年\(part)")).meaning?.days(in: PlanYears(year: 2018))
        #expect(days?.lowerBound == gregorian.flatMap { CalendarDate(year: $0, month: months.lowerBound, day: 1) })
        #expect(days?.upperBound.month == gregorian.map { _ in months.upperBound }, "\(year)年\(part)")
      }
      for planYear in [Int.min, -1, 0, 1, 9999, 10_000, Int.max] {
        let days = Deadline(PlanText("4月30日")).meaning?.days(in: PlanYears(year: planYear))
        #expect((days == nil) == !CalendarDate.years.contains(planYear), "\(planYear)")
      }
    }
  }

  /// A span over the whole calendar has a length, and no list of its days is made.
  @Test func longestSpan() throws {
    let meaning = try #require(Deadline(PlanText("自1年1月1日起至9999年12月31日止，計9999999日")).meaning)
    let days = try #require(meaning.days(in: PlanYears(year: nil)))
    #expect(meaning.statedLength?.length(of: days) == days.upperBound.dayNumber - days.lowerBound.dayNumber + 1)
    let recurring = try #require(Deadline(PlanText("每日辦理")).meaning)
    guard case .recurring(let recurrence) = recurring.form else { return #expect(Bool(false), "\(recurring)") }
    #expect(recurrence.days(in: days).isEmpty)
  }
}
