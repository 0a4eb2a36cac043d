/// What the vocabulary knows of two characters that stand side by side.
struct PairUse: Equatable {
  /// Bit 0: a word; bits 1 to 3: the level; bit 4: common; bit 5: met now and then; bit 6: a rare word.
  let bits: UInt8

  static let unknown = PairUse(isMet: false, isRareWord: false)
  /// A character beside a digit, a letter or a bracket, which says nothing of it.
  static let open = PairUse(isMet: true, isRareWord: false)

  init(bits: UInt8) { self.bits = bits }

  /// One of the common pairs, by its entry.
  init(common entry: UInt16) { bits = 16 | UInt8(truncatingIfNeeded: entry & 15) }

  init(isMet: Bool, isRareWord: Bool) { bits = (isMet ? 32 : 0) | (isRareWord ? 64 : 0) }

  var isCommon: Bool { bits & 16 != 0 }
  /// Whether it is a common pair and a word.
  var isWord: Bool { bits & 1 != 0 }
  var isRareWord: Bool { bits & 64 != 0 }
  /// Whether the texts that were counted have it.
  var isMet: Bool { bits & 48 != 0 }
  /// How common it is, 0 to 7.
  var level: Int { Int(bits &>> 1 & 7) }

  /// How often it was counted, as quarters of the logarithm to base 2; nil where it never was.
  var quarterBits: Int32? {
    if isCommon {
      switch level {
      case 0: 35
      case 1: 40
      case 2: 45
      case 3: 50
      case 4: 54
      case 5: 60
      case 6: 66
      default: 72
      }
    } else {
      isMet ? 23 : nil
    }
  }
}
