import PlanText
import Foundation

/// The plans and the proposal in `seeds/`, which real agencies published.
public enum Seed: String, CaseIterable, Sendable {
  case shilin = "shilin-police-107"
  case taichung = "taichung-port-police-107"
  case ledger = "e-ledger-proposal-106"
  case household = "wanhua-household-105"
  case district = "wanhua-district-109"

  /// Those that are plans.
  public static let plans: [Seed] = allCases.filter { $0 != .ledger }

  /// The name for other files about the plan: shilin.
  public var shortName: String { String(describing: self) }

  /// The file.
  public func source() throws -> SourceText {
    let data = try Data(contentsOf: Package.root.appending(path: "seeds/\(rawValue).plan.md"))
    return SourceText(name: "\(rawValue).plan.md", bytes: Array(data))
  }
}
