/// A year as somebody wrote it.
package struct YearReading {
  /// The value, where it is written as the format wants it.
  package let proper: Int?
  /// The value that is probably meant.
  package let intended: Int?

  package init(_ text: String) {
    var dense = String(scalars: text.unicodeScalars.filter { !$0.showsNothing })
    for suffix in ["年度", "年"] where dense.hasSuffix(suffix) {
      dense.removeLast(suffix.count)
      break
    }
    var isProper = dense.unicodeScalars.allSatisfy { Numeral.digit($0) != nil }
    for prefix in ["中華民國", "民國"] where dense.hasPrefix(prefix) {
      dense.removeFirst(prefix.count)
      isProper = dense.unicodeScalars.allSatisfy { Numeral.digit($0) != nil }
      break
    }
    for prefix in ["西元", "公元"] where dense.hasPrefix(prefix) {
      dense.removeFirst(prefix.count)
      isProper = false
      break
    }
    guard let value = Numeral.value(of: dense), value > 0 else {
      proper = nil
      intended = nil
      return
    }
    let isGregorian = (1912...2910).contains(value)
    intended = isGregorian ? value - CalendarDate.rocOffset : value < 1000 ? value : nil
    proper = isProper && value < 1000 ? value : nil
  }
}
