/// Characters that look like a common one and are another: ⽤ (a radical) for 用, ㄧ (a sound sign) for 一.
///
/// Text copied out of a PDF is full of them. Nobody sees the difference, and no search finds the word. The table
/// `look-alikes.tsv` has the radicals of Unicode's EquivalentUnifiedIdeograph and the compatibility ideographs with a
/// canonical equivalent.
public enum LookAlike {
  /// The common character that is meant; nil for every other character.
  public static func meant(by scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2E80...0x2FD5, 0xF900...0xFAD9, 0x3127: break
    default: return nil
    }
    let index = table.halvingIndex(fromWhich: { $0.wrong >= scalar })
    return index < table.count && table[index].wrong == scalar ? table[index].right : nil
  }

  /// The Latin letter that a Greek or Cyrillic one looks like, beside Latin letters: Facebook with a Cyrillic е.
  public static func latin(meantBy scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x391...0x445).contains(scalar.value) else { return nil }
    return latin.first { $0.wrong == scalar }?.right
  }

  private static let latin = Array(
    zip(
      "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХаеорсух".unicodeScalars, "ABEZHIKMNOPTYXoABEKMHOPCTXaeopcyx".unicodeScalars)
  ).map { (wrong: $0, right: $1) }

  /// In the order of the wrong characters. A dictionary would take far longer to fill than a run asks of it.
  private static let table = rows(PackageResources.look_alikes_tsv)

  private static func rows(_ bytes: [UInt8]) -> [(wrong: Unicode.Scalar, right: Unicode.Scalar)] {
    var rows: [(wrong: Unicode.Scalar, right: Unicode.Scalar)] = []
    rows.reserveCapacity(bytes.count / 40)
    // The first line has the headings.
    var line = bytes.firstIndex(of: Ascii.lineFeed).map { $0 + 1 } ?? bytes.count
    while line < bytes.count {
      let (wrong, tab) = bytes.scalar(at: line)
      if tab + 1 < bytes.count, bytes[tab] == Ascii.tab { rows.append((wrong, bytes.scalar(at: tab + 1).scalar)) }
      while line < bytes.count, bytes[line] != Ascii.lineFeed { line += 1 }
      line += 1
    }
    return rows.sorted { $0.wrong < $1.wrong }
  }
}
