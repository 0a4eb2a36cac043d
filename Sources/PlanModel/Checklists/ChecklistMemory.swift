import Synchronization

/// What programs have worked out about a checklist, kept with it: the same for every plan that follows it, so it is
/// made once in a run, by whichever thread needs it first.
///
/// A value must not hold the checklist: each would keep the other, and a program that reads many checklists would never
/// let go of one.
package final class ChecklistMemory: Sendable {
  private struct Key: Hashable {
    let type: ObjectIdentifier
    let other: ObjectIdentifier?
  }

  private let values = Mutex<[Key: any Sendable]>([:])

  package init() {}

  /// The value of a type, made when it is asked for first. What depends on a second checklist is kept for each such.
  package func value<Value: Sendable>(beside other: ChecklistMemory? = nil, _ make: () -> Value) -> Value {
    let key = Key(type: ObjectIdentifier(Value.self), other: other.map { ObjectIdentifier($0) })
    return values.withLock { values in
      if let known = values[key] as? Value { return known }
      let made = make()
      values[key] = made
      return made
    }
  }
}
