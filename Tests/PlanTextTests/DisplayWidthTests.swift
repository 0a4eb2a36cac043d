import PlanText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("計畫", 4), ("ｶﾅ", 2), ("（２００分）", 12), ("「」、。", 8), ("①□◎☑…", 5), ("e\u{301}", 1), ("👨‍👩‍👧", 2),
    ("🇹🇼", 2), ("✅", 2), ("☑️", 2),
    ("㈠", 2), ("㉈", 1), ("𠮷", 2), ("가", 2), ("ㄅ", 2), ("a\u{200B}b", 2), ("\u{301}", 0), ("a\tb", 2), ("ﷺ", 1),
    ("　", 2),
  ])
  func width(of text: String, is expected: Int) { #expect(DisplayWidth.of(text) == expected) }
}
