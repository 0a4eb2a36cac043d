import PlanText

// A total with its parts behind it: 計12面：一樓5面、二樓4面、三樓3面, 共20件(電話12件、書面8件).
extension SumMismatch {
  private static let leads = ["共計有", "共計", "合計", "總計", "計有", "共有", "共", "計"]
  private static let joints: ScalarSet = "、,及與和"

  static func checkParts(_ dense: DenseText, _ sentence: Range<Int>, _ findings: inout FindingList) {
    for index in sentence {
      guard let total = WrittenNumber(in: dense.scalars, at: index),
        let unit = units.first(where: { dense.has($0, at: total.range.upperBound) })
      else { continue }
      let behind = total.range.upperBound + unit.unicodeScalars.count
      // What is more than a whole is wrong, however that is worded.
      guard let list = list(behind: behind, in: dense, sentence),
        list.isPartial || leads.contains(where: { dense.has($0, before: index) }),
        !isDoubtful(dense, list.places, by: otherWords[...]), let parts = parts(of: list.places, unit, in: dense),
        !list.isPartial || parts.reduce(0, { $0 + $1.value }) > total.value
      else { continue }
      report(parts, total, at: dense.range(of: index..<behind), dense, &findings)
    }
  }

  /// What stands in parentheses, or behind a colon or 分別為 up to the end of the sentence; with 其中 a part is enough.
  private static func list(
    behind start: Int, in dense: DenseText, _ sentence: Range<Int>
  ) -> (places: Range<Int>, isPartial: Bool)? {
    if dense.has("(", at: start) {
      let close = (start..<sentence.upperBound).first { dense.scalars[$0] == ")" }
      return close.map { ((start + 1)..<$0, false) }
    }
    let word = [":", ",分別為", ",分別是", ",包括", ",包含", "分別為", ",其中"].first { dense.has($0, at: start) }
    return word.map { ((start + $0.unicodeScalars.count)..<sentence.upperBound, $0 == ",其中") }
  }

  /// The numbers of parts each of which ends with one and the unit: 一樓5面.
  private static func parts(of list: Range<Int>, _ unit: String, in dense: DenseText) -> [WrittenNumber]? {
    var parts: [WrittenNumber] = []
    for segment in list.split(whereSeparator: { joints.contains(dense.scalars[$0]) }) {
      guard let last = segment.last, dense.has(unit, before: last + 1) else { return nil }
      let numbers = segment.compactMap { place in WrittenNumber(in: dense.scalars, at: place) }
        .filter { dense.has(unit, at: $0.range.upperBound) }
      guard numbers.count == 1, !leads.contains(where: { dense.has($0, before: numbers[0].range.lowerBound) }),
        numbers[0].range.upperBound + unit.unicodeScalars.count == last + 1
      else { return nil }
      parts += numbers
    }
    return (2...20).contains(parts.count) ? parts : nil
  }

  private static func report(
    _ parts: [WrittenNumber], _ total: WrittenNumber, at place: SourceRange, _ dense: DenseText,
    _ findings: inout FindingList
  ) {
    let sum = parts.reduce(0) { $0 + $1.value }
    let shown = parts.map(\.value.shown)
    guard abs(sum - total.value) > 0.000_01 else {
      findings.confirm(
        at: place,
        LocalizedText(
          zh: "\(shown.joined(separator: "＋"))＝\(total.value.shown)，各項之和與總數相符。",
          en: "\(shown.joined(separator: " + ")) = \(total.value.shown): the parts make the total."))
      return
    }
    findings.add(
      at: place,
      LocalizedText(
        zh: "總數寫 \(total.value.shown)，後面各項相加是 \(shown.joined(separator: "＋"))＝\(sum.shown)，請查對。",
        en:
          "The total says \(total.value.shown), but its parts make \(shown.joined(separator: " + ")) = \(sum.shown); check the figures."
      ),
      notes: parts.map { .init(dense.range(of: $0.range), LocalizedText(zh: "計入的數", en: "Counted")) })
  }
}
