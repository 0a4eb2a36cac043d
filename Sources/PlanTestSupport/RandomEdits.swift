import PlanText

/// Damages text as slips, bad transfers and other programs do.
public struct RandomEdits {
  private var random: SplitMix64

  /// Edits; the same seed makes the same ones.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Bytes that mean something to the readers.
  private static let pieces: [[UInt8]] = [
    "\n", "\n\n", "\r", "- ", "1. ", "一、", "(一)", "#", "### ", "|", "| ", "\\", "<br>", "<!--", "-->", "---\n", "```\n",
    "> ", "：", "   ", "\t", "[ ] ",
    "\u{3000}", "\u{FEFF}", "\0", "\"", "{", "},", "完成期限：", "表別：", "👩‍👧", "&lt;br",
    "｜", "︰", "－ 承辦單位：", "• ", "\n\n| ", "\n| 甲 | 乙 |\n", "| --- | --- |\n", "|－－|－－|\n", "甲\t乙\t丙\n",
    "<table><tr><td>", "</table>",
    "+---+\n", "----- -----\n", "\n   (一)公布。\n   完成期限：107年4月\n", "，承辦單位：", "\n• 公布。\n  • 完成期限：107年4月\n",
  ].map { Array($0.utf8) }

  /// Some edits at random places, also inside characters of several bytes.
  public mutating func apply(to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(3) {
      let start = random.below(bytes.count + 1)
      let end = min(bytes.count, start + random.below(12))
      switch random.below(8) {
      case 0: bytes.insert(UInt8(truncatingIfNeeded: random.below(256)), at: start)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.replaceSubrange(start..<end, with: random.pick(Self.pieces))
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: random.below(bytes.count + 1))
      case 4: removeLine(at: start, of: &bytes)
      default: bytes.insert(contentsOf: random.pick(Self.pieces), at: wholeCharacter(at: start, in: bytes))
      }
    }
    return bytes
  }

  /// The beginning of the character that the offset is in, and often that of its line.
  private mutating func wholeCharacter(at offset: Int, in bytes: [UInt8]) -> Int {
    if random.chance(50) { return bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }
    return bytes[offset...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
  }

  private func removeLine(at offset: Int, of bytes: inout [UInt8]) {
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    bytes.removeSubrange(start..<end)
  }
}
