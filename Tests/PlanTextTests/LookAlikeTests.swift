import PlanText
import Testing

@Suite struct LookAlikeTests {
  @Test(arguments: [("⽤", "用"), ("⺠", "民"), ("⻑", "長"), ("⾄", "至"), ("ㄧ", "一"), ("\u{F9CA}", "流")])
  func standsFor(wrong: Unicode.Scalar, right: Unicode.Scalar) { #expect(LookAlike.meant(by: wrong) == right) }

  @Test(arguments: ["用", "ㄅ", "、", "𠀀", "a", "\u{2FD6}"])
  func standsForItself(scalar: Unicode.Scalar) { #expect(LookAlike.meant(by: scalar) == nil) }

  /// What is meant is never itself a look-alike, so that writing it mends the matter.
  @Test func whatIsMeantIsFinal() {
    let all = [0x2E80...0x2FD5, 0xF900...0xFAD9].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    let meant = all.compactMap(LookAlike.meant)
    #expect(meant.count > 700)
    #expect(meant.allSatisfy { LookAlike.meant(by: $0) == nil })
  }

  @Test func namesAndNumbersAreReadAsMeant() {
    #expect(NameKey("⼀、服務⽤品") == NameKey("服務用品"))
    #expect(Label.read(at: "ㄧ、依據")?.label.value == 1)
    #expect(Label.read(at: "ㄧ、依據")?.label.text == "ㄧ、")
  }
}
