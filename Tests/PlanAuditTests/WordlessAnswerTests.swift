import PlanAudit
import PlanTestSupport
import Testing

/// Which measures answer a checkpoint without its words.
@Suite struct WordlessAnswerTests {
  private func point(asking box: String, _ text: String) throws -> CheckpointCoverage.Point {
    let checklist = "# 表\n\n- 代號：t\n\n## 構面\n\n### 項目\n\n#### 重點\n\n- [ ] \(box)\n"
    return try #require(AuditSketch.coverage(of: [("重點", text)], checklist: checklist).points.first)
  }

  private static let visits = "提供到府服務。\n  - 關鍵詞：到府、上門"

  @Test(
    "Beside an answer, what says how much was done or whom it serves is one",
    arguments: [
      ("逢五的日子擺一張桌子收件，去年收217件。", true), ("外籍船員來，桌上有單子，旁邊一張寫好的，看著描就好。", true),
      ("逢五的日子擺一張桌子，去年也有。", false), ("外籍船員來，桌上有單子。", false), ("單子共17項，放在桌上。", false), ("採購單5件。", false),
    ])
  func measuresBesideAnAnswer(measure: String, isNamed: Bool) throws {
    let point = try point(asking: Self.visits, "1. 到府收件，也可以上門領件。\n2. \(measure)")
    #expect(point.measures.map(\.number) == (isNamed ? [1, 2] : [1]))
  }

  @Test(
    "What says at some length how much was done or whom it serves answers the only checkpoint of a focus",
    arguments: [
      ("逢五的日子擺一張桌子，由役男收件，去年收217件。", true), ("外籍船員來，桌上有單子，旁邊一張寫好的。", true),
      ("逢五的日子收件：\n   - (1)擺一張桌子。\n   - (2)去年收217件。", true), ("路口設有監視器，每月巡檢，妥善率達95%。", true),
      // Two clauses, of which a number has a comma, may be about anything; so may what names nobody and no amount.
      ("查緝酒後駕車，全年取締1,204件。", false), ("外籍船員來，桌上有單子。", false), ("山路很遠，要走半天，又常常下雨。", false),
      ("單子共17項，放在桌上，每季更新。", false), ("逢五的日子擺一張桌子，原訂收217件，今年停辦。", false),
      ("同仁請假，由職務代理人代班，去年代班217人次。", false), ("路口設有監視器，每月巡檢，妥善率應達95%以上。", false),
    ])
  func measuresAtLength(measure: String, isAnswer: Bool) throws {
    #expect(try (point(asking: Self.visits, "1. \(measure)").state == .only) == isAnswer)
  }

  @Test("Where whatever else is done is asked for, whom it serves is enough")
  func whateverElseIsDone() throws {
    let other = "提出更具吸引力之其他服務措施。\n  - 關鍵詞：首創"
    #expect(try point(asking: other, "1. 外籍船員的失物，靠民宿一起找。").state == .only)
    #expect(try point(asking: other, "1. 建立優質形象，提升整體水準。").state == .unlike)
    #expect(try point(asking: Self.visits, "1. 外籍船員的失物，靠民宿一起找。").state == .unlike)
    let besides = other + "\n  - 除外詞：失物"
    #expect(try point(asking: besides, "1. 外籍船員的失物，靠民宿一起找。").state == .unlike)
  }

  @Test(
    "Marks answer the checkpoint that asks for a result, where nothing else does",
    arguments: [
      ("1. 督察組扮民眾打電話考禮貌，平均90.2分。", ["worded 1", "open", "open"]), ("1. 總機暗中考評，最高97分。", ["worded 1", "open", "open"]),
      // Minutes are no marks, what is refused are none, and marks of something else stay with it.
      ("1. 督察組打電話考禮貌，每通90分鐘。", ["open", "worded 1", "open"]), ("1. 督察組考禮貌，原訂80分，今年停辦。", ["open", "open", "open"]),
      ("1. 外語檢定平均90.2分。", ["open", "open", "worded 1"]),
      ("1. 電話測試平均88分。\n2. 禮貌評選，最高97分。", ["worded 1", "worded 2", "open"]),
    ])
  func marks(text: String, expected: [String]) throws {
    let boxes =
      "以測試結果呈現績效。\n  - 關鍵詞：電話測試；結果\n- [ ] 其他作法。\n  - 關鍵詞：禮貌、態度\n  - 概括：是\n- [ ] 外語能力。\n  - 關鍵詞：外語"
    let checklist = "# 表\n\n- 代號：t\n\n## 構面\n\n### 項目\n\n#### 重點\n\n- [ ] \(boxes)\n"
    let points = try AuditSketch.coverage(of: [("重點", text)], checklist: checklist).points
    #expect(
      points.map { ([$0.state.rawValue] + $0.measures.map { String($0.number) }).joined(separator: " ") } == expected)
  }
}
