/// The checklists that a run knows: those that plantool brings and those given to it.
public struct ChecklistCatalog: Sendable {
  /// The checklists, in the order in which they are listed.
  public private(set) var checklists: [Checklist]

  /// The checklists that plantool brings.
  public static let builtIn = ChecklistCatalog(
    checklists: builtInSources.compactMap { Checklist.read($0).checklist })

  /// The files of the checklists that plantool brings, embedded in the program.
  public static let builtInSources = [
    SourceText(name: "police-107.checklist.md", bytes: PackageResources.police_107_checklist_md),
    SourceText(name: "district-109.checklist.md", bytes: PackageResources.district_109_checklist_md),
    SourceText(name: "household-105.checklist.md", bytes: PackageResources.household_105_checklist_md),
  ]

  /// Adds a checklist, in front of a built-in one of the same identifier.
  public mutating func add(_ checklist: Checklist) {
    checklists.removeAll { $0.identifier == checklist.identifier }
    checklists.insert(checklist, at: 0)
  }

  /// The checklist with an identifier.
  public func checklist(identifier: String) -> Checklist? { checklists.first { $0.identifier == identifier } }
}
