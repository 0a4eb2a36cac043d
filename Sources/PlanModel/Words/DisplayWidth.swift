public enum DisplayWidth {
  public static func width(of s: String) -> Int { s.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2e80 ? 2 : 1) } }
}
