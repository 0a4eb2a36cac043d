/// A drawing of what a table says.
protocol Picture: Sendable {
  /// The drawing in pieces that are at most so many pixels high, at 96 to the inch, as far as its parts can be divided.
  func pieces(upTo height: Int) -> [SVGDrawing]
}
