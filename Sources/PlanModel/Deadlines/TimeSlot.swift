import PlanText

/// A time of day as somebody wrote it.
public struct ClockTime: Sendable, Hashable {
  /// The hour as on a clock of 24 hours. What was written may be more than there are.
  public let hour: Int
  /// The minute, which may also be more than there are.
  public let minute: Int
  /// 翌日: whether it says that it is on the next day.
  public let isNextDay: Bool

  /// Whether there is such a time: 00:00 to 24:00.
  public var isPossible: Bool { minute < 60 && (hour < 24 || hour == 24 && minute == 0) }

  /// The minutes since the day began.
  public var minutes: Int { (isNextDay ? 24 * 60 : 0) + hour * 60 + minute }

  /// 08:30
  public var text: String { Self.twoDigits(hour) + ":" + Self.twoDigits(minute) }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// 08:30至10:30: a column of an inspection log, which is a stretch of the day or goes by another name.
public struct TimeSlot: Sendable {
  /// The words.
  public let text: PlanText

  /// Makes a slot of its words.
  public init(_ text: PlanText) { self.text = text }

  /// From when to when it is, if the words say so.
  public var times: (from: ClockTime, to: ClockTime)? {
    var scanner = ClockScanner(text.string)
    return scanner.span()
  }
}

/// Finds two times of day with a word for “to” between them: 08:30至10:30, 8時30分~10時, 上午8:30－下午1:30, 0830-1030.
private struct ClockScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    scalars = text.unicodeScalars.filter { !$0.showsNothing }.map(\.narrow)
  }

  /// A part of the day. After noon the hours begin anew.
  private enum DayPart {
    case beforeNoon
    case afterNoon
  }

  private static let dayParts: [(String, DayPart)] = [
    ("上午", .beforeNoon), ("早上", .beforeNoon), ("凌晨", .beforeNoon), ("中午", .afterNoon), ("下午", .afterNoon),
    ("晚上", .afterNoon), ("晚間", .afterNoon),
  ]

  mutating func span() -> (from: ClockTime, to: ClockTime)? {
    while index < scalars.count {
      let start = index
      if let from = time(part: nil) {
        _ = take("起")
        guard takeSeparator(), let to = time(part: from.part) else { return nil }
        // Three times are no span.
        while index < scalars.count {
          if time(part: nil) != nil { return nil }
          index += 1
        }
        return (from.time, to.time)
      }
      index = start + 1
    }
    return nil
  }

  /// A time; without a part of the day of its own it is in the given one.
  private mutating func time(part outer: DayPart?) -> (time: ClockTime, part: DayPart?)? {
    let isNextDay = ["翌日", "隔日", "次日", "翌晨"].contains { take($0) }
    let own = Self.dayParts.first { take($0.0) }?.1
    if own != nil { _ = take("(") }
    let digits = takeDigits()
    var hour: Int
    var minute = 0
    if digits.count == 4, !take(":") {
      // 0830
      guard let value = Int(digits) else { return nil }
      (hour, minute) = (value / 100, value % 100)
    } else if let value = Int(digits), (1...2).contains(digits.count) {
      hour = value
      if take(":") {
        let minutes = takeDigits()
        guard minutes.count == 2, let value = Int(minutes) else { return nil }
        minute = value
      } else if take("時") || take("點") {
        if take("半") { minute = 30 }
        let start = index
        if let value = Int(takeDigits()), take("分") { minute = value } else { index = start }
      } else {
        return nil
      }
    } else {
      return nil
    }
    let part = own ?? (isNextDay ? nil : outer)
    if part == .afterNoon, hour < 12 { hour += 12 }
    return (ClockTime(hour: hour, minute: minute, isNextDay: isNextDay), part)
  }

  private mutating func takeSeparator() -> Bool { ["至", "到", "迄", "-", "~", "\u{301C}"].contains { take($0) } }

  private mutating func take(_ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    guard scalars[index...].starts(with: word) else { return false }
    index += word.count
    return true
  }

  private mutating func takeDigits() -> String {
    var digits = ""
    while index < scalars.count, let digit = Numeral.digit(scalars[index]) {
      digits += String(digit)
      index += 1
    }
    return digits
  }
}
