import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// Every pipe table of every plan there is, spelt in each of the ways in which tables come, says what it said, or is an
/// error.
@Suite struct DamagedTableTests {
  /// The lines of a pipe table, header and dashes included, of at least two rows.
  private struct Place {
    let source: SourceText
    let lines: Range<Int>
  }

  private static let places: [Place] = FixTests.fixtures.filter { !$0.name.hasSuffix(".json") }.flatMap { source in
    let lines = (1...source.lineCount).map { source.text(in: source.rangeOfLine($0)) }
    var places: [Place] = []
    var isCode = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.hasPrefix("| ---"), index > 0, lines[index - 1].hasPrefix("|") else { continue }
      let end = lines[index...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
      if end > index + 2 { places.append(Place(source: source, lines: (index - 1)..<end)) }
    }
    return places
  }

  /// What becomes of the lines of a table. Cells with a `\|` are none of these ways' business.
  private static let damages: [(name: String, apply: @Sendable ([String]) -> [String])] = [
    ("a blank line in front of each row", { [$0[0], $0[1]] + $0[2...].flatMap { ["", $0] } }),
    ("a blank line before the last row", { $0.dropLast() + ["", $0[$0.count - 1]] }),
    ("a blank line behind the header", { [$0[0], ""] + $0[1...] }),
    ("no line of dashes", { [$0[0]] + $0[2...] }),
    ("full-width dashes", { [$0[0], $0[1].replacing("-", with: "－")] + $0[2...] }),
    ("long dashes", { [$0[0], $0[1].replacing("---", with: "—-")] + $0[2...] }),
    ("dashes without bars", { [$0[0], "---"] + $0[2...] }),
    ("full-width bars", { $0.map { $0.replacing("|", with: "｜") } }),
    ("tabs", { lines in (lines[..<1] + lines[2...]).map { cells($0).joined(separator: "\t") } }),
    (
      "HTML",
      { lines in
        ["<table>"]
          + (lines[..<1] + lines[2...]).map { "<tr>" + cells($0).map { "<td>\($0)</td>" }.joined() + "</tr>" }
          + ["</table>"]
      }
    ),
    (
      "a grid",
      { lines in
        let border = "+" + cells(lines[0]).map { _ in "-----+" }.joined()
        return [border] + (lines[..<1] + lines[2...]).flatMap { [$0, border] }
      }
    ),
    (
      "columns",
      { lines in
        [cells(lines[0]).joined(separator: "  "), cells(lines[0]).map { _ in "-----" }.joined(separator: "  ")]
          + lines[2...].map { cells($0).joined(separator: "  ") }
      }
    ),
  ]

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
      String($0).trimmingWhiteSpace()
    }
  }

  @Test func thereAreTablesOfManyKinds() {
    #expect(Self.places.count > 30)
  }

  @Test(arguments: 0..<damages.count) func saysTheSameOrIsAnError(damage: Int) {
    var (same, errors) = (0, 0)
    for place in Self.places {
      let all = (1...place.source.lineCount).map { place.source.text(in: place.source.rangeOfLine($0)) }
      let table = Array(all[place.lines])
      // One column is nothing that tabs or blanks could divide.
      guard Self.cells(table[0]).count > 2, !table.contains(where: { $0.has("\\|") }) else { continue }
      let damaged = Self.damages[damage].apply(table)
      let text = (all[..<place.lines.lowerBound] + damaged + all[place.lines.upperBound...]).joined(separator: "\n")
      let source = SourceText(name: "a.plan.md", text: text)
      let document = PlanDocument(reading: source)
      let lines = (place.lines.lowerBound + 1)...(place.lines.lowerBound + damaged.count)
      let found = Validator().findings(on: document).filter {
        $0.code == "PT013" && lines.contains(source.line(at: $0.range.lowerBound))
      }
      let name = "\(place.source.name):\(lines), \(Self.damages[damage].name)"
      let isKept = document.plan.sections.contains { section in
        if case .narrative(let text) = section.content {
          text.range.contains(found.first?.range.lowerBound ?? 0)
        } else {
          false
        }
      }
      if found.contains(where: { $0.severity == .error }) {
        errors += 1
        #expect(found.count == 1, "\(name): \(found.map { $0.summary(.zhHant) })")
      } else if !isKept {
        same += 1
        let intact = PlanDocument(reading: place.source)
        #expect(
          PlanJSON.output(document.content).text() == PlanJSON.output(intact.content).text()
            || intact.problems.contains { !$0.value.keepsContent }, "\(name)")
      }
    }
    // Where a cell is empty, nothing but aligned columns would tell which.
    #expect(
      same > 2 * errors || Self.damages[damage].name == "columns", "\(Self.damages[damage].name): \(same), \(errors)")
  }
}
