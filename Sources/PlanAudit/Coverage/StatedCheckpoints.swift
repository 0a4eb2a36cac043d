import PlanModel
import PlanText

/// Reads the 辦理事項 of the measures of a focus: `1、3`, or the words of checkpoints.
struct StatedCheckpoints {
  private let names: [String]
  private let numbers: [String: [Int]]

  init(_ checkpoints: [CheckPoint]) {
    names = checkpoints.map { Self.fold($0.text.string) }
    numbers = Dictionary(grouping: names.indices.map { $0 + 1 }) { [names] in names[$0 - 1] }
  }

  /// The numbers, from 1, of the checkpoints that are named. What names none is ignored.
  func numbers(in text: String) -> Set<Int> {
    let read = text.split { "、，,；; \n\u{3000}".contains($0) }.map { Self.number(in: String($0)) }
    if read.allSatisfy({ $0 != nil }) { return Set(read.compactMap { $0 }.filter { $0 >= 1 && $0 <= names.count }) }
    var found: Set<Int> = []
    let parts = Set(text.split { "；;\n".contains($0) }.map { Self.fold(String($0)) })
    for part in parts where !part.isEmpty {
      found.formUnion(numbers[part] ?? similar(to: part))
    }
    return found
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
