import PlanText
import Testing

/// Two values are compared without making their texts.
@Suite("Values of JSON")
struct JSONOutputTests {
  private func list(_ texts: [String], isLazy: Bool) -> JSONOutput {
    isLazy ? .elements(count: texts.count) { .string(texts[$0]) } : .array(texts.map { .string($0) })
  }

  @Test("are the same however their elements are made")
  func same() {
    let values = [list(["甲", "乙"], isLazy: true), list(["甲", "乙"], isLazy: false), .written("[\"甲\",\"乙\"]")]
    for a in values { for b in values { #expect(a.isWritten(b)) } }
    let a = JSONOutput.members([("a", .int(1)), ("b", nil), ("c", .members([("d", .null)]))])
    #expect(a.isWritten(.object([("a", .int(1)), ("c", .object([("d", .null)]))])))
  }

  @Test("differ in a key, a value, their order or their number")
  func different() {
    let base = JSONOutput.object([("a", .string("甲")), ("b", list(["甲", "乙"], isLazy: true))])
    let others: [JSONOutput] = [
      .object([("a", .string("甲"))]), .object([("b", list(["甲", "乙"], isLazy: true)), ("a", .string("甲"))]),
      .object([("a", .string("甲")), ("b", list(["甲"], isLazy: false))]),
      .object([("a", .string("甲")), ("b", list(["甲", "丙"], isLazy: true))]),
      .object([("a", .bool(true)), ("b", list(["甲", "乙"], isLazy: true))]), .null, .array([]),
    ]
    for other in others { #expect(!base.isWritten(other) && !other.isWritten(base)) }
    // Two ways to write one character are two texts.
    #expect(!JSONOutput.string("e\u{301}").isWritten(.string("\u{E9}")))
  }
}
