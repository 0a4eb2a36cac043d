import PlanText
import Testing

/// How a text is quoted in a message.
@Suite struct ExcerptTests {
  @Test(arguments: [
    ("甲乙丙丁", 4, "甲乙丙丁"), ("甲乙丙丁戊", 4, "甲乙丙丁…"), (" 甲\n 乙　丙 ", 4, "甲 乙 丙"), ("甲 乙 丙", 2, "甲 乙…"), ("", 4, ""),
    ("e\u{301}e\u{301}", 1, "e\u{301}…"), ("甲\r\n乙", 4, "甲 乙"), ("甲乙  ", 2, "甲乙"),
    ("亂" + String(repeating: " ", count: 2000) + "寫", 24, "亂 寫"),
    ("亂" + String(repeating: "\u{3000}", count: 2000), 24, "亂"),
  ])
  func excerpt(text: String, limit: Int, expected: String) { #expect(text.excerpt(limit) == expected) }

  /// A character of any length, and blanks of any number, make no long quotation.
  @Test func isShortWhateverTheText() {
    let marks = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(marks.excerpt(24).unicodeScalars.count < 300)
    #expect(("甲" + String(repeating: " ", count: 100_000) + "乙").excerpt(24) == "甲…")
    #expect(marks.excerpt(.max) == marks)
  }
}
