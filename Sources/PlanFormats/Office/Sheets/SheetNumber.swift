/// Numbers in cells, without the noise that binary fractions leave.
enum SheetNumber {
  /// A number in at most twelve decimal places; nil for one that is too large to be a quantity.
  static func shown(_ number: Double, isPercent: Bool) -> String? {
    let number = isPercent ? number * 100 : number
    guard number.isFinite, abs(number) < 1e15 else { return nil }
    let mark = isPercent ? "%" : ""
    let whole = number.rounded()
    if abs(number - whole) < 1e-9 { return String(Int(whole)) + mark }
    return abs(number) < 1e3 ? String((number * 1e9).rounded() / 1e9) + mark : String(number) + mark
  }
}
