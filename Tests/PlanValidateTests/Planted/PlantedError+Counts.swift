import PlanModel
import PlanTestSupport
import PlanText
import PlanValidate

extension PlantedError {
  /// Numbers, dates and letters that do not agree.
  static let counts: [PlantedError] = [
    PlantedError("a count one or two off", ["PT505", "PT506"], mark: 80) { plan, random in
      claim(of: ["PT505", "PT506"], in: plan, &random, by: [-2, -1, 1, 2])
    },
    PlantedError("a length of time that is not the dates'", ["PT105", "PT507"], mark: 80) { plan, random in
      claim(of: ["PT105", "PT507"], in: plan, &random, by: [1, 2])
    },
    PlantedError("the title of another year", ["PT103"], mark: 100) { plan, random in
      year(in: plan).map { Plant($0, String($1 + 1)) }
    },
    PlantedError("the title of another year, with a blank", ["PT103"], mark: 100) { plan, random in
      year(in: plan).map { Plant($0, " \($1 - 1) ") }
    },
    PlantedError("a document number of another year", ["PT501"], mark: 85) { plan, random in
      letter(in: plan, &random).map { Plant($0.digits.range, String($1 + 1) + $0.digits.string.dropFirst(3)) }
    },
    PlantedError("a document number of another year, with blanks", ["PT501"], mark: 85) { plan, random in
      letter(in: plan, &random).map { Plant($0.digits.range, " \($1 + 1) \($0.digits.string.dropFirst(3)) ") }
    },
    PlantedError("a letter without its number", ["PT502"], mark: 85) { plan, random in
      letter(in: plan, &random).map { letter, _ in Plant(letter.number.range, "") }
    },
    PlantedError("a day that does not exist", ["PT303"], mark: 85) { plan, random in
      deadline(in: plan, &random).map { Plant($0.range, "\(plan.year)年2月30日") }
    },
    PlantedError("a deadline after the end of the period", ["PT304"], mark: 85) { plan, random in
      deadline(in: plan, &random).map { Plant($0.range, "\(plan.year + 2)年5月10日") }
    },
    PlantedError("a deadline that says nothing", ["PT302"], mark: 85) { plan, random in
      deadline(in: plan, &random).map { Plant($0.range, random.pick(["儘速", "另定之", "未定", "再議"])) }
    },
    PlantedError("a deadline that ends before it begins", ["PT305"], mark: 85) { plan, random in
      deadline(in: plan, &random).map { Plant($0.range, "\(plan.year)年9月1日至\(plan.year)年3月1日") }
    },
    PlantedError("zeros in a date", ["PT316"], mark: 85) { plan, random in
      place(of: ["。"], in: plan, &random).map { text, range, _ in
        Plant(text, range, "，並於0\(1 + random.below(9))月0\(1 + random.below(9))日提報。")
      }
    },
    PlantedError("twice a year with one date", ["PT306"], mark: 75) { plan, random in
      let own = plan.measures.filter { measure in
        guard case .due(let point) = measure.fields.deadline?.meaning?.form else { return false }
        // What is due when the period ends may be done until then.
        return point.precision != .year && measure.text.string.isOneLine
          && !(measure.fields.deadline?.text.string.contains("12月") ?? true)
      }
      return random.some(own).map {
        Plant($0.text.range.upperBound..<$0.text.range.upperBound, "每年辦理\(random.pick(["2", "二", "3"]))次檢討。")
      }
    },
    PlantedError("a letter older than the one that it rests on", ["PT511", "PT501"], mark: 50) { plan, random in
      let letters = plan.document.plan.sections.flatMap { section -> [CitationParts] in
        if case .citations(let citations) = section.content { citations.map { CitationParts($0.text) } } else { [] }
      }
      // A number of another year is an error already.
      guard letters.count > 1, let last = letters.last, let date = last.date,
        last.digits?.string.hasPrefix("\(date.value.rocYear)") ?? true
      else { return nil }
      let first = letters.compactMap { $0.date?.value }.min()
      guard let first, first.year > date.value.year - 3 else { return nil }
      return Plant(date.range, "\(first.rocYear)年1月2日")
    },
  ]

  /// A number that `--confirmed` vouches for, some off.
  private static func claim(
    of codes: Set<String>, in plan: PlantedPlan, _ random: inout SplitMix64, by offsets: [Int]
  ) -> Plant? {
    let confirmed = Validator().report(on: plan.document, withConfirmations: true).confirmations ?? []
    guard let claim = random.some(confirmed.filter { codes.contains($0.code) }) else { return nil }
    let words = PlanText(plan.document.source.text(in: claim.range), range: claim.range)
    let scalars = Array(words.string.unicodeScalars)
    guard let first = scalars.lastIndex(where: Numeral.isNumeral) else { return nil }
    let start = (scalars[..<first].lastIndex { !Numeral.isNumeral($0) } ?? -1) + 1
    let written = String(String.UnicodeScalarView(scalars[start...first]))
    guard let value = Numeral.value(of: written) else { return nil }
    let other = max(1, value + random.pick(offsets))
    guard other != value else { return nil }
    return Plant(words, start..<(first + 1), Numeral.digit(scalars[first]) == nil ? Numeral.chinese(other) : "\(other)")
  }

  /// The year in the title.
  private static func year(in plan: PlantedPlan) -> (range: SourceRange, year: Int)? {
    guard let title = plan.document.plan.title, let place = title.places(of: String(plan.year)).first else {
      return nil
    }
    return (Plant(title, place, "").range, plan.year)
  }

  /// A letter whose number begins with the year of its date.
  private static func letter(
    in plan: PlantedPlan, _ random: inout SplitMix64
  ) -> (letter: CitationParts.Letter, year: Int)? {
    let letters = plan.document.plan.sections.flatMap { section -> [CitationParts.Letter] in
      guard case .citations(let citations) = section.content else { return [] }
      return citations.flatMap { CitationParts.letters(in: $0.text) }
    }
    let whole = letters.filter { letter in
      letter.date.map { $0.value.rocYear == letter.year && letter.digits.string.hasPrefix("\($0.value.rocYear)") }
        ?? false
    }
    return random.some(whole).flatMap { letter in letter.year.map { (letter, $0) } }
  }

  /// A deadline that a measure has itself.
  private static func deadline(in plan: PlantedPlan, _ random: inout SplitMix64) -> PlanText? {
    random.some(plan.measures.compactMap(\.fields.deadline?.text).filter { !$0.isBlank })
  }
}

extension PlantedPlan {
  /// The year of the Republic.
  var year: Int { document.plan.metadata.intendedROCYear ?? 107 }
}
