import PlanModel
import PlanText

/// The checklist that a document most likely answers, told from the names in its tables.
public struct ChecklistFit: Sendable {
  /// Why it is not certain that the document answers the checklist.
  public enum Doubt: Sendable, Hashable {
    /// More than a tenth of the names that it needs are missing.
    case missingNames
    /// The names are those of another checklist as well, which has this identifier.
    case alike(String)
    /// The document is of another year.
    case otherYear
  }

  /// The identifier of the checklist.
  public let identifier: String
  /// How many of the names that a plan needs for it stand in the document, and how many there are.
  public let found: Int
  public let needed: Int
  /// Nil where it is certain.
  public let doubt: Doubt?

  /// The identifier, where it is certain.
  var certain: String? { doubt == nil ? identifier : nil }

  /// How the names of a document and of a checklist agree.
  private struct Agreement {
    let checklist: Checklist
    var (found, needed, known) = (0, 0, 0)

    init(_ names: Set<NameKey>, _ checklist: Checklist) {
      self.checklist = checklist
      // What stands in several places under one name is one name.
      var needs: [NameKey: Set<NameKey>] = [:]
      var all: Set<NameKey> = []
      for entry in checklist.entries {
        all.formUnion(entry.keys)
        if !entry.needsNoPart, !entry.invitesMore { needs[NameKey(entry.name), default: []].formUnion(entry.keys) }
      }
      needed = needs.count
      found = needs.values.count { !$0.isDisjoint(with: names) }
      known = all.intersection(names).count
    }

    /// Whether more of its names stand in the document than of the other's.
    func fitsBetter(than other: Agreement) -> Bool {
      let (mine, theirs) = (found * other.needed, other.found * needed)
      return mine == theirs ? known > other.known : mine > theirs
    }
  }

  /// How many names of the document more than another checklist it must have.
  private static let distance = 3

  /// The checklist that plantool brings and that fits some names best, if at least half of its names are among them.
  /// `year` is that of the document as it is written, where it says one.
  init?(_ names: Set<NameKey>, year: String?) {
    guard !names.isEmpty else { return nil }
    let agreements = ChecklistCatalog.builtIn.checklists.map { Agreement(names, $0) }
    guard let best = agreements.max(by: { $1.fitsBetter(than: $0) }), best.found > 0, best.found * 2 >= best.needed
    else { return nil }
    let others = agreements.filter { $0.checklist.identifier != best.checklist.identifier }
    // One whose names are all there as well, or most of them.
    let rival =
      others.first { $0.found == $0.needed } ?? others.first { best.known - $0.known < Self.distance }
    (identifier, found, needed) = (best.checklist.identifier, best.found, best.needed)
    if (best.needed - best.found) * 10 > best.needed {
      doubt = .missingNames
    } else if let rival {
      doubt = .alike(rival.checklist.identifier)
    } else if Self.isOfAnotherYear(best.checklist, than: year) {
      doubt = .otherYear
    } else {
      doubt = nil
    }
  }

  private static func isOfAnotherYear(_ checklist: Checklist, than written: String?) -> Bool {
    guard let year = checklist.year, let reading = written.map(YearReading.init), let first = reading.intended,
      let last = reading.last, first <= last
    else { return false }
    return !(first...last).contains(year)
  }
}
