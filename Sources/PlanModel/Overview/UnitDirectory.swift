import PlanText

/// The names that a plan's units go by: those of its unit table, and collectives by their form.
///
/// No alias is guessed: 勤指中心 is 勤務指揮中心 only where the unit table says so.
public struct UnitDirectory: Sendable {
  private var canonical: [NameKey: String] = [:]
  private var written: [String: String] = [:]
  private var parents: [String: String] = [:]
  private var aliases: [String: [String]] = [:]
  private var collectives: Set<String> = []
  /// The names in the unit table, in order.
  public private(set) var names: [String] = []

  /// The directory of a plan.
  public init(_ plan: Plan) {
    for section in plan.sections {
      guard case .units(let table) = section.content else { continue }
      for unit in table.units {
        let key = NameKey(unit.name.string)
        let name = handle(for: key)
        names.append(name)
        canonical[key] = name
        if written[name] == nil { written[name] = unit.name.string }
        for alias in unit.aliases {
          canonical[NameKey(alias.string)] = name
          aliases[name, default: []].append(Self.key(alias.string))
        }
        if let parent = unit.parent { parents[name] = Self.key(parent.string) }
        if unit.nature.map({ Self.key($0.string) == UnitTable.collectiveNature }) ?? false { collectives.insert(name) }
      }
    }
  }

  /// What a unit goes by inside: its name. One of thousands of characters would have to be read again for every cell
  /// that has its alias, and is cut.
  private func handle(for key: NameKey) -> String {
    key.text.utf8.count <= 300 ? key.text : canonical[key] ?? "\(key.text.excerpt(60))\(names.count)"
  }

  /// A name without white space, with narrow characters.
  public static func key(_ name: String) -> String { NameKey(name).text }

  /// The unit's own name, where a name is an alias of it.
  public func canonicalName(of name: String) -> String {
    let key = NameKey(name)
    return canonical[key] ?? key.text
  }

  /// The unit's own name as the unit table writes it; a name that the table does not have stays as it is.
  public func printedName(of name: String) -> String { written[canonicalName(of: name)] ?? name }

  /// The names that mean the same unit: its own and its aliases.
  public func allNames(of name: String) -> [String] {
    let own = canonicalName(of: name)
    return [own] + (aliases[own] ?? [])
  }

  /// Whether the unit table has a name, as a unit or as an alias.
  public func knows(_ name: String) -> Bool { canonical[NameKey(name)] != nil }

  /// Whether a name stands for several units.
  public func isCollective(_ name: String) -> Bool {
    CollectiveUnits.isCollective(Self.key(name)) || collectives.contains(canonicalName(of: name))
  }

  /// The unit, and the units it belongs to: 秘書室(公關) and 秘書室. A name in parentheses behind another belongs to
  /// that one.
  public func lineage(of name: String) -> [String] {
    var lineage = [canonicalName(of: name)]
    while let last = lineage.last, lineage.count < 8 {
      if let parent = parents[last] {
        lineage.append(canonicalName(of: parent))
      } else if let open = last.firstIndex(of: "("), open > last.startIndex, last.hasSuffix(")"), !isCollective(last) {
        lineage.append(canonicalName(of: String(last[..<open])))
      } else {
        break
      }
    }
    return lineage
  }

  /// The units of a cell, each once, by the name that they have in the unit table.
  package func distinct(_ list: UnitList?) -> [(canonical: String, printed: String)] {
    var seen: Set<String> = []
    return (list?.units ?? []).compactMap { unit in
      let canonical = canonicalName(of: unit.string)
      return seen.insert(canonical).inserted ? (canonical, printedName(of: unit.string)) : nil
    }
  }
}
