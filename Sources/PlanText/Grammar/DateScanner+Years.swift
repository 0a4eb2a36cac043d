extension DateScanner {
  /// Takes a year with its 年, Gregorian or of the Republic, and returns it as Gregorian: 107年, 本(107)年度.
  package mutating func year() -> Int? {
    let start = index
    if !isAtDigit { _ = take(["中華民國", "民國", "西元", "公元"]) }
    if !isAtDigit, take(["本(", "今("]) != nil, let number = number(), let year = Self.gregorian(number),
      take([")年度", ")年", "年度)", "年)"]) != nil
    {
      return year
    }
    index = start
    if !isAtDigit { _ = take(["中華民國", "民國", "西元", "公元"]) }
    if let number = number(), let year = Self.gregorian(number) {
      _ = take("(本)")
      if take(["年度", "年"]) != nil { return year }
    }
    index = start
    return nil
  }

  /// Takes a year that needs no 年 before 上半年 and Q2: 107上半年, 107Q2.
  mutating func yearBeforeItsPart() -> Int? {
    let start = index
    if isAtDigit, let number = digits(), (80...200).contains(number) || number > 1950,
      let year = Self.gregorian(number), ["上半年", "下半年", "Q", "q"].contains(where: { startsWith($0) })
    {
      return year
    }
    index = start
    return nil
  }

  /// Takes a school year or one of its terms: 112學年度第1學期, 112學年度, 第二學期, 上學期.
  mutating func partOfSchoolYear() -> DatePoint? {
    guard scalars[index...].prefix(8).contains("學") else { return nil }
    let start = index
    let year = number().flatMap { Self.gregorian($0) }
    let isSchoolYear = take(["學年度", "學年"]) != nil || (year == nil && take(["本學年度", "本學年"]) != nil)
    if year == nil || isSchoolYear {
      let term: Int? =
        take(["第1學期", "第一學期", "上學期"]) != nil ? 1 : take(["第2學期", "第二學期", "下學期"]) != nil ? 2 : nil
      // 學期初 and 學期中 are days that only the school knows.
      let isVague = ["初", "中", "開"].contains { startsWith($0) }
      if !isVague, term != nil || isSchoolYear {
        _ = take(["結束前", "末", "底"])
        return DatePoint(year: year, precision: term.map { .term($0) } ?? .schoolYear)
      }
    }
    index = start
    return nil
  }

  /// A year as it is written, up to 999 of the Republic and from 1000 on Gregorian; nil for what is no year of the
  /// calendar.
  static func gregorian(_ number: Int) -> Int? {
    let year = number >= 1000 ? number : number + CalendarDate.rocOffset
    return number > 0 && CalendarDate.years.contains(year) ? year : nil
  }
}
