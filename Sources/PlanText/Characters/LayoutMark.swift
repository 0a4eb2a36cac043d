/// The marks by which words are arranged, and what people or their programs put in their place.
package enum LayoutMark {
  /// Characters that look like a colon and are another.
  package static let strangeColons: ScalarSet = "︰∶꞉ː˸︓։׃᠄⁚"
  /// Bars that people type or other programs draw.
  package static let strangeBars: ScalarSet = "｜│┃∣❘￨︱"
  /// What people take for dashes.
  package static let dashes: ScalarSet = "-‐‑‒–—―−－﹣﹘─━=＝_＿"
  /// Bullets of word processors, which mean what `-` does in Markdown, with a blank behind them or without. Marks that
  /// may say something (○, ■, □, ★, ※) are none.
  package static let wordBullets: ScalarSet = "•‣∙▪▫◦·‧●◎◆◇➢➤►▶"
  /// Marks of items in Markdown, without the space that makes them marks, and those that word processors put there.
  package static let bullets: ScalarSet = "-‐‑‒–—―−－﹣*＊+＋•‣‧·∙・●○◎◦▪▫■◆◇※★☆►▶➢➤"
}

extension Unicode.Scalar {
  /// Whether the scalar arranges words and says none: white space, a bar, a dash, a bullet or a colon, or what people
  /// take for one.
  package var isLayoutMark: Bool {
    switch self {
    case " ", "\t", "\u{3000}", "\n", "\r", "|", ":", "：", "\u{FE55}": true
    default:
      LayoutMark.strangeBars.contains(self) || LayoutMark.dashes.contains(self) || LayoutMark.bullets.contains(self)
        || LayoutMark.strangeColons.contains(self)
    }
  }
}
