import PlanModel
import PlanText

extension DeadlineGenerator {
  private static func every(
    _ interval: Recurrence.Interval, _ moment: Recurrence.Moment? = nil, count: Int = 1, times: Int? = nil
  ) -> DeadlineMeaning.Form {
    .recurring(Recurrence(interval, count: count, times: times, moment: moment))
  }

  static func recurring() -> [Written] {
    let names: [(String, DeadlineMeaning.Form)] = [
      ("每日", every(.day)), ("每天", every(.day)), ("每週", every(.week)), ("每星期", every(.week)), ("每兩週", every(.twoWeeks)),
      ("隔週", every(.twoWeeks)), ("每月", every(.month)), ("每個月", every(.month)), ("逐月", every(.month)),
      ("按月", every(.month)), ("每2個月", every(.twoMonths)), ("每雙月", every(.twoMonths)), ("每季", every(.quarter)),
      ("逐季", every(.quarter)), ("按季", every(.quarter)), ("每3個月", every(.quarter)), ("每6個月", every(.halfYear)),
      ("每半年", every(.halfYear)), ("每年", every(.year)), ("每年度", every(.year)), ("按年", every(.year)),
      ("每2年", every(.year, count: 2)),
      ("每三年", every(.year, count: 3)), ("每學期", every(.term)), ("每4個月", every(.month, count: 4)),
      ("每10日", every(.day, count: 10)),
    ]
    return names.flatMap { name, form in
      ["", "辦理", "定期檢討", "召開會議", "填報系統"].map { (name + $0, form) }
    }
  }

  static func moments() -> [Written] {
    let year: [(String, [DatePoint])] = [
      ("6月、12月", [.month(6), .month(12)]), ("6、12月", [.month(6), .month(12)]), ("1月及7月", [.month(1), .month(7)]),
      ("6月30日及12月31日前", [.day(6, 30), .day(12, 31)]), ("12月", [.month(12)]), ("3月底前", [.month(3)]),
      ("於6月30日前", [.day(6, 30)]), ("（5月、11月）", [.month(5), .month(11)]),
    ]
    let yearly: [Written] = year.map { ("每年" + $0, every(.year, .dates($1))) }
    let months: [(String, Recurrence.Moment)] = [
      ("5日前", .days([5])), ("10日", .days([10])), ("5日及20日", .days([5, 20])), ("5、20日前", .days([5, 20])),
      ("1日至10日", .days([10])), ("底前", .days([31])), ("最後一日", .days([31])), ("上旬", .days([10])), ("初", .days([10])),
      ("第2週", .days([14])), ("最後一週", .days([31])), ("第1個星期三", .weekdays([3], week: 1)),
      ("最後一個週五", .weekdays([5], week: -1)), ("次月5日前", .dayOfNextMonth(5)), ("於次月10日前", .dayOfNextMonth(10)),
      ("結束後5日內", .after(Distance(count: 5, unit: .days))), ("結束後10個工作日內", .after(Distance(count: 10, unit: .workdays))),
    ]
    let monthly: [Written] = months.map { ("每月" + $0, every(.month, $1)) }
    let weeks: [(String, [Int])] = [
      ("每週三", [3]), ("每星期三下午2時至4時", [3]), ("每週一、三、五", [1, 3, 5]), ("每週一至週五", [1, 2, 3, 4, 5]),
      ("週一至週五", [1, 2, 3, 4, 5]),
      ("星期一至五", [1, 2, 3, 4, 5]), ("每周二及周四", [2, 4]), ("每星期日", [7]), ("每週末", [6, 7]),
    ]
    let weekly: [Written] = weeks.map { ($0, every(.week, .weekdays($1, week: nil))) }
    let quarterly: [Written] = [
      ("每季末", every(.quarter)), ("每季底前", every(.quarter)), ("每季次月15日前", every(.quarter, .dayOfNextMonth(15))),
      ("每季結束後1個月內", every(.quarter, .after(Distance(count: 1, unit: .months)))),
      ("每季第1個月", every(.quarter, .dates([1, 4, 7, 10].map { .month($0) }))),
    ]
    return yearly + monthly + weekly + quarterly
  }

  static func rates() -> [Written] {
    [
      ("年", Recurrence.Interval.year), ("半年", .halfYear), ("季", .quarter), ("月", .month), ("週", .week), ("學期", .term),
    ].flatMap { unit, interval -> [Written] in
      [1, 2, 3].flatMap { (times: Int) -> [Written] in
        [
          "\(unit)\(times)次", "每\(unit)\(times)次", "每\(unit)至少\(times)次", "\(times)次/\(unit)", "\(times)次／每\(unit)",
          "每\(unit)辦理\(times)場次", "每\(unit)\(times)次以上", "每\(unit)各辦理\(times)次",
        ].map { ($0, every(interval, times: times)) }
      }
    } + [
      ("1年2次", every(.year, times: 2)), ("2年1次", every(.year, count: 2, times: 1)),
      ("3個月1次", every(.quarter, times: 1)),
    ]
  }

  static func distances() -> [Written] {
    let amounts: [(String, Int, Distance.Unit)] = [
      ("3日", 3, .days), ("3個工作日", 3, .workdays), ("10天", 10, .days), ("1週", 1, .weeks), ("2個月", 2, .months),
      ("24小時", 24, .hours),
      ("7至10日", 10, .days), ("半年", 6, .months), ("1年", 1, .years), ("30分鐘", 30, .minutes),
    ]
    return amounts.flatMap { text, count, unit -> [Written] in
      func distance(_ anchor: Distance.Anchor = .unsaid, before: Bool = false) -> DeadlineMeaning.Form {
        .relative(Distance(count: count, unit: unit, anchor: anchor, isBefore: before))
      }
      return [
        ("\(text)內", distance()), ("\(text)內完成", distance()), ("收件後\(text)內", distance(.event("收件"))),
        ("接獲通知後\(text)內回復", distance(.event("接獲通知"))), ("活動前\(text)", distance(.event("活動"), before: true)),
        ("年度結束後\(text)內", distance(.periodEnd)), ("計畫結束後\(text)內", distance(.periodEnd)),
        ("驗收完成後\(text)內", distance(.event("驗收完成"))),
      ]
    }
  }

  static func occasions() -> [Written] {
    let kinds: [(DeadlineMeaning.Occasion, [String])] = [
      (.need, ["視需要", "視需要辦理", "視業務需要", "視實際情況", "視經費狀況辦理", "依實際需要", "適時辦理", "必要時"]),
      (.irregular, ["不定期", "不定期辦理", "定期或不定期", "不定時", "機動"]),
      (.rule, ["依限辦理", "依規定", "依契約", "依契約期程", "依排程", "依年度計畫", "配合政策", "配合中央辦理", "依來文期限", "如期完成", "因應法規修正"]),
      (.event, ["有異動時", "民眾申辦時", "發生時即時處理", "遇有陳情時", "驗收後", "核定後辦理", "活動前", "逐案辦理", "遇案", "受理當日"]),
      (.season, ["寒假", "暑假", "寒暑假", "開徵期間", "春節期間", "選舉期間", "汛期期間", "學期初", "開學"]),
    ]
    return kinds.flatMap { occasion, texts in texts.map { ($0, .occasion(occasion)) } }
  }

  static func ongoing() -> [Written] {
    let heads = ["持續", "賡續", "經常", "隨時", "長期", "逐年", "全年", "例行"]
    return heads.flatMap { head in ["", "辦理", "性辦理", "推動執行", "檢討改善"].map { (head + $0, .ongoing) } }
      + ["24小時", "全天", "全天候", "整年", "全年無休", "上班時間", "每天24小時", "辦理中", "執行期間內", "平日"].map { ($0, .ongoing) }
  }

  static func done() -> [Written] {
    [("106年12月", DatePoint.month(12, 2017)), ("106年12月31日", .day(12, 31, 2017)), ("3月", .month(3))].flatMap {
      text, point in
      ["\(text)已完成", "\(text)底前已辦理完竣", "已於\(text)完成", "業於\(text)辦理完成", "業已於\(text)建置完成", "\(text)業已完成"].map {
        ($0, .done(point))
      }
    } + ["已完成", "已辦理完竣", "業已完成"].map { ($0, .done(nil)) }
  }

  static func several() -> [Written] {
    let first: [Written] = [
      ("每季", every(.quarter)), ("持續辦理", .ongoing),
      ("收件後3日內", .relative(Distance(count: 3, unit: .days, anchor: .event("收件")))),
    ]
    let second: [Written] = [
      ("6月底前", .due(.month(6))), ("有異動時", .occasion(.event)), ("每年12月", every(.year, .dates([.month(12)]))),
    ]
    return first.flatMap { one in
      second.flatMap { two -> [Written] in
        ["，", "；", "、"].map { (one.text + $0 + two.text, .several([one.form, two.form])) }
      }
    } + [first[0], first[1], first[2]].map { ($0.text + "及6月底前", .several([$0.form, .due(.month(6))])) }
  }
}
