import PlanModel
import PlanText
import Synchronization

/// The checklists that a run knows: those that plantool brings and those given to it.
public struct ChecklistCatalog: Sendable {
  /// Those given to the run, the last first.
  private var added: [Checklist] = []

  /// The checklists that plantool brings.
  public static let builtIn = ChecklistCatalog()

  /// The checklists, in the order in which they are listed.
  public var checklists: [Checklist] {
    let names = Set(added.map(\.identifier))
    return added + Self.builtIns.filter { !names.contains($0.identifier) }.compactMap(\.checklist)
  }

  /// The identifiers of the checklists, in the same order. None of them is read for it.
  public var identifiers: [String] {
    let names = added.map(\.identifier)
    return names + Self.builtIns.map(\.identifier).filter { !names.contains($0) }
  }

  /// The files of the checklists that plantool brings, embedded in the program; each has the name of its identifier.
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

  /// The last checklist from before a year. Built-in ones of other years are not read.
  package func last(before year: Int) -> Checklist? {
    func isEarlier(_ a: Int?, _ b: Int?) -> Bool { (a ?? 0) < (b ?? 0) }
    let own = added.filter { isEarlier($0.year, year) }.max { isEarlier($0.year, $1.year) }
    let builtIn = Self.builtIns.filter { builtIn in
      isEarlier(builtIn.year, year) && !added.contains { $0.identifier == builtIn.identifier }
    }.max { isEarlier($0.year, $1.year) }
    guard let builtIn, own.map({ isEarlier($0.year, builtIn.year) }) ?? true else { return own }
    return builtIn.checklist
  }

  /// The checklist of a year of the Republic for agencies of a kind, by the words of its title before the year:
  /// 警察機關107年度… is for whoever has 警察 in its name, 臺北市各區公所109年度… for whoever has 臺北市 and 區公所.
  /// Nil where none is, or several.
  public func checklist(of agency: String, year: String) -> Checklist? {
    let names = added.map(\.identifier)
    let builtIn = Self.builtIns.filter { $0.year.map(String.init) == year && !names.contains($0.identifier) }
    let found = (added + builtIn.compactMap(\.checklist)).filter { checklist in
      guard checklist.year.map(String.init) == year else { return false }
      var whose = checklist.title.prefix { !$0.isNumber }
      if whose.hasSuffix("機關") { whose = whose.dropLast("機關".count) }
      let words = whose.split(separator: "各")
      return !words.isEmpty && words.allSatisfy { agency.has(String($0)) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The identifier that was probably meant by a word: one that is a single slip away, or has other signs between its
  /// letters. Another year never is, nor another agency: police-108 and office-107 are no slips of police-107, as
  /// police-170 is.
  public static func meant(by word: String, among identifiers: [String]) -> String? {
    func letters(_ identifier: String) -> [Unicode.Scalar] {
      identifier.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    let digits = word.filter(\.isNumber).sorted()
    let candidates = identifiers.filter { $0.filter(\.isNumber).sorted() == digits }
    return NearMiss.best(for: word.lowercased(), among: candidates).flatMap { identifier in
      NearMiss.distance(letters(word), letters(identifier), limit: 1).map { _ in identifier }
    }
  }

  private static let builtIns = builtInSources.map { BuiltInChecklist($0) }

  private static func builtIn(identifier: String) -> Checklist? {
    builtIns.first { $0.identifier == identifier }?.checklist
  }
}

/// A checklist that plantool brings. A plan follows one of them; the others are not read for it.
private final class BuiltInChecklist: Sendable {
  /// Its file is called so.
  let identifier: String
  /// The year of the Republic, which the identifier ends with.
  let year: Int?
  private let source: SourceText
  private let read = Mutex<Checklist??>(nil)

  init(_ source: SourceText) {
    self.source = source
    identifier = String(source.name.prefix { $0 != "." })
    year = identifier.split(separator: "-").last.flatMap { Int($0) }
  }

  var checklist: Checklist? {
    read.withLock { read in
      let checklist = read ?? Checklist.read(source).checklist
      read = .some(checklist)
      return checklist
    }
  }
}
