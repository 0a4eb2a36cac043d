import PlanModel
import PlanTestSupport
import PlanText

/// A class of error that can be planted into any plan.
struct PlantedError: Sendable {
  /// What the table calls it.
  let name: String
  /// The rules that are to find it.
  let codes: Set<String>
  /// The least that is to be found, in a hundred.
  let mark: Int
  /// How often it is planted.
  let times: Int
  /// Whether it shows at another place: what is lost is missed where it should be, or by what follows.
  let showsElsewhere: Bool
  /// Where it is planted; nil where the plan has no place for it.
  let plant: @Sendable (PlantedPlan, inout SplitMix64) -> Plant?

  init(
    _ name: String, _ codes: Set<String>, mark: Int, times: Int = 12, showsElsewhere: Bool = false,
    plant: @escaping @Sendable (PlantedPlan, inout SplitMix64) -> Plant?
  ) {
    (self.name, self.codes, self.mark) = (name, codes, mark)
    (self.times, self.showsElsewhere, self.plant) = (times, showsElsewhere, plant)
  }

  /// All classes.
  static let all = words + counts + fields + progress + structure
}

extension SplitMix64 {
  /// One of some values, if there are any.
  mutating func some<Value>(_ values: [Value]) -> Value? { values.isEmpty ? nil : pick(values) }
}

extension PlanText {
  /// The places of its characters at which a word stands.
  func places(of word: String) -> [Range<Int>] {
    let scalars = Array(string.unicodeScalars)
    let word = Array(word.unicodeScalars)
    guard !word.isEmpty, scalars.count >= word.count else { return [] }
    return (0...(scalars.count - word.count)).filter { scalars[$0..<($0 + word.count)].elementsEqual(word) }.map {
      $0..<($0 + word.count)
    }
  }
}
