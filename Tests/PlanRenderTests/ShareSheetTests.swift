import Foundation
import PlanOffice
import PlanRender
import PlanTestSupport
import PlanText
import Testing

@testable import PlanFormats
@testable import PlanModel

/// Forms as workbooks.
@Suite struct ShareSheetTests {
  private static let plan = PlanDocument(
    reading: SourceText(
      name: "107.plan.md",
      text: """
        # 甲機關107年度計畫

        - 機關：甲機關
        - 年度：107

        ## 附表1、具體作法表

        ### 一、基礎服務（200分）

        - 完成期限：107年12月底

        1. 檢討申辦  業務標準作業流程：

           - (一)訂定
           - (二)公告
           - 承辦單位：行政科
           - 辦理情形：107年3月1日 起草（30%）
           - 其他欄位：服務對象＝新住民
        2. 辦理電話禮貌測試。
           - 承辦單位：行政科；秘書室

        """))

  private func workbook(_ unit: String = "行政科", of document: PlanDocument = plan) throws -> [UInt8]? {
    let shares = UnitShares(document.plan)
    let share = try #require(shares.shares.first { $0.unit == unit })
    let file = try document.form(of: share, shares)
    if file.syntax == .json { return nil }
    let form = PlanDocument(reading: SourceText(name: "", text: file.text), as: .text)
    let sheet = try #require(ShareSheet(form, units: shares.shares.map(\.unit)))
    return ShareSheetFormat.bytes(of: sheet, title: "")
  }

  /// The same workbook with other words in its cells.
  private func edited(_ bytes: [UInt8], _ edits: (old: String, new: String)...) throws -> [UInt8] {
    let zip = try ZipReader(bytes)
    var writer = ZipWriter()
    for entry in zip.entries {
      var content = try #require(try zip.contents(of: entry.name))
      if entry.name == "content.xml" {
        var text = String(decoding: content, as: UTF8.self)
        for (old, new) in edits {
          let place = try #require(text.range(of: old))
          text.replaceSubrange(place, with: new)
        }
        content = Array(text.utf8)
      }
      writer.add(entry.name, content, compressed: entry.name != "mimetype")
    }
    return writer.finished()
  }

  private func merged(_ bytes: [UInt8], into document: PlanDocument = plan) throws -> ShareMerge {
    let source = SourceText(name: "行政科.plan.ods", bytes: bytes)
    let form = try #require(ShareSheet.form(in: source))
    return ShareMerge([(try #require(ShareForm(form.plan, name: source.name)), form.source)], into: document)
  }

  private static let last = "<text:p>辦理電話禮貌測試。</text:p>"
  /// The cells of the last row behind its units.
  private static let ending =
    "<table:table-cell table:style-name=\"Locked\"/><table:table-cell table:style-name=\"Open\"/><table:table-cell table:style-name=\"Open\"/><table:table-cell table:style-name=\"Open\" table:content-validation-name=\"percent\"/></table:table-row></table:table>"

  @Test func whatNobodyHasTouchedIsWhatItWas() throws {
    let merge = try merged(#require(try workbook()))
    #expect(merge.isClean && merge.changes.isEmpty)
    #expect(merge.missing == ["秘書室"])
  }

  @Test func cellsGoIntoThePlan() throws {
    let bytes = try edited(
      #require(try workbook()), (Self.last, "<text:p>辦理電話禮貌測試並公布。</text:p>"),
      (
        Self.ending,
        "<table:table-cell/><table:table-cell office:value-type=\"date\" office:date-value=\"2018-06-20\"><text:p>2018-06-20</text:p></table:table-cell><table:table-cell><text:p>已辦理二場</text:p></table:table-cell><table:table-cell><text:p>50%</text:p></table:table-cell></table:table-row></table:table>"
      ))
    let merge = try merged(bytes)
    #expect(merge.isClean, "\(merge.leftovers)")
    let row = merge.plan.shareRows[1]
    #expect(row.values(of: .words) == ["辦理電話禮貌測試並公布。"])
    #expect(row.values(of: .field(.progress)) == ["107年6月20日 已辦理二場（50%）"])
    #expect(row.values(of: .field(.deadline)) == [])
    // What no cell can say is not changed by the way a sheet is written.
    #expect(merge.plan.shareRows[0].values(of: .words) == Self.plan.plan.shareRows[0].values(of: .words))
    #expect(merge.changes.count == 2)
  }

  @Test func aDeadlineOfTheHeadingBecomesOneOfTheMeasure() throws {
    let text = try #require(try workbook())
    let bytes = try edited(
      text,
      (
        Self.last
          + "</table:table-cell><table:table-cell table:style-name=\"Open\" office:value-type=\"string\"><text:p>107年12月底</text:p>",
        Self.last + "</table:table-cell><table:table-cell><text:p>107年10月</text:p>"
      ))
    let merge = try merged(bytes)
    #expect(merge.plan.shareRows[1].values(of: .field(.deadline)) == ["107年10月"])
    #expect(merge.isClean)
  }

  @Test func whatHasNoPlaceIsLeftOver() throws {
    let row =
      "<table:table-row><table:table-cell/><table:table-cell/><table:table-cell><text:p>新作法</text:p></table:table-cell></table:table-row>"
    let bytes = try edited(
      #require(try workbook()),
      (
        Self.ending,
        "<table:table-cell><office:annotation><text:p>請問期限</text:p></office:annotation></table:table-cell><table:table-cell table:number-columns-repeated=\"6\"/><table:table-cell><text:p>欄外</text:p></table:table-cell></table:table-row>\(row)</table:table><table:table table:name=\"另頁\"><table:table-row><table:table-cell><text:p>附註</text:p></table:table-cell></table:table-row></table:table>"
      ))
    #expect(Set(try merged(bytes).leftovers.map(\.text)) == ["請問期限", "欄外", "具體作法：新作法", "附註"])
  }

  @Test func aRowThatIsDeletedIsMissed() throws {
    let bytes = try #require(try workbook())
    let content = String(decoding: try #require(try ZipReader(bytes).contents(of: "content.xml")), as: UTF8.self)
    let row = try #require(
      content.split(separator: "\n").first { $0.hasPrefix("<table:table-row") && $0.contains(Self.last) })
    let merge = try merged(edited(bytes, (String(row.dropLast("</table:table>".count)), "")))
    #expect(merge.leftovers.map { "\($0.kind) \($0.text)" } == ["rowDeleted 辦理電話禮貌測試。"])
  }

  @Test func lockedCellsAndListsAreInTheFile() throws {
    let zip = try ZipReader(#require(try workbook()))
    let content = String(decoding: try #require(try zip.contents(of: "content.xml")), as: UTF8.self)
    #expect(content.contains("table:name=\"填報表\" table:style-name=\"Sheet\" table:protected=\"true\""))
    #expect(content.contains("of:cell-content-is-in-list([$plantool.$B$1:.$B$2])"))
    #expect(content.contains("style:cell-protect=\"none\"") && content.contains("style:cell-protect=\"protected\""))
  }

  @Test func otherWorkbooksAreNoForms() throws {
    let table = Renderer.bytes(
      of: try Renderer.parts(of: Self.plan.plan, checklist: nil, for: .measures), as: .ods)
    #expect(ShareSheet.form(in: SourceText(name: "a.ods", bytes: table)) == nil)
    #expect(ShareSheet.form(in: SourceText(name: "a.ods", bytes: [0x50, 0x4B, 3, 4])) == nil)
    #expect(ShareSheet.form(in: Self.plan.source) == nil)
  }

  @Test(arguments: SharePropertyTests.files)
  func workbooksOfFileComeBack(file: String) throws {
    let text = try String(contentsOf: Package.root.appending(path: file), encoding: .utf8)
    try expectSame(PlanDocument(reading: SourceText(name: file, text: text)), atLeast: 1)
  }

  @Test func workbooksOfGeneratedPlansComeBack() throws {
    for number in 0..<40 {
      var generator = PlanGenerator(seed: UInt64(number))
      let document = PlanDocument(
        reading: SourceText(name: "g.plan.md", text: PlanTextWriter.text(generator.plan())))
      if document.problems.allSatisfy({ $0.value.keepsContent }) { try expectSame(document, atLeast: 0) }
    }
  }

  /// At least so much of the forms can be workbooks, and these change nothing.
  private func expectSame(_ document: PlanDocument, atLeast least: Double) throws {
    let shares = UnitShares(document.plan).shares
    var forms: [(ShareForm, SourceText)] = []
    for share in shares {
      guard let bytes = try workbook(share.unit, of: document) else { continue }
      let form = try #require(ShareSheet.form(in: SourceText(name: "a.ods", bytes: bytes)))
      forms.append((try #require(ShareForm(form.plan, name: share.unit)), form.source))
    }
    #expect(Double(forms.count) >= least * Double(shares.count))
    let merge = ShareMerge(forms, into: document)
    #expect(merge.isClean && merge.changes.isEmpty, "\(merge.leftovers) \(merge.changes)")
  }
}
