/// How much speaks for a lost character, in units of 1/1024: weights of a logistic regression over losses that were
/// planted into the same texts as the slips of ``SlipScore``.
enum LostWeights {
  static let base: Int32 = -2000
  /// The two characters never meet, or are a rare word.
  static let unseen: Int32 = 705
  static let rareWord: Int32 = 165
  /// The first, the second, or each of them makes no word with its other neighbour.
  static let looseFirst: Int32 = -1186
  static let looseSecond: Int32 = -923
  static let looseBoth: Int32 = -302
  /// How seldom that character is a word by itself, in halves of a bit.
  static let alone = SlipWeights.Steps([6: -1807, 9: 583, 12: 382])
  /// How common the word is that it makes with the lost one.
  static let word = SlipWeights.Steps([3: 451, 4: 692, 5: 325, 6: 422, 7: 543, 8: -28])
  /// How the lost one stands to the other character.
  static let otherMet: Int32 = -1135
  static let otherCommon: Int32 = -672
  static let otherWord: Int32 = -642
  static let longWord: Int32 = 764
  /// The document has the three behind the same character, before the same one, and both at once.
  static let behind: Int32 = 2175
  static let before: Int32 = 1453
  static let both: Int32 = 958
  /// How often the document has the three.
  static let uses = SlipWeights.Steps([1: 2657, 3: 1095, 8: 746])
  /// Each quarter of a bit by which the three are more common, and by which the two would be met by chance.
  static let gain: Int32 = 61
  static let expected: Int32 = -53
  /// The loose character and its other neighbour never meet.
  static let outerUnseen: Int32 = -389
  /// The word that the other character makes with its neighbour.
  static let wordBeside = SlipWeights.Steps([3: 908, 5: 333])
  static let function: Int32 = -1255
  static let clauseStart: Int32 = -364
  static let clauseEnd: Int32 = 364
}

extension LostCharacters.Loss {
  /// Whether it is told at all.
  var isReported: Bool { score > 2560 }
  /// Whether it is more than a note.
  var isLikely: Bool { score > 5120 }
}
