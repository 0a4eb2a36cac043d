/// Finds stretches of text that stand twice in a row.
enum RepeatedNeighbours {
  /// The numbers of the texts that have a stretch of two to `longest` characters, and at once the same again.
  ///
  /// The copy begins with the same character: of the places of each character those are looked at that are near each
  /// other.
  static func texts(_ places: CharacterPlaces, upTo longest: Int) -> [Int] {
    let scalars = places.scalars
    var found: [Int] = []
    places.forEachPair(within: longest) { start, copy in
      let length = copy - start
      guard length > 1, scalars[start + 1] == scalars[copy + 1], copy + length <= scalars.count,
        scalars[start..<copy].elementsEqual(scalars[copy..<(copy + length)])
      else { return }
      found.append(start)
    }
    found.sort()
    return places.texts(at: found)
  }
}
