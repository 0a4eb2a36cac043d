import PlanText

/// Blanks inside names that the document has without one elsewhere: 勤務 指揮中心.
///
/// Two characters on either side must stand together in other places, and more than once: a blank may also stand between
/// two names.
struct SplitNames {
  /// One name, as it is written without the blank.
  struct Name {
    let written: String
    /// Before which characters it has a blank, in order.
    let split: [Int]
    /// Where it begins without one, in order.
    let whole: [Int]
  }

  /// The names, in the order of the first blanks.
  private(set) var found: [Name] = []

  private let places: CharacterPlaces
  private var row: TextRow { places.row }

  private static let fewestWhole = 2
  /// A text with more such names was copied from pages whose lines end anywhere, and its blanks say nothing.
  private static let mostSlips = 2
  /// So many different names are looked at.
  private static let mostNames = 64
  /// How far a name is followed from the blank, on each side.
  private static let longest = 6

  init(_ places: CharacterPlaces) {
    self.places = places
    var split: [[Unicode.Scalar]: [Int]] = [:]
    var order: [[Unicode.Scalar]] = []
    let (row, scalars) = (places.row, places.scalars)
    for place in 2..<max(2, scalars.count - 2)
    where !row.touchesNext(place - 1) && isBroken(at: place) {
      let key = Array(scalars[(place - 2)..<(place + 2)])
      if split[key] == nil {
        guard order.count < Self.mostNames else { continue }
        order.append(key)
      }
      split[key, default: []].append(place)
    }
    for key in order {
      guard let blanks = split[key], let first = blanks.first else { continue }
      let whole = wholePlaces(of: key)
      guard whole.count >= Self.fewestWhole, whole.count >= 2 * blanks.count else { continue }
      let reach = reach(around: first, in: whole)
      found.append(
        Name(
          written: String(scalars: scalars[(first - reach.before)..<(first + reach.after)]), split: blanks,
          whole: whole.map { $0 - reach.before }))
    }
    if found.count > Self.mostSlips { found = [] }
  }

  /// Where four characters stand without a blank, as the places of the third.
  private func wholePlaces(of key: [Unicode.Scalar]) -> [Int] {
    places.all(of: key).filter { start in (0..<3).allSatisfy { row.touchesNext(start + $0) } }.map { $0 + 2 }
  }

  /// How far the name goes on alike before and behind a blank, where it has one and in most places without.
  private func reach(around place: Int, in whole: [Int]) -> (before: Int, after: Int) {
    let scalars = places.scalars
    func goesOn(_ offset: Int) -> Bool {
      let next = scalars[place + offset]
      return next.isCommonHan && 2 * whole.count { scalars[$0 + offset] == next } > whole.count
    }
    var (before, after) = (2, 2)
    while before < Self.longest, row.touchesNext(place - before - 1), goesOn(-before - 1) { before += 1 }
    while after < Self.longest, row.touchesNext(place + after - 1), goesOn(after) { after += 1 }
    return (before, after)
  }

  /// Whether blanks alone stand before a character, and two that touch each other on either side.
  private func isBroken(at place: Int) -> Bool {
    guard !row.isBehindLineBreak(place), (place - 2..<place + 2).allSatisfy({ places.scalars[$0].isCommonHan }),
      row.touchesNext(place - 2), row.touchesNext(place)
    else { return false }
    return row.part((place - 1)..<(place + 1)).string.unicodeScalars.dropFirst().dropLast().allSatisfy(\.isWhiteSpace)
  }
}
