import PlanModel
import PlanTestSupport
import PlanText

extension PlantedError {
  /// Headings, numbers and whole measures.
  static let structure: [PlantedError] = [
    PlantedError("a name of the checklist with a character lost", ["PT202", "PT607"], mark: 85) { plan, random in
      name(in: plan, &random).map { heading, name in
        let lost = name.lowerBound + 1 + random.below(name.count - 2)
        return Plant(heading, lost..<(lost + 1), "")
      }
    },
    PlantedError("a name of the checklist with a character doubled", ["PT202", "PT606", "PT607"], mark: 85) {
      plan, random in
      name(in: plan, &random).map { heading, name in
        let place = name.lowerBound + random.below(name.count)
        let scalar = Array(heading.string.unicodeScalars)[place]
        return Plant(heading, place..<(place + 1), "\(scalar)\(scalar)")
      }
    },
    PlantedError("other points of a dimension", ["PT204"], mark: 100) { plan, random in
      guard plan.hasChecklist else { return nil }
      let weighted = plan.groups.compactMap { group in group.weight.map { (group.heading, $0.points) } }
      return random.some(weighted).flatMap { heading, points in
        heading.places(of: String(points)).first.map { Plant(heading, $0, String(points + 50)) }
      }
    },
    PlantedError("a number of a section twice", ["PT106"], mark: 85) { plan, random in
      let sections = plan.document.plan.sections.filter { ($0.label?.value ?? 0) > 2 }
      return random.some(sections).flatMap { section in
        section.label.map { label in
          Plant(section.heading, 0..<label.text.unicodeScalars.count, label.with(value: label.value - 1))
        }
      }
    },
    PlantedError("a number of a section left out", ["PT106"], mark: 85) { plan, random in
      let sections = plan.document.plan.sections.filter { ($0.label?.value ?? 0) > 1 }
      return random.some(sections).flatMap { section in
        section.label.map { label in
          Plant(section.heading, 0..<label.text.unicodeScalars.count, label.with(value: label.value + 3))
        }
      }
    },
    PlantedError("another style of numbers within a list", ["PT106", "PT114"], mark: 60) { plan, random in
      let source = plan.document.source
      let lines = (1...source.lineCount).compactMap { number -> (SourceRange, String)? in
        let text = source.textOfLine(number)
        guard let mark = text.firstRange(of: /^ *- \([三四五]\)/) else { return nil }
        let start = source.rangeOfLine(number).lowerBound + text[..<mark.upperBound].utf8.count - 5
        return (start..<(start + 5), String(text[text.index(mark.upperBound, offsetBy: -2)]))
      }
      return random.some(lines).map { Plant($0.0, "\($0.1)、") }
    },
    PlantedError("an attachment that is not there", ["PT107"], mark: 85) { plan, random in
      place(of: ["。"], in: plan, &random).map { text, range, _ in Plant(text, range, "（詳如附表19）。") }
    },
    PlantedError(
      "a heading two levels too deep", ["PT005", "PT202", "PT203", "PT204", "PT205"], mark: 60, showsElsewhere: true
    ) { plan, random in
      random.some(plan.groups.filter { $0.level == .dimension && plan.isHeading($0.heading) }).map {
        let line = plan.document.source.rangeOfLine(plan.document.source.line(at: $0.heading.range.lowerBound))
        return Plant(line.lowerBound..<line.lowerBound, "##")
      }
    },
    PlantedError("a measure that says nothing", ["PT207"], mark: 85) { plan, random in
      random.some(plan.measures.filter { $0.text.string.isOneLine && $0.text.string.utf8.count > 30 }).map {
        Plant($0.text.range, "無")
      }
    },
    PlantedError("a measure under another heading again", ["PT601", "PT602", "PT608"], mark: 85) { plan, random in
      let long = plan.measures.filter { $0.text.string.isOneLine && $0.text.string.utf8.count > 90 }
      // What one table says in short another one may say again.
      guard let measure = random.some(long), let other = random.some(plan.inTable(of: measure, long)),
        measure.text.string != other.text.string
      else { return nil }
      return Plant(other.text.range, plan.document.source.text(in: measure.text.range))
    },
    PlantedError("a sentence of a measure in another again", ["PT609", "PT608", "PT602"], mark: 60) { plan, random in
      let long = plan.measures.filter { $0.text.string.isOneLine && $0.text.string.utf8.count > 120 }
      // What one table says in short another one may say again.
      guard let measure = random.some(long), let other = random.some(plan.inTable(of: measure, long)),
        measure.text.string != other.text.string
      else { return nil }
      let end = other.text.range.upperBound
      return Plant(end..<end, plan.document.source.text(in: measure.text.range))
    },
    PlantedError("a comment that does not end", ["PT012"], mark: 85) { plan, random in
      random.some(Array(plan.document.plan.sections.dropFirst())).map {
        let line = plan.document.source.rangeOfLine(plan.document.source.line(at: $0.heading.range.lowerBound))
        return Plant(line.lowerBound..<line.lowerBound, "<!-- 暫存\n\n")
      }
    },
    PlantedError(
      "a section without its mark", ["PT004", "PT005", "PT009", "PT106", "PT107"], mark: 50, showsElsewhere: true
    ) {
      plan, random in
      random.some(plan.document.plan.sections.dropFirst().filter { $0.label != nil }).map {
        let start = $0.heading.range.lowerBound
        return Plant((start - 3)..<start, "")
      }
    },
  ]

  /// A name that the checklist gives, where it stands in a heading, behind its number.
  private static func name(
    in plan: PlantedPlan, _ random: inout SplitMix64
  ) -> (heading: PlanText, name: Range<Int>)? {
    guard plan.hasChecklist else { return nil }
    let headings = plan.groups.filter { !$0.isUnnamed && plan.isHeading($0.heading) }.map(\.heading)
    return random.some(headings).flatMap { heading in
      let name = ChecklistName.plain(heading.string)
      guard name.unicodeScalars.count > 3 else { return nil }
      return heading.places(of: name).first.map { (heading, $0) }
    }
  }
}

extension PlantedPlan {
  /// Whether it answers a checklist that plantool brings.
  var hasChecklist: Bool {
    document.plan.metadata.checklist.map { ChecklistCatalogNames.all.contains($0.string) } ?? false
  }

  /// Those measures that stand in the same table as one of them.
  func inTable(of measure: Measure, _ measures: [Measure]) -> [Measure] {
    let starts = document.plan.sections.map(\.heading.range.lowerBound)
    func section(_ measure: Measure) -> Int { starts.lastIndex { $0 < measure.text.range.lowerBound } ?? -1 }
    let own = section(measure)
    return measures.filter { section($0) == own }
  }

  /// Whether a name stands in a heading of its own, and not in a cell.
  func isHeading(_ name: PlanText) -> Bool {
    document.source.textOfLine(document.source.line(at: name.range.lowerBound)).hasPrefix("#")
  }
}

private enum ChecklistCatalogNames {
  static let all: Set<String> = ["police-107", "district-109", "household-105"]
}
