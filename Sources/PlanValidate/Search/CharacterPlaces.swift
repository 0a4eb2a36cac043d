import PlanText

/// Where each character stands in the texts of a document, as they are searched for words.
///
/// Whoever looks for words, marks or numbers takes the places of one character of theirs and looks around there, instead
/// of going through all texts once more: the words of all rules together cost one pass over the document.
struct CharacterPlaces: Sendable {
  /// The texts.
  let row: TextRow
  /// For each character of the basic plane, the number of its list, counted from one; 0 where it stands nowhere.
  private let lists: [UInt32]
  /// Where each list begins among the places; at the end, where the last one ends.
  private let bounds: [UInt32]
  private let places: [UInt32]

  /// The characters of the row.
  var scalars: [Unicode.Scalar] { row.scalars }

  init(_ row: TextRow) {
    let scalars = row.scalars
    // How often each character stands there, and in which order they come.
    var lists: [UInt32] = Array(repeating: 0, count: 0x10000)
    var counts: [UInt32] = [0]
    for scalar in scalars where scalar != TextRow.separator {
      let value = Self.key(scalar)
      if lists[value] == 0 {
        lists[value] = UInt32(truncatingIfNeeded: counts.count)
        counts.append(0)
      }
      counts[Int(lists[value])] &+= 1
    }
    var bounds: [UInt32] = [0]
    bounds.reserveCapacity(counts.count)
    for count in counts.dropFirst() { bounds.append(bounds[bounds.count - 1] &+ count) }
    var next = bounds
    places = Array(unsafeUninitializedCapacity: Int(bounds[bounds.count - 1])) { places, filled in
      for (place, scalar) in scalars.enumerated() where scalar != TextRow.separator {
        let list = Int(lists[Self.key(scalar)]) - 1
        places.initializeElement(at: Int(next[list]), to: UInt32(truncatingIfNeeded: place))
        next[list] &+= 1
      }
      filled = Int(bounds[bounds.count - 1])
    }
    self.row = row
    self.lists = lists
    self.bounds = bounds
  }

  /// Characters beyond the basic plane, of which a text has few, share a list.
  private static func key(_ scalar: Unicode.Scalar) -> Int { min(Int(scalar.value), 0xFFFF) }

  /// The places of a character of the basic plane in the row, in order.
  func all(of scalar: Unicode.Scalar) -> ArraySlice<UInt32> {
    let list = Int(lists[Self.key(scalar)])
    return list == 0 ? [] : places[Int(bounds[list - 1])..<Int(bounds[list])]
  }

  /// Whether a character of the basic plane stands anywhere.
  func has(_ scalar: Unicode.Scalar) -> Bool { lists[Self.key(scalar)] != 0 }

  /// The places of a word in the row, in order.
  func all(of word: [Unicode.Scalar]) -> [Int] {
    guard let first = word.first else { return [] }
    var found: [Int] = []
    for place in all(of: first) {
      let place = Int(place)
      if word.count <= scalars.count - place, scalars[place..<(place + word.count)].elementsEqual(word) {
        found.append(place)
      }
    }
    return found
  }

  /// Does something with each two places of one character that are at most so far apart.
  func forEachPair(within distance: Int, _ body: (Int, Int) -> Void) {
    places.withUnsafeBufferPointer { places in
      for list in 1..<max(1, bounds.count) {
        let end = Int(bounds[list])
        for first in Int(bounds[list - 1])..<end {
          let place = Int(places[first])
          var second = first + 1
          while second < end, Int(places[second]) - place <= distance {
            body(place, Int(places[second]))
            second += 1
          }
        }
      }
    }
  }

  /// A word of a list that stands at a place in the row.
  struct Hit {
    let place: Int
    /// The number of the word in its list.
    let word: Int
  }

  /// Where the words of a list stand, in order; of several that stand at one place the first of the list.
  func hits(of words: [[Unicode.Scalar]]) -> [Hit] {
    var hits: [Hit] = []
    for (number, word) in words.enumerated() {
      if let first = word.first, has(first) { hits += all(of: word).map { Hit(place: $0, word: number) } }
    }
    hits.sort { ($0.place, $0.word) < ($1.place, $1.word) }
    var last = -1
    hits.removeAll { hit in
      defer { last = hit.place }
      return hit.place == last
    }
    return hits
  }

  /// The places of all characters of a set, in order.
  func all(ofAny characters: String) -> [Int] {
    var found: [Int] = []
    var lists = 0
    for scalar in characters.unicodeScalars where has(scalar) {
      found += all(of: scalar).lazy.map { Int($0) }
      lists += 1
    }
    if lists > 1 { found.sort() }
    return found
  }

  /// The numbers of the texts that some places, which are in order, are in.
  func texts(at places: some Sequence<Int>) -> [Int] {
    var texts: [Int] = []
    var end = 0
    for place in places where place >= end {
      let text = row.text(at: place)
      texts.append(text)
      end = row.starts[text + 1]
    }
    return texts
  }

  /// The numbers of the texts that have one of some characters, in order.
  func texts(withAny characters: String) -> [Int] { texts(at: all(ofAny: characters)) }
}
