import PlanText
import PlanValidate

/// The help of the tool and of each command, made from the commands' own descriptions.
enum HelpText {
  /// The help without a command.
  static func overview(_ commands: [CommandSpec], _ language: Language) -> String {
    let title = LocalizedText(
      zh: "plantool：撰寫、檢查、印出機關的提升服務品質執行計畫。", en: "plantool: write, check and print agencies' service-quality plans.")
    let usage = LocalizedText(zh: "用法：plantool 指令 [選項] …", en: "Usage: plantool COMMAND [OPTIONS] …")
    let list = LocalizedText(zh: "指令：", en: "Commands:")
    let more = LocalizedText(
      zh: "「plantool help 指令」看各指令的說明與例子。", en: "For a command, with examples, run “plantool help COMMAND”.")
    let statuses = LocalizedText(
      zh: "結束代碼：0 沒有問題；1 有檢查結果；2 工作無法完成（檔案、檢核表）；64 指令寫法有誤。",
      en:
        "Exit status: 0 no findings; 1 findings; 2 the work could not be done (files, checklists); 64 wrong command line."
    )
    return """
      \(title(language))

      \(usage(language))

      \(list(language))
      \(table(commands.map { ($0.name, $0.summary(language)) }))

      \(wrapped(more(language)))
      \(wrapped(statuses(language)))

      """
  }

  /// The help of one command.
  static func command(_ spec: CommandSpec, _ language: Language) -> String {
    let usage = LocalizedText(zh: "用法：", en: "Usage: ")
    let optionsWord = LocalizedText(zh: "[選項]", en: "[OPTIONS]")
    let options = LocalizedText(zh: "選項：", en: "Options:")
    let examples = LocalizedText(zh: "例子：", en: "Examples:")
    let operands = spec.operands.usage(language)
    let usageLine =
      "\(usage(language))plantool \(spec.name) \(optionsWord(language))\(operands.isEmpty ? "" : " " + operands)"
    return """
      \(spec.summary(language))

      \(LineWrap.lines(usageLine, width: width, indentation: 4).joined(separator: "\n"))

      \(wrapped(spec.details(language)))

      \(options(language))
      \(table(spec.allOptions.map { (title(of: $0, language), summary(of: $0, language)) }))

      \(examples(language))
      \(spec.examples.map { command($0.line) + "\n" + wrapped("      \($0.meaning(language))") }.joined(separator: "\n"))

      """
  }

  /// A command line to be copied: where it goes on on the next one, the shell is told so.
  private static func command(_ line: String) -> String {
    // An option and its value stay on one line.
    var parts: [String] = []
    for word in line.split(separator: " ") {
      if word.first == "-" || parts.isEmpty {
        parts.append(String(word))
      } else {
        parts[parts.count - 1] += " \(word)"
      }
    }
    var lines = [" "]
    for part in parts {
      let longer = "\(lines[lines.count - 1]) \(part)"
      if DisplayWidth.of(longer) + 2 <= width {
        lines[lines.count - 1] = longer
      } else {
        lines[lines.count - 1] += " \\"
        lines.append("    \(part)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func title(of option: OptionSpec, _ language: Language) -> String {
    let letter = option.letter.map { "-\($0), " } ?? "    "
    return letter + "--\(option.name)" + (option.value.map { " " + $0.title(language) } ?? "")
  }

  private static func summary(of option: OptionSpec, _ language: Language) -> String {
    guard let choices = option.value?.choices, !choices.isEmpty else { return option.summary(language) }
    let list = choices.joined(separator: LocalizedText(zh: "、", en: ", ")(language))
    return option.summary(language) + LocalizedText(zh: "：\(list)", en: ": \(list)")(language)
  }

  /// The columns that help takes: those of any terminal.
  private static let width = 80

  /// A text whose lines fit. Lines go on below where they begin, those of a list of two columns below the second one.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      LineWrap.lines(String(line), width: width, indentation: indentation(of: line))
    }.joined(separator: "\n")
  }

  /// The column at which the words of a line begin, behind the name that a list of two columns has.
  private static func indentation(of line: Substring) -> Int {
    let blanks = line.prefix { $0 == " " }
    let rest = line[blanks.endIndex...]
    guard !blanks.isEmpty, let gap = rest.place(of: "  ") else { return blanks.count }
    let words = rest[gap.lowerBound...].drop { $0 == " " }
    return DisplayWidth.of(String(line[..<words.startIndex]))
  }

  /// The widest first column of a table that leaves room for the second.
  private static let widestTitle = 26

  /// Two columns, the first as wide as its longest entry. What is too wide for it has a line of its own.
  private static func table(_ rows: [(String, String)]) -> String {
    let widths = rows.map { DisplayWidth.of($0.0) }
    let column = min(widths.max() ?? 0, widestTitle)
    return zip(rows, widths).flatMap { row, own -> [String] in
      let start = column + 4
      let isLong = own > column
      let title = "  " + row.0 + String(repeating: " ", count: max(2, column - own + 2))
      let first = isLong ? String(repeating: " ", count: start) : title
      let lines = LineWrap.lines(first + row.1, width: width, indentation: start)
      return (isLong ? ["  " + row.0] : []) + lines
    }.joined(separator: "\n")
  }
}
