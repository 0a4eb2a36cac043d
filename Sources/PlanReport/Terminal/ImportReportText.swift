import PlanFormats
import PlanText

/// What became of a document that was imported, for people and for programs.
package struct ImportReportText {
  private let report: ImportReport
  private let language: Language

  package init(_ report: ImportReport, language: Language) { (self.report, self.language) = (report, language) }

  /// A line for each part of the document, and for all that was left out.
  package var text: String {
    var lines = [words("匯入報告：", "Import report:")]
    lines += report.entries.map { entry in
      "  " + words(Self.name(entry.kind).zhHant, Self.name(entry.kind).en) + words("：", ": ") + shown(entry.text)
        + count(entry)
    }
    for (count, zh, en) in [
      (report.joinedTables, "個表格是前一頁的接續，已合併", "joined with the table before, which went on there"),
      (report.dividedCells, "個儲存格有數項編號的作法，已分列", "divided: cells with several numbered measures"),
      (report.innerTables, "個表格在儲存格之內，讀成該格的文字", "read as lines: tables inside cells"),
      (report.pendingChanges, "處追蹤修訂尚未接受，以接受後的內容匯入", "taken as accepted: tracked changes that were pending"),
    ] where count > 0 {
      lines.append("  " + words("\(count) \(zh)", "\(en) (\(count))"))
    }
    lines += report.unreadTables.map { title in
      "  "
        + words(
          "「\(shown(title))」的表格無法辨識欄列，內容成為段落；請匯入原來的文件，或把表格整理成以 Tab 分欄",
          "no rows and columns were found in “\(shown(title))”, whose words became paragraphs: take the document that the text comes from, or put tabs between the columns"
        )
    }
    if let fit = report.checklist { lines.append("  " + words(Self.words(fit))) }
    if report.leftOut.isEmpty {
      lines.append(words("全部內容都已匯入。", "Nothing was left out."))
    } else {
      lines.append(words("沒有匯入的內容（\(report.leftOut.count)）：", "Not imported (\(report.leftOut.count)):"))
      lines += report.leftOut.map { part in
        let name = Self.name(leftOut: part.kind)
        return "  " + name(language) + (part.text.isEmpty ? "" : words("：", ": ") + shown(part.text))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as one object; texts are whole.
  package var json: String {
    JSONOutput.members([
      ("format", .string("plantool-import/1")),
      (
        "parts",
        .array(
          report.entries.map { entry in
            .members([
              ("kind", .string(entry.kind.rawValue)), ("text", .string(entry.text)), ("count", .int(entry.count)),
            ])
          })
      ),
      (
        "leftOut",
        .array(report.leftOut.map { .members([("kind", .string($0.kind)), ("text", .string($0.text))]) })
      ),
      ("joinedTables", .int(report.joinedTables)),
      ("dividedCells", .int(report.dividedCells)),
      ("innerTables", .int(report.innerTables)),
      ("unreadTables", .array(report.unreadTables.map { .string($0) })),
      ("pendingChanges", .int(report.pendingChanges)),
      (
        "checklist",
        report.checklist.map { fit in
          .members([
            ("identifier", .string(fit.identifier)), ("found", .int(fit.found)), ("needed", .int(fit.needed)),
            ("isCertain", .bool(fit.doubt == nil)),
          ])
        } ?? .null
      ),
    ]).text()
  }

  private func shown(_ text: String) -> String {
    TerminalText.escape(String(text.split(separator: "\n").joined(separator: " ")).excerpt(Self.width))
  }

  /// How much of a text is shown, in characters.
  private static let width = 60

  private func count(_ entry: ImportReport.Entry) -> String {
    switch entry.kind {
    case .title, .field, .comment: ""
    case .head, .text, .citations:
      words("（\(entry.count) 段）", " (\(entry.count) paragraph\(entry.count == 1 ? "" : "s"))")
    default: words("（\(entry.count) 列）", " (\(entry.count) row\(entry.count == 1 ? "" : "s"))")
    }
  }

  private func words(_ zh: String, _ en: String) -> String { words(LocalizedText(zh: zh, en: en)) }
  private func words(_ text: LocalizedText) -> String { text(language) }

  /// Which checklist the names in the tables are those of, how many, and what to type where that is not certain.
  private static func words(_ fit: ChecklistFit) -> LocalizedText {
    let count = LocalizedText(
      zh: "所需的 \(fit.needed) 個名稱有 \(fit.found) 個相符", en: "\(fit.found) of the \(fit.needed) names that it needs")
    guard let doubt = fit.doubt else {
      return LocalizedText(
        zh: "由表格中的名稱認出檢核表 \(fit.identifier)：\(count.zhHant)",
        en: "checklist \(fit.identifier) recognised by the names in the tables: \(count.en)")
    }
    let reason: LocalizedText =
      switch doubt {
      case .missingNames: LocalizedText(zh: "其餘不在文件裡", en: "the others are not in the document")
      case .alike(let other): LocalizedText(zh: "但也與 \(other) 相符", en: "but those of \(other) as well")
      case .otherYear: LocalizedText(zh: "但文件屬於另一年度", en: "but the document is for another year")
      }
    return LocalizedText(
      zh:
        "未寫入檢核表：表格中的名稱最接近 \(fit.identifier)（\(count.zhHant)，\(reason.zhHant)）；如為這份檢核表，請加「--checklist \(fit.identifier)」",
      en:
        "no checklist written: the names in the tables are closest to \(fit.identifier) (\(count.en), \(reason.en)); if that is the right one, add “--checklist \(fit.identifier)”"
    )
  }

  private static func name(_ kind: ImportReport.Entry.Kind) -> LocalizedText {
    switch kind {
    case .title: LocalizedText(zh: "計畫名稱", en: "title")
    case .head: LocalizedText(zh: "計畫名稱之下的文字", en: "text under the title")
    case .field: LocalizedText(zh: "欄位", en: "field")
    case .text: LocalizedText(zh: "敘述章節", en: "running text")
    case .citations: LocalizedText(zh: "計畫依據", en: "citations")
    case .measures: LocalizedText(zh: "具體作法表", en: "table of measures")
    case .checklist: LocalizedText(zh: "檢核表", en: "checklist")
    case .inspectionLog: LocalizedText(zh: "工作日誌", en: "inspection log")
    case .survey: LocalizedText(zh: "措施調查表", en: "survey")
    case .taskForce: LocalizedText(zh: "編組名冊", en: "task force")
    case .units: LocalizedText(zh: "單位表", en: "unit table")
    case .freeTable: LocalizedText(zh: "其他表格", en: "other table")
    case .comment: LocalizedText(zh: "改為註解", en: "kept as a comment")
    }
  }

  private static func name(leftOut kind: String) -> LocalizedText {
    switch kind {
    case "pageHeader": LocalizedText(zh: "頁首", en: "page header")
    case "pageFooter": LocalizedText(zh: "頁尾", en: "page footer")
    case "picture": LocalizedText(zh: "圖片", en: "picture")
    case "deletedText": LocalizedText(zh: "已刪除的文字", en: "deleted text")
    case "hiddenText": LocalizedText(zh: "隱藏的文字", en: "hidden text")
    case "comment": LocalizedText(zh: "批註", en: "comment")
    case "contents": LocalizedText(zh: "目錄", en: "table of contents")
    case "symbol": LocalizedText(zh: "無法辨識的符號", en: "unknown symbol")
    case "object": LocalizedText(zh: "內嵌物件", en: "embedded object")
    case "coveredText": LocalizedText(zh: "合併儲存格遮住的文字", en: "text that a merged cell covers")
    case "repeatedHeader": LocalizedText(zh: "重複的表頭", en: "repeated header")
    case "repeatedTitle": LocalizedText(zh: "重複的標題", en: "repeated title")
    case "pageCode": LocalizedText(zh: "網頁的程式與樣式", en: "code of the page")
    case "pageComment": LocalizedText(zh: "網頁原始碼裡的註解", en: "comment in the source of the page")
    case "pageTitle": LocalizedText(zh: "網頁視窗的標題", en: "title of the window")
    case "sheetName": LocalizedText(zh: "工作表的預設名稱", en: "default name of a sheet")
    case "drawnLine": LocalizedText(zh: "以符號畫的線", en: "line drawn with characters")
    case "columnNames": LocalizedText(zh: "改以標題表示的欄名", en: "column names that became headings")
    case "name": LocalizedText(zh: "留白的姓名", en: "name left blank")
    default: LocalizedText(zh: "其他", en: "other")
    }
  }
}
