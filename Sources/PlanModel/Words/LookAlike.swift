/// Characters that look like a common one and are another: ⽤ (a radical) for 用, ㄧ (a sound sign) for 一.
///
/// Text copied out of a PDF is full of them. Nobody sees the difference, and no search finds the word. The table `look-alikes.tsv` has the radicals
/// of Unicode's EquivalentUnifiedIdeograph and the compatibility ideographs with a canonical equivalent.
public enum LookAlike {
  /// The common character that is meant; nil for every other character.
  public static func meant(by scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2E80...0x2FD5, 0xF900...0xFAD9, 0x3127: table[scalar]
    default: nil
    }
  }

  private static let table = Dictionary(
    DataTable.rows(PackageResources.look_alikes_tsv).compactMap { cells in
      zip(cells[0].unicodeScalars, cells[1].unicodeScalars).first { _ in true }
    }
  ) { first, _ in first }
}
