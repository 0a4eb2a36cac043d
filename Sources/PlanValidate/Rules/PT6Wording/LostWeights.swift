/// How much speaks for a lost character, in units of 1/1024: weights of a logistic regression over losses that were
/// planted into the same texts as the slips of ``SlipScore``.
enum LostWeights {
  static let base: Int32 = -3245
  /// The two characters never meet, or are a rare word.
  static let unseen: Int32 = -112
  static let rareWord: Int32 = -151
  /// The first, the second, each, or none of them is loose: makes no word with its other neighbour.
  static let looseFirst: Int32 = -845
  static let looseSecond: Int32 = -707
  static let looseBoth: Int32 = -447
  static let tight: Int32 = -2141
  /// How seldom that character is a word by itself, in halves of a bit.
  static let alone = SlipWeights.Steps([4: 803, 6: -1306, 9: 296, 12: 143])
  /// How common the word is that it makes with the lost one.
  static let word = SlipWeights.Steps([2: -1219, 3: 3247, 4: 615, 5: 391, 6: 485, 7: 187, 8: 807])
  /// How the lost one stands to the other character.
  static let otherMet: Int32 = -1387
  static let otherUnseen: Int32 = -536
  static let otherCommon: Int32 = -1323
  static let otherWord: Int32 = -544
  /// The two with the lost one between them are a word, or in one of four characters.
  static let longWord: Int32 = 2090
  static let longerWord: Int32 = 1002
  /// The document has the three behind the same character, before the same one, and both at once.
  static let behind: Int32 = 2341
  static let before: Int32 = 1741
  static let both: Int32 = 680
  /// How often the document has the three.
  static let uses = SlipWeights.Steps([1: 1886, 2: 892, 3: 497, 8: 878])
  /// Each quarter of a bit by which the three are more common, and by which the two would be met by chance.
  static let gain: Int32 = 61
  static let expected: Int32 = -52
  /// The loose character and its other neighbour never meet.
  static let outerUnseen: Int32 = 229
  /// The words that the other character makes with its neighbour, and the loose one with its own.
  static let wordBeside = SlipWeights.Steps([1: -386, 3: 468, 5: 57])
  static let wordOutside = SlipWeights.Steps([1: -1136, 3: 224, 5: -288])
  static let function: Int32 = -588
  static let clauseStart: Int32 = 522
  static let clauseEnd: Int32 = 344
}

extension LostCharacters.Loss {
  /// Whether it is told at all.
  var isReported: Bool { score > 2400 }
  /// Whether it is more than a note.
  var isLikely: Bool { score > 4700 }
}
