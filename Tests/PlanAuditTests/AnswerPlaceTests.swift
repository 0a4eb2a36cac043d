import PlanAudit
import PlanTestSupport
import Testing

/// Which measures are named as the answer to a checkpoint.
@Suite struct AnswerPlaceTests {
  private static let checklist = """
    # 表

    - 代號：t

    ## 構面

    ### 項目

    #### 網站

    - [ ] 提供多元及便利的資訊檢索服務。
      - 關鍵詞：檢索、搜尋、關鍵字、排序
    - [ ] 確保網站內容的正確性及有效連結。
      - 關鍵詞：連結、錯字
    - [ ] 統計網站使用情形。
      - 關鍵詞：瀏覽；數據

    #### 其他

    - [ ] 其他服務作法。
      - 關鍵詞：志工、茶水
      - 概括：是
    """

  /// For each checkpoint its state, and the labels or numbers of the measures that are named.
  private func answers(website: String, other: String = "") throws -> [String] {
    let coverage = try AuditSketch.coverage(
      of: [("網站", website), ("其他", other)], checklist: Self.checklist)
    return coverage.points.map { point in
      ([point.state.rawValue] + point.measures.map { $0.measure.label?.text ?? String($0.number) })
        .joined(separator: " ")
    }
  }

  @Test func anItemAboutAnotherCheckpointIsNamedOnlyWhereNothingElseAnswers() throws {
    let search = "1. 關鍵字搜尋能檢索錯字，並將連結排序。"
    #expect(try answers(website: search).prefix(2) == ["worded 1.", "worded 1."])
    #expect(try answers(website: search + "\n2. 每月檢查失效連結。").prefix(2) == ["worded 1.", "worded 2."])
  }

  @Test func theNumbersOfThePlanDecideBetweenCheckpoints() throws {
    let measures = "- 1-1 提供關鍵字檢索。\n- 2-1 每月檢查失效連結及搜尋結果。"
    #expect(try answers(website: measures).prefix(3) == ["worded 1-1", "worded 2-1", "open"])
  }

  /// The number says what the second is about; its words do not. No words make up for a figure.
  @Test func aMeasureWithTheNumberOfACheckpointIsUndecidedWithoutItsWords() throws {
    let measures = "- 1-1 提供關鍵字檢索。\n- 1-2 搜尋結果可以排序。\n- 2-1 每月逐頁核對。\n- 3-1 每月檢視使用情形。"
    #expect(try answers(website: measures).prefix(3) == ["worded 1-1 1-2", "unlike", "open"])
    let refused = measures.replacing("每月逐頁核對", with: "尚未訂定核對方式")
    #expect(try answers(website: refused).prefix(3) == ["worded 1-1 1-2", "open", "open"])
  }

  /// 4-1 under a focus of three checkpoints counts the focuses, and numbers that the words belie count nothing.
  @Test(arguments: [
    "- 4-1 提供關鍵字檢索。\n- 4-2 每月檢查失效連結。", "- 2-1 提供關鍵字檢索。\n- 1-1 每月檢查失效連結。", "- 1-1 提供關鍵字檢索。\n- 1-2 每月檢查失效連結。",
    "- 0-1 提供關鍵字檢索。\n- 1-1 每月檢查失效連結。",
  ])
  func numbersThatDoNotFitTheCheckpointsDecideNothing(measures: String) throws {
    let labels = measures.split(separator: "\n").map { String($0.dropFirst(2).prefix(3)) }
    #expect(try answers(website: measures).prefix(3) == ["worded \(labels[0])", "worded \(labels[1])", "open"])
  }

  @Test func underAnOpenFocusWhatSaysAnythingIsNamedBesideAnAnswer() throws {
    let others = "2. 寒流期間備有毛毯，長者可以取用。\n3. 尚未設置雨具，仍在採購。\n4. 其他服務作法。\n5. 會議室投影機汰換。"
    #expect(try answers(website: "", other: "1. 志工引導民眾。\n\(others)").last == "only 1. 2.")
    // Whom a measure serves is enough of an answer where whatever else is done is asked for.
    #expect(try answers(website: "", other: others).last == "only 2.")
    #expect(try answers(website: "", other: others.replacing("，長者可以取用", with: "，放在門口")).last == "unlike")
  }

  @Test("Beside a form that is said back or a refusal, the agency's own affairs say nothing")
  func affairsBesideARefusal() throws {
    let refused = "1. 首頁不提供檢索。"
    func state(_ text: String) throws -> CheckpointCoverage.State? {
      let checklist = "# 表\n\n- 代號：t\n\n## 構面\n\n### 項目\n\n#### 網站\n\n- [ ] 提供檢索。\n  - 關鍵詞：檢索、搜尋\n"
      return try AuditSketch.coverage(of: [("網站", text)], checklist: checklist).points.first?.state
    }
    #expect(try state("\(refused)\n2. 公務車每季保養。") == .open)
    #expect(try state("1. 公務車每季保養。") == .unlike)
    #expect(try state("\(refused)\n2. 首頁每季換圖。") == .unlike)
  }

  @Test("A measure with a word of what another says much of is not named")
  func weakAnswersAreNotNamed() throws {
    let others = "2. 檢索連結，錯字也改。\n3. 首頁上方可以檢索。"
    #expect(try answers(website: "1. 檢索、搜尋、關鍵字、排序皆可。\n\(others)").prefix(2) == ["worded 1. 3.", "worded 2."])
    #expect(try answers(website: "1. 檢索皆可排序。\n\(others)").prefix(2) == ["worded 1. 2. 3.", "worded 2."])
  }

  @Test("A figure answers the checkpoint that asks for it, and where it does not stand another may be answered")
  func figuresAnswerWhatAsksForThem() throws {
    let figure = try answers(website: "1. 提供關鍵字。\n2. 檢索瀏覽3,000次。")
    #expect(figure == ["worded 1.", "open", "worded 2."] + figure.dropFirst(3))
    let both = try answers(website: "1. 提供關鍵字。\n2. 檢索、瀏覽都方便。瀏覽達3,000次。")
    #expect(both == ["worded 1. 2.", "open", "worded 2."] + both.dropFirst(3))
  }

  @Test(
    "What is refused of the rest, or of a place without staff, refuses no answer",
    arguments: [
      "首頁設全文檢索，其餘頁面尚未設置。", "無人站也可檢索。", "提供檢索，未有錯誤。", "無憑證者也可檢索。", "無法自行查找時，由志工檢索。",
      "每月測試檢索有沒有缺漏。",
    ])
  func refusalOfSomethingElse(measure: String) throws {
    #expect(try answers(website: "1. \(measure)").first == "worded 1.")
  }

  @Test(arguments: ["檢索功能延至108年提供。", "檢索系統採購流標。", "今年不做檢索。", "俟系統改版後再提供檢索。", "檢索功能視經費決定是否辦理。", "是否開辦檢索服務，另案評估。"])
  func whatIsPutOffAnswersNothing(measure: String) throws {
    #expect(try answers(website: "1. \(measure)").first == "open")
  }
}
