/// What is written as a date and does not exist.
public enum ImpossibleDate: Error, Sendable, Hashable {
  /// A day that the month does not have. `year` is Gregorian and nil where none is written.
  case day(year: Int?, month: Int, day: Int)
  /// A month beyond 1 to 12.
  case month(Int)
  /// A quarter beyond 1 to 4.
  case quarter(Int)
}
