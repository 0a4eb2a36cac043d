import PlanText

/// The ideographs of a text as far as they carry meaning, for comparing what is asked with what is answered.
///
/// This is a guess, tuned on two real plans: it finds measures that take up the wording of a checkpoint, as agencies
/// often write them, and not those that answer it in words of their own. Two texts are alike if the answer has half of
/// the pairs of neighbouring ideographs that the question has, or if they share six ideographs in a row. Words that
/// most checkpoints have (提供, 辦理情形) do not count; a run that has some of them must be of seven.
struct CheckpointWords {
  /// The share of pairs from which on texts are alike.
  static let leastShare = 0.5

  private static let emptyWords: [[Unicode.Scalar]] = [
    "提供", "說明", "辦理", "情形", "機關", "服務", "相關", "作法", "執行", "成效", "其他", "民眾", "案件", "例如",
  ].map { Array($0.unicodeScalars) }
  private static let emptyScalars: ScalarSet = "及的之與應或並等以為於如可得該由"
  private static let wordRunLength = 6
  private static let runLength = 7

  private var pairs: Set<[Unicode.Scalar]> = []
  private var runs: Set<[Unicode.Scalar]> = []

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var word: [Unicode.Scalar] = []
    var run: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].properties.isIdeographic else {
        word = []
        run = []
        index += 1
        continue
      }
      let emptyLength = Self.emptyLength(at: index, in: scalars)
      if emptyLength > 0 {
        word = []
      } else {
        word.append(scalars[index])
        if word.count >= 2 { pairs.insert(Array(word.suffix(2))) }
        if word.count >= Self.wordRunLength { runs.insert(Array(word.suffix(Self.wordRunLength))) }
      }
      for scalar in scalars[index..<(index + max(1, emptyLength))] {
        run.append(scalar)
        if run.count >= Self.runLength { runs.insert(Array(run.suffix(Self.runLength))) }
      }
      index += max(1, emptyLength)
    }
  }

  /// How much of these words an answer has, 0 to 1.
  func share(in answer: CheckpointWords) -> Double {
    pairs.isEmpty ? 0 : Double(pairs.intersection(answer.pairs).count) / Double(pairs.count)
  }

  /// Whether an answer has a run of these words as it is.
  func hasRun(in answer: CheckpointWords) -> Bool { !runs.isDisjoint(with: answer.runs) }

  /// The number of ideographs at `index` that say nothing.
  private static func emptyLength(at index: Int, in scalars: [Unicode.Scalar]) -> Int {
    emptyWords.first { scalars[index...].starts(with: $0) }?.count ?? (emptyScalars.contains(scalars[index]) ? 1 : 0)
  }
}
