import PlanOffice

extension WordReader {
  /// What an element inside a paragraph adds to its words.
  mutating func inline(_ name: String, _ line: inout OfficeLine) throws(XMLFault) {
    switch name {
    case "w:r": try run(&line)
    case "w:del", "w:moveFrom":
      counter.pendingChanges += 1
      try leaveOutElement(.deletedText)
    case "w:txbxContent":
      let outer = fields
      fields = []
      line.boxes += try blocks().inBox
      fields = outer
    case "w:t", "m:t": try words(&line)
    case "w:tab", "w:ptab": add("\t", &line)
    case "w:br", "w:cr": try breakLine(&line)
    case "w:noBreakHyphen": add("-", &line)
    case "w:sym": try symbol(&line)
    case "w:footnoteReference": try note("footnote", &line)
    case "w:endnoteReference": try note("endnote", &line)
    case "w:fldChar": try field()
    case "wp:docPr": try descend(&line)
    case "a:blip", "v:imagedata":
      counter.leaveOut(.picture)
      try xml.skipElement()
    case "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:fldData", "w:instrText",
      "w:delText", "w:delInstrText", "mc:Fallback", "w:rt", "w:ffData":
      try xml.skipElement()
    default:
      if name == "w:ins" || name == "w:moveTo" { counter.pendingChanges += 1 }
      try descend(&line)
    }
  }

  /// Everything in the element that has just begun.
  private mutating func descend(_ line: inout OfficeLine) throws(XMLFault) {
    let depth = xml.depth
    while let event = try xml.next() {
      if case .start(let name) = event { try inline(name, &line) }
      if case .end = event, xml.depth < depth { break }
    }
  }

  private mutating func run(_ line: inout OfficeLine) throws(XMLFault) {
    var hidden: OfficeLine?
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:rPr"):
        if try isHidden() { hidden = OfficeLine() }
      case .start(let name):
        if var own = hidden {
          try inline(name, &own)
          hidden = own
        } else {
          try inline(name, &line)
        }
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    if let hidden {
      counter.leaveOut(.hiddenText, hidden.text)
      line.boxes += hidden.boxes
    }
  }

  /// Whether the properties of a run, which have just begun, hide it.
  private mutating func isHidden() throws(XMLFault) -> Bool {
    var isHidden = false
    let depth = xml.depth
    while let event = try xml.next() {
      if event == .start("w:vanish") { isHidden = try xml.attribute("w:val").map(Self.isOn) ?? true }
      if event == .start("w:rPrChange") { try xml.skipElement() }
      if case .end = event, xml.depth < depth { break }
    }
    return isHidden
  }

  private mutating func add(_ text: String, _ line: inout OfficeLine) {
    if !fields.contains(true) { line.text += text }
  }

  private mutating func words(_ line: inout OfficeLine) throws(XMLFault) {
    let depth = xml.depth
    while let event = try xml.next() {
      if case .text(let text) = event { add(text, &line) }
      if case .end = event, xml.depth < depth { break }
    }
  }

  /// A page that ends is no line of the text.
  private mutating func breakLine(_ line: inout OfficeLine) throws(XMLFault) {
    let type = try xml.attribute("w:type")
    if type == nil || type == "textWrapping" { add("\n", &line) }
  }

  private mutating func symbol(_ line: inout OfficeLine) throws(XMLFault) {
    let (font, code) = (try xml.attribute("w:font") ?? "", try xml.attribute("w:char") ?? "")
    if let scalar = SymbolFont.scalar(font: font, code: code) {
      add(String(scalar), &line)
    } else {
      counter.leaveOut(.symbol, "\(font) \(code)")
    }
  }

  private mutating func note(_ kind: String, _ line: inout OfficeLine) throws(XMLFault) {
    // A note stands where it is first referred to.
    guard let id = try xml.attribute("w:id"), let text = notes.removeValue(forKey: "\(kind) \(id)"), !text.isEmpty
    else {
      return
    }
    add("（註：\(text)）", &line)
  }

  /// The words of a field stand between its separator and its end; before it is what they are made of.
  private mutating func field() throws(XMLFault) {
    switch try xml.attribute("w:fldCharType") {
    case "begin": fields.append(true)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }
}
