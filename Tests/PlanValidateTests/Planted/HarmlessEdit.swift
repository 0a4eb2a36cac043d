import PlanModel
import PlanTestSupport
import PlanText

/// An edit that changes no meaning, so that whatever is found because of it is a false alarm.
struct HarmlessEdit: Sendable {
  let english: String
  let chinese: String
  let plant: @Sendable (PlantedPlan, inout SplitMix64) -> Plant?

  static let all: [HarmlessEdit] = [
    HarmlessEdit(english: "blanks around a number", chinese: "數字前後加空白") { plan, random in
      number(in: plan, &random).map { text, range, words in Plant(text, range, " \(words) ") }
    },
    HarmlessEdit(english: "a number in full-width digits", chinese: "數字改為全形") { plan, random in
      number(in: plan, &random).map { text, range, words in
        let wide = words.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
        return Plant(text, range, String(String.UnicodeScalarView(wide)))
      }
    },
    HarmlessEdit(english: "blanks at the end of a measure", chinese: "作法末尾加空白") { plan, random in
      oneLine(in: plan, &random).map { Plant($0.range.upperBound..<$0.range.upperBound, "  ") }
    },
    HarmlessEdit(english: "one more sentence", chinese: "多寫一句") { plan, random in
      let sentences = ["並於年底彙整成果。", "辦理情形提報主管會議。", "執行結果函送各單位參考。", "相關表單置於服務臺供民眾取用。"]
      return oneLine(in: plan, &random).flatMap { text in
        text.string.hasSuffix("。") ? Plant(text.range.upperBound..<text.range.upperBound, random.pick(sentences)) : nil
      }
    },
    HarmlessEdit(english: "another verb", chinese: "改用另一個動詞") { plan, random in
      PlantedError.place(of: ["辦理", "執行", "推動"], in: plan, &random).map { text, range, word in
        Plant(text, range, ["辦理": "執行", "執行": "辦理", "推動": "辦理"][word] ?? word)
      }
    },
    HarmlessEdit(english: "a day within the period as deadline", chinese: "期限改為期程中的另一天") { plan, random in
      let own = plan.measures.compactMap(\.fields.deadline).filter { deadline in
        if case .due = deadline.meaning?.form { true } else { false }
      }
      return random.some(own).map { Plant($0.text.range, "\(plan.year)年\(5 + random.below(7))月15日") }
    },
  ]

  private static func oneLine(in plan: PlantedPlan, _ random: inout SplitMix64) -> PlanText? {
    random.some(plan.measures.map(\.text).filter { $0.string.isOneLine && $0.string.unicodeScalars.count > 12 })
  }

  /// A number of two or more digits in the text of a measure, not in a longer word of Latin letters.
  private static func number(
    in plan: PlantedPlan, _ random: inout SplitMix64
  ) -> (PlanText, Range<Int>, String)? {
    guard let text = oneLine(in: plan, &random) else { return nil }
    let scalars = Array(text.string.unicodeScalars)
    let runs = scalars.indices.compactMap { start -> Range<Int>? in
      guard scalars[start].properties.numericType != nil, scalars[start].isASCII, start > 0,
        scalars[start - 1].properties.isIdeographic
      else { return nil }
      let end = scalars[start...].firstIndex { !($0.isASCII && $0.properties.numericType != nil) } ?? scalars.count
      return end < scalars.count && scalars[end].properties.isIdeographic ? start..<end : nil
    }
    return random.some(runs).map { (text, $0, String(String.UnicodeScalarView(scalars[$0]))) }
  }
}
