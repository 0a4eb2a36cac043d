import PlanText
import Testing

@Suite struct WhiteSpaceTests {
  /// The list that is spelt out is the one that Unicode has.
  @Test func agreesWithTheUnicodePropertyForEveryScalar() {
    let different = (0...UInt32(0x10FFFF)).compactMap(Unicode.Scalar.init).filter {
      $0.isWhiteSpace != $0.properties.isWhitespace
    }
    #expect(different.isEmpty)
  }
}
