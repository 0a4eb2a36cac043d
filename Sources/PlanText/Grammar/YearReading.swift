/// A year as somebody wrote it: 107, 107年度, 九十一年, 112學年度, 104-107.
package struct YearReading {
  /// The value, or the first of several, where it is written as the format wants it.
  package let proper: Int?
  /// The value that is probably meant, or the first of several.
  package let intended: Int?
  /// The last of several years; otherwise the same as `intended`.
  package let last: Int?
  /// Whether it is a school year, from August to July.
  package let isSchoolYear: Bool

  package init(_ text: String) {
    let dense = text.dense
    let ends = dense.split(omittingEmptySubsequences: false) { "-~至到".contains($0) }.map { Self.number(in: String($0)) }
    let values = ends.compactMap { $0.value }
    guard ends.count <= 2, values.count == ends.count, let first = values.first, let last = values.last, first <= last
    else {
      proper = nil
      intended = nil
      self.last = nil
      isSchoolYear = false
      return
    }
    intended = first
    self.last = last
    isSchoolYear = ends.contains { $0.isSchoolYear }
    proper = ends.allSatisfy(\.isProper) ? first : nil
  }

  /// One year, of the Republic.
  private static func number(in text: String) -> (value: Int?, isProper: Bool, isSchoolYear: Bool) {
    var text = text
    var suffix: String?
    for word in ["學年度", "學年", "年度", "年"] where text.hasSuffix(word) {
      text.removeLast(word.count)
      suffix = word
      break
    }
    for prefix in ["中華民國", "民國"] where text.hasPrefix(prefix) {
      text.removeFirst(prefix.count)
      break
    }
    var isProper = true
    for prefix in ["西元", "公元"] where text.hasPrefix(prefix) {
      text.removeFirst(prefix.count)
      isProper = false
      break
    }
    let isSchoolYear = suffix?.hasPrefix("學") ?? false
    guard let value = Numeral.value(of: text), value > 0 else { return (nil, false, isSchoolYear) }
    let isGregorian = (1912...2910).contains(value)
    let year = isGregorian ? value - CalendarDate.rocOffset : value < 1000 ? value : nil
    return (year, isProper && value < 1000, isSchoolYear)
  }
}
