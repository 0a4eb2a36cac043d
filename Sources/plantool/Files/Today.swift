#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanText

/// The clock, which nothing but `status` without `--as-of` looks at.
enum Today {
  /// The day in Taiwan, eight hours ahead of UTC all year, whatever zone the machine is set to.
  static var inTaiwan: CalendarDate {
    let seconds = Int(time(nil)) + 8 * 3600
    return CalendarDate(dayNumber: seconds / 86_400) ?? .first(ofMonth: 1, year: 1970)
  }
}
