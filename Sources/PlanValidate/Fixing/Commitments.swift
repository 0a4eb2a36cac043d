import PlanFormats
import PlanModel
import PlanText

/// What a plan promises: who does it, when, and how much of it, in the order of the plan and without the words around.
///
/// A fix that is applied without a person looking must leave all of it as it is. One that has the file read as it was
/// meant is compared with what was recovered from the file before: the field that visibly stands there.
package struct Commitments: Sendable {
  /// The units of each list, as names are compared, behind the key of the list: who carries a measure does not help
  /// with it.
  package private(set) var who: [[NameKey]] = []
  /// What each deadline and period means: its kind, days and repetition. Nil for one that is not understood.
  package private(set) var when: [String?] = []
  /// The numbers of each text that has any, each with its unit, and those that stand alone.
  package private(set) var howMuch: [[String]] = []

  /// The promises of a plan or a proposal.
  package init(_ content: DocumentContent) { take(PlanJSON.output(content), key: "") }

  /// Whether another version of the plan promises the same. A deadline that nobody understood is understood in neither.
  package func areKept(by other: Commitments) -> Bool {
    who == other.who && when == other.when && howMuch == other.howMuch
  }

  /// Whether another version of the plan promises all of this in the same order, and perhaps more.
  package func areContained(in other: Commitments) -> Bool {
    Self.isContained(who, in: other.who) && Self.isContained(when, in: other.when)
      && Self.isContained(howMuch, in: other.howMuch)
  }

  private static func isContained<Element: Equatable>(_ some: [Element], in all: [Element]) -> Bool {
    var rest = some[...]
    for element in all where rest.first == element { rest.removeFirst() }
    return rest.isEmpty
  }

  private mutating func take(_ value: JSONOutput, key: String) {
    switch value {
    case .object(let members):
      if key == "deadline" || key == "period" {
        let meaning = members.filter { $0.0 != "text" && $0.0 != "reportContent" }
        when.append(meaning.isEmpty ? nil : JSONOutput.object(meaning).text(isCompact: true))
        for (key, value) in members where key == "text" { take(value, key: key) }
      } else {
        for (inner, value) in members {
          if inner == "names", case .array(let names) = value {
            who.append(
              [NameKey(key)] + names.compactMap { if case .string(let name) = $0 { NameKey(name) } else { nil } })
          } else {
            take(value, key: inner)
          }
        }
      }
    case .array(let elements): for element in elements { take(element, key: key) }
    case .elements(let count, let make):
      for index in 0..<count { take(make(index), key: key) }
    case .string(let text), .written(let text):
      let quantities = EditCheck.quantities(text.withoutForeignMarks.unicodeScalars.filter { !$0.isUnseen })
      if !quantities.isEmpty { howMuch.append(quantities) }
    case .int(let number): howMuch.append([String(number)])
    case .null, .bool: break
    }
  }
}
