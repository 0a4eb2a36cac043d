import PlanModel
import PlanText

/// `--as-of`: the day whose state is looked at.
enum DayOption {
  static func spec(_ what: LocalizedText) -> OptionSpec {
    .value("as-of", title: LocalizedText(zh: "日期", en: "DATE"), zh: what.zhHant, en: what.en)
  }

  /// The day that the command line names; nil where it names none.
  static func day(_ arguments: ParsedArguments) throws(UsageError) -> CalendarDate? {
    guard let text = arguments.value("as-of") else { return nil }
    var scanner = DateScanner(text)
    guard let point = try? scanner.point(), scanner.isAtEnd, case .day = point.precision,
      let day = point.days(defaultYear: nil)?.lowerBound
    else {
      throw .malformedValue(
        text, option: "--as-of", form: LocalizedText(zh: "107年6月30日 或 2018-06-30", en: "2018-06-30 or 107年6月30日"))
    }
    return day
  }
}
