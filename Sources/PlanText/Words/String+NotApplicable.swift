extension String {
  /// Whether a text says no more than that there is nothing of the kind: 不適用, 本所無此項業務.
  public var saysNotApplicable: Bool {
    var words = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.properties.isIdeographic {
      words.append(scalar)
      // Longer than anything that says nothing else.
      if words.count > 16 { return false }
    }
    let text = String(words)
    if Self.refusals.contains(text) { return true }
    guard let end = Self.refusals.first(where: { text.hasSuffix($0) }) else { return false }
    // What stands before it may only name the agency or the thing: 本所, 本項, 本重點.
    let subject = text.dropLast(end.count)
    return subject.hasPrefix("本") && subject.count <= 6
  }

  private static let refusals = [
    "不適用", "無此項業務", "無此類業務", "無此業務", "無是項業務", "無相關業務", "未辦理此項業務", "無須辦理", "無涉", "無其他作法", "無其他服務作法", "無其他措施",
  ]
}
