import PlanText

/// The report as a page: one file that needs no other and no network. Without its script it is the same page, which
/// can then be neither sorted nor filtered.
struct PortfolioPage {
  let report: PortfolioReport

  private var language: Language { report.options.language }
  private func words(_ zh: String, _ en: String) -> String { report.options.words(zh, en) }

  var text: String {
    let title = words("各機關計畫總覽", "Overview of plans")
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src '\(PortfolioScript.hash)'">
      <title>\(title)</title>
      <style>
      \(Self.sheet)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p>\(MarkupText.escape(report.summary))</p>
      <nav>
      <ul>
      \(contents)</ul>
      </nav>
      <form class="filter" data-sort="\(words("排序：", "Sort by"))" hidden>
      <label>\(words("篩選", "Filter")) <input type="search" id="filter" autocomplete="off"></label>
      <output for="filter"></output>
      <span>\(words("欄名旁的箭頭可以排序。", "The arrows beside the names of columns sort by them."))</span>
      </form>
      </header>
      <main>
      \(report.tables.enumerated().map(section).joined())</main>
      <script>\(PortfolioScript.text)</script>
      </body>
      </html>

      """
  }

  private var contents: String {
    report.tables.enumerated().map { number, table in
      "<li><a href=\"#t\(number)\">\(MarkupText.escape(table.title))</a> (\(table.rows.count))</li>\n"
    }.joined()
  }

  private func section(_ number: Int, _ table: PortfolioTable) -> String {
    let heads = table.columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(MarkupText.escape(column.title))</th>"
    }
    var rows = ""
    for row in table.rows {
      rows += "<tr>"
      for (cell, column) in zip(row, table.columns) { write(cell, isNumber: column.isNumber, to: &rows) }
      rows += "</tr>\n"
    }
    return """
      <section aria-labelledby="t\(number)">
      <h2 id="t\(number)">\(MarkupText.escape(table.title))</h2>
      <p>\(MarkupText.escape(table.remark))</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="t\(number)">
      <table>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      </section>

      """
  }

  private func write(_ cell: PortfolioTable.Cell, isNumber: Bool, to rows: inout String) {
    let number = cell.number.map { " data-n=\"\($0)\"" } ?? ""
    rows += "<td\(isNumber ? " class=\"n\"" : "")\(number)>"
    if cell.details.isEmpty {
      rows += MarkupText.escape(cell.text)
    } else {
      rows += "<details><summary>\(MarkupText.escape(cell.text))</summary><ul>"
      for line in cell.details { rows += "<li>\(MarkupText.escape(line))</li>" }
      rows += "</ul></details>"
    }
    rows += "</td>"
  }

  private static let sheet = """
    :root{--line:#8886}
    body{background:#fff;color:#111;margin:0 auto;max-width:90rem;padding:1rem;font-family:"Noto Sans TC","Microsoft JhengHei","PingFang TC",sans-serif;line-height:1.5}
    nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;padding:0;list-style:none}
    .filter{position:sticky;top:0;background:#fff;padding:.5rem 0;border-bottom:1px solid var(--line)}
    .filter[hidden]{display:none}.filter input{font:inherit;width:20rem;max-width:60vw}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{border:1px solid var(--line);padding:.2rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
    th{background:#eee}td.n{white-space:nowrap}td:not(.n){min-width:8rem}th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}
    th button{font:inherit;border:0;background:none;padding:0 .2rem;cursor:pointer;color:inherit}th button:focus-visible{outline:2px solid;outline-offset:2px}
    th button::after{content:"\\2195";opacity:.5}th[aria-sort=ascending] button::after{content:"\\2191";opacity:1}th[aria-sort=descending] button::after{content:"\\2193";opacity:1}
    details ul{margin:.2rem 0;padding-left:1.2rem;text-align:left;white-space:normal;min-width:24rem}
    @page{size:A4 landscape;margin:12mm}
    @media print{body{max-width:none;padding:0}nav,.filter,th button{display:none}.scroll{overflow:visible}table{font-size:70%}th,td{padding:.1rem .3rem}td.n{white-space:normal}td:not(.n){overflow-wrap:anywhere;min-width:4rem}thead{display:table-header-group}tr{break-inside:avoid}}
    """
}
