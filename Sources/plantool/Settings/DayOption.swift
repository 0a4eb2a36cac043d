import PlanModel
import PlanText

/// `--as-of`: the day whose state is looked at; `--within`: what is near then.
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

  static let withinSpec = OptionSpec.value(
    "within", title: LocalizedText(zh: "天數", en: "DAYS"), zh: "幾天內到期算「即將到期」（預設 30）",
    en: "number of days within which something counts as due soon (default: 30)")

  /// For how many days ahead something is due soon.
  static func within(_ arguments: ParsedArguments) throws(UsageError) -> Int {
    guard let text = arguments.value("within") else { return 30 }
    guard let days = Int(text), (0...3660).contains(days) else {
      throw .malformedValue(
        text, option: "--within", form: LocalizedText(zh: "天數，例如 30", en: "a number of days, such as 30"))
    }
    return days
  }
}
