import PlanFormats
import PlanModel
import PlanText
import PlanValidate

/// `plantool checklist`
enum ChecklistCommand: Command {
  static let spec = CommandSpec(
    name: "checklist",
    summary: LocalizedText(zh: "列出、顯示、比較檢核表，或由計畫產生", en: "list, show or compare checklists, or derive one from a plan"),
    details: LocalizedText(
      zh: """
        「list」列出內建的檢核表；「show 代號」印出內容，存成檔案後可修改成自己的檢核表，再以 --checklist 使用。
        「diff 舊 新」說明兩份檢核表之間改名、併入、刪除與新增了什麼；兩者可以是代號，也可以是自訂檢核表的檔案。
        「derive 計畫檔」由計畫的作法表產生檢核表：各層次的名稱、載明的配分與欄位名稱。存成檔案後以 --checklist 使用，下一年度的計畫也可據以產生。對檢核表檔用「derive」，則在沒有關鍵詞的辦理事項之下列出由文字取得的關鍵詞，供修改。
        """,
      en: """
        “list” lists the built-in checklists; “show ID” prints one; save it, change it, and use it with --checklist as your own.
        “diff OLD NEW” shows what was renamed, merged, dropped and added between two checklists; each is an identifier or a file of your own.
        “derive PLAN” makes a checklist from a plan's tables of measures: the names of its levels, the points they state, and its columns. Save it to use it with --checklist, also to make next year's plan. Given a checklist file, “derive” adds key words taken from the text to each box that has none, for you to edit.
        """
    ),
    operands: OperandSpec(
      usage: LocalizedText(
        zh: "list | show 代號 | diff 舊 新 | derive 計畫檔或檢核表檔", en: "list | show ID | diff OLD NEW | derive PLAN|CHECKLIST"),
      words: ["list", "show", "diff", "derive"],
      takesFiles: true),
    options: [.file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file")],
    examples: [
      CommandExample("plantool checklist list", zh: "有哪些檢核表", en: "list the checklists"),
      CommandExample(
        "plantool checklist show police-107", zh: "看 107 年警察機關檢核表", en: "show the police checklist of 107"),
      CommandExample(
        "plantool checklist diff police-107 district-109", zh: "兩個年度的檢核表差在哪裡",
        en: "show what changed between two years' checklists"
      ),
      CommandExample(
        "plantool checklist derive -o own.checklist.md 112.plan.md", zh: "由計畫產生自己的檢核表",
        en: "make your own checklist from a plan"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = arguments.operands
    guard let action = operands.first else {
      throw UsageError.unusable(
        LocalizedText(
          zh: "請指定要做什麼：「plantool checklist list」列出檢核表，「show 代號」印出內容，「diff 舊 新」比較兩份，「derive 計畫檔」由計畫產生。",
          en: """
            Say what to do: “plantool checklist list” lists the checklists, “show ID” prints one, “diff OLD NEW” compares two, and “derive PLAN” makes one from a plan.
            """))
    }
    switch action {
    case "list":
      if operands.count > 1 { throw UsageError.unexpectedOperand(operands[1]) }
      try session.print(list(session.language), to: arguments.output)
    case "show":
      guard operands.count > 1 else {
        throw UsageError.missingOperand(LocalizedText(zh: "檢核表代號", en: "the identifier of a checklist"))
      }
      if operands.count > 2 { throw UsageError.unexpectedOperand(operands[2]) }
      try session.print(try text(of: operands[1]), to: arguments.output)
    case "diff":
      guard operands.count > 2 else {
        throw UsageError.missingOperand(LocalizedText(zh: "兩份檢核表（代號或檔案）", en: "two checklists (identifiers or files)"))
      }
      if operands.count > 3 { throw UsageError.unexpectedOperand(operands[3]) }
      try OutputFile.refuse(arguments.output, onto: Array(operands[1...]))
      let (old, new) = (try ChecklistOption.named(operands[1]), try ChecklistOption.named(operands[2]))
      try session.print(
        ChecklistDifferenceText(ChecklistComparison(old, new)).text(session.language), to: arguments.output)
    case "derive":
      guard operands.count > 1 else { throw UsageError.missingOperand(LocalizedText(zh: "計畫檔", en: "a plan file")) }
      if operands.count > 2 { throw UsageError.unexpectedOperand(operands[2]) }
      return try derive(operands[1], arguments, session)
    default:
      throw UsageError.unknownOperand(
        action, choices: spec.operands.words, suggestion: NearMiss.best(for: action, among: spec.operands.words))
    }
    return .success
  }

  private static func list(_ language: Language) -> String {
    ChecklistCatalog.builtIn.checklists.map { checklist in
      let counts = checklist.outlines.map { outline in Self.counts(outline, of: checklist)(language) }
      let open = LocalizedText(zh: "（", en: " (")(language)
      let between = LocalizedText(zh: "；", en: "; ")(language)
      let close = LocalizedText(zh: "）", en: ")")(language)
      return "\(checklist.identifier)  \(checklist.title)\(open)\(counts.joined(separator: between))\(close)\n"
    }.joined()
  }

  /// How much an outline holds. Levels and checkpoints that it does not have are not counted.
  private static func counts(_ outline: Checklist.Outline, of checklist: Checklist) -> LocalizedText {
    let entries = checklist.entries[outline.entries]
    func count(_ level: ChecklistLevel) -> Int { entries.filter { $0.node.level == level }.count }
    let boxes = entries.reduce(0) { $0 + $1.node.checkpoints.count }
    let parts: [(Int, String, String)] = [
      (count(.dimension), "構面", "dimensions"), (count(.item), "項目", "items"), (count(.focus), "重點", "focuses"),
      (boxes, "辦理事項", "checkpoints"),
    ].filter { $0.0 > 0 }
    let table = checklist.outlines.count > 1 ? outline.layout?.kind.title : nil
    return LocalizedText(
      zh: (table.map { $0 + "：" } ?? "") + parts.map { "\($0.0) \($0.1)" }.joined(separator: "、"),
      en: (table.map { $0 + ": " } ?? "") + parts.map { "\($0.0) \($0.2)" }.joined(separator: ", "))
  }

  private static func text(of identifier: String) throws -> String {
    for source in ChecklistCatalog.builtInSources where Checklist.read(source).checklist?.identifier == identifier {
      return String(decoding: source.bytes, as: UTF8.self)
    }
    let known = ChecklistCatalog.builtIn.identifiers
    throw UsageError.unknownOperand(
      identifier, choices: known, suggestion: ChecklistCatalog.meant(by: identifier, among: known))
  }
}
