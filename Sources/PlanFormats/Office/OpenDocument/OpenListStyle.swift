import PlanOffice
import PlanText

/// How the items of a list are numbered, level by level (`text:list-style`, ODF 1.3, 16.30).
struct OpenListStyle: Sendable {
  struct Level: Sendable {
    var format = NumberFormat.none
    var bullet: String?
    var prefix = ""
    var suffix = ""
    /// How many levels the number shows.
    var shown = 1
    var start = 1
  }

  private(set) var levels: [Int: Level] = [:]

  /// Reads the levels in the element that has just begun.
  init(_ xml: inout XMLReader) throws(XMLFault) {
    let depth = xml.depth
    while let event = try xml.next() {
      if case .end = event, xml.depth < depth { break }
      guard case .start(let name) = event, let number = try xml.attribute("text:level").flatMap({ Int($0) }) else {
        continue
      }
      var level = Level()
      switch name {
      case "text:list-level-style-number", "text:outline-level-style":
        level.format = Self.format(try xml.attribute("style:num-format") ?? "")
        level.prefix = try xml.attribute("style:num-prefix") ?? ""
        level.suffix = try xml.attribute("style:num-suffix") ?? ""
        level.shown = try xml.attribute("text:display-levels").flatMap { Int($0) } ?? 1
        level.start = try xml.attribute("text:start-value").flatMap { Int($0) } ?? 1
      case "text:list-level-style-bullet": level.bullet = try xml.attribute("text:bullet-char") ?? "•"
      default: continue
      }
      levels[number] = level
    }
  }

  /// The number at a level, from 1; nil where it has none.
  func label(level: Int, counts: [Int: Int]) -> (label: String, isBullet: Bool)? {
    guard let own = levels[level] else { return nil }
    if let bullet = own.bullet { return (bullet, true) }
    guard own.format != .none else {
      let text = own.prefix + own.suffix
      return text.isEmpty ? nil : (text, false)
    }
    let numbers = (max(1, level - max(1, min(10, own.shown)) + 1)...level).compactMap { number -> String? in
      guard let other = levels[number], other.format != .none else { return nil }
      return other.format.text(counts[number] ?? other.start)
    }
    return (own.prefix + numbers.joined(separator: ".") + own.suffix, false)
  }

  /// A format by its first number, as LibreOffice writes the Chinese ones: `一, 二, 三, ...`.
  private static func format(_ name: String) -> NumberFormat {
    switch name.first {
    case nil: .none
    case "a": .lowerLetter
    case "A": .upperLetter
    case "i": .lowerRoman
    case "I": .upperRoman
    case "一": .chinese
    case "壹": .formal
    case "甲": .stem
    case "子": .branch
    case "①": .circled
    default: .decimal
    }
  }
}
