import PlanText

/// The words by which an answer to a checkpoint is known: 關鍵詞, 舉例, 除外詞 and 概括 under a box of a checklist.
///
/// They are data of the checklist, made from its official text and the general words of the trade. They are kept as
/// written; whoever looks for them takes them apart.
public struct AnswerWords: Sendable, Hashable {
  /// 關鍵詞, an element for each line. A line has one or more groups, between which stands 「；」: an answer has a word of each
  /// group, and the words of a group, between 「、」, mean the same here. One line is enough.
  public var keyWords: [String]
  /// 舉例: things of the kind that is asked for, between 「、」, one of which is enough: 無障礙設施、愛心鈴.
  public var examples: String
  /// 除外詞: what does not answer, between 「、」, such as 滿意度調查 where other means are asked for.
  public var excluded: String
  /// 概括: the checkpoint asks for the focus as a whole, so that it is answered by what answers no other of its boxes.
  public var isGeneral: Bool

  public init(keyWords: [String] = [], examples: String = "", excluded: String = "", isGeneral: Bool = false) {
    self.keyWords = keyWords
    self.examples = examples
    self.excluded = excluded
    self.isGeneral = isGeneral
  }

  /// Whether it says nothing by which an answer could be known.
  public var isEmpty: Bool { keyWords.isEmpty && examples.isEmpty }
}
