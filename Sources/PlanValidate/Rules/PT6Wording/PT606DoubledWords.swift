import PlanModel
import PlanText

/// PT606: words that stand twice in a row.
enum DoubledWords: Rule {
  static let description = RuleDescription(
    code: "PT606", name: "doubled-words", severity: .warning,
    summary: LocalizedText(zh: "字詞重複", en: "Words are repeated in a row"),
    explanation: LocalizedText(
      zh: """
        同樣的字詞緊接著又寫一次，例如「服務服務」「評獎評獎作業」，多半是剪貼或修改時留下的，請刪去一次。兩個字到四個字的詞以內附的詞表（出自公開授權的詞典）認定；前一個詞的結尾恰好是後一個詞的開頭（警察總隊總隊長室、市政會議會議紀錄）、\
        動詞的重疊（再研究研究）與數字不算；要看前後文才能確定的，只在同一份文件的其他地方有正確寫法時提出。一個字重複（6月29日日前、優良良哺集乳室），以及隔著別的詞又寫一次而文件其他地方沒有前一個的（監視錄影監視系統、錄影監視系統），也會提出。
        """,
      en: """
        The same words follow each other (服務服務, 評獎評獎作業), usually left over from copying or editing; delete one. Words of two to four characters are recognised by the built-in \
        vocabulary (see NOTICE). A name that begins with the end of the one before it (警察總隊總隊長室, 市政會議會議紀錄), verbs that are doubled on purpose (再研究研究) \
        and numbers are accepted; if only the context can tell, it is reported if the same document has the right form elsewhere. So are a single character that is repeated (6月29日日前, 優良良哺集乳室), and a word that comes \
        before another one and again after it, if the document has the rest without it elsewhere (監視錄影監視系統 beside 錄影監視系統).
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 推動在地化、客製化↓服務服務。
        2. 提↓供服務申辦資訊供服務申辦資訊予民眾。
        3. 依服務品質獎評獎作業手冊訂定表冊，並依服務品質獎↓評獎評獎作業手冊檢討。
        4. 協辦↓本案本案規劃，並↓檢查檢查設備。
        5. 增設↓無障礙無障礙設施，由↓輔導輔導員說明，鼓勵民眾↓參與參與，並由↓單一窗口單一窗口收件。
        6. 於6月↓29日日前檢修錄影監視系統，並公告↓監視錄影監視系統位置。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 由警察總隊總隊長室及分局分局長信箱受理，並由主管主管會議列管。
        2. 一個一個說明、常常檢討，並與同仁討論討論。
        3. 提供即時服務，服務品質持續提升；彙整市政會議會議紀錄，由資訊資訊室公告。
        4. 提報管理委員會委員會議審議，並由各分局分局長一戶一戶訪視。
        5. 天天更新每日日誌，由外事科科長檢視監視錄影系統及監視系統。
        """),
    evidence: LocalizedText(
      zh: "五份實際文件各有一兩處：「客製化服務服務」「提供服務申辦資訊供服務申辦資訊」「政府服務品質獎評獎評獎作業手冊」「協辦本案本案規劃」。",
      en: "Real documents have 客製化服務服務, 提供服務申辦資訊供服務申辦資訊, 政府服務品質獎評獎評獎作業手冊 and 協辦本案本案規劃."))

  static let repeats = Repeats.sameWords

  static let yieldsTo: [any Rule.Type] = [UnknownName.self]

  static let documents = DocumentKind.allCases

  /// Longer repeats of a whole clause are looked for up to this length.
  private static let longest = 16

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    checkApart(plan, &findings)
    var found: [Doubling] = []
    let texts = plan.texts
    for text in RepeatedNeighbours.texts(plan.characterPlaces, upTo: longest) { found += doublings(in: texts[text]) }
    guard !found.isEmpty else { return }
    let evidence = Evidence(for: found, in: plan)
    for doubling in found where doubling.isCertain || evidence.isFor(doubling) {
      let words = String(scalars: doubling.words)
      findings.add(
        at: doubling.place.firstLineRange,
        LocalizedText(
          zh: "「\(doubling.place.string.excerpt(40))」中的「\(words)」連寫了兩次，請刪去一次。",
          en: "In “\(doubling.place.string.excerpt(40))”, “\(words)” is repeated; delete one."))
    }
  }

  /// Reports single characters that stand twice, and words that come again behind another one.
  private static func checkApart(_ plan: PlanIndex, _ findings: inout FindingList) {
    let row = plan.textRow
    for place in DoubledCharacters.all(in: plan) {
      // With the word or the number before it.
      var start = place - 1
      while Numeral.isNumeral(row.scalars[start]), Numeral.isNumeral(row.scalars[start - 1]) { start -= 1 }
      let words = row.part(start..<(place + 2))
      findings.add(
        at: words.firstLineRange,
        LocalizedText(
          zh: "「\(words.string)」中的「\(row.scalars[place])」連寫了兩次，請刪去一個。",
          en: "In “\(words.string)”, “\(row.scalars[place])” is repeated; delete one."),
        // A word that is not in the vocabulary may begin with the second: 國防部部史館.
        severity: row.scalars[place] == "日" ? nil : .note)
    }
    for doubled in DoubledAround.all(in: plan.characterPlaces) {
      let words = row.part(doubled.range)
      findings.add(
        at: words.firstLineRange,
        LocalizedText(
          zh: "「\(words.string)」中的「\(doubled.word)」寫了兩次，文件其他地方作「\(doubled.usual)」，請確認。",
          en: """
            “\(words.string)” has “\(doubled.word)” twice; the document has “\(doubled.usual)” elsewhere. Please check.
            """),
        // Both may be meant: 承辦單位受理單位轉來.
        severity: .note)
    }
  }

  /// Verbs that are doubled for a softer tone in company: 請同仁討論討論.
  private static let softened: Set<String> = ["研究", "討論", "考慮", "商量"]
  private static let softening: ScalarSet = "再好先來請與家共"
  /// Words that are doubled for emphasis.
  private static let emphatic: Set<String> = ["非常", "許多"]

  private static func doublings(in text: PlanText) -> [Doubling] {
    let scalars = Array(text.string.unicodeScalars)
    guard scalars.count >= 4 else { return [] }
    var found: [Doubling] = []
    // Where a copy of a stretch begins; a longer stretch is looked for first, and what it covers is not looked at
    // again.
    var covered = 0
    var offsets: [Int] = []
    var start = 0
    while start < scalars.count {
      guard scalars[start].isCommonHan else {
        start += 1
        continue
      }
      let end = scalars[start...].firstIndex { !$0.isCommonHan } ?? scalars.count
      var position = start
      while position + 4 <= end {
        guard position >= covered, let length = length(of: scalars, at: position, before: end) else {
          position += 1
          continue
        }
        let more = (position + 2 * length..<end).prefix { scalars[$0] == scalars[$0 - length] }.count
        covered = position + more + 2 * length
        // Three copies are a slogan.
        guard more < length else {
          position = covered
          continue
        }
        let start = position + offset(of: scalars[position..<(position + length + more)], length: length)
        let range = start..<(start + 2 * length)
        if offsets.isEmpty { offsets = self.offsets(of: scalars) }
        if let doubling = doubling(in: text, scalars, range, before: end, offsets: offsets) { found.append(doubling) }
        position = covered
      }
      start = end
    }
    return found
  }

  private static func offsets(of scalars: [Unicode.Scalar]) -> [Int] {
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    return offsets
  }

  /// The length of the stretch at a place that is followed by its copy, if there is one of two characters or more.
  private static func length(of scalars: [Unicode.Scalar], at start: Int, before end: Int) -> Int? {
    guard end - start >= 4 else { return nil }
    return (2...max(2, min(longest, (end - start) / 2))).first { length in
      scalars[start] == scalars[start + length]
        && scalars[start..<(start + length)].elementsEqual(scalars[(start + length)..<(start + 2 * length)])
    }
  }

  /// Where in a stretch the copied words begin: of 獎評獎評獎作業 the last two 評獎 are taken, of 設備設備設置 the word.
  private static func offset(of stretch: ArraySlice<Unicode.Scalar>, length: Int) -> Int {
    let last = stretch.count - length
    guard length == 2, last > 0 else { return last }
    let first = stretch.startIndex
    // Of rare words the vocabulary says yes for a few pairs too many.
    return (0...last).last { Doubling.isCommonWord(stretch[first + $0], stretch[first + $0 + 1]) }
      ?? (0...last).last { Doubling.isWord(stretch[first + $0], stretch[first + $0 + 1]) } ?? last
  }

  private static func doubling(
    in text: PlanText, _ scalars: [Unicode.Scalar], _ range: Range<Int>, before end: Int, offsets: [Int]
  ) -> Doubling? {
    let words = Array(scalars[range.prefix(range.count / 2)])
    let word = String(scalars: words)
    guard Set(words).count > 1, !Doubling.isNumber(words) else { return nil }
    let start = scalars[max(0, range.lowerBound - 6)..<range.lowerBound]
    if emphatic.contains(word) || softened.contains(word) && start.contains(where: softening.contains) { return nil }
    guard !Doubling.endsUnit(words, before: scalars[range.upperBound..<end]) else { return nil }
    return Doubling(
      words: words, place: text.part(offsets[range.lowerBound]..<offsets[range.upperBound]),
      before: Array(scalars[max(0, range.lowerBound - 2)..<range.lowerBound]),
      after: range.upperBound < end ? scalars[range.upperBound] : nil)
  }

  /// What the rest of the document says of a doubling with a word behind it: 獎評獎作, in the same company and never in
  /// another, says that 獎評獎評獎作 has one 評獎 too many; 會議紀 behind anything else, that 會議紀錄 is a word.
  private struct Evidence {
    private var single: Set<[Unicode.Scalar]> = []
    private var compound: Set<[Unicode.Scalar]> = []

    init(for doublings: [Doubling], in plan: PlanIndex) {
      var lengths: Set<Int> = []
      var before: [[Unicode.Scalar]: Set<[Unicode.Scalar]>] = [:]
      for doubling in doublings where !doubling.isCertain {
        guard let after = doubling.after else { continue }
        before[doubling.words + [after], default: []].insert(doubling.before)
        lengths.insert(doubling.words.count + 1)
      }
      for text in before.isEmpty ? [] : plan.texts {
        let scalars = Array(text.string.unicodeScalars)
        for length in lengths where scalars.count >= length {
          for start in 0...(scalars.count - length) {
            let key = Array(scalars[start..<(start + length)])
            guard let companies = before[key] else { continue }
            // The second copy of a doubling itself says nothing.
            let words = key.dropLast()
            if start >= words.count, scalars[(start - words.count)..<start].elementsEqual(words) { continue }
            let company = Array(scalars[max(0, start - 2)..<start])
            if company.count == 2, companies.contains(company) {
              single.insert(company + key)
            } else {
              compound.insert(key)
            }
          }
        }
      }
    }

    func isFor(_ doubling: Doubling) -> Bool {
      guard let after = doubling.after else { return false }
      let key = doubling.words + [after]
      return single.contains(doubling.before + key) && !compound.contains(key)
    }
  }
}
