extension String {
  /// Whether a text says no more than that there is nothing of the kind: 不適用, 本所無此項業務, 本重點無其他作法, also behind
  /// a reason (本段無須檢附謄本之案件，本項不適用) or before one (不適用，本項由縣局辦理).
  public var saysNotApplicable: Bool {
    if saysOnlyNotApplicable || beginsNotApplicable { return true }
    // Most texts show with what follows their last comma that they do not.
    guard utf8.count < 400, has("，本") || has(",本"),
      let comma = unicodeScalars.lastIndex(where: { $0 == "，" || $0 == "," }),
      case let end = self[unicodeScalars.index(after: comma)...], end.unicodeScalars.first == "本",
      !self[..<comma].contains(where: { "。；;\n".contains($0) })
    else { return false }
    return String(end).saysOnlyNotApplicable
  }

  private var beginsNotApplicable: Bool {
    guard begins(with: "不適用"), utf8.count < 400 else { return false }
    return dropFirst(3).first.map { "，,：:。；;".contains($0) } ?? false && !contains("\n")
  }

  private var saysOnlyNotApplicable: Bool {
    // Most texts show at once that they do not.
    guard let last = unicodeScalars.last(where: \.isIdeograph), Self.lastOfAll.contains(last) else { return false }
    var words: [Unicode.Scalar] = []
    // Longer than anything that says nothing else.
    let most = 24
    words.reserveCapacity(most + 1)
    for scalar in unicodeScalars where scalar.isIdeograph {
      words.append(scalar)
      if words.count > most { return false }
    }
    let text = String(scalars: words)
    if Self.nothingMore.contains(where: { text.hasSuffix($0) }) { return true }
    if Self.refusals.contains(text) { return true }
    guard let end = Self.refusals.first(where: { text.hasSuffix($0) }) else { return false }
    // What stands before it may only name the agency or the thing: 本所, 本項, 本重點.
    let subject = text.dropLast(end.count)
    return subject.hasPrefix("本") && subject.count <= 6
  }

  private static let refusals = [
    "不適用", "無此項業務", "無此類業務", "無此業務", "無是項業務", "無相關業務", "未辦理此項業務", "無須辦理", "無涉",
  ]
  /// What a short sentence ends with that only says that there is no more.
  private static let nothingMore = [
    "無其他作法", "無其他服務作法", "無其他措施", "無其他服務措施", "無其他事項", "無其他應填報事項", "無其他具體作法", "無其他資料",
  ]
  /// The last characters of both: few texts have one at their end.
  private static let lastOfAll = Set((refusals + nothingMore).compactMap(\.unicodeScalars.last))
}

extension Unicode.Scalar {
  /// Whether Unicode calls it ideographic. Nearly all that are asked about are in the one block where all are.
  fileprivate var isIdeograph: Bool { isCommonHan || (!isASCII && properties.isIdeographic) }
}
