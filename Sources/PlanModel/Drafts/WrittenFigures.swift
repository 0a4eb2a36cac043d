import PlanText

/// Years, dates and figures with their units, as they are written in running text: 106、107年度, 107年4月30日, 107/4/30,
/// 4月底, 1,200人次, 98.5%.
struct WrittenFigures {
  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The characters of each, in order.
  var all: [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let number = index..<endOfDigits(from: index)
      // Of a longer number only the last digits can be a year or a month; a figure is the whole of it.
      let starts = [number.lowerBound] + (2...4).reversed().map { number.upperBound - $0 }.filter { $0 > index }
      let figure = starts.lazy.compactMap { start -> Range<Int>? in
        let date = year(at: start) ?? separatedDate(at: start) ?? month(at: start)
        return (date ?? (start == number.lowerBound ? counted(number) : nil)).map { start..<$0 }
      }.first
      if let figure { found.append(figure) }
      index = figure?.upperBound ?? number.upperBound
    }
    return found
  }

  // MARK: Dates

  /// The end of 106、107年度 or 107年4月30日.
  private func year(at start: Int) -> Int? {
    var index = start
    for _ in 0..<Self.mostYears {
      let end = endOfDigits(from: index)
      let behind = behindBlanks(end)
      if (2...4).contains(end - index), has("年", at: behind) {
        let mark = behind + 1
        let year = has("度", at: mark) ? mark + 1 : mark
        return month(at: behindBlanks(year), endings: "") ?? year
      }
      guard (2...3).contains(end - index), has("、", at: behind) else { return nil }
      index = behindBlanks(behind + 1)
      guard isDigit(index) else { return nil }
    }
    return nil
  }

  /// The years of a list, and the groups of a number, that are looked at: what is longer is neither.
  private static let mostYears = 20
  private static let mostGroups = 5

  /// The end of 4月, 4月30日 or, with one of the endings, 4月底.
  private func month(at start: Int, endings: String = "底份") -> Int? {
    let end = endOfDigits(from: start)
    let mark = behindBlanks(end)
    guard (1...2).contains(end - start), has("月", at: mark) else { return nil }
    let day = behindBlanks(mark + 1)
    let endOfDay = endOfDigits(from: day)
    if (1...2).contains(endOfDay - day), has("日", at: behindBlanks(endOfDay)) { return behindBlanks(endOfDay) + 1 }
    return endings.unicodeScalars.contains { has($0, at: mark + 1) } ? mark + 2 : mark + 1
  }

  /// The end of 107/4/30.
  private func separatedDate(at start: Int) -> Int? {
    let year = endOfDigits(from: start)
    guard (2...4).contains(year - start), isSeparator(year) else { return nil }
    let month = endOfDigits(from: year + 1)
    guard (1...2).contains(month - year - 1), isSeparator(month), isDigit(month + 1) else { return nil }
    return min(endOfDigits(from: month + 1), month + 3)
  }

  private func isSeparator(_ index: Int) -> Bool {
    index < scalars.count && "/.-".unicodeScalars.contains(scalars[index])
  }

  // MARK: Figures

  /// Longer ones before those that they begin with.
  private static let units = """
    個工作日 個月 個 項 件 場次 場 人次 人 次 名 戶 案 張 份 萬元 億元 千元 元 處 則 篇 期 班 臺 台 輛 支 部 分鐘 小時 天 日 週 倍 \
    公里 公尺 公頃 公斤 組 梯次 梯 站 所 家 題 位 頁 % ％
    """.split(separator: " ").map { Array($0.unicodeScalars) }

  /// The end of a number, its groups of three digits, its decimals and its unit: 1,200人次.
  private func counted(_ number: Range<Int>) -> Int? {
    var end = number.upperBound
    for _ in 0..<Self.mostGroups {
      guard end < scalars.count, ",，".unicodeScalars.contains(scalars[end]), endOfDigits(from: end + 1) - end > 3 else {
        break
      }
      end += 4
    }
    if end < scalars.count, ".．".unicodeScalars.contains(scalars[end]), isDigit(end + 1) {
      end = endOfDigits(from: end + 1)
    }
    end = behindBlanks(end)
    return Self.units.first { scalars[min(end, scalars.count)...].starts(with: $0) }.map { end + $0.count }
  }

  // MARK: Characters

  private func isDigit(_ index: Int) -> Bool { index < scalars.count && Numeral.digit(scalars[index]) != nil }

  private func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    index < scalars.count && scalars[index] == scalar
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  private func behindBlanks(_ start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end].isWhiteSpace { end += 1 }
    return end
  }
}
