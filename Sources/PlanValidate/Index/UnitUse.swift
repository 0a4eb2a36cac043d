import PlanModel
import PlanText

/// A unit as the cells of a plan use it.
struct UnitUse {
  /// Its own name, where the cells use an alias.
  let unit: String
  /// Where it is named, in order.
  var places: [PlanText]
  /// How many measures it carries.
  var measures = 0
  /// How many measures it helps with.
  var supported = 0
}

extension PlanIndex {
  /// The units of all cells, each once, in the order in which they first occur.
  func usesOfUnits() -> [UnitUse] {
    var uses: [UnitUse] = []
    var numbers: [String: Int] = [:]
    // The names as they are written, which are few and come again in every cell.
    var known: [WrittenWords: Int] = [:]
    for list in unitLists {
      var inCell: Set<Int> = []
      for name in list.value.units {
        let words = WrittenWords(name.string)
        let unit = known[words].map { uses[$0].unit } ?? units.canonicalName(of: name.string)
        let number = known[words] ?? numbers[unit] ?? uses.count
        known[words] = number
        if number == uses.count {
          numbers[unit] = number
          uses.append(UnitUse(unit: unit, places: []))
        }
        uses[number].places.append(name)
        let isFirst = list.value.units.count == 1 || inCell.insert(number).inserted
        let measures = isFirst ? list.measureCount : 0
        if list.field == .units { uses[number].measures += measures } else { uses[number].supported += measures }
      }
    }
    return uses
  }
}

/// Finds names of units in running text.
///
/// The longest name wins: 資訊科 inside 戶籍資訊科 is no mention of 資訊科 where both are units of the plan.
struct UnitMentions: Sendable {
  /// The names, each with the unit's own.
  private let names: WordTable<String>

  /// Longer words are no names of units.
  private static let longest = 24

  /// Looks for the units of the plan's unit table and of its cells, by all their names.
  init(_ plan: PlanIndex) {
    var names: Set<[Unicode.Scalar]> = []
    for name in plan.units.names + plan.unitUses.map(\.unit) {
      for unit in plan.units.lineage(of: name) {
        for name in plan.units.allNames(of: unit) {
          let scalars = Array(name.unicodeScalars)
          // One character (隊) says too little to be found in a text.
          if (2...Self.longest).contains(scalars.count) { names.insert(scalars) }
        }
      }
    }
    self.names = WordTable(
      names.sorted { $0.count > $1.count }
        .map { .init(word: $0, value: plan.units.canonicalName(of: String(scalars: $0))) })
  }

  /// The units that a text names, by their own names, in order.
  func units(in text: PlanText) -> [String] {
    let scalars = Array(UnitDirectory.key(text.string).unicodeScalars)
    var found: [String] = []
    var index = 0
    while index < scalars.count {
      let entry = names.entry(at: index, in: scalars)
      if let entry { found.append(entry.value) }
      index += entry?.word.count ?? 1
    }
    return found
  }
}

/// Names that shorten each other.
enum UnitName {
  /// Whether one name is the other with characters left out inside: 刑警隊 and 刑事警察隊.
  static func isShortened(_ short: String, from long: String) -> Bool {
    guard short.first == long.first, short.last == long.last, short.count >= 3, short.count < long.count else {
      return false
    }
    var rest = long[...]
    for character in short {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// The one name among `candidates` that a unit is short for: 勤務指揮中心 of 勤指中心. Numbers left out make another
  /// unit (第一中隊, 第十一中隊).
  static func full(of short: String, among candidates: [String]) -> String? {
    let longer = candidates.prefix(100).filter { long in
      guard isShortened(short, from: long) else { return false }
      var rest = Array(long.unicodeScalars)
      for scalar in short.unicodeScalars { rest.firstIndex(of: scalar).map { _ = rest.remove(at: $0) } }
      return !rest.contains(where: NameSlip.isAddition)
    }
    return longer.count == 1 ? longer.first : nil
  }

  /// The name among `candidates` that is probably meant: a slip, or a shortened form on either side.
  static func suggestion(for name: String, among candidates: [String]) -> String? {
    // No agency has more units; a file that says so shall not make this slow.
    let candidates = candidates.prefix(100)
    return candidates.first { isShortened(name, from: $0) || isShortened($0, from: name) }
      ?? NearMiss.best(for: name, among: candidates)
  }
}
