import PlanOffice
import PlanText

extension OfficeLine {
  /// Adds words of which white space is only the layout of the file: any of it is one blank, and none at the beginning
  /// (ODF 1.3, 6.1.2).
  mutating func addCollapsed(_ words: String) {
    for scalar in words.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
        if let last = text.unicodeScalars.last, last != " ", last != "\n", last != "\t" {
          text.unicodeScalars.append(" ")
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Takes away the one blank at the end that layout has left.
  mutating func trimEnd() {
    if text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
  }
}

extension OpenReader {
  /// What an element inside a paragraph adds to its words.
  mutating func inline(_ name: String, _ line: inout OfficeLine) throws(XMLFault) {
    switch name {
    case "text:s":
      let count = try xml.attribute("text:c").flatMap { Int($0) } ?? 1
      line.text += String(repeating: " ", count: max(0, min(1000, count)))
      try xml.skipElement()
    case "text:tab":
      line.text += "\t"
      try xml.skipElement()
    case "text:line-break":
      line.text += "\n"
      try xml.skipElement()
    case "text:span":
      let style = try xml.attribute("text:style-name")
      if styles.isHidden("text", style) {
        var hidden = OfficeLine()
        try descend(&hidden)
        counter.leaveOut(.hiddenText, hidden.text)
        line.boxes += hidden.boxes
      } else {
        try descend(&line)
      }
    case "text:note": try note(&line)
    case "office:annotation": try leaveElementOut(.comment)
    case "text:ruby-text", "text:note-citation", "text:number", "office:forms", "svg:title", "svg:desc",
      "office:binary-data", "draw:glue-point", "draw:enhanced-geometry", "office:event-listeners":
      try xml.skipElement()
    case "draw:image":
      counter.leaveOut(.picture)
      try xml.skipElement()
    case "draw:object", "draw:object-ole", "draw:plugin":
      counter.leaveOut(.object)
      try xml.skipElement()
    case "draw:text-box": line.boxes += try blocks().inBox
    case "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:polygon", "draw:path", "draw:line", "draw:connector":
      line.boxes += try blocks().inBox
    case "text:p", "text:h", "table:table", "text:list":
      // A paragraph in a frame of another kind.
      line.boxes += try inner()
    default: try descend(&line)
    }
  }

  private mutating func inner() throws(XMLFault) -> [OfficeBlock] {
    var line = OfficeLine()
    try descend(&line)
    line.trimEnd()
    let place = counter.place(content: xml.range, hasWords: line.hasWords)
    return line.blocks(label: nil, isBullet: false, level: nil, place: place).inBox
  }

  /// Everything in the element that has just begun.
  private mutating func descend(_ line: inout OfficeLine) throws(XMLFault) {
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start(let name): try inline(name, &line)
      case .text(let text): line.addCollapsed(text)
      case .end: break
      }
      if case .end = event, xml.depth < depth { break }
    }
  }

  /// A footnote, where its mark stands.
  private mutating func note(_ line: inout OfficeLine) throws(XMLFault) {
    let depth = xml.depth
    while let event = try xml.next() {
      if event == .start("text:note-body") {
        let before = counter
        let text = try blocks().text.lines.joined(separator: " ")
        counter = before
        if !text.isEmpty { line.text += "（註：\(text)）" }
      }
      if case .end = event, xml.depth < depth { break }
    }
  }
}
