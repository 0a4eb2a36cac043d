import PlanFormats
import PlanModel
import PlanText
import Testing

/// Slots, boxes and the ways to write an inspection log.
@Suite struct InspectionLogTests {
  private func document(_ log: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: "# 計畫\n\n## 工作日誌\n\n" + log))
  }

  private func log(_ document: PlanDocument) throws -> InspectionLog {
    guard case .inspectionLog(let log)? = document.plan.sections.first?.content else {
      throw Missing()
    }
    return log
  }

  private struct Missing: Error {}

  // MARK: Slots

  @Test(arguments: [
    ("08:30至10:30", "08:30", "10:30"), ("08:30 至 10:30", "08:30", "10:30"), ("８：３０～１０：３０", "08:30", "10:30"),
    ("8時30分~10時", "08:30", "10:00"), ("8點半到10點", "08:30", "10:00"), ("上午8:30－下午1:30", "08:30", "13:30"),
    ("下午1:30~3:30", "13:30", "15:30"), ("中午12:00~1:30", "12:00", "13:30"), ("0830-1030", "08:30", "10:30"),
    ("第一班(08:00-12:00)", "08:00", "12:00"), ("22:00至24:00", "22:00", "24:00"), ("22:00起至翌日06:00", "22:00", "06:00"),
    ("17:00至17:75", "17:00", "17:75"),
  ])
  func slotsThatAreTimes(text: String, from: String, to: String) throws {
    let times = try #require(TimeSlot(PlanText(text)).times)
    #expect([times.from.text, times.to.text] == [from, to])
  }

  @Test(arguments: ["上午", "備註", "08:30", "109年5月", "5/1至5/3", "第1時段", "1-2樓", "8:00-9:00-10:00", "12:3至4:5", ""])
  func slotsThatAreNoTimes(text: String) { #expect(TimeSlot(PlanText(text)).times == nil) }

  @Test func nextDayIsLater() throws {
    let times = try #require(TimeSlot("22:00至翌日06:00").times)
    #expect(times.to.minutes - times.from.minutes == 8 * 60)
  }

  // MARK: Boxes

  @Test(arguments: [
    ("□ 是", ["是 false"]), ("☑ 是\n□ 否", ["是 true", "否 false"]), ("□出勤正常 ■出勤異常", ["出勤正常 false", "出勤異常 true"]),
    ("[x] 是 [ ] 否", ["是 true", "否 false"]), ("□", [" false"]), ("全數完成", []), ("", []), ("[a]", []),
  ])
  func boxes(text: String, boxes: [String]) {
    #expect(InspectionCell(PlanText(text)).boxes.map { "\($0.words) \($0.isTicked)" } == boxes)
  }

  // MARK: Text

  private static let headings = """
    - 時間：__年__月__日

    請勾選。

    ### 一、【環境】

    | 巡檢項目 | 上午 | 下午 |
    | --- | --- | --- |
    | (一)整潔 | □ 是 | ☑ 是<br>□ 否 |
    | 1. 5公尺內無雜物 | | |

    ### 二、突發狀況

    停電。

    - 已通知總務

    ---

    （註）

    """

  @Test func headingsAreCanonical() throws {
    let document = document(Self.headings)
    #expect(document.problems.isEmpty)
    let json = PlanDocument(
      reading: SourceText(name: "a.plan.json", text: try PlanConversion.convert(document, to: .json)))
    #expect(json.problems.isEmpty)
    #expect(try PlanConversion.convert(json, to: .text) == "# 計畫\n\n## 工作日誌\n\n" + Self.headings)
    let log = try log(document)
    #expect(log.groups[0].items.map(\.label?.text) == ["(一)", "1."])
    #expect(log.groups[0].items.map(\.text.string) == ["整潔", "5公尺內無雜物"])
    #expect(log.groups[1].text?.string == "停電。\n\n- 已通知總務")
  }

  @Test func oneTableIsTheSame() throws {
    let table = """
      - 日期：__年__月__日

      請勾選。

      | 類別 | 檢查項目 | 上午 | 下午 |
      | --- | --- | --- | --- |
      | 一、【環境】 | (一)整潔 | □ 是 | ☑ 是<br>□ 否 |
      | | 1. 5公尺內無雜物 | | |
      | 二、突發狀況 | | 停電。<br><br>- 已通知總務 | |

      （註）

      """
    let document = document(table)
    #expect(document.problems.isEmpty)
    #expect(try PlanConversion.convert(document, to: .text) == "# 計畫\n\n## 工作日誌\n\n" + Self.headings)
  }

  @Test func itemsNeedNoHeading() throws {
    let text = "| 巡檢項目 | 上午 |\n| --- | --- |\n| 整潔 | □ 是 |\n\n### 其他\n"
    let document = document(text)
    #expect(try PlanConversion.convert(document, to: .text).hasSuffix(text))
    #expect(try log(document).groups.map(\.heading?.string) == [nil, "其他"])
  }

  @Test(arguments: [
    ("### 一、甲\n\n| 巡檢項目 | 上午 |\n| --- | --- |\n| 甲 |\n", ["cellCount"]),
    ("### 一、甲\n\n| 巡檢項目 | 上午 |\n| --- | --- |\n| 甲 | □ | □ |\n", ["cellCount"]),
    ("### 一、甲\n\n| 項次 | 上午 |\n| --- | --- |\n| 甲 | □ |\n", ["missingColumn"]),
    ("| 巡檢項目 | 檢查項目 | 上午 |\n| --- | --- | --- |\n| 甲 | | □ |\n", ["repeatedColumn"]),
    ("### 一、甲\n\n| 巡檢項目 | 上午 |\n| --- | --- |\n\n乙\n\n| 巡檢項目 | 下午 |\n| --- | --- |\n", ["misplaced"]),
    ("### 一、甲\n\n```\n乙\n```\n", ["misplaced"]), ("- 時間：甲\n- 時間：乙\n", ["repeatedField"]),
    ("- 甲\n", ["misplaced"]), ("- 時問：甲\n", ["unknownField"]), ("#### 甲\n", ["headingTooDeep"]),
    ("### 一、甲\n\n| 巡檢項目 | 上午 | 上午 |\n| --- | --- | --- |\n| 甲 | □ | □ |\n", []),
  ])
  func problems(text: String, expected: [String]) {
    #expect(document(text).problems.map { String("\($0.value)".prefix { $0 != "(" }) } == expected)
  }

  // MARK: Kind

  @Test(arguments: [
    ("## 巡迴值星人員工作日志", SectionKind.inspectionLog), ("## 附表3、環境巡檢表", .inspectionLog), ("## 一、工作日誌之填寫", .narrative),
    ("## 值班紀錄\n\n| 檢查項目 | 上午 |\n| --- | --- |", .inspectionLog),
    ("## 附表3\n\n- 表別：工作日誌", .inspectionLog), ("## 伍、工作日誌\n\n- 表別：工作日誌", .inspectionLog),
  ])
  func kinds(text: String, kind: SectionKind) {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: "# 計畫\n\n" + text + "\n"))
    #expect(document.plan.sections.map(\.content.kind) == [kind])
    #expect(document.problems.isEmpty)
  }

  // MARK: JSON

  @Test func derivedValuesMustAgree() {
    func problems(_ group: String) -> [String] {
      let json = """
        {"format": "plantool/1", "sections": [{"heading": "工作日誌", "kind": "inspectionLog", "groups": [\(group)]}]}
        """
      return PlanDocument(reading: SourceText(name: "a.plan.json", text: json)).problems.map {
        String("\($0.value)".prefix { $0 != "(" })
      }
    }
    func item(_ cell: String) -> String {
      #"{"slots": ["上午"], "items": [{"label": "(一)", "text": "甲", "cells": [\#(cell)]}]}"#
    }
    #expect(problems(item(#""□ 是""#)) == [])
    #expect(problems(item(#"{"text": "☑ 是", "boxes": [{"ticked": true, "text": "是"}]}"#)) == [])
    #expect(problems(item(#"{"text": "□ 是", "boxes": [{"ticked": true, "text": "是"}]}"#)) == ["derivedValueDiffers"])
    #expect(problems(item(#""□", "□""#)) == ["cellCount"])
    #expect(problems(#"{"slots": [{"text": "08:30至10:30", "from": "08:30"}]}"#) == [])
    #expect(problems(#"{"slots": [{"text": "08:30至10:30", "to": "11:30"}]}"#) == ["derivedValueDiffers"])
    #expect(problems(#"{"heading": "甲", "lines": 3}"#) == ["unknownKey"])
  }
}
