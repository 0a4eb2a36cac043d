import PlanOffice
import Testing

@Suite("Checksums of zip archives")
struct CRC32Tests {
  @Test(
    "are those that other programs make",
    arguments: [("", 0), ("123456789", 0xCBF4_3926), ("計畫", 0xC2F0_B0D5)] as [(String, UInt32)])
  func value(text: String, value: UInt32) {
    #expect(CRC32(of: text.utf8).value == value)
    var parts = CRC32()
    for byte in text.utf8 { parts.add(CollectionOfOne(byte)) }
    #expect(parts.value == value)
  }
}
