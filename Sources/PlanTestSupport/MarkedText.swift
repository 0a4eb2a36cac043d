import PlanText

/// A text in which `↓` marks places, as in the examples of rules.
public struct MarkedText {
  /// The text without the marks.
  public let text: String
  /// The byte offsets in ``text`` in front of which the marks stood.
  public let offsets: [Int]

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var offsets: [Int] = []
    var offset = 0
    for scalar in marked.unicodeScalars {
      if scalar == "↓" {
        offsets.append(offset)
      } else {
        text.append(scalar)
        offset += UTF8.width(scalar)
      }
    }
    self.text = String(text)
    self.offsets = offsets
  }
}
