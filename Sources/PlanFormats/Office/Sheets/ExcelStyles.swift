import PlanOffice
import PlanText

/// How cells of a workbook are shown, as far as it changes what they say (`xl/styles.xml`; ISO/IEC 29500-1, 18.8).
struct ExcelStyles {
  enum Shown { case plain, date, percent }

  /// For each style of cells.
  private var cells: [Shown] = []

  init() {}

  init(_ bytes: [UInt8]) throws(XMLFault) {
    var xml = try XMLReader(bytes, namespaces: .openXML)
    var codes: [Int: String] = [:]
    var isInCells = false
    while let event = try xml.next() {
      switch event {
      case .start("x:numFmt"):
        if let id = try xml.attribute("numFmtId").flatMap({ Int($0) }) { codes[id] = try xml.attribute("formatCode") }
      case .start("x:cellXfs"): isInCells = true
      case .end("x:cellXfs"): isInCells = false
      case .start("x:xf") where isInCells:
        let id = try xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
        cells.append(codes[id].map(Self.shown) ?? Self.shown(builtIn: id))
      default: break
      }
    }
  }

  subscript(style: String?) -> Shown {
    guard let index = style.flatMap({ Int($0) }), cells.indices.contains(index) else { return .plain }
    return cells[index]
  }

  /// The formats that every program knows by number; 27 to 36 and 50 to 58 are the dates of East Asia.
  private static func shown(builtIn id: Int) -> Shown {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...36, 50...58: .date
    default: .plain
    }
  }

  /// A code with a year, a month or a day outside of what is quoted: `yyyy/m/d`, `[$-404]e"年"m"月"d"日"`.
  private static func shown(_ code: String) -> Shown {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    var letters = ""
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "[" || character == "]" {
        isBracketed = character == "["
      } else if character == "\\" {
        isEscaped = true
      } else if !isQuoted, !isBracketed {
        letters.append(character)
      }
    }
    if letters.contains("%") { return .percent }
    if letters.has("general") { return .plain }
    return letters.contains { "yed".contains($0) } && !letters.has("e+") && !letters.has("e-") ? .date : .plain
  }
}
