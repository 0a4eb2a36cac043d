import PlanText

/// The share of the work that a report says is done: （50%）, 進度達60％, 已完成 70 %.
///
/// Other percentages are rates of something else: 滿意度95%, 出席率100%, 逾期率由30%降為20%.
package struct StatedShare: Sendable {
  /// In whole percent, from 0 to 100; what is behind the decimal point is cut off.
  package let percent: Int
  /// Where it is written: 50%.
  package let place: PlanText

  /// What the share may be called, right before its number.
  private static let names = [
    "進度", "完成率", "完成度", "完成比率", "完成比例", "執行率", "達成率", "達成度", "執行比率", "完成", "達成", "累計", "累積",
  ]
  /// What may stand between the name and the number.
  private static let hedges: ScalarSet = "約已達為到至共:"
  /// What a percentage that stands alone has on its sides.
  private static let marks: ScalarSet = ",;。、.()[]"
  private static let closingMarks: ScalarSet = ")]。.;,"

  /// The last share that a report states.
  package init?(in text: PlanText) {
    var scanner = DateScanner(text.string)
    _ = try? scanner.point()
    let (scalars, body) = (scanner.scalars, scanner.index)
    for sign in scalars.indices.reversed() where scalars[sign] == "%" && sign >= body {
      let digits = scalars[body..<sign].reversed().prefix { Numeral.digit($0) != nil || $0 == "." }
      let number = scalars[(sign - digits.count)..<sign].prefix { $0 != "." }
      guard let value = Numeral.value(of: number), (0...100).contains(value),
        Self.isShare(before: scalars[body..<(sign - digits.count)], behind: scalars[(sign + 1)...])
      else { continue }
      percent = value
      place = Self.place(of: (sign - digits.count)..<(sign + 1), in: text)
      return
    }
    return nil
  }

  private static func isShare(
    before: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    // 逾期2件（20%），已改善: in brackets inside a sentence it is a rate of what stands before.
    if before.last == "(" || before.last == "[" { return behind.allSatisfy(closingMarks.contains) }
    if before.last.map(marks.contains) ?? true { return behind.first.map(marks.contains) ?? true }
    // A name and what stands behind it are short.
    let unhedged = String(scalars: before.suffix(10).reversed().drop(while: hedges.contains).reversed())
    return names.contains(where: unhedged.hasSuffix)
  }

  /// Where some of the characters that show something stand in a text.
  private static func place(of range: Range<Int>, in text: PlanText) -> PlanText {
    var (seen, offset) = (0, 0)
    var (start, end) = (0, 0)
    for scalar in text.string.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if !scalar.showsNothing {
        if seen == range.lowerBound { start = offset }
        if seen < range.upperBound { end = next }
        seen += 1
      }
      offset = next
    }
    return text.part(start..<end)
  }
}
