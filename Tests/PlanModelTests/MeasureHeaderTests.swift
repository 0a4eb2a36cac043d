import PlanModel
import Testing

/// Tables are told by all their columns together.
@Suite struct MeasureHeaderTests {
  private func columns(_ names: String) -> [String] {
    MeasureHeader(names.split(separator: "|").map { String($0) }).columns.map {
      if case .extra(let name) = $0 { "＋\(name)" } else { $0.key }
    }
  }

  /// Headers as plans of land offices, health centres, tax offices, schools and fire brigades have them.
  @Test(arguments: [
    ("項次|工作項目|具體作法|辦理期程|權責單位|備註", "＋項次 dimension measure deadline units remark"),
    ("工作項目|辦理期程|承辦單位", "measure deadline units"),
    ("實施要項|實施內容|完成時限|主（協）辦單位", "dimension measure deadline units"),
    ("推動策略|工作重點|執行期程|業務單位|績效目標", "dimension measure deadline units target"),
    ("構面|項目|指標|次指標|具體措施|完成期限（年月）|承辦單位", "dimension item item focus measure deadline units"),
    ("策略|具體作法|預期成果|經費", "dimension measure benefit budget"),
    ("具體作法|指標|目標值|單位", "measure indicator target ＋單位"),
    ("具體作法|完成期限|單位", "measure deadline units"),
    ("評核構面|評核項目|評核重點|具體作法|完成期限|承辦單位|辦理情形", "dimension item focus measure deadline units progress"),
    ("編號|服務項目|服務對象|服務措施|預定完成日期|辦理機關", "＋編號 dimension ＋服務對象 measure deadline units"),
    ("重點|推動作法|執行期間|執行單位|協辦單位", "focus measure deadline units supportUnits"),
    ("構面|工作項目|實施要項|期程|單位", "dimension item measure deadline units"),
  ])
  func columnsOfPlans(header: String, expected: String) {
    #expect(columns(header) == expected.split(separator: " ").map { String($0) })
  }

  @Test(arguments: [
    ("項次|工作項目|具體作法|辦理期程|權責單位", true), ("工作項目|辦理期程", true), ("構面|具體作法", true),
    // Tables of other kinds.
    ("績效指標|目標值|單位", false), ("評核項目|配分|自評分數", false), ("月份|活動", false), ("職稱|姓名|職掌", false),
    ("項目|期限", false), ("服務項目|備註", false), ("措施名稱|措施內容", false),
  ])
  func tablesOfMeasures(header: String, isOne: Bool) {
    #expect(MeasureHeader(header.split(separator: "|").map { String($0) }).holdsMeasures == isOne)
  }

  @Test func soManyColumnsAreNoPlansOwn() {
    let names = ["具體作法", "期限"] + (0..<60).map { "欄\($0)" }
    #expect(MeasureColumn.columns(named: names).map { $0?.key } == ["measure", "deadline"] + (0..<60).map { _ in nil })
  }

  @Test func aColumnThatComesAgainIsTheirOwn() {
    #expect(columns("具體作法|辦理期程|完成期限") == ["measure", "deadline", "＋完成期限"])
    let header = MeasureHeader(["具體作法", "備註", "備 註"])
    #expect(header.repeated == [2])
  }
}
