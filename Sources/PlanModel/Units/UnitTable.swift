import PlanText

/// 單位表: the units a plan knows, with their other names.
public struct UnitTable: Sendable {
  /// One row of the table.
  public struct Unit: Sendable {
    /// 單位: the name to use.
    public var name: PlanText
    /// 別名: other names of the same unit.
    public var aliases: [PlanText]
    /// 上級: the unit it belongs to.
    public var parent: PlanText?
    /// 性質: 統稱 for a collective name, otherwise free.
    public var nature: PlanText?
    /// What stands in columns of the plan's own, in their order, without what is blank.
    public var extra: [NamedText]

    public init(
      name: PlanText, aliases: [PlanText] = [], parent: PlanText? = nil, nature: PlanText? = nil,
      extra: [NamedText] = []
    ) {
      self.name = name
      self.aliases = aliases
      self.parent = parent
      self.nature = nature
      self.extra = extra
    }
  }

  /// The rows, in order.
  public var units: [Unit]

  public init(units: [Unit]) { self.units = units }

  /// The word in the 性質 column that marks a collective name.
  public static let collectiveNature = "統稱"
}

extension UnitTable {
  /// All names in the table, without white space.
  package var names: Set<String> {
    Set(
      units.flatMap { [$0.name] + $0.aliases }.map {
        $0.string.withoutWhatShowsNothing
      })
  }
}
