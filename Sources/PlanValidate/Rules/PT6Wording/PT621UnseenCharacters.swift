import PlanModel
import PlanText

/// PT621: characters that nobody sees, or that show something else than was written.
enum UnseenCharacters: Rule {
  static let description = RuleDescription(
    code: "PT621", name: "unseen-characters", severity: .warning,
    summary: LocalizedText(zh: "看不見或已損壞的字元", en: "Invisible or damaged characters"),
    explanation: LocalizedText(
      zh: """
        由網頁、PDF 或文書軟體複製的文字，常夾有零寬空格（U+200B）、軟連字號（U+00AD）、位元組順序記號（U+FEFF）等看不見的字元，搜尋、排序與比對都會出錯。plantool 比對名稱、\
        日期與數字時略過這些字元，請仍刪去。改變文字方向的字元會使畫面上的順序與實際不同；U+FFFD 表示原來的字已經遺失；造字在別的電腦看不到。同一個字元只列一次，並指出其他各處。\
        表情符號與阿拉伯文、泰文等需要的連接符號不算。
        """,
      en: """
        Text copied from web pages, PDFs and word processors often contains invisible characters: the zero width space (U+200B), the soft hyphen (U+00AD), the byte order mark (U+FEFF). \
        Searching, sorting and comparing go wrong. plantool ignores them in names, dates and numbers; still, delete them. Characters that change the text direction \
        make the screen show a different order from the text; U+FFFD means that a character was lost; private-use characters show only on one computer. Each character is reported once, with its \
        other places. Joiners in emoji, Arabic, Thai and the like are accepted.
        """),
    failing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務友善

      ##### 網站使用便利性

      - 運用網站↓\u{200B}為民服務，擴大服\u{200B}務據點，每年檢討。
        - 完成期限：107年↓\u{FEFF}3月31日
        - 承辦單位：資訊室
      - 每季訪視↓\u{FFFD}據點，並列入紀錄。
        - 完成期限：107年12月
        - 承辦單位：資訊室
      """),
    passing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務友善

      ##### 網站使用便利性

      - 運用網站為民服務，並以圖示（👩‍👧）標示親子櫃檯，另備泰文（ประ\u{200B}เทศ）說明。
        - 完成期限：107年3月31日
        - 承辦單位：資訊室
      """),
    evidence: LocalizedText(
      zh: "五份實際文件沒有這種字元；由網頁貼上的作法常見零寬空格，轉碼過的舊檔常見 U+FFFD。",
      en: """
        Five real documents have none; measures that were pasted from web pages often hold zero width spaces, and old files that were converted U+FFFD.
        """))

  static let documents = DocumentKind.allCases

  /// A character in the file. In JSON it may be written as an escape.
  private struct Place {
    let scalar: Unicode.Scalar
    let range: SourceRange
  }

  /// What is reported together: a character, or all that a font made for itself, and all that are none.
  private enum Cause: Hashable {
    case scalar(Unicode.Scalar)
    case kind(UnseenCharacter)
  }

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    // What is no text at all has a finding of its own.
    let isText = plan.document.problems.allSatisfy { problem in
      switch problem.value {
      case .notUTF8, .nulByte, .json: false
      default: true
      }
    }
    guard isText else { return }
    var causes: [Cause] = []
    var places: [Cause: [Place]] = [:]
    var code = CodeCursor(plan.document)
    for place in self.places(in: plan.source.bytes, isJSON: plan.document.syntax == .json)
    where code.end(at: place.range.lowerBound) == nil {
      guard let kind = UnseenCharacter(place.scalar) else { continue }
      let cause: Cause = kind == .privateUse || kind == .none ? .kind(kind) : .scalar(place.scalar)
      if places[cause] == nil { causes.append(cause) }
      places[cause, default: []].append(place)
    }
    for cause in causes {
      guard let all = places[cause], let first = all.first, let kind = UnseenCharacter(first.scalar) else { continue }
      report(kind, first, all, in: plan.source, &findings)
    }
  }

  // MARK: Finding them

  private static func places(in bytes: [UInt8], isJSON: Bool) -> [Place] {
    var found: [Place] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      // Chinese characters, and what is seen of ASCII.
      if (0xE4...0xE9).contains(byte) {
        index += 3
      } else if (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\\") {
        index += 1
      } else if isJSON, bytes[index] == UInt8(ascii: "\\") {
        let escaped = escape(at: index, in: bytes)
        if let scalar = escaped.scalar, UnseenCharacter(scalar) != nil {
          found.append(Place(scalar: scalar, range: index..<(index + escaped.length)))
        }
        index += escaped.length
      } else if mayBegin(bytes, at: index), let scalar = bytes.scalar(after: index), UnseenCharacter(scalar) != nil {
        let end = index + UTF8.width(scalar)
        if !UnseenCharacter.belongs(scalar, before: bytes.scalar(before: index), after: bytes.scalar(after: end)) {
          found.append(Place(scalar: scalar, range: index..<end))
        }
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether such a character may begin with a byte. Nearly all bytes of a plan belong to others, and need not be
  /// decoded.
  private static func mayBegin(_ bytes: [UInt8], at index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    return switch bytes[index] {
    case 0x00...0x1F, 0x7F, 0xEE, 0xF0...0xF4: true
    case 0xC2: next <= 0x9F || next == 0xAD
    case 0xCD, 0xD8, 0xDB, 0xDC, 0xE0, 0xE1: true
    case 0xE2: next == 0x80 || next == 0x81 || next == 0xA0
    case 0xE3: next == 0x85
    // Full-width forms (EF BC, EF BD) are in every line.
    case 0xEF: next != 0xBC && next != 0xBD
    default: false
    }
  }

  /// The character that an escape of JSON stands for, if it is one of four digits, and how long the escape is.
  private static func escape(at index: Int, in bytes: [UInt8]) -> (scalar: Unicode.Scalar?, length: Int) {
    guard index + 6 <= bytes.count, bytes[index + 1] == UInt8(ascii: "u") else { return (nil, 2) }
    let digits = String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self)
    // NUL is the business of the reader.
    return (UInt32(digits, radix: 16).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }, 6)
  }

  // MARK: Saying so

  private static let noteLimit = 5

  private static func report(
    _ kind: UnseenCharacter, _ first: Place, _ places: [Place], in source: SourceText, _ findings: inout FindingList
  ) {
    let code = UnseenCharacter.code(of: first.scalar)
    let name = UnseenCharacter.name(of: first.scalar)
    let words = words(around: first.range, in: source)
    let count = places.count
    let total = count == 1 ? (zh: "", en: "") : (zh: "，全文共\(count)處", en: " (\(count) places in the file)")
    let summary: LocalizedText =
      switch kind {
      case .unseen, .control:
        LocalizedText(
          zh: "「\(words)」中有看不見的字元 \(code)（\(name.zh)）\(total.zh)；請刪去。",
          en: "“\(words)” contains an invisible character, \(code) (\(name.en))\(total.en); delete it.")
      case .filler:
        LocalizedText(
          zh: "「\(words)」中的空白是 \(code)（\(name.zh)），不是空格\(total.zh)；請刪去或改打空格。",
          en: "The blank in “\(words)” is \(code) (\(name.en)), not a space\(total.en); delete it or type a space.")
      case .direction:
        LocalizedText(
          zh: "「\(words)」中有改變文字方向的字元 \(code)（\(name.zh)）\(total.zh)，畫面上的順序可能與實際不同；請查對後刪去。",
          en:
            "“\(words)” contains a character that changes the text direction, \(code) (\(name.en))\(total.en); the screen may show a different order. Check it and delete it."
        )
      case .lost:
        LocalizedText(
          zh: "「\(words)」中有 \(code)（\(name.zh)）\(total.zh)，表示原來的字或圖已經遺失；請查對原稿後重打。",
          en:
            "“\(words)” contains \(code) (\(name.en))\(total.en): a character or a picture was lost. Check the original and type it again."
        )
      case .privateUse:
        LocalizedText(
          zh: "「\(words)」中有造字 \(code)\(total.zh)，別的電腦看不到或看到別的字；請改用 Unicode 已有的字或符號。",
          en:
            "“\(words)” contains a private-use character, \(code)\(total.en): other computers show nothing or a different character. Use a Unicode character instead."
        )
      case .none:
        LocalizedText(
          zh: "「\(words)」中的 \(code) 不是字元\(total.zh)；請查對原稿後刪去。",
          en: "\(code) in “\(words)” is not a character\(total.en); check the original and delete it.")
      }
    let notes = places.dropFirst().prefix(noteLimit).map {
      Finding.Note($0.range, LocalizedText(zh: "此處也有", en: "Also here"))
    }
    findings.add(at: first.range, summary, notes: Array(notes), fixes: fixes(kind, places, in: source.bytes))
  }

  /// Taking the characters out: those that change nothing without being asked, those that turn text around when a
  /// person has looked.
  private static func fixes(_ kind: UnseenCharacter, _ places: [Place], in bytes: [UInt8]) -> [Finding.Fix] {
    let edits = places.map { Finding.Edit(range: $0.range, text: "") }
    let title = LocalizedText(zh: "刪去看不見的字元", en: "Delete the invisible characters")
    switch kind {
    case .unseen:
      let certain = edits.filter { EditCheck.permits($0, in: bytes) && isWithinWords($0.range, in: bytes) }
      return certain.isEmpty
        ? [Finding.Fix(title, edits: edits, isSafe: false)] : [Finding.Fix(title, edits: certain)]
    case .direction: return [Finding.Fix(title, edits: edits, isSafe: false)]
    default: return []
    }
  }

  /// Whether a character stands among words. At the beginning of a line it may keep what follows from being a list, a
  /// number or a heading.
  private static func isWithinWords(_ range: SourceRange, in bytes: [UInt8]) -> Bool {
    let next = bytes.scalar(after: range.upperBound)
    if let before = bytes.scalar(before: range.lowerBound), before.isCommonHan, EditCheck.quantities([before]).isEmpty,
      next.map({ !labelMarks.contains($0) }) ?? true
    {
      return true
    }
    var start = range.lowerBound
    var letters = 0
    while letters < 3, range.lowerBound - start < 120, let scalar = bytes.scalar(before: start), scalar != "\n" {
      if scalar.isCommonHan { letters += 1 }
      start -= UTF8.width(scalar)
    }
    return letters >= 3
  }

  /// What stands behind the number of an item or a section.
  private static let labelMarks: ScalarSet = "、.．,)）:："

  private static let borders: ScalarSet = "|\""

  /// The words around a place on its line, without what is not seen.
  private static func words(around range: SourceRange, in source: SourceText) -> String {
    let line = source.rangeOfLine(source.line(at: range.lowerBound))
    let before = source.text(in: max(line.lowerBound, range.lowerBound - 60)..<range.lowerBound)
    let after = source.text(in: range.upperBound..<max(range.upperBound, min(line.upperBound, range.upperBound + 60)))
    func isSeen(_ scalar: Unicode.Scalar) -> Bool { UnseenCharacter(scalar) == nil && !scalar.isWhiteSpace }
    // Neither another cell nor another string.
    let head = before.unicodeScalars.reversed().prefix { !borders.contains($0) }.filter(isSeen).prefix(4).reversed()
    let tail = after.unicodeScalars.prefix { !borders.contains($0) }.filter(isSeen).prefix(4)
    return String(scalars: head + tail)
  }
}
