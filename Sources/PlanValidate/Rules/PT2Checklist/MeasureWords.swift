import PlanText

/// The words of the measures, as far as demands are looked for in them.
struct MeasureWords {
  private let measures: DenseTexts
  /// For each word that was looked for, the measures that have it, in order.
  private let having: [[Int]]

  init(_ plan: PlanIndex, lookingFor words: [[Unicode.Scalar]]) {
    measures = plan.denseMeasures
    let places = plan.characterPlaces
    var measureOfText = Array(repeating: -1, count: plan.texts.count)
    for (measure, text) in plan.textPlaces.measures.enumerated() { measureOfText[text] = measure }
    having = words.map { word in
      places.texts(at: places.all(of: word)).map { measureOfText[$0] }.filter { $0 >= 0 }
    }
  }

  private static let units: ScalarSet = "%件次場人日天分小秒元張項處臺台個名份篇頁倍支輛站戶坪公噸度週種類家班堂組區點條萬千百成位枚題"
  /// What is counted in Chinese numerals: 二場, 三件; behind other units they are names (三聯單).
  private static let fewUnits: ScalarSet = "場次件成倍"

  /// Whether there is a figure with its unit: 90%, 15題, 3場. Dates, numbers of items and telephone names (107年4月,
  /// 1., 110報案) are none.
  func hasFigure(_ measure: Int) -> Bool {
    let scalars = measures[measure].scalars
    var index = 0
    while index < scalars.count {
      guard Numeral.digit(scalars[index]) != nil else {
        // 百分之九十
        if scalars[index] == "百", measures[measure].has("百分之", at: index) { return true }
        if index + 1 < scalars.count, case let next = scalars[index + 1], Self.fewUnits.contains(next),
          (Numeral.chineseDigit(scalars[index]) ?? 0) > 1
        {
          return true
        }
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Numeral.digit(scalars[index]) != nil || ".,".unicodeScalars.contains(scalars[index])
      {
        index += 1
      }
      let isDate = start > 0 && "月年".unicodeScalars.contains(scalars[start - 1])
      if index < scalars.count, Self.units.contains(scalars[index]), !isDate { return true }
    }
    return false
  }

  /// Whether a measure mentions a thing, in whatever order.
  func mention(_ subject: FocusDemands.Subject, in measure: Int) -> Bool {
    let isTold: ([Int]) -> Bool = { $0.contains { having[$0].hasSorted(measure) } }
    return subject.needsAll ? subject.words.allSatisfy(isTold) : subject.words.contains(where: isTold)
  }

  /// Whether a measure works by some means: 滿意度調查 is 調查…滿意度 as well, and every 問卷 or 意見調查.
  func use(_ means: String, in measure: Int) -> Bool {
    let dense = measures[measure]
    if dense.has(means) { return true }
    guard means.ends(with: "調查") else { return false }
    return ["問卷", "意見調查"].contains(where: dense.has)
      || (dense.has("調查") && dense.has(String(means.unicodeScalars.dropLast(2))))
  }
}

extension [Int] {
  /// Whether a number is among these, which are in order.
  fileprivate func hasSorted(_ number: Int) -> Bool {
    let place = halvingIndex { $0 >= number }
    return place < count && self[place] == number
  }
}
