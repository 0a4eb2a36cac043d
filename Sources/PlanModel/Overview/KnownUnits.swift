import PlanText

/// The units that a plan names alone: in a cell, in the unit table, in the roster. By them names that are joined in one
/// cell are told apart.
package struct KnownUnits {
  private var names: Set<NameKey> = []
  /// 人事 of 人事主任.
  private var stems: Set<String> = []

  /// What a name in a cell of units is.
  package enum Reading {
    case one
    /// The units, in UTF-8.
    case several([Range<Int>])
    /// It looks like the units at these places, of which not all are known, or it can be divided in several ways.
    case unclear([Range<Int>])
  }

  package init(_ plan: Plan) {
    for section in plan.sections {
      switch section.content {
      case .measures(let table):
        table.defaults.unitLists.forEach { add($0.units) }
        table.groups.forEach { add($0) }
      case .units(let table):
        for unit in table.units { names.formUnion(([unit.name] + unit.aliases).map { NameKey($0.string) }) }
      case .taskForce(let members):
        for member in members {
          let post = Post(member.postText.string)
          if let unit = post.unit { names.insert(NameKey(unit)) }
          if let stem = post.stem { stems.insert(stem) }
        }
      case .narrative, .citations, .survey, .checklist, .inspectionLog: break
      }
    }
  }

  private mutating func add(_ group: MeasureGroup) {
    group.defaults.unitLists.forEach { add($0.units) }
    for measure in group.measures { measure.fields.unitLists.forEach { add($0.units) } }
    group.groups.forEach { add($0) }
  }

  private mutating func add(_ list: UnitList) {
    for unit in list.units where !CollectiveUnits.genericKinds.contains(unit.string) {
      if JoinedName(unit.string)?.isOneName ?? true { names.insert(NameKey(unit.string)) }
    }
  }

  private func knows(_ name: String) -> Bool {
    let key = NameKey(name)
    if names.contains(key) || Post.stem(of: key.text).map(stems.contains) ?? false { return true }
    // 秘書室(檔案) is a part of 秘書室.
    guard key.text.hasSuffix(")"), let open = key.text.lastIndex(of: "("), open > key.text.startIndex else {
      return false
    }
    return names.contains(NameKey(String(key.text[..<open])))
  }

  /// Whether a name is one unit, or several that are all known.
  package func reading(of name: String) -> Reading {
    guard let joined = JoinedName(name), !knows(name) else { return .one }
    let pieces = joined.pieces
    // In how many ways the words before each piece are units, where the last of them begins, and of what kind it is.
    var ways = [1] + pieces.map { _ in 0 }
    var begins = ways
    var kinds: [UnitKind?] = ways.map { _ in nil }
    for end in 1...pieces.count {
      for start in max(0, end - Self.mostPieces)..<end where ways[start] > 0 && end - start < pieces.count {
        let words = PlanText(name).part(pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound).string
        guard isUnit(words, isFirst: start == 0, isOnePiece: end - start == 1) else { continue }
        let kind = UnitKind(of: words)
        if start > 0, joined.joins[start - 1] == .loose, kind.flatMap({ kinds[start]?.rank(of: $0) }) != .same {
          continue
        }
        ways[end] = min(2, ways[end] + ways[start])
        (begins[end], kinds[end]) = (start, kind)
      }
    }
    guard ways[pieces.count] == 1 else {
      let likely = ways[pieces.count] > 1 ? pieces.map(\.range) : joined.likelyUnits
      return likely.map { .unclear($0) } ?? .one
    }
    var units: [Range<Int>] = []
    var end = pieces.count
    while end > 0 {
      units.append(pieces[begins[end]].range.lowerBound..<pieces[end - 1].range.upperBound)
      end = begins[end]
    }
    return .several(units.reversed())
  }

  /// No name of a unit has more joins in it.
  private static let mostPieces = 6

  private func isUnit(_ words: String, isFirst: Bool, isOnePiece: Bool) -> Bool {
    if !isFirst, CollectiveUnits.belongsToOneBefore(words) { return false }
    return knows(words) || isOnePiece && CollectiveUnits.isCollective(NameKey(words).text)
  }

  /// The list with those of its names that are several known units as these; nil where there are none.
  package func dividing(_ list: UnitList) -> UnitList? {
    var (units, isDivided) = ([PlanText](), false)
    for unit in list.units {
      guard case .several(let parts) = reading(of: unit.string) else {
        units.append(unit)
        continue
      }
      units += parts.map(unit.part)
      isDivided = true
    }
    return isDivided ? UnitList(list.text, units: units) : nil
  }
}

extension Plan {
  /// Takes names that are joined in a cell (登記課 測量課) for the units that they are, where the plan names each of them
  /// alone too. The words of the cells stay as they are.
  @discardableResult package mutating func divideJoinedUnits() -> KnownUnits {
    let known = KnownUnits(self)
    for index in sections.indices {
      guard case .measures(var table) = sections[index].content else { continue }
      table.defaults.divide(known)
      for group in table.groups.indices { table.groups[group].divide(known) }
      sections[index].content = .measures(table)
    }
    return known
  }
}

extension MeasureGroup {
  fileprivate mutating func divide(_ known: KnownUnits) {
    defaults.divide(known)
    for index in measures.indices { measures[index].fields.divide(known) }
    for index in groups.indices { groups[index].divide(known) }
  }
}

extension MeasureFields {
  fileprivate mutating func divide(_ known: KnownUnits) {
    for (field, units) in unitLists {
      if let divided = known.dividing(units) { self[field] = .units(divided) }
    }
  }
}
