import PlanModel
import PlanText

/// Writes meanings of deadlines in every way that people write them.
enum DeadlineGenerator {
  typealias Written = (text: String, form: DeadlineMeaning.Form)

  static let kinds: [(name: String, generate: @Sendable () -> [Written])] = [
    ("points", { points.flatMap { point in endings.map { (point.text + $0, .due(point.point)) } } }),
    ("openings", { points.flatMap { point in openings.map { ($0 + point.text, .due(point.point)) } } }),
    ("spans", spans), ("open spans", openSpans), ("lists", lists), ("shared words", sharedWords), ("stages", stages),
    ("recurring", recurring), ("moments of recurrences", moments), ("rates", rates), ("distances", distances),
    ("occasions", occasions), ("ongoing", ongoing), ("done", done), ("several kinds", several),
  ]

  /// The words as they come out of a word processor or a form: other digits, blanks, a full stop.
  static func disguised(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let wide = Numeral.digit(scalar).flatMap({ Unicode.Scalar(0xFF10 + UInt32($0)) }) {
        output.append(wide)
      } else {
        output.append(" ")
        output.append(scalar)
        output.append("\u{3000}")
      }
    }
    return String(output) + "。"
  }

  private static let points: [(text: String, point: DatePoint)] = [
    ("107年4月30日", .day(4, 30, 2018)), ("4月30日", .day(4, 30)), ("107年04月30日", .day(4, 30, 2018)),
    ("民國107年4月30日", .day(4, 30, 2018)), ("107.4.30", .day(4, 30, 2018)), ("107/04/30", .day(4, 30, 2018)),
    ("2018-04-30", .day(4, 30, 2018)), ("四月三十日", .day(4, 30)), ("107年4月", .month(4, 2018)), ("4月", .month(4)),
    ("4月份", .month(4)), ("107年元月", .month(1, 2018)), ("元月", .month(1)),
    ("第2季", .init(year: nil, precision: .quarter(2))),
    ("107年第四季", .init(year: 2018, precision: .quarter(4))), ("107年Q2", .init(year: 2018, precision: .quarter(2))),
    ("上半年", .init(year: nil, precision: .half(1))), ("107年下半年", .init(year: 2018, precision: .half(2))),
    ("107年", .init(year: 2018, precision: .year)), ("本(107)年度", .init(year: 2018, precision: .year)),
    ("4月初", .init(year: nil, precision: .part(month: 4, days: 1...10))),
    ("107年5月中", .init(year: 2018, precision: .part(month: 5, days: 11...20))),
    ("5月下旬", .init(year: nil, precision: .part(month: 5, days: 21...31))),
    ("107學年度第1學期", .init(year: 2018, precision: .term(1))), ("第二學期", .init(year: nil, precision: .term(2))),
    ("107學年度", .init(year: 2018, precision: .schoolYear)),
    ("次年1月", .init(year: nil, precision: .month(1), yearsLater: 1)),
  ]
  private static let endings = ["", "前", "以前", "前完成", "前辦理完竣", "前函報本局", "（視經費而定）", "前各辦理1次", "完成驗收", "前提出報告"]
  private static let openings = ["於", "預計", "訂於", "預計於", "應於", "最遲於", "請於", "至遲"]

  private static func spans() -> [Written] {
    let ends: [(String, String, DatePoint, DatePoint)] = [
      ("1月", "12月", .month(1), .month(12)), ("107年1月", "6月", .month(1, 2018), .month(6, 2018)),
      ("107年1月1日", "107年6月30日", .day(1, 1, 2018), .day(6, 30, 2018)), ("3月1日", "31日", .day(3, 1), .day(3, 31)),
      ("107年3月1日", "同年5月底", .day(3, 1, 2018), .month(5, 2018)),
      ("107/3/1", "9/30", .day(3, 1, 2018), .day(9, 30, 2018)),
      ("107.3.1", "107.9.30", .day(3, 1, 2018), .day(9, 30, 2018)),
      ("3月", "年底", .month(3), .init(year: nil, precision: .year)),
      ("第1季", "第3季", .init(year: nil, precision: .quarter(1)), .init(year: nil, precision: .quarter(3))),
      ("107年", "110年", .init(year: 2018, precision: .year), .init(year: 2021, precision: .year)),
    ]
    return ends.flatMap { first, last, from, to -> [Written] in
      ["至", "~", "～", "到"].flatMap { until in
        [("", ""), ("自", "止"), ("", "辦理")].map { (open, close) in
          (open + first + (open.isEmpty ? "" : "起") + until + last + close, .span(from: from, to: to))
        }
      }
    }
  }

  private static func openSpans() -> [Written] {
    let to = DatePoint.month(12)
    return ["即日起至12月", "自即日起至12月底", "自核定日起至12月止", "自函頒日起至12月底止", "至12月底止", "持續辦理至12月"].map {
      ($0, .span(from: nil, to: to))
    }
      + ["4月起", "自4月起", "自4月起實施", "4月起持續辦理", "從4月起", "自4月起推動"].map { ($0, .span(from: .month(4), to: nil)) }
      + ["即日起", "自函頒日起實施", "自核定日起", "自公告日起施行", "自發布日實施"].map { ($0, .span(from: nil, to: nil)) }
  }

  private static func lists() -> [Written] {
    let items: [([String], [DatePoint])] = [
      (["3月", "9月"], [.month(3), .month(9)]), (["107年3月31日", "9月30日"], [.day(3, 31, 2018), .day(9, 30, 2018)]),
      (["4月15日", "10月15日"], [.day(4, 15), .day(10, 15)]), (["3月", "6月", "9月"], [.month(3), .month(6), .month(9)]),
      (["6/30", "12/31"], [.day(6, 30), .day(12, 31)]), (["4月1日", "15日"], [.day(4, 1), .day(4, 15)]),
      (["3月底", "年底"], [.month(3), .init(year: nil, precision: .year)]),
      (["第1季", "第3季"], [.init(year: nil, precision: .quarter(1)), .init(year: nil, precision: .quarter(3))]),
    ]
    return items.flatMap { texts, points in
      ["、", "及", "，", "與", "；", "\n"].flatMap { mark in
        ["", "前", "各1次", "各辦理1場次"].map { (texts.joined(separator: mark) + $0, .dates(points)) }
      }
    }
  }

  private static func sharedWords() -> [Written] {
    let months: [(String, [Int])] = [
      ("6、12", [6, 12]), ("3、6、9、12", [3, 6, 9, 12]), ("3及9", [3, 9]), ("1,7", [1, 7]),
    ]
    let dates: [Written] = months.flatMap { text, numbers -> [Written] in
      [
        (text + "月", .dates(numbers.map { .month($0) })), (text + "月底前", .dates(numbers.map { .month($0) })),
        ("107年\(text)月", .dates(numbers.map { .month($0, 2018) })), (text + "月各1次", .dates(numbers.map { .month($0) })),
      ]
    }
    let spans: [Written] = ["1至6月", "1-6月", "1~6月份", "1到6月"].map { ($0, .span(from: .month(1), to: .month(6))) }
    let years: [Written] = ["107-110年", "107至110年度", "107~110年"].map {
      ($0, .span(from: .init(year: 2018, precision: .year), to: .init(year: 2021, precision: .year)))
    }
    let quarters: [Written] = ["第2、4季", "2、4季", "第二、四季"].map {
      ($0, .dates([2, 4].map { .init(year: nil, precision: .quarter($0)) }))
    }
    let halves: [Written] = ["上、下半年", "上下半年各1次", "上、下半年各辦理1次"].map {
      ($0, .dates([1, 2].map { .init(year: nil, precision: .half($0)) }))
    }
    return dates + spans + years + quarters + halves
  }

  private static func stages() -> [Written] {
    let form = DeadlineMeaning.Form.dates([.month(3), .month(6)])
    return [("1.", "2."), ("(1)", "(2)"), ("1、", "2、"), ("①", "②"), ("", "")].flatMap { first, second -> [Written] in
      [("規劃：", "執行："), ("初稿:", "定稿:"), ("第1階段：", "第2階段："), ("第一次", "第二次")].flatMap { one, two -> [Written] in
        [" ", "；", "，", "\n"].map { ("\(first)\(one)3月\($0)\(second)\(two)6月", form) }
      }
    }
  }
}

extension DatePoint {
  static func day(_ month: Int, _ day: Int, _ year: Int? = nil) -> DatePoint {
    DatePoint(year: year, precision: .day(month: month, day: day))
  }

  static func month(_ month: Int, _ year: Int? = nil) -> DatePoint { DatePoint(year: year, precision: .month(month)) }
}
