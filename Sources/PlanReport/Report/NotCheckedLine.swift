import PlanText
import PlanValidate

/// The last line for people: what no rule looked at. Of one file it names the things, of several it counts them.
struct NotCheckedLine {
  private let parts: [NotChecked.Part]
  /// The number of files with anything that was not looked at.
  private let files: Int

  init(_ reports: [ReportPart]) {
    parts = reports.flatMap(\.notChecked)
    files = reports.count { !$0.notChecked.isEmpty }
  }

  /// How many names of a kind are listed.
  private static let mostNames = 3

  /// The line with its end; nothing where everything was looked at.
  func text(_ language: Language) -> String {
    if parts.isEmpty { return "" }
    let lists = NotChecked.Kind.allCases.compactMap { list(of: $0) }.map { $0(language) }
    let line =
      files == 1
      ? LocalizedText(zh: "沒有檢查：\(lists.joined(separator: "；"))。", en: "Not checked: \(lists.joined(separator: "; ")).")
      : LocalizedText(
        zh: "沒有檢查（\(files) 個檔案）：\(lists.joined(separator: "；"))。",
        en: "Not checked in \(files) files: \(lists.joined(separator: "; ")).")
    return line(language) + "\n"
  }

  /// The things of a kind; nil where there is none.
  private func list(of kind: NotChecked.Kind) -> LocalizedText? {
    let parts = self.parts.filter { $0.kind == kind }
    guard !parts.isEmpty else { return nil }
    let count = parts.reduce(0) { $0 + $1.count }
    func things(_ thing: String) -> String { "\(count) \(count == 1 ? thing : thing + "s")" }
    let words =
      switch kind {
      case .rules where files > 1:
        LocalizedText(
          zh: "需要檢核表的規則（\(parts.count) 個檔案）",
          en: "rules that need a checklist (\(parts.count) \(parts.count == 1 ? "file" : "files"))")
      case .rules:
        LocalizedText(
          zh: "需要檢核表的 \(count) 條規則", en: "\(things("rule")) that \(count == 1 ? "needs" : "need") a checklist")
      case .table: LocalizedText(zh: "\(count) 個表格的內容", en: "the content of \(things("table"))")
      case .code: LocalizedText(zh: "\(count) 段程式碼", en: things("block") + " of code")
      case .attachment: LocalizedText(zh: "\(count) 個另附的附件", en: "\(things("attachment")) kept elsewhere")
      }
    guard files == 1, kind != .rules else { return words }
    let names = parts.compactMap(\.name).prefix(Self.mostNames).map { TerminalText.escape($0) }
    let more = parts.count > Self.mostNames
    return words
      + LocalizedText(
        zh: "（\(names.joined(separator: "、"))\(more ? "等" : "")）",
        en: " (\(names.joined(separator: ", "))\(more ? " and others" : ""))")
  }
}
