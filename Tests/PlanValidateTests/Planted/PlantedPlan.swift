import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import PlanValidate

/// A plan into which errors are planted, one at a time.
struct PlantedPlan: Sendable {
  let name: String
  let document: PlanDocument
  /// The measures, each with the fields that it has itself.
  let measures: [Measure]
  /// The headings over them.
  let groups: [MeasureGroup]
  /// What was found before anything was planted: how many findings of a code there are on a line.
  private let before: [FoundAt: Int]

  private struct FoundAt: Hashable {
    let code: String
    let line: Int
  }

  init(_ source: SourceText) {
    name = source.name
    document = PlanDocument(reading: source)
    groups = document.plan.placedGroups(checklist: nil).map(\.group)
    measures = groups.flatMap(\.measures)
    before = Self.count(Validator().findings(on: document), in: source)
  }

  /// The plan with an error in it, and the findings that it did not have before.
  func findings(with plant: Plant) -> [(finding: Finding, isAtPlace: Bool)] {
    var bytes = document.source.bytes
    bytes.replaceSubrange(plant.range, with: plant.words.utf8)
    let source = SourceText(name: name, bytes: bytes)
    let place = source.line(at: plant.range.lowerBound)
    let last = source.line(at: plant.range.lowerBound + plant.words.utf8.count)
    let shift = source.lineCount - document.source.lineCount
    var left = before
    return Validator().findings(on: PlanDocument(reading: source)).compactMap { finding in
      let line = source.line(at: finding.range.lowerBound)
      let key = FoundAt(code: finding.code, line: line > place ? line - shift : line)
      if let count = left[key], count > 0 {
        left[key] = count - 1
        return nil
      }
      let ranges = [finding.range] + finding.notes.map(\.range)
      let isAtPlace = ranges.contains { range in
        let lines = source.line(at: range.lowerBound)...source.line(at: range.upperBound)
        return lines.overlaps(place...last)
      }
      return (finding, isAtPlace)
    }
  }

  /// The line of an error in one piece, for whoever looks for what was not found.
  func words(around plant: Plant) -> String {
    let bytes = document.source.bytes
    let start = max(plant.range.lowerBound - 60, 0)
    let end = min(plant.range.upperBound + 60, bytes.count)
    let before = String(decoding: bytes[start..<plant.range.lowerBound], as: UTF8.self)
    let behind = String(decoding: bytes[plant.range.upperBound..<end], as: UTF8.self)
    let old = document.source.text(in: plant.range)
    return "\(name): \(before)[\(old) → \(plant.words)]\(behind)".replacing("\n", with: "⏎")
  }

  private static func count(_ findings: [Finding], in source: SourceText) -> [FoundAt: Int] {
    findings.reduce(into: [:]) {
      $0[FoundAt(code: $1.code, line: source.line(at: $1.range.lowerBound)), default: 0] += 1
    }
  }
}

/// Words that take the place of others.
struct Plant: Sendable {
  let range: SourceRange
  let words: String

  init(_ range: SourceRange, _ words: String) { (self.range, self.words) = (range, words) }

  /// Other words for a part of a text, by its characters.
  init(_ text: PlanText, _ part: Range<Int>, _ words: String) {
    let widths = text.string.unicodeScalars.map { UTF8.width($0) }
    let start = widths[..<part.lowerBound].reduce(0, +)
    self.init(text.sourceRange(of: start..<(start + widths[part].reduce(0, +))), words)
  }
}
