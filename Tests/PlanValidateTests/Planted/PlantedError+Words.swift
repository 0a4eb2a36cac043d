import PlanModel
import PlanTestSupport
import PlanText

extension PlantedError {
  /// Slips of the pen in the texts of measures.
  static let words: [PlantedError] = [
    PlantedError("a word of two characters doubled", ["PT606", "PT607"], mark: 95, times: 40) { plan, random in
      place(of: PlantedWords.common, in: plan, &random).map { Plant($0, $1, $2 + $2) }
    },
    PlantedError("one character doubled", ["PT606", "PT603", "PT607"], mark: 5, times: 40) { plan, random in
      place(of: PlantedWords.common, in: plan, &random).map { Plant($0, $1, $2 + $2.suffix(1)) }
    },
    PlantedError("one character lost", ["PT603", "PT607", "PT113"], mark: 35, times: 40) { plan, random in
      let long = PlantedWords.long
      return place(of: long.map(\.word), in: plan, &random).flatMap { text, range, word in
        guard let lost = long.first(where: { $0.word == word })?.lost else { return nil }
        var scalars = Array(word.unicodeScalars)
        scalars.remove(at: lost)
        return Plant(text, range, String(String.UnicodeScalarView(scalars)))
      }
    },
    PlantedError("one character wrong, by sound", ["PT603", "PT607"], mark: 30, times: 40) { plan, random in
      slip(PlantedWords.sound, in: plan, &random)
    },
    PlantedError("one character wrong, by shape", ["PT603", "PT607", "PT620"], mark: 25, times: 40) { plan, random in
      slip(PlantedWords.shape, in: plan, &random)
    },
    PlantedError("the text of a measure cut in a word", ["PT113", "PT610"], mark: 70, times: 40) { plan, random in
      guard let measure = random.some(plan.measures.filter { $0.text.string.unicodeScalars.count > 30 }) else {
        return nil
      }
      let text = measure.text
      let places = PlantedWords.common.flatMap(text.places).filter { $0.lowerBound > 12 }
      guard let word = random.some(places) else { return nil }
      let scalars = Array(text.string.unicodeScalars)
      let end = scalars[word.lowerBound...].firstIndex { $0.properties.isWhitespace } ?? scalars.count
      return Plant(text, (word.lowerBound + 1)..<end, "")
    },
    PlantedError("a bracket lost", ["PT604"], mark: 85) { plan, random in
      // Without its bracket (1) is another number.
      place(of: ["「", "」", "（", "）"], in: plan, &random).flatMap { text, range, _ in
        let scalars = Array(text.string.unicodeScalars)
        let neighbours = scalars[max(0, range.lowerBound - 1)..<min(scalars.count, range.upperBound + 1)]
        return neighbours.contains(where: Numeral.isNumeral) ? nil : Plant(text, range, "")
      }
    },
    PlantedError("two marks in a row", ["PT611"], mark: 85) { plan, random in
      place(of: ["，", "。", "、"], in: plan, &random).map { Plant($0, $1, $2 == "，" ? "，，" : "，" + $2) }
    },
    PlantedError("a half-width comma between Chinese characters", ["PT612"], mark: 75) { plan, random in
      place(of: ["，"], in: plan, &random).map { text, range, _ in Plant(text, range, ",") }
    },
    PlantedError("臺 and 台 in one name", ["PT607"], mark: 60) { plan, random in
      place(of: ["臺北", "臺中", "臺灣", "櫃臺"], in: plan, &random).map { text, range, word in
        Plant(text, range, word.replacing("臺", with: "台"))
      }
    },
    PlantedError("a word in Latin letters in another case", ["PT607"], mark: 70) { plan, random in
      let words = ["APP", "App", "LINE", "Line", "QR Code", "Facebook", "FACEBOOK"].filter { isFrequent($0, in: plan) }
      return place(of: words, in: plan, &random).map { text, range, word in
        Plant(text, range, word == word.uppercased() ? word.lowercased() : word.uppercased())
      }
    },
    PlantedError("a blank inside a name", ["PT607"], mark: 85) { plan, random in
      let words = PlantedWords.long.map(\.word).filter { $0.count > 3 && isFrequent($0, in: plan) }
      return place(of: words, in: plan, &random).map { text, range, word in
        Plant(text, range, word.prefix(2) + " " + word.suffix(2))
      }
    },
    PlantedError("a Latin letter that is none", ["PT620"], mark: 85) { plan, random in
      place(of: ["A", "e", "p", "o"], in: plan, &random).map { text, range, word in
        Plant(text, range, ["A": "А", "e": "е", "p": "р", "o": "о"][word] ?? word)
      }
    },
    PlantedError("a character that shows nothing", ["PT621"], mark: 85) { plan, random in
      place(of: PlantedWords.common, in: plan, &random).map { text, range, word in
        Plant(text, range, word.map(String.init).joined(separator: "\u{200B}"))
      }
    },
    PlantedError("an address without its colon", ["PT605"], mark: 60) { plan, random in
      place(of: ["http://", "https://"], in: plan, &random).map { Plant($0, $1, $2.replacing(":", with: "")) }
    },
    PlantedError("an address without its scheme", ["PT605"], mark: 60) { plan, random in
      place(of: ["http://", "https://"], in: plan, &random).map { text, range, _ in Plant(text, range, "") }
    },
    PlantedError("a mobile number", ["PT406"], mark: 85) { plan, random in
      place(of: ["。"], in: plan, &random).map { text, range, _ in Plant(text, range, "，電話0912-345-678。") }
    },
    PlantedError("a placeholder", ["PT112"], mark: 85) { plan, random in
      place(of: PlantedWords.common, in: plan, &random).map { text, range, _ in Plant(text, range, "（待填）") }
    },
  ]

  /// Whether the measures have a word three times or more.
  private static func isFrequent(_ word: String, in plan: PlantedPlan) -> Bool {
    plan.measures.reduce(0) { $0 + $1.text.places(of: word).count } > 2
  }

  /// A word of a list in the text of a measure.
  static func place(
    of words: [String], in plan: PlantedPlan, _ random: inout SplitMix64
  ) -> (text: PlanText, range: Range<Int>, word: String)? {
    for _ in 0..<20 {
      guard let measure = random.some(plan.measures), let word = random.some(words) else { return nil }
      if let range = random.some(measure.text.places(of: word)) { return (measure.text, range, word) }
    }
    let all = plan.measures.flatMap { measure in
      words.flatMap { word in measure.text.places(of: word).map { (measure.text, $0, word) } }
    }
    return random.some(all)
  }

  private static func slip(
    _ words: [(right: String, wrong: String)], in plan: PlantedPlan, _ random: inout SplitMix64
  ) -> Plant? {
    place(of: words.map(\.right), in: plan, &random).flatMap { text, range, word in
      words.first { $0.right == word }.map { Plant(text, range, $0.wrong) }
    }
  }
}
