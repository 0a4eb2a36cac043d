import PlanText

extension [String] {
  /// 「甲」、「乙」, and “甲”, “乙”: names in a message.
  var quoted: LocalizedText {
    LocalizedText(zh: map { "「\($0)」" }.joined(separator: "、"), en: map { "“\($0)”" }.joined(separator: ", "))
  }
}
