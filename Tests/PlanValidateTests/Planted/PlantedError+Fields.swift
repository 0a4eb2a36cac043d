import PlanModel
import PlanTestSupport
import PlanText

extension PlantedError {
  /// Fields that are lost, doubled or misspelt, and units.
  static let fields: [PlantedError] = [
    PlantedError("a field misspelt", ["PT006", "PT011"], mark: 85) { plan, random in
      line(of: ["- 完成期限：", "- 承辦單位："], in: plan, &random).map { line in
        Plant(line.words, random.pick(["- 完成其限：", "- 承辨單位："]))
      }
    },
    PlantedError("a field without its bullet", ["PT014"], mark: 85) { plan, random in
      line(of: ["- 完成期限：", "- 承辦單位："], in: plan, &random).map { Plant($0.words, String($0.name.dropFirst(2))) }
    },
    PlantedError("a field twice", ["PT007"], mark: 85) { plan, random in
      line(of: ["- 完成期限：", "- 承辦單位："], in: plan, &random).map { line in
        let whole = line.words.lowerBound..<line.end
        let words = plan.document.source.text(in: whole)
        return Plant(whole, words + "\n" + String(repeating: " ", count: line.indent) + words)
      }
    },
    PlantedError("a unit twice", ["PT402"], mark: 85) { plan, random in
      units(in: plan, &random).flatMap { units in
        units.units.last.map { Plant(units.text.range.upperBound..<units.text.range.upperBound, "、\($0.string)") }
      }
    },
    PlantedError("no unit", ["PT401"], mark: 85) { plan, random in
      units(in: plan, &random).map { Plant($0.text.range, "-") }
    },
    PlantedError("a unit that nobody represents", ["PT403", "PT407", "PT607"], mark: 80) { plan, random in
      let hasRoster = plan.document.plan.sections.contains {
        if case .taskForce(let members) = $0.content { members.count > 5 } else { false }
      }
      return hasRoster ? units(in: plan, &random).map { Plant($0.text.range, "資源回收科") } : nil
    },
    PlantedError("a unit by a short form", ["PT407", "PT403", "PT607"], mark: 60) { plan, random in
      let posts = plan.document.plan.sections.flatMap { section -> [String] in
        if case .taskForce(let members) = section.content { members.map(\.postText.string) } else { [] }
      }
      // 刑警隊 for 刑事警察隊: characters of the name in their order.
      let names = plan.measures.compactMap(\.fields.units).flatMap(\.units).map(\.string).filter { name in
        name.count > 4 && name.unicodeScalars.allSatisfy(\.properties.isIdeographic)
          && posts.contains { $0.hasPrefix(name) }
      }
      guard let name = random.some(names).map(Array.init), let last = name.last else { return nil }
      let short = String([name[0], name[2], last])
      // Where the plan has it already, that is what is reported.
      guard !plan.document.source.text(in: 0..<plan.document.source.bytes.count).contains(short) else { return nil }
      return units(in: plan, &random).map { Plant($0.text.range, short) }
    },
    PlantedError("a plan without its agency", ["PT101"], mark: 100, showsElsewhere: true) { plan, random in
      line(of: ["- 機關："], in: plan, &random).map { Plant($0.words.lowerBound..<$0.end, "") }
    },
    PlantedError("a checklist that there is not", ["PT201"], mark: 100) { plan, random in
      // Another one that nobody knows is an error already.
      let isKnown = plan.hasChecklist || plan.document.plan.metadata.checklist?.string == "無"
      return !isKnown
        ? nil : line(of: ["- 檢核表："], in: plan, &random).map { Plant($0.words.upperBound..<$0.end, "police-170") }
    },
    PlantedError("a period that ends before it begins", ["PT104", "PT103"], mark: 100) { plan, random in
      line(of: ["- 期程："], in: plan, &random).map {
        Plant($0.words.upperBound..<$0.end, "\(plan.year)年12月31日至\(plan.year)年1月1日")
      }
    },
  ]

  /// A line that begins with the name of a field, of those that are wanted.
  static func line(
    of names: [String], in plan: PlantedPlan, _ random: inout SplitMix64,
    where isWanted: ((words: SourceRange, name: String, indent: Int, end: Int)) -> Bool = { _ in true }
  ) -> (words: SourceRange, name: String, indent: Int, end: Int)? {
    let source = plan.document.source
    typealias Line = (words: SourceRange, name: String, indent: Int, end: Int)
    let lines = (1...source.lineCount).compactMap { number -> Line? in
      let range = source.rangeOfLine(number)
      let text = source.textOfLine(number)
      let indent = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      guard let name = names.first(where: { text.utf8.dropFirst(indent).starts(with: $0.utf8) }) else { return nil }
      let start = range.lowerBound + indent
      return (start..<(start + name.utf8.count), name, indent, range.lowerBound + text.utf8.count)
    }
    return random.some(lines.filter(isWanted))
  }

  /// The units that a measure has itself.
  private static func units(in plan: PlantedPlan, _ random: inout SplitMix64) -> UnitList? {
    random.some(plan.measures.compactMap(\.fields.units).filter { !$0.units.isEmpty && $0.text.string.isOneLine })
  }
}
