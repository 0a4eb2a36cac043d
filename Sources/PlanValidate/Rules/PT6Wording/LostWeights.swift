/// How much speaks for a lost character, in units of 1/1024: weights of a logistic regression over losses that were
/// planted into the same texts as the slips of ``SlipScore``.
enum LostWeights {
  static let base: Int32 = -3273
  /// The two characters never meet, or are a rare word.
  static let unseen: Int32 = 77
  static let rareWord: Int32 = -189
  /// The first, the second, each, or none of them is loose: makes no word with its other neighbour.
  static let looseFirst: Int32 = -786
  static let looseSecond: Int32 = -588
  static let looseBoth: Int32 = -537
  static let tight: Int32 = -2436
  /// How seldom that character is a word by itself, in halves of a bit.
  static let alone = SlipWeights.Steps([4: 1302, 6: -2159, 9: 486, 12: 121])
  /// How common the word is that it makes with the lost one.
  static let word = SlipWeights.Steps([2: -1230, 3: 3305, 4: 513, 5: 442, 6: 503, 7: 271, 8: 370])
  /// How the lost one stands to the other character.
  static let otherMet: Int32 = -1498
  static let otherUnseen: Int32 = -434
  static let otherCommon: Int32 = -1342
  static let otherWord: Int32 = -457
  /// The two with the lost one between them are a word, or in one of four characters.
  static let longWord: Int32 = 1953
  static let longerWord: Int32 = 586
  /// The document has the three behind the same character, before the same one, and both at once.
  static let behind: Int32 = 2180
  static let before: Int32 = 1722
  static let both: Int32 = 841
  /// How often the document has the three.
  static let uses = SlipWeights.Steps([1: 1956, 2: 780, 3: 358, 8: 1132])
  /// Each quarter of a bit by which the three are more common, and by which the two would be met by chance.
  static let gain: Int32 = 52
  static let expected: Int32 = -49
  /// The loose character and its other neighbour never meet.
  static let outerUnseen: Int32 = 149
  /// The words that the other character makes with its neighbour, and the loose one with its own.
  static let wordBeside = SlipWeights.Steps([1: -407, 3: 465, 5: 124])
  static let wordOutside = SlipWeights.Steps([1: -2144, 3: 162, 5: -38])
  /// A frequent row of four has the character there; and the two are a word without it.
  static let known: Int32 = 3594
  static let knownCommon: Int32 = 1496
  static let function: Int32 = -518
  static let clauseStart: Int32 = 661
  static let clauseEnd: Int32 = 283
}

extension LostCharacters.Loss {
  /// Whether it is told at all.
  var isReported: Bool { score > 2150 }
  /// Whether it is more than a note.
  var isLikely: Bool { score > 4300 }
}
