import PlanOffice

/// The automatic numbers of a document (`word/numbering.xml`, ISO/IEC 29500-1, 17.9).
struct WordNumbering: Sendable {
  private struct Level: Sendable {
    var start = 1
    var format = NumberFormat.decimal
    var isBullet = false
    /// `%1、`: the numbers of levels among other characters.
    var text = ""
    var isLegal = false
    /// The level that starts it anew, from 1; 0 for none, nil for any above it.
    var restart: Int?
  }

  private struct List: Sendable {
    var abstract = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var abstracts: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  /// What has been counted, by the abstract list, which several lists share.
  private var counters: [String: [Int: Int]] = [:]
  private var used: Set<String> = []

  init() {}

  init(_ bytes: [UInt8]) throws(XMLFault) {
    var xml = try XMLReader(bytes, namespaces: .openXML)
    while let event = try xml.next() {
      if event == .start("w:abstractNum"), let id = try xml.attribute("w:abstractNumId") {
        abstracts[id] = try Self.levels(&xml)
      } else if event == .start("w:num"), let id = try xml.attribute("w:numId") {
        lists[id] = try Self.list(&xml)
      }
    }
  }

  /// The number of the next paragraph of a list, and whether it is a bullet; nil where the list has none.
  mutating func next(list id: String, level: Int) -> (label: String, isBullet: Bool)? {
    guard let list = lists[id], (0...8).contains(level) else { return nil }
    let levels = (abstracts[list.abstract] ?? [:]).merging(list.levels) { _, own in own }
    guard let own = levels[level] else { return nil }
    var counts = counters[list.abstract] ?? [:]
    if used.insert("\(id) \(level)").inserted, let start = list.starts[level] {
      counts[level] = start
    } else {
      counts[level] = counts[level].map { $0 < .max ? $0 + 1 : $0 } ?? own.start
    }
    for (lower, other) in levels where lower > level {
      if let restart = other.restart, restart == 0 || level + 1 > restart { continue }
      counts[lower] = nil
    }
    counters[list.abstract] = counts
    if own.isBullet { return (own.text, true) }
    var text = ""
    var isReference = false
    for scalar in own.text.unicodeScalars {
      if isReference, let digit = Int(String(scalar)), (1...9).contains(digit) {
        let format = own.isLegal ? NumberFormat.decimal : levels[digit - 1]?.format ?? .decimal
        text += format.text(counts[digit - 1] ?? levels[digit - 1]?.start ?? 1)
        isReference = false
      } else if scalar == "%" {
        isReference = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text.isEmpty ? nil : (text, false)
  }

  private static func levels(_ xml: inout XMLReader) throws(XMLFault) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    let depth = xml.depth
    while let event = try xml.next() {
      if case .end = event, xml.depth < depth { break }
      guard event == .start("w:lvl"), let number = try xml.attribute("w:ilvl").flatMap({ Int($0) }) else { continue }
      levels[number] = try level(&xml)
    }
    return levels
  }

  private static func list(_ xml: inout XMLReader) throws(XMLFault) -> List {
    var list = List()
    var number = 0
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:abstractNumId"): list.abstract = try xml.attribute("w:val") ?? ""
      case .start("w:lvlOverride"): number = try xml.attribute("w:ilvl").flatMap { Int($0) } ?? 0
      case .start("w:startOverride"): list.starts[number] = try xml.attribute("w:val").flatMap { Int($0) }
      case .start("w:lvl"): list.levels[number] = try level(&xml)
      case .end where xml.depth < depth: return list
      default: break
      }
    }
    return list
  }

  private static func level(_ xml: inout XMLReader) throws(XMLFault) -> Level {
    var level = Level()
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:start"): level.start = try xml.attribute("w:val").flatMap { Int($0) } ?? 1
      case .start("w:numFmt"):
        let name = try xml.attribute("w:val") ?? ""
        level.isBullet = name == "bullet"
        level.format = formats[name] ?? .decimal
      case .start("w:lvlText"): level.text = try xml.attribute("w:val") ?? ""
      case .start("w:isLgl"): level.isLegal = try xml.attribute("w:val").map(WordReader.isOn) ?? true
      case .start("w:lvlRestart"): level.restart = try xml.attribute("w:val").flatMap { Int($0) }
      case .end where xml.depth < depth: return level
      default: break
      }
    }
    return level
  }

  /// ST_NumberFormat (17.18.59), as LibreOffice prints it; what is not here is printed in digits.
  private static let formats: [String: NumberFormat] = [
    "decimalZero": .decimalZero, "upperLetter": .upperLetter, "lowerLetter": .lowerLetter, "upperRoman": .upperRoman,
    "lowerRoman": .lowerRoman, "taiwaneseCountingThousand": .chinese, "taiwaneseCounting": .chinese,
    "chineseCounting": .chinese, "chineseCountingThousand": .chinese, "japaneseCounting": .chinese,
    "ideographDigital": .chinese, "ideographLegalTraditional": .formal, "chineseLegalSimplified": .formal,
    "ideographTraditional": .stem, "ideographZodiac": .branch, "decimalEnclosedCircle": .circled,
    "ideographEnclosedCircle": .circled, "decimalEnclosedCircleChinese": .circled, "none": .none,
  ]
}
