import PlanText

/// A list as its numbers tell it.
struct NumberedRun {
  /// One number of the list.
  struct Item {
    let label: Label
    let range: SourceRange
    /// Whether the number surely begins an item: it stands behind a bullet, or is a field of its own.
    let isCertain: Bool
    /// Whether the number that should come before it stands in the middle of a line above, so that nothing is missing.
    var followsInline = false
  }

  var items: [Item]
  /// How the list is numbered inside which this one stands.
  var parent: Label.Style?
  /// Whether the list has one item, and its next number stands nowhere near.
  var isLone = false
  /// The line of its text on which it begins.
  var line = 0

  init(items: [Item]) { self.items = items }

  /// Something wrong with the order of the numbers.
  enum Fault {
    /// 一、三、
    case gap(expected: Int)
    /// 二、二、
    case repeated(expected: Int)
    /// 三、一、… further down the list
    case backwards(expected: Int)
    /// The list begins with 三、
    case beginsInTheMiddle
  }

  /// Whether a fault is nothing but numbers that are left out, which come nowhere else in the list.
  func leavesOut(_ fault: Fault) -> Bool {
    switch fault {
    case .gap(let expected): !items.contains { $0.label.value == expected }
    case .beginsInTheMiddle: true
    case .repeated, .backwards: false
    }
  }

  /// What is wrong, by the index of the item. After a fault the list may go on from the number printed or from the one
  /// expected.
  var faults: [(index: Int, fault: Fault)] {
    guard let first = items.first, !isLazy else { return [] }
    var faults: [(Int, Fault)] = []
    if beginsInTheMiddle { faults.append((0, .beginsInTheMiddle)) }
    var expected = [first.label.value + 1]
    for (index, item) in items.enumerated().dropFirst() {
      let value = item.label.value
      if expected.contains(value) || item.followsInline {
        expected = [value + 1]
        continue
      }
      let right = expected[0]
      let previous = items[index - 1].label.value
      faults.append(
        (
          index,
          value == previous
            ? .repeated(expected: right) : value > right ? .gap(expected: right) : .backwards(expected: right)
        ))
      // 一、二、二、三 and 一、二、二、四 both have one fault.
      expected = [value + 1, right + 1, right]
    }
    return faults
  }

  /// Whether the first number is not the first of a list, and what should come before it is nowhere.
  var beginsInTheMiddle: Bool {
    guard let first = items.first, first.label.value > 1, !first.followsInline, !isLazy else { return false }
    return first.isCertain || (items.count > 1 && items[1].label.value == first.label.value + 1)
  }

  /// `1.` before every item: Markdown counts by itself.
  private var isLazy: Bool {
    guard let first = items.first, items.count > 1,
      [.decimal, .decimalBeforeParenthesis].contains(first.label.style)
    else { return false }
    return items.allSatisfy { $0.label == first.label }
  }
}
