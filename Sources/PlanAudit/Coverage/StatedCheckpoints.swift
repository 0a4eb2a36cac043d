import PlanModel
import PlanText

/// Reads the 辦理事項 of the measures of a focus: `1、3`, the words of checkpoints, or a list of boxes of which some are ticked.
struct StatedCheckpoints {
  private let names: [String]
  private let numbers: [String: [Int]]

  init(_ checkpoints: [CheckPoint]) {
    names = checkpoints.map { Self.fold($0.text.string) }
    numbers = Dictionary(grouping: names.indices.map { $0 + 1 }) { [names] in names[$0 - 1] }
  }

  /// What a 辦理事項 names.
  struct Reading {
    /// The numbers, from 1, of the checkpoints that are named.
    var numbers: Set<Int> = []
    /// The words and numbers that name none, as written.
    var unknown: [String] = []
  }

  /// Whether a 辦理事項 says anything; boxes of which none is ticked say nothing.
  static func states(_ text: String) -> Bool {
    let boxes = boxes(in: text)
    return boxes.isEmpty || boxes.contains(where: \.isTicked)
  }

  /// What a 辦理事項 names. A text of nothing but numbers is a list of them.
  func read(_ text: String) -> Reading {
    let boxes = Self.boxes(in: text)
    guard boxes.isEmpty else {
      return boxes.filter(\.isTicked).reduce(into: Reading()) { reading, box in
        // The number of a box is its own; its words may have been shortened.
        let label = Label.read(at: box.words)
        let named = label.map { Self.number(in: $0.label.text) }.flatMap { $0 }.map { String($0) } ?? box.words
        let read = readWords(named)
        reading.numbers.formUnion(read.numbers)
        reading.unknown += read.unknown.isEmpty ? [] : [box.words]
      }
    }
    return readWords(text)
  }

  /// The lines of a text that are boxes: - [x] 1. …, ☑ …, □ ….
  private static func boxes(in text: String) -> [(isTicked: Bool, words: String)] {
    text.lineSlices.compactMap { line in
      let content = line.drop { " \t-*+".contains($0) }
      for (mark, isTicked) in marks where content.hasPrefix(mark) {
        return (isTicked, String(content.dropFirst(mark.count)).trimmingWhiteSpace())
      }
      return nil
    }
  }

  private static let marks = [
    ("[x]", true), ("[X]", true), ("☑", true), ("☒", true), ("■", true), ("✓", true), ("[ ]", false), ("[]", false),
    ("□", false), ("☐", false),
  ]

  private func readWords(_ text: String) -> Reading {
    var reading = Reading()
    let words = text.split { "、，,；; \n\u{3000}".contains($0) }.map { String($0) }
    let values = words.map(Self.number)
    if values.allSatisfy({ $0 != nil }) {
      for (word, value) in zip(words, values) {
        if let value, value >= 1, value <= names.count {
          reading.numbers.insert(value)
        } else {
          reading.unknown.append(word)
        }
      }
      return reading
    }
    for part in text.split(whereSeparator: { "；;\n".contains($0) }).map({ String($0) }) {
      let name = Self.fold(part)
      let found = numbers[name] ?? similar(to: name)
      if found.isEmpty, !name.isEmpty { reading.unknown.append(part.trimmingWhiteSpace()) }
      reading.numbers.formUnion(found)
    }
    return reading
  }

  /// Part of the words is enough where only one checkpoint has them. Of a form with thousands of checkpoints only the
  /// first are looked through.
  private func similar(to part: String) -> [Int] {
    guard part.count >= 4 else { return [] }
    let similar = names.prefix(NearMiss.mostCandidates).indices.filter {
      names[$0].contains(part) || part.contains(names[$0])
    }
    return similar.count == 1 ? [similar[0] + 1] : []
  }

  /// 3, 第3項, (3) and 三.
  private static func number(in word: String) -> Int? {
    Numeral.value(of: word.filter { !"第項點()（）.".contains($0) })
  }

  private static func fold(_ text: String) -> String {
    String(NameKey(text).text.filter { !"。.,;".contains($0) })
  }
}
