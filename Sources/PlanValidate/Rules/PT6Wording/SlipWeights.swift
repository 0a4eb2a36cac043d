/// How much speaks for a wrong character, as a sum of what is seen around it: weights of a logistic regression over slips
/// that were planted into plans and laws, in units of 1/64.
///
/// They are whole numbers, so that the sum is the same everywhere.
enum SlipWeights {
  static let base: Int32 = -193
  /// The characters as written are a rare word.
  static let rareWord: Int32 = -52
  /// How much more often than by chance the characters as written stand together, in quarters of a bit.
  static let together = Steps([12: -3, 20: -40, 28: -60, 36: -47])
  /// The character is often a word by itself, and with neither neighbour ever seen.
  static let standsAlone: Int32 = -26
  static let standsAloneUnseen: Int32 = -8
  /// The characters do not sound or look alike.
  static let unlike: Int32 = -228
  static let sameSound: Int32 = 39
  static let nearSound: Int32 = -72
  static let sameSoundAndShape: Int32 = -23
  /// Likeness of shape, in halves.
  static let shape = Steps([4: 64, 6: 13, 8: 21, 10: 47])
  /// The strongest word over the place as written and as it may be meant.
  static let wordWritten = Steps([1: -160, 3: -30, 5: -27, 7: -29, 9: 14])
  static let wordMeant = Steps([3: 44, 4: 23, 5: 39, 6: 22, 7: 31, 9: 40])
  /// For 0, 1 and 2 neighbours with which the written character was never seen.
  static let unseenWritten: [Int32] = [-152, -57, 28]
  static let allSeenMeant: Int32 = 55
  /// How seldom the character is a word by itself, in halves of a bit.
  static let bound = Steps([2: 18, 4: 25, 6: 13, 9: 19])
  /// Each bit by which the characters as meant are more common, and by which they stand together more often than by
  /// chance, meant and written.
  static let gain: Int32 = 14
  static let togetherMeant: Int32 = 77
  static let togetherWritten: Int32 = -4
  /// The plan has the same three characters elsewhere, as meant.
  static let elsewhere: Int32 = 386
  /// How often the plan has the word that is meant.
  static let uses = Steps([1: -73, 3: -75])
  /// How common the written character is, in quarters of a bit.
  static let common = Steps([40: -102, 52: -50, 64: -40])

  /// A weight for each bound that a number reaches.
  struct Steps: Sendable {
    private let steps: [(bound: Int32, weight: Int32)]

    init(_ steps: KeyValuePairs<Int32, Int32>) { self.steps = steps.map { ($0.key, $0.value) } }

    func weight(of value: Int32) -> Int32 {
      var sum: Int32 = 0
      for step in steps where value >= step.bound { sum += step.weight }
      return sum
    }
  }
}
