import PlanModel

/// All rules, in the order of their codes. A test compares the list with the files in this folder, so that none is forgotten.
public enum RuleRegistry {
  /// The rules.
  public static let all: [any Rule.Type] = reading + document + checklist + deadlines + units + claims + wording

  /// The rule with a code (PT301) or a name (deadline-missing), letter case ignored.
  public static func rule(_ name: String) -> (any Rule.Type)? {
    all.first { $0.description.code == name.uppercased() || $0.description.name == name.lowercased() }
  }

  private static let reading: [any Rule.Type] = []
  private static let document: [any Rule.Type] = []
  private static let checklist: [any Rule.Type] = [
    UnknownChecklist.self, UnknownName.self, FocusWithoutMeasure.self, WeightMismatch.self, ChecklistOrder.self,
    RepeatedHeading.self, EmptyMeasure.self, ChecklistCopyDiffers.self,
  ]
  private static let deadlines: [any Rule.Type] = [DeadlineMissing.self]
  private static let units: [any Rule.Type] = [
    UnitsMissing.self, UnitRepeated.self, UnitNotInTaskForce.self, MemberWithoutMeasure.self, TaskForceRoles.self,
    PersonalData.self, UnitAlias.self,
  ]
  private static let claims: [any Rule.Type] = []
  private static let wording: [any Rule.Type] = []
}
