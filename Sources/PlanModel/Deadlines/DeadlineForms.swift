import PlanText

/// The forms of deadlines that plantool reads, as examples of a plan for 107. Other dates, numbers and words in the same
/// places are read alike. docs/plan-format.md lists them, and a message about one that is not understood names the
/// nearest.
package enum DeadlineForms {
  /// Forms that mean the same kind of thing.
  package struct Row: Sendable {
    /// What they mean.
    package let meaning: LocalizedText
    /// At least one. All of a row have the same first and last day, where they have any.
    package let forms: [String]

    init(_ zh: String, _ en: String, _ forms: String) {
      meaning = LocalizedText(zh: zh, en: en)
      self.forms = forms.split(separator: " ").map { String($0) }
    }
  }

  /// The form most like some words: the one that shares most pairs of neighbouring characters with them, and more than
  /// one in three. All numbers are the same. Nil where none is like them.
  package static func nearest(to words: String) -> String? {
    let wanted = pairs(of: words)
    guard !wanted.isEmpty, wanted.count < 60 else { return nil }
    var best: (form: String, score: Double)?
    for form in rows.flatMap(\.forms) {
      let own = pairs(of: form)
      let score = 2 * Double(own.intersection(wanted).count) / Double(own.count + wanted.count)
      if score > best?.score ?? 0.34 { best = (form, score) }
    }
    return best?.form
  }

  private static func pairs(of words: String) -> Set<[Unicode.Scalar]> {
    var scalars: [Unicode.Scalar] = []
    for scalar in words.unicodeScalars.prefix(64) where !scalar.showsNothing {
      let isDigit = Numeral.digit(scalar) != nil
      if !isDigit || scalars.last != "0" { scalars.append(isDigit ? "0" : scalar.narrow) }
    }
    return Set(zip(scalars, scalars.dropFirst()).map { [$0, $1] })
  }

  package static let rows: [Row] = dated + spans + recurring + others

  private static let dated = [
    Row(
      "該日前", "by that day",
      """
      107年4月30日 4月30日 107年4月30日前 107/4/30 107.4.30 2018-04-30 4/30 民國107年四月三十日 1070430 20180430 107年04月30日 「107年4月30日」 \
      (107年4月30日) 107年4月30日。 4月30日星期一 107年4月30日(一)前 107年4月30日下午5時前 107年4月30日17:00前 於107年4月30日前完成 4月30日前辦理完竣 \
      107年4月30日以前提報 最遲於4月30日 預計107年4月30日完成驗收
      """),
    Row(
      "該月最後一日前", "by the last day of the month",
      "107年4月 4月底 107年4月份 107/4 107-04 107.4 4月底前 4月（視預算而定） 10704 4月完成 107年4月底前辦理完成 4月間 本(107)年4月"),
    Row("1月最後一日前", "by the last day of January", "元月 107年元月 107年1月 年初 107年初"),
    Row("6月最後一日前", "by the last day of June", "年中 107年中 6月底"),
    Row("該月10日前（上旬）", "by the 10th", "4月初 4月上旬 107年4月初"),
    Row("該月20日前（中旬）", "by the 20th", "4月中 4月中旬 107年4月中旬"),
    Row("該月最後一日前（下旬）", "by the last day of the month", "4月下旬 107年4月下旬"),
    Row("該月第2週的最後一日前", "by the 14th, the last day of the second week", "4月第2週 4月第二週"),
    Row("該月第2個星期日前", "by the second Sunday of the month", "5月第2個星期日 107年5月第二個星期日前"),
    Row("該季最後一日前", "by the last day of the quarter", "第2季 107年第二季 107年Q2 Q2 第2季底前 第二季末 107Q2"),
    Row("上半年最後一日前", "by the last day of the half-year", "上半年 107年上半年 上半年度 107上半年"),
    Row(
      "該年最後一日前", "by the last day of the year",
      "107年 107年底 107年度 本年底 年底前 年底 年度內 年終前 本年度 本(107)年度 107年底前完成 2018"),
    Row("次年的該月最後一日前", "by the last day of that month of the year after", "次年1月 翌年1月底前 明年1月"),
    Row("學年度（8月至7月）", "the school year, August to July", "107學年度 107學年"),
    Row("第1學期（8月至1月）", "the first term, August to January", "107學年度第1學期 107學年度上學期 第一學期 上學期"),
    Row("第2學期（2月至7月）；沒有年度者以期程推算", "the second term, February to July", "107學年度第2學期 107學年度第二學期結束前"),
    Row(
      "各日期前", "by each of the dates",
      """
      6月及12月 6、12月 107年6、9、12月底前 第1季、第3季 第2、4季 107年3月31日、9月30日前各1次 4月及10月各辦理1次 4月15日及10月15日前 \
      6月30日及12月31日前 4月1日、15日 上、下半年各1次 107年上、下半年 107、108年 1.規劃：3月、2.執行：6月 第1階段：3月；第2階段：6月 6/30、12/31 \
      107年3月完成規劃，6月完成驗收
      """),
  ]

  private static let spans = [
    Row(
      "期間", "a span",
      """
      1月~12月 107年1月至12月 1至12月 107.1-107.12 107年1月1日至107年12月31日 自107年1月1日起至同年12月31日止 1月起至年底 107/1/1~12/31 \
      107.1.1-12.31 第1季至第4季 1-4季 107年1月1日至年底 107年元月至12月 1月至12月辦理
      """),
    Row("期間", "a span", "4月1日至30日 107年4月1日至4月30日 107.4.1~4.30 4/1-4/30"),
    Row("可在其間任何一日", "on any day between", "4月或5月 4-5月間"),
    Row("數年", "several years", "107-110年 107至110年度 107年至110年 107~110年"),
    Row("沒有起日的期間", "a span without a first day", "即日起至12月底 自核定日起至12月31日止 至12月31日止 持續辦理至12月底"),
    Row("沒有迄日的期間", "a span without a last day", "107年4月起 自107年4月起 自4月起持續辦理 4月起實施"),
    Row("沒有起訖日的期間", "a span without a first or a last day", "自函頒日起實施 即日起 自核定日起"),
    Row("數段期間", "several spans", "1月至3月、9月至11月 1-3、9-11月 107年1月1日至6月30日、107年9月1日至12月31日"),
  ]

  private static let recurring = [
    Row(
      "定期", "recurring",
      """
      每日 每天 每工作日 每週 每週三 每週一、三、五 每週一至週五 週一至週五 每星期三下午2時至4時 每日上班時間 每日8時至17時 每兩週 隔週 每月 107年每月 \
      按月 逐月 各月 每月5日前 每月5日及20日 每月底 每月初 每月最後一週 每月第1個星期三 每旬 每半個月 每兩個月 每雙月 單月 雙月 每3個月 每季 逐季 按季 \
      每季末 每季末月 每季第1個月 每半年 每年 每年度 按年 每年底 每年12月 每年6月、12月 每年6、12月 每年1月及7月 每年6月30日及12月31日前 每年3月至5月 每2年 每3年 \
      每學期 每學期末 每學年
      """),
    Row(
      "定期，並有次數", "recurring, so many times",
      """
      每年至少1次 107年每月至少2次 每週三次 年2次 2次/年 1年2次 半年1次 每半年至少舉辦1次 季1次 3個月1次 每學期1次 每年辦理2場次 每月1至2次 每季各1次
      """),
    Row(
      "定期，在該期之後", "recurring, after the interval",
      "每季結束後10日內 每月結束後5日內 每月次月5日前 次月5日前 每月於次月10日前 每季次月15日前 每半年結束後1個月內 每年度結束後1個月內"),
    Row("定期，日子由學校訂定", "recurring, on days that the school knows", "每學期初 每學期開學後2週內"),
    Row("不只一種", "more than one kind", "每季及年底 每月，必要時隨時辦理 持續辦理，每季檢討 6月、12月及必要時"),
  ]

  private static let others = [
    Row(
      "持續", "ongoing",
      """
      持續辦理 賡續辦理 續辦 持續檢討辦理 經常辦理 隨時辦理 隨到隨辦 即時處理 例行性業務 例行 平時 上班時間 逐年辦理 全年辦理 全年無休 全年 全年性 全年度 整年 持續性 \
      常態性 經常性 長期 日常 24小時 全天 全天候 每天24小時 辦理中 執行期間內 計畫期間 持續推廣
      """),
    Row(
      "某事之後或之前若干時日", "so long after or before something",
      """
      收件後3日內 收件後3個工作日內 收件日之次日起6個工作日內 活動前1週 活動7日前 核定後1個月內 接獲通知後24小時內 決標後7至10日內 立即 立即處理 當天 當日 當日完成
      """),
    Row("計畫期程結束後若干時日", "so long after the end of the plan's period", "年度結束後1個月內 計畫結束後1個月內"),
    Row("一段時間", "so long", "3年 1年內 2個月 半年內 30日內 為期3年 3個月內完成 一週內"),
    Row(
      "依規定、契約或其他計畫", "as a rule, a contract or another plan has it", "依限辦理 依規定期限 依排程 依契約 依年度計畫 配合政策 配合上級機關辦理 依計畫期程 如期辦理"
    ),
    Row("遇有某事時", "when something happens", "民眾申辦時 有異動時 發生時即時處理 資料更新時 核定後實施 驗收後 活動前 遇案辦理 逐案辦理"),
    Row("大家都知道的一段時間", "a part of the year that everybody concerned knows", "寒假 暑假 寒暑假期間 開徵期間 春節期間 學期初 期末"),
    Row(
      "看情形（PT320 會提示）", "whenever there is need, or at any time (PT320 says so)", "視需要辦理 視業務需要 必要時 適時 不定期 定期、不定期 機動辦理"),
    Row("已完成", "done already", "106年12月已完成 已於106年12月完成 106年12月底前已辦理完竣"),
    Row("已完成，沒有寫何時", "done already, without a date", "已完成 已辦理完竣"),
  ]
}
