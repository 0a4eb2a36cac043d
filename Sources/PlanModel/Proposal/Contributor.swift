import PlanText

/// 提案人員: who had the idea, and how much of it.
public struct Contributor: Sendable {
  /// 身分: 主要提案人, 參與提案人.
  public var role: PlanText
  /// 姓名, blank in what is published.
  public var name: PlanText
  /// 貢獻度, as written: 40%.
  public var share: PlanText

  public init(role: PlanText, name: PlanText = "", share: PlanText = "") {
    self.role = role
    self.name = name
    self.share = share
  }

  /// What 貢獻度 means, if it is a percentage.
  public var percent: Percentage? { Percentage(share.string) }

  /// The text of a column.
  public subscript(column: ContributorColumn) -> String {
    switch column {
    case .role: role.string
    case .name: name.string
    case .share: share.string
    }
  }
}

/// A percentage with at most two decimals, exact: 40%, 33.3 %, ４０％, 百分之四十.
public struct Percentage: Sendable, Hashable {
  /// Hundredths of a percent.
  public let hundredths: Int
  /// The number of decimals that are written.
  public let decimals: Int

  public init(hundredths: Int, decimals: Int = 0) {
    self.hundredths = hundredths
    self.decimals = decimals
  }

  /// Reads a percentage; the sign may be left out. Nil for anything else.
  public init?(_ text: String) {
    var scalars = text.unicodeScalars.filter { !$0.showsNothing }.map(\.narrow)
    let prefix = Array("百分之".unicodeScalars)
    if scalars.starts(with: prefix) {
      scalars.removeFirst(prefix.count)
    } else if scalars.last == "%" {
      scalars.removeLast()
    }
    let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count <= 6,
      let whole = Numeral.value(of: String(scalars: parts[0]))
    else { return nil }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    guard decimals.count <= 2, parts.count == 1 || !decimals.isEmpty, decimals.allSatisfy({ Numeral.digit($0) != nil })
    else { return nil }
    let digits = decimals + Array(repeating: "0", count: 2 - decimals.count)
    hundredths = whole * 100 + digits.reduce(0) { $0 * 10 + (Numeral.digit($1) ?? 0) }
    self.decimals = decimals.count
  }

  /// The number without its sign: 40, 33.3.
  public var digits: String {
    let fraction = hundredths % 100
    if fraction == 0 { return String(hundredths / 100) }
    let padded = (fraction < 10 ? "0" : "") + String(fraction)
    return "\(hundredths / 100)." + (padded.hasSuffix("0") ? String(padded.dropLast()) : padded)
  }
}
