/// The checklists that a run knows: those that plantool brings and those given to it.
public struct ChecklistCatalog: Sendable {
  /// Those given to the run, the last first.
  private var added: [Checklist] = []

  /// The checklists that plantool brings.
  public static let builtIn = ChecklistCatalog()

  /// The checklists, in the order in which they are listed.
  public var checklists: [Checklist] {
    let names = Set(added.map(\.identifier))
    return added + Self.identifiers.filter { !names.contains($0) }.compactMap(Self.builtIn(identifier:))
  }

  /// The files of the checklists that plantool brings, embedded in the program.
  public static let builtInSources = [
    SourceText(name: "police-107.checklist.md", bytes: PackageResources.police_107_checklist_md),
    SourceText(name: "district-109.checklist.md", bytes: PackageResources.district_109_checklist_md),
    SourceText(name: "household-105.checklist.md", bytes: PackageResources.household_105_checklist_md),
  ]

  /// Adds a checklist, in front of a built-in one of the same identifier.
  public mutating func add(_ checklist: Checklist) {
    added.removeAll { $0.identifier == checklist.identifier }
    added.insert(checklist, at: 0)
  }

  /// The checklist with an identifier.
  public func checklist(identifier: String) -> Checklist? {
    added.first { $0.identifier == identifier } ?? Self.builtIn(identifier: identifier)
  }

  // MARK: Built in. A plan follows one checklist; the others are not read for it.

  /// The identifiers, in the order of the files.
  private static let identifiers = ["police-107", "district-109", "household-105"]

  private static func builtIn(identifier: String) -> Checklist? {
    switch identifier {
    case identifiers[0]: police107
    case identifiers[1]: district109
    case identifiers[2]: household105
    default: nil
    }
  }

  private static let police107 = Checklist.read(builtInSources[0]).checklist
  private static let district109 = Checklist.read(builtInSources[1]).checklist
  private static let household105 = Checklist.read(builtInSources[2]).checklist
}
