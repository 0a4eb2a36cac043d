import PlanText

extension DeadlineParser {
  /// 視需要辦理, 不定期, 開徵期間, 收件後3個工作日內, 活動前1週: words that make sense and name no day.
  static func isUnscheduled(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    if scanner.take(occasions) != nil {
      _ = scanner.take("性")
      _ = scanner.take(deeds)
      if isAtClause(scanner) { return true }
      scanner.index = start
    }
    return takeSeason(&scanner) || takeDistance(&scanner)
  }

  private static let occasions = [
    "視實際需要", "視業務需要", "視民眾需要", "視需要", "視實際狀況", "視實際情形", "視情況", "視情形", "視個案", "依實際需要", "依業務需要", "依民眾需求", "依需要", "依需求",
    "依個案", "依規定期限", "依規定時限", "依規定期程", "依規定", "依計畫期程", "依計畫時程", "依期程", "依時程", "配合業務需要", "配合上級期程", "配合期程", "配合活動",
    "每年不定期", "不定期", "定期", "不定時", "適時", "必要時", "機動",
  ]
  private static let deeds = ["辦理", "處理", "實施", "舉辦", "召開", "更新", "檢討", "調整", "公告", "修正", "推動", "執行"]

  /// 開徵期間, 暑假期間: a part of the year that everybody concerned knows, and no calendar does.
  private static func takeSeason(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    var length = 0
    while length <= 8, !scanner.isAtEnd, !isMark(scanner.scalars[scanner.index]),
      Numeral.digit(scanner.scalars[scanner.index]) == nil
    {
      if length >= 2, scanner.take(["期間", "季節"]) != nil {
        _ = scanner.take(deeds)
        if isAtClause(scanner) { return true }
        break
      }
      scanner.index += 1
      length += 1
    }
    scanner.index = start
    return false
  }

  /// 收件後3個工作日內, 5日內, 活動前1週: so far from something that happens.
  private static func takeDistance(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    var length = 0
    while length <= 16, !scanner.isAtEnd, !isMark(scanner.scalars[scanner.index]) {
      let beforeNumber = scanner.index
      let isAnchored = length > 0 && isAnchor(endingAt: scanner.index, in: scanner.scalars)
      if length == 0 || isAnchored, scanner.number() != nil,
        scanner.take(["個工作天", "個工作日", "工作天", "工作日", "個日曆天", "日曆天", "個月", "小時", "分鐘", "星期", "週", "周", "日", "天"]) != nil
      {
        let isBounded = scanner.take(["以內", "之內", "內", "前"]) != nil
        _ = scanner.take(["辦理完成", "完成", "辦理", "回復", "回覆", "答復", "答覆", "公告", "更新", "處理", "辦結"])
        if isBounded || isAnchored, isAtClause(scanner) { return true }
      }
      scanner.index = beforeNumber + 1
      length += 1
    }
    scanner.index = start
    return false
  }

  /// 收件後, 發布前, 次日起, 次月: what a distance is measured from.
  private static func isAnchor(endingAt index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let last = scalars[index - 1]
    if last == "月" || last == "年" { return index > 1 && (scalars[index - 2] == "次" || scalars[index - 2] == "翌") }
    return last == "後" || last == "起" || last == "前" || last == "日"
  }

  /// Whether the words end here, or a remark or another clause follows.
  private static func isAtClause(_ scanner: DateScanner) -> Bool {
    scanner.isAtEnd || isMark(scanner.scalars[scanner.index])
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { ",;、。:(".unicodeScalars.contains(scalar) }
}
