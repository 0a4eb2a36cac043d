import PlanText

/// What a cell of a spreadsheet is to its program. What it shows is what the plan says, whatever it is.
enum SpreadsheetValue: Hashable {
  case text
  /// A count, of at most nine digits.
  case number
  /// One day, written out with its year: 107年4月30日, 107年4月30日前, 2018-04-30.
  case date(CalendarDate, DateStyle)

  init(_ text: String) {
    let bytes = Array(text.utf8)
    if (1...9).contains(bytes.count), bytes.allSatisfy(Ascii.isDigit), bytes[0] != UInt8(ascii: "0") || bytes.count == 1
    {
      self = .number
    } else if let (date, style) = DateStyle.read(bytes) {
      self = .date(date, style)
    } else {
      self = .text
    }
  }
}

/// How a date is written, so that a program that knows the day shows the same words.
struct DateStyle: Hashable {
  /// Whether the year is one of the Republic.
  let isROC: Bool
  /// What stands behind the year, the month and the day.
  let marks: [String]
  /// Whether the month and the day have two digits, be the first a zero.
  let isMonthPadded: Bool
  let isDayPadded: Bool

  private static let written: [(marks: [String], isROC: Bool)] = [
    (["年", "月", "日"], true), (["年", "月", "日前"], true), (["年", "月", "日止"], true), (["年", "月", "日以前"], true),
    (["-", "-", ""], false), (["/", "/", ""], false),
  ]

  /// The date that some UTF-8 is, and how it is written; nil for anything else.
  static func read(_ bytes: [UInt8]) -> (CalendarDate, DateStyle)? {
    // The longest form: 2018年12月31日以前.
    guard bytes.count <= 32, bytes.first.map(Ascii.isDigit) ?? false else { return nil }
    var numbers: [[UInt8]] = []
    var marks: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty, numbers.count < 4 {
      let digits = rest.prefix(while: Ascii.isDigit)
      let mark = rest[digits.endIndex...].prefix { !Ascii.isDigit($0) }
      numbers.append(Array(digits))
      marks.append(String(decoding: mark, as: UTF8.self))
      rest = rest[mark.endIndex...]
    }
    guard numbers.count == 3, let form = written.first(where: { $0.marks == marks }),
      numbers[0].count == (form.isROC ? 3 : 4), numbers[0][0] != UInt8(ascii: "0"),
      numbers.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
      let year = number(numbers[0]), let month = number(numbers[1]), let day = number(numbers[2]),
      let date = CalendarDate(year: form.isROC ? year + CalendarDate.rocOffset : year, month: month, day: day)
    else { return nil }
    let style = DateStyle(
      isROC: form.isROC, marks: marks, isMonthPadded: numbers[1].first == UInt8(ascii: "0"),
      isDayPadded: numbers[2].first == UInt8(ascii: "0"))
    return (date, style)
  }

  private static func number(_ digits: [UInt8]) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }
}
