extension String {
  /// The text without white space and what nobody sees, its characters narrow: 召 集 人 as 召集人. Words are looked for in
  /// this form.
  package var dense: String { String(scalars: unicodeScalars.lazy.filter { !$0.showsNothing }.map(\.narrow)) }
}
