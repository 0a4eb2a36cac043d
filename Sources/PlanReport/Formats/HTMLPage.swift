import PlanText
import PlanValidate

/// What stands around the findings on a page of them: the counts, what filters it, and the rules.
struct HTMLPage {
  let language: Language

  /// The anchor of a file: a sum (FNV-1a) of its name, which may hold anything.
  static func anchor(_ name: String) -> String {
    "f" + String(name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }

  /// The page for some files, whose parts are sections of it. `closing` says how many findings there are.
  func text(of parts: [ReportPart], closing: String) -> String {
    let rules = parts.countedRules
    let title = words("計畫檢查結果", "Checked plans")
    let tables = rules.isEmpty ? "" : filter(rules) + files(parts) + ruleTable(rules)
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(Self.sheet)
      \(rules.map { Self.style(forOnly: $0.description.code) }.joined(separator: "\n"))
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p>\(MarkupText.escape(closing))</p>
      \(tables)</header>
      <main>
      \(parts.map(\.text).joined())</main>
      \(explanations(rules))</body>
      </html>

      """
  }

  // MARK: The head

  /// Boxes for severities and a list of rules. Style alone hides what is not chosen.
  private func filter(_ rules: [CountedRule]) -> String {
    let boxes = Severity.allCases.reversed().map { severity in
      let name = severity.rawValue
      return "<label><input type=\"checkbox\" id=\"show-\(name)\" checked> \(severity.title(language))</label>\n"
    }
    let options = rules.map { rule in
      "<option value=\"\(rule.description.code)\">\(name(of: rule.description)) (\(rule.times))</option>\n"
    }
    return """
      <form class="filter">
      \(boxes.joined())<label>\(words("規則", "Rule")) <select>
      <option value="">\(words("全部", "all"))</option>
      \(options.joined())</select></label>
      </form>

      """
  }

  private func files(_ parts: [ReportPart]) -> String {
    let rows = parts.worstFirst.map { part in
      let name = MarkupText.escape(part.name)
      let link = part.text.isEmpty ? name : "<a href=\"#\(Self.anchor(part.name))\">\(name)</a>"
      let numbers =
        Severity.allCases.reversed().map { part.counts[$0] } + [part.counts.open.toBeFilledIn]
      return "<tr><td>\(MarkupText.escape(part.agency ?? ""))</td><td>\(link)</td>"
        + numbers.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    let titles =
      [words("機關", "Agency"), words("檔案", "File")] + Severity.allCases.reversed().map { $0.title(language) }
      + [words("待填", "Unfilled")]
    return table(titles, rows)
  }

  private func ruleTable(_ rules: [CountedRule]) -> String {
    let rows = rules.map { rule in
      "<tr><td><a href=\"#\(rule.description.code)\">\(name(of: rule.description))</a></td><td>\(rule.times)</td>"
        + "<td>\(rule.files)</td></tr>\n"
    }
    return table([words("規則", "Rule"), words("次數", "Times"), words("檔案數", "Files")], rows)
  }

  private func table(_ titles: [String], _ rows: [String]) -> String {
    let heading = titles.map { "<th scope=\"col\">\(MarkupText.escape($0))</th>" }.joined()
    return "<table>\n<thead><tr>\(heading)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  // MARK: The rules

  private func explanations(_ rules: [CountedRule]) -> String {
    if rules.isEmpty { return "" }
    let sections = rules.map { rule in
      "<h3 id=\"\(rule.description.code)\">\(name(of: rule.description))</h3>\n"
        + "<p>\(MarkupText.escape(rule.description.explanation(language)))</p>\n"
    }
    return "<footer>\n<h2>\(words("規則說明", "The rules"))</h2>\n\(sections.joined())</footer>\n"
  }

  private func name(of rule: RuleDescription) -> String { MarkupText.escape("\(rule.code) \(rule.summary(language))") }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }

  // MARK: Style

  /// Shows the findings of one rule where it is chosen, and no file without any.
  private static func style(forOnly code: String) -> String {
    "body:has(option[value=\(code)]:checked) :is(li.error,li.warning,li.note):not(.\(code)){display:none}"
      + "body:has(option[value=\(code)]:checked) .file:not(:has(.\(code))){display:none}"
  }

  private static let sheet = """
    :root{color-scheme:light dark;--line:#8886;--error:#c62828;--warning:#a86200;--note:#1769aa}
    body{margin:0 auto;max-width:70rem;padding:1rem;font-family:"Noto Sans TC","Microsoft JhengHei","PingFang TC",sans-serif;line-height:1.5}
    h2{border-bottom:1px solid var(--line);overflow-wrap:anywhere}h2 small{font-weight:normal}
    table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid var(--line);padding:.2rem .6rem;text-align:left;overflow-wrap:anywhere}
    .filter{position:sticky;top:0;background:Canvas;padding:.5rem 0;border-bottom:1px solid var(--line)}
    .filter label{margin-right:1rem}select{max-width:30rem}
    ol{list-style:none;padding:0}li.error,li.warning,li.note{border-left:.3rem solid;padding-left:.8rem;margin:1rem 0}
    li.error{border-color:var(--error)}li.warning{border-color:var(--warning)}li.note{border-color:var(--note)}
    li p{margin:.2rem 0}.place{font-family:monospace}.severity{font-weight:bold}.see,.fix{font-size:.9em}
    pre{margin:.3rem 0;padding:.4rem;background:#8882;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}pre b{font-weight:normal;opacity:.6}
    mark{background:#ffd54f;color:#000}
    body:has(#show-error:not(:checked)) li.error,body:has(#show-warning:not(:checked)) li.warning,body:has(#show-note:not(:checked)) li.note{display:none}
    @media print{.filter{display:none}li{break-inside:avoid}}
    """
}
