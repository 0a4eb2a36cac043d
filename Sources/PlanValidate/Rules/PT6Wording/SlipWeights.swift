/// How much speaks for a wrong character, as a sum of what is seen around it, in units of 1/1024.
///
/// They are whole numbers, so that the sum is the same everywhere. ``SlipScore`` says where they come from.
enum SlipWeights {
  static let base: Int32 = -6125
  /// The characters as written are a rare word.
  static let rareWord: Int32 = -415
  /// How much more often than by chance the characters as written stand together, in quarters of a bit.
  static let together = Steps([12: -123, 20: 72, 28: -298, 36: -395])
  /// The character is often a word by itself, and with neither neighbour ever seen.
  static let standsAlone: Int32 = -759
  static let standsAloneUnseen: Int32 = -522
  static let sameSound: Int32 = 2467
  static let nearSound: Int32 = -1669
  static let sameSoundAndShape: Int32 = -1372
  /// Likeness of shape, in halves.
  static let shape = Steps([4: 60, 6: 3014, 8: -6, 10: -278])
  /// The characters do not sound or look alike; neither neighbour was ever met; the document has the one that is meant
  /// between the same neighbours, or both behind and before the same two.
  static let unlike: Int32 = -4144
  static let unlikeUnseen: Int32 = 132
  static let unlikeBetween: Int32 = 234
  static let unlikeBoth: Int32 = 1082
  /// The strongest word over the place as written and as it may be meant.
  static let wordWritten = Steps([1: -2028, 3: -86, 5: -151, 7: -34, 9: 6])
  static let wordMeant = Steps([3: -231, 4: 398, 5: -70, 6: 90, 7: -2, 9: 2002])
  /// For 0, 1 and 2 neighbours with which the written character was never seen.
  static let unseen: [Int32] = [-879, -460, -610]
  static let allSeenMeant: Int32 = -289
  /// It makes a word with each neighbour.
  static let twoWordsMeant: Int32 = -231
  /// A clause begins or ends with it.
  static let clauseEdge: Int32 = 578
  /// How seldom the character is a word by itself, in halves of a bit.
  static let bound = Steps([2: -324, 4: 454, 6: -161, 9: 492])
  /// How common the written character is, in quarters of a bit.
  static let common = Steps([48: -203, 60: -768, 72: -219, 84: 0])
  /// Each quarter of a bit by which the characters as meant are more common, and by which they stand together more often
  /// than by chance, meant and written.
  static let gain: Int32 = 77
  static let togetherMeant: Int32 = 15
  static let togetherWritten: Int32 = -23
  /// The document has it elsewhere in the same words; between both neighbours; behind two and before two of them.
  static let elsewhere: Int32 = 1885
  static let elsewhereBetween: Int32 = 1406
  static let elsewhereBoth: Int32 = 837
  /// How often the document has the word that is meant.
  static let uses = Steps([1: 1475, 3: 629, 8: 668])
  /// The word that the neighbour would be taken from, and the one beside the other neighbour.
  static let taken = Steps([1: -1124, 3: -684, 5: -396, 7: 341])
  static let other = Steps([1: 28, 3: 334, 5: 215])

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

extension LikelySlips {
  /// From this on a likeness of shape is worth a word.
  static let leastShape: Int32 = 6
}

extension LikelySlips.Slip {
  /// Whether it is told at all: of texts that the weights do not know, one place in 60,000 characters is told for nothing.
  var isReported: Bool { score > 1900 }
  /// Whether it is more than a note.
  var isLikely: Bool { score > 3900 }
}
