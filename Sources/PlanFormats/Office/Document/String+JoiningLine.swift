import PlanText

extension String {
  /// The next line of the same paragraph behind it: between Chinese characters nothing stands, elsewhere a blank.
  func joiningLine(_ next: String) -> String {
    guard let last = unicodeScalars.last, let first = next.unicodeScalars.first else { return self + next }
    return last.isASCII && first.isASCII && last != "-" ? self + " " + next : self + next
  }
}
