extension String {
  /// Whether a cell says that it holds what stands in the cell above: 同上, 〃.
  package var saysSameAsAbove: Bool {
    // The longest has four characters, with its brackets six.
    guard let first = utf8.first, first >= 0x80 || first == 0x28, utf8.count <= 24 else { return false }
    // Most short cells are units or days, and hold none of these.
    guard unicodeScalars.contains(where: Self.tellingMarks.contains) else { return false }
    let dense = String(scalars: unicodeScalars.lazy.filter { !$0.showsNothing && !Self.marks.contains($0) })
    return Self.wordsForAbove.contains { $0.isWritten(dense) }
  }

  private static let marks: ScalarSet = "（）()。"
  /// Of the characters of each of the words one.
  private static let tellingMarks: ScalarSet = "同〃″〞"
  /// What people write in a cell in place of the words above it.
  package static let wordsForAbove = ["同上", "同前", "同上列", "同上欄", "同上項", "同前項", "〃", "″", "〞"]
}
