import PlanText
import PlanValidate
import Testing

import PlanFormats
import PlanModel

/// What stands between a plan's title and its first section beside its fields.
@Suite struct PlanHeadTests {
  @Test(arguments: VersionLine.endings)
  func versionsEndWithAWord(ending: String) {
    for date in ["105.04.23", "111年1月26日", "中華民國111年1月26日", "民國111年1月", "２０２２年1月26日", "一百十一年一月二十六日"] {
      for line in [
        "\(date)\(ending)", "\(date) \(ending)", "（\(date)府地籍字第1110000001號函\(ending)）", "\(date)主管會報\(ending)。",
      ] {
        #expect(VersionLine.isOne(line), "\(line)")
      }
    }
  }

  @Test(arguments: [
    "修正", "本計畫修正", "105.04.23", "111年1月26日函", "依111年1月26日函修正。另行辦理，並於年底實施。自公布日", "4月23日修正", "機關：甲所111年1月修正版本",
  ])
  func otherLinesAreNone(line: String) { #expect(!VersionLine.isOne(line)) }

  private static let text = """
    # 某某市甲地政事務所112年度為民服務工作計畫

    105.04.23 初版
    111年1月26日修正

    - 機關：某某市甲地政事務所
    - 年度：112
    - 期程：112年1月1日至112年12月31日
    - 檢核表：無

    本所為提升服務品質，訂定本計畫。

    各課室依本計畫辦理。

    ## 壹、目標

    縮短等候時間。

    """

  private func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  @Test func theyAreKeptAndNothingIsFound() throws {
    let document = document(Self.text)
    #expect(document.plan.versions.map(\.string) == ["105.04.23 初版", "111年1月26日修正"])
    #expect(document.plan.intro?.string == "本所為提升服務品質，訂定本計畫。\n\n各課室依本計畫辦理。")
    let findings = Validator().findings(on: document)
    #expect(findings.isEmpty, "\(findings.map { $0.summary(.zhHant) })")
    #expect(try PlanConversion.canonical(document) == Self.text)
    let json = try PlanConversion.convert(document, to: .json)
    let back = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    #expect(try PlanConversion.convert(back, to: .text) == Self.text)
  }

  /// Wherever they stand, they are written in one order.
  @Test func theOrderIsTheirs() throws {
    let mixed = """
      # 某某市甲地政事務所112年度為民服務工作計畫

      本所為提升服務品質，訂定本計畫。

      - 機關：某某市甲地政事務所
      - 年度：112
      - 期程：112年1月1日至112年12月31日
      - 檢核表：無

      105.04.23 初版

      各課室依本計畫辦理。

      111年1月26日修正

      ## 壹、目標

      縮短等候時間。

      """
    #expect(try PlanConversion.canonical(document(mixed)) == Self.text)
  }

  /// The words before the first section are looked at as others are.
  @Test func theWordsAreChecked() {
    let text = Self.text.replacing("各課室依本計畫辦理。", with: "各課室廣續辦理。")
    #expect(Validator().findings(on: document(text)).map(\.code) == ["PT603"])
  }
}
