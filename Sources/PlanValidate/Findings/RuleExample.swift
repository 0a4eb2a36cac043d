import PlanText

/// A plan in a rule's description: an example for the reader, and a test.
public struct RuleExample: Sendable {
  /// Markdown, or JSON if it begins with `{`. A text without a title gets a small, correct beginning in front of it.
  public let text: String

  /// An example that is measures and nothing else: they stand under a focus of the checklist.
  public init(measures: String) { self.init(RuleExample.headings + measures) }

  public init(_ text: String) { self.text = text }

  /// Whether it is put into a small plan.
  package var isPlaced: Bool { !unmarked.isEmpty && !isJSON && !unmarked.hasPrefix("# ") }

  /// Whether it is a plan in JSON.
  package var isJSON: Bool { unmarked.hasPrefix("{") }

  /// The name of a file with it.
  public var fileName: String { isJSON ? "example.plan.json" : "example.plan.md" }

  /// The whole plan, without marks.
  public var plan: String { String(scalars: fullText.unicodeScalars.filter { $0 != "↓" }) }

  private var unmarked: Substring { text.drop { $0 == "↓" } }

  /// The whole plan, with marks.
  public var fullText: String {
    guard isPlaced else { return text }
    let table = unmarked.hasPrefix("## ") ? "" : RuleExample.tableHeading
    return RuleExample.beginning + table + text
  }

  /// The title and the metadata of a small plan.
  private static let beginning = """
    # 某某市政府警察局甲分局107年度提升服務品質執行計畫

    - 機關：某某市政府警察局甲分局
    - 年度：107
    - 期程：107年1月1日至107年12月31日
    - 檢核表：police-107


    """

  private static let headings = """
    ### 基礎服務（200分）

    #### 服務一致及正確

    ##### 服務及時性


    """

  private static let tableHeading = """
    ## 附表1、提升服務品質組織診斷具體作法表


    """
}
