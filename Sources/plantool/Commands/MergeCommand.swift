import PlanFormats
import PlanModel
import PlanRender
import PlanReport
import PlanText

/// `plantool merge`
enum MergeCommand: Command {
  static let spec = CommandSpec(
    name: "merge",
    summary: LocalizedText(
      zh: "把各單位填好的填報表併回計畫，列出改動、衝突與未交的單位",
      en: "take the units' forms back into the plan; show conflicts and missing units"),
    details: LocalizedText(
      zh: """
        填報表是「plantool split」產生、單位填好的檔案，也可以寫資料夾。沒有選項時只列出會怎麼併，不寫檔案；-w 改寫計畫本身，-o 寫到另一個檔案（「-」為標準輸出），--diff 印出差異。\
        各項作法依識別碼、文字與標題比對，移動過、改過的也找得到。單位改過、而計畫與其他單位都沒有改的儲存格併入計畫；計畫或其他單位也改過的是衝突，列出各方的文字，計畫維持原樣。\
        多個單位在同一項作法填寫的辦理情形都會併入。單位刪去的內容、新寫的作法與註解不會併入，但會列出全文，沒有任何文字會遺漏。
        寫出的計畫是統一的寫法（與 fmt 相同）。結束代碼：0 全部併入，1 有衝突或沒有併入之處，2 無法處理。
        """,
      en: """
        Forms are the files that “plantool split” made and the units filled in; folders can be given too. Without an option, nothing is written, and what would be merged is listed; -w rewrites the plan itself, -o writes to another file (“-” is standard output), --diff prints the differences. \
        Rows are matched by their identification, words and headings, also after edits and moves. A cell that a unit has changed goes into the plan if neither the plan nor another unit has changed it; otherwise it is a conflict: all values are shown, and the plan keeps its own. \
        Reports (辦理情形) of several units on one measure are all merged. What a unit has deleted, new measures and comments are not merged but listed in full, so that no text is lost.
        The plan is written in the canonical form, as fmt writes it. Exit status: 0 all merged, 1 conflicts or texts that were not merged, 2 could not be done.
        """),
    operands: OperandSpec(usage: LocalizedText(zh: "計畫檔 填報表 …", en: "PLAN FORM …"), words: [], takesFiles: true),
    options: [
      .flag("write", "w", zh: "改寫計畫本身", en: "rewrite the plan itself"),
      .file("output", "o", zh: "把併好的計畫寫到另一個檔案", en: "write the merged plan to another file"),
      .flag("diff", zh: "不改寫，印出差異（unified diff）", en: "write nothing; print the differences (unified diff)"),
      LimitOptions.fileSizeSpec,
    ],
    examples: [
      CommandExample(
        "plantool merge 107.plan.md 填報", zh: "看「填報」資料夾裡的填報表會怎麼併", en: "see what the forms in 填報 would change"),
      CommandExample("plantool merge -w 107.plan.md 填報", zh: "併入計畫", en: "merge them into the plan"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = arguments.operands
    guard operands.count > 1 else {
      throw UsageError.missingOperand(
        operands.isEmpty
          ? LocalizedText(zh: "計畫檔", en: "a plan file") : LocalizedText(zh: "填報表", en: "a form"))
    }
    let modes = ["write", "output", "diff"].filter { arguments.has($0) || arguments.hasValue($0) }
    if modes.count > 1 { throw UsageError.conflictingOptions("--\(modes[0])", "--\(modes[1])") }
    let path = operands[0]
    if path == "-", operands.contains("-") && operands.dropFirst().contains("-") { throw UsageError.standardInputTwice }
    if path == "-", arguments.has("write") {
      throw UsageError.unusable(
        LocalizedText(zh: "標準輸入「-」不能用 -w 改寫。", en: "Standard input “-” cannot be rewritten with -w."))
    }
    let limit = try LimitOptions.fileSize(arguments)
    let found = try PlanFiles.find(Array(operands.dropFirst()), upTo: limit, includingSheets: true)
    found.complaints.forEach(session.complain)
    try OutputFile.refuse(arguments.output, onto: [path] + found.files)
    try Supervision.begin(path)
    defer { Supervision.end() }
    let content = try PlanFiles.content(of: path, upTo: limit, for: .formatting)
    guard let document = ShareReading.plan(content.source, session) else { return .failure }
    let identity = FileState.of(path)?.identity
    var forms: [(form: ShareForm, source: SourceText)] = []
    var isComplete = found.isComplete
    for file in found.files where identity == nil || FileState.of(file)?.identity != identity {
      do throws(FileTrouble) {
        let read = try ShareReading.form(file, upTo: limit)
        if let form = form(read, of: document, session) {
          forms.append((form, read.source))
        } else {
          isComplete = false
        }
      } catch {
        if let message = error.message { session.complain(message) }
        isComplete = false
      }
    }
    guard !forms.isEmpty else {
      if isComplete {
        session.complain(LocalizedText(zh: "沒有填報表可以併入。", en: "There is no form to merge."))
      }
      return .failure
    }
    tellDoubles(forms.map(\.form), session)
    let merge = ShareMerge(forms, into: document)
    let status = try finish(merge, forms.map(\.source), document, content.state, arguments, session)
    return isComplete ? status : .failure
  }

  /// A form of the plan; nil, and said so, where a file is none.
  private static func form(_ read: PlanDocument, of document: PlanDocument, _ session: Session) -> ShareForm? {
    guard ShareReading.isWhole(read, session) else { return nil }
    let name = read.source.name
    guard let form = ShareForm(read.plan, name: name) else {
      session.complain(
        LocalizedText(
          zh: "「\(name)」不是填報表：沒有「plantool split」寫入的識別碼，因此沒有併入。",
          en: "“\(name)” is not a form: it has none of the marks that “plantool split” writes; it was not merged."))
      return nil
    }
    guard !ShareMerge.isForeign(form, to: document.plan) else {
      session.complain(
        LocalizedText(
          zh: "「\(name)」是另一份計畫的填報表（機關、年度或作法都不相同），因此沒有併入。",
          en:
            "“\(name)” is a form of another plan (of another agency or year, or without any of its measures); it was not merged."
        ))
      return nil
    }
    return form
  }

  /// Says where there are several forms of a unit; each counts.
  private static func tellDoubles(_ forms: [ShareForm], _ session: Session) {
    let named = forms.filter { $0.unit != nil }
    for (index, form) in named.enumerated() {
      guard let other = named[..<index].first(where: { $0.unit == form.unit }) else { continue }
      session.complain(
        LocalizedText(
          zh: "「\(form.unit ?? "")」的填報表不只一份：「\(other.name)」與「\(form.name)」，都會併入。",
          en:
            "There is more than one form of “\(form.unit ?? "")”: “\(other.name)” and “\(form.name)”; both are merged.")
      )
    }
  }

  private static func finish(
    _ merge: ShareMerge, _ sources: [SourceText], _ document: PlanDocument, _ state: FileState?,
    _ arguments: ParsedArguments, _ session: Session
  ) throws -> ExitStatus {
    let language = session.language
    let report = MergeReport(merge, into: document, from: sources, in: language) { source, offset in
      source.namedPlaceText(at: offset, language)
    }
    let text: String
    do {
      text =
        merge.changes.isEmpty
        ? String(decoding: document.source.bytes, as: UTF8.self) : try merge.text(for: document)
    } catch {
      session.tell(report.text())
      session.complain(
        LocalizedText(
          zh: "「\(document.source.name)」併入後無法原樣寫出，因此沒有寫；請檢查上列文字。",
          en:
            "“\(document.source.name)” cannot be written exactly with these texts, so nothing was written; check them.")
      )
      return .failure
    }
    if arguments.has("diff") {
      session.tell(report.text())
      try session.print(
        UnifiedDiff.text(
          from: String(decoding: document.source.bytes, as: UTF8.self), to: text,
          name: TerminalText.escape(document.source.name)))
      return merge.isClean ? .success : .findings
    }
    let isDash = arguments.hasValue("output") && arguments.output == nil
    if isDash {
      session.tell(report.text())
      try session.print(text)
      return merge.isClean ? .success : .findings
    }
    let target = arguments.has("write") ? document.source.name : arguments.output
    if let target, arguments.output != nil || !merge.changes.isEmpty {
      try session.print(text, to: target, replacing: arguments.has("write") ? state : nil)
    }
    try session.print(report.text())
    if target == nil, !merge.changes.isEmpty {
      session.tell(
        LocalizedText(zh: "沒有寫出；要併入計畫請加 -w。\n", en: "Nothing was written; use -w to merge into the plan.\n")(language))
    }
    return merge.isClean ? .success : .findings
  }
}
