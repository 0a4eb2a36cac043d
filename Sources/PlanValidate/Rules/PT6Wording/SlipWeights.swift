/// How much speaks for a wrong character, as a sum of what is seen around it, in units of 1/1024.
///
/// They are whole numbers, so that the sum is the same everywhere. ``SlipScore`` says where they come from.
enum SlipWeights {
  static let base: Int32 = -10563
  /// The characters as written are a rare word.
  static let rareWord: Int32 = -438
  /// How much more often than by chance the characters as written stand together, in quarters of a bit.
  static let together = Steps([12: 314, 20: -809, 28: 253, 36: -490])
  /// The character is often a word by itself, and with neither neighbour ever seen.
  static let standsAlone: Int32 = -319
  static let standsAloneUnseen: Int32 = 127
  static let sameSound: Int32 = 1330
  static let nearSound: Int32 = -1016
  static let sameSoundAndShape: Int32 = 344
  /// Likeness of shape, 1 to 15.
  static let shape = Steps([1: -1315, 3: 1115, 5: 1083, 7: 458, 9: 968, 11: -508])
  /// The characters do not sound or look alike; neither neighbour was ever met; the document has the one that is meant
  /// between the same neighbours, or both behind and before the same two.
  static let unlike: Int32 = -6186
  static let unlikeUnseen: Int32 = -1442
  static let unlikeBetween: Int32 = -793
  static let unlikeBoth: Int32 = 1283
  /// The strongest word over the place as written and as it may be meant.
  static let wordWritten = Steps([1: -3187, 3: -267, 5: -173, 7: 1441, 9: 2364])
  static let wordMeant = Steps([2: -204, 3: 4893, 4: -110, 5: 337, 6: 88, 7: -136, 9: 1582])
  /// For 0, 1 and 2 neighbours with which the written character was never seen.
  static let unseen: [Int32] = [0, 814, 595]
  static let allSeenMeant: Int32 = 708
  /// It makes a word with each neighbour.
  static let twoWordsMeant: Int32 = -202
  /// A clause begins or ends with it.
  static let clauseEdge: Int32 = 838
  /// How seldom the character is a word by itself, in halves of a bit.
  static let bound = Steps([2: -207, 4: 368, 6: -9, 9: 147])
  /// How common the written character is, in quarters of a bit.
  static let common = Steps([48: -1207, 60: -372, 72: 61, 84: 0])
  /// Each quarter of a bit by which the characters as meant are more common, and by which they stand together more often
  /// than by chance, meant and written.
  static let gain: Int32 = 49
  static let togetherMeant: Int32 = 41
  static let togetherWritten: Int32 = -3
  /// The document has it elsewhere in the same words; between both neighbours; behind two and before two of them.
  static let elsewhere: Int32 = 2424
  static let elsewhereBetween: Int32 = 1717
  static let elsewhereBoth: Int32 = 1820
  /// On one side of the character there is a digit, a letter or a bracket.
  static let open: Int32 = 305
  /// The vocabulary does not have the character; and it looks like the one that is meant.
  static let foreign: Int32 = 1620
  static let foreignLike: Int32 = -354
  /// How often the document has the two characters as written.
  static let repeated = Steps([2: -3828, 3: -3140, 5: 1130])
  /// How often the document has the word that is meant.
  static let uses = Steps([1: 1602, 3: 788, 8: 428])
  /// The word that the neighbour would be taken from, and the one beside the other neighbour.
  static let taken = Steps([1: -1476, 3: -749, 5: -90, 7: -1008])
  static let other = Steps([1: 60, 3: 520, 5: 264])

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
  static let leastShape: Int32 = 3
}

extension LikelySlips.Slip {
  /// Whether it is told at all: of texts that the weights do not know, one place in 25,000 characters is told for nothing.
  var isReported: Bool { score > 1000 }
  /// Whether it is more than a note.
  var isLikely: Bool { score > 3900 }
}
