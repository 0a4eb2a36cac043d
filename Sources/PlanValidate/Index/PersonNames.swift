import PlanText

/// Names of people where a plan has no cell for them: 由王小明代理, 召集人：分局長 陳志明.
///
/// A name is a frequent surname and two characters, directly behind a word that a name follows, and before the end of the
/// words or before what its bearer does.
enum PersonNames {
  /// Frequent surnames of one character. Source: 內政部, 全國姓名統計分析.
  private static let surnames: ScalarSet =
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬阮董唐溫藍蔣石古紀姚連馮歐程湯田康姜白汪尤鄒巫涂龔嚴韓黎袁金童邵柳"

  private static let leads = ["聯絡人", "承辦人", "代理人", "窗口", "由", "召集人", "委員", "執行秘書", "幹事", "組長"].map {
    Array($0.unicodeScalars)
  }
  private static let verbs = ["代理", "兼任", "擔任", "負責", "兼辦", "襄助"].map { Array($0.unicodeScalars) }

  /// The names in a text, each behind 聯絡人, 由 and the like.
  static func behindLeads(in text: PlanText) -> [PlanText] {
    let dense = DenseText(text)
    return dense.scalars.indices.compactMap { index in
      guard let lead = leads.first(where: { dense.has($0, at: index) }) else { return nil }
      var start = index + lead.count
      while start < dense.scalars.count, ":為是".unicodeScalars.contains(dense.scalars[start]) { start += 1 }
      guard let end = end(of: start, in: dense) else { return nil }
      return dense.part(start..<end)
    }
  }

  /// The end of a name of three characters that stands before the end of the words or before what its bearer does.
  private static func end(of start: Int, in dense: DenseText) -> Int? {
    let end = start + 3
    guard end <= dense.scalars.count, surnames.contains(dense.scalars[start]),
      dense.scalars[start..<end].allSatisfy(\.isCommonHan)
    else { return nil }
    guard !isPost(dense.scalars[end - 1]) else { return nil }
    let isEnd = end == dense.scalars.count || !dense.scalars[end].isCommonHan
    return isEnd || verbs.contains { dense.has($0, at: end) } ? end : nil
  }

  /// Whether a word of this last character is a post or a unit (高級員, 方案室).
  private static func isPost(_ last: Unicode.Scalar) -> Bool { "長員室組科課隊局處所會任官師".unicodeScalars.contains(last) }
}
