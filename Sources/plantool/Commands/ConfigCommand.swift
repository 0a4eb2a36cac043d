import PlanText
import PlanValidate

/// `plantool config`
enum ConfigCommand: Command {
  static let spec = CommandSpec(
    name: "config",
    summary: LocalizedText(
      zh: "顯示檢查時生效的設定與其來源", en: "show the settings in effect when plans are checked, and where they come from"),
    details: LocalizedText(
      zh: """
        設定檔 .plantool.json 可放在計畫旁邊或上層資料夾，最近的一個優先，找到儲存庫的最上層為止；鍵有 checklist、select、ignore、severity、failOn。
        「show」顯示路徑（預設為目前的資料夾）適用哪個設定檔，以及加上命令列選項後生效的值。
        """,
      en: """
        Put .plantool.json in the folder of a plan or in a folder above; the nearest one counts, up to the top of the repository. Its keys are checklist, select, ignore, severity and failOn.
        “show” prints which one applies to a path (default: the current folder), and the settings in effect together with the command-line options.
        """),
    operands: OperandSpec(
      usage: LocalizedText(zh: "show [路徑]", en: "show [PATH]"), words: ["show"], takesFiles: true),
    options: SettingsFinder.specs,
    examples: [
      CommandExample("plantool config show", zh: "這個資料夾適用的設定", en: "show the settings in effect in this folder"),
      CommandExample(
        "plantool config show --ignore PT6 plans/107.plan.md", zh: "檢查這份計畫而不檢查用字時的設定",
        en: "show the settings for a plan without the rules about wording"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = arguments.operands
    guard let action = operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "「show」", en: "“show”"))
    }
    guard action == "show" else {
      throw UsageError.unknownOperand(
        action, choices: spec.operands.words, suggestion: NearMiss.best(for: action, among: spec.operands.words))
    }
    if operands.count > 2 { throw UsageError.unexpectedOperand(operands[2]) }
    let path = operands.count > 1 ? operands[1] : "."
    var finder = try SettingsFinder(arguments)
    let isFolder = try PlanFiles.isFolder(path)
    let settings = try finder.settings(for: path, isFolder: isFolder)
    try session.print(text(settings, session.language))
    return .success
  }

  /// A setting: its key, its value, and where it comes from.
  private typealias Row = (key: String, value: LocalizedText, origin: LocalizedText)

  private static func text(_ settings: PlanSettings, _ language: Language) -> String {
    let rows = rows(settings)
    let widths = (
      rows.map { DisplayWidth.of($0.key) }.max() ?? 0, rows.map { DisplayWidth.of($0.value(language)) }.max() ?? 0
    )
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }
    let file =
      settings.configuration.map { LocalizedText(zh: "設定檔：\($0.source.name)", en: "Configuration: \($0.source.name)") }
      ?? LocalizedText(zh: "沒有設定檔。", en: "There is no configuration.")
    let rules = RuleRegistry.all.map { $0.description }
    let on = rules.count { settings.validator.settings.isOn($0) }
    let closing = LocalizedText(zh: "\(rules.count) 條規則中執行 \(on) 條。", en: "\(on) of \(rules.count) rules run.")
    return file(language) + "\n"
      + rows.map { row in
        "  \(padded(row.key, widths.0))  \(padded(row.value(language), widths.1))  \(row.origin(language))\n"
      }.joined() + closing(language) + "\n"
  }

  private static func rows(_ settings: PlanSettings) -> [Row] {
    let byDefault = LocalizedText(zh: "預設", en: "default")
    let commandLine = LocalizedText(zh: "命令列", en: "command line")
    let configuration = settings.configuration
    func place(_ range: SourceRange) -> LocalizedText {
      guard let source = configuration?.source else { return byDefault }
      let position = source.position(at: range.lowerBound)
      let text = "\(source.name):\(position.line):\(position.column)"
      return LocalizedText(zh: text, en: text)
    }
    func plain(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
    func list(_ selectors: [RuleSelector]) -> LocalizedText {
      let codes = selectors.map(\.code)
      return codes.isEmpty
        ? LocalizedText(zh: "（空）", en: "(empty)")
        : LocalizedText(zh: codes.joined(separator: "、"), en: codes.joined(separator: ", "))
    }
    var rows: [Row] = []
    let line = settings.commandLine
    if let name = line.checklist {
      rows.append(("checklist", plain(name), commandLine))
    } else if let name = configuration?.checklist {
      rows.append(("checklist", plain(name.value), place(name.range)))
    } else {
      rows.append(("checklist", LocalizedText(zh: "計畫寫的那一份", en: "the one that the plan names"), byDefault))
    }
    if let select = line.layer.select {
      rows.append(("select", list(select), commandLine))
    } else {
      if let select = configuration?.select {
        rows.append(("select", list(select.value), place(select.range)))
      } else {
        rows.append(("select", LocalizedText(zh: "所有規則", en: "all rules"), byDefault))
      }
      if let ignore = configuration?.ignore { rows.append(("ignore", list(ignore.value), place(ignore.range))) }
    }
    if !line.layer.ignore.isEmpty { rows.append(("ignore", list(line.layer.ignore), commandLine)) }
    func row(_ level: (selector: RuleSelector, level: RuleLevel), _ origin: LocalizedText) -> Row {
      ("severity", plain("\(level.selector.code)=\(level.level.name)"), origin)
    }
    let overridden = Set(line.layer.levels.map(\.selector))
    rows += (configuration?.levels ?? []).filter { !overridden.contains($0.value.selector) }
      .map { row($0.value, place($0.range)) }
    rows += line.layer.levels.map { row($0, commandLine) }
    if let word = line.failOn {
      rows.append(("failOn", plain(word), commandLine))
    } else {
      let word = plain(settings.threshold.word)
      rows.append(("failOn", word, configuration?.failOn.map { place($0.range) } ?? byDefault))
    }
    return rows
  }
}
