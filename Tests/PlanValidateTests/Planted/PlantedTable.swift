import PlanText

/// What became of the errors of a class.
struct PlantedRow: Sendable {
  var planted = 0
  var asWarning = 0
  var asNote = 0
  var elsewhere = 0
  var codes: [String: Int] = [:]
  var missed: [String] = []

  var found: Int { asWarning + asNote }
  /// The rules, the most frequent first.
  var rules: String {
    codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}

/// The page `docs/planted-errors.md` and its Chinese twin.
struct PlantedTable {
  let rows: [PlantedRow]
  /// The harmless edits, how often each was made, and the findings that it brought.
  let harmless: [(edit: HarmlessEdit, made: Int, findings: [String])]
  let plans: Int

  private var planted: Int { rows.reduce(0) { $0 + $1.planted } }
  private var mean: Int {
    let shares = rows.filter { $0.planted > 0 }.map { 100 * $0.found / $0.planted }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / shares.count
  }

  func page(_ language: Language) -> String {
    func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
    var lines = [
      words("# 植入的錯誤", "# Planted errors"), "",
      words("[English](planted-errors.md)", "[繁體中文](planted-errors.zh-Hant.md)"), "",
      words(
        """
        測試把錯誤一次一個植入 \(plans) 份完整的計畫（`seeds/` 與五份 Layouts），位置與用詞由種子固定的亂數選，字詞表是規則不讀的；再看多了哪些檢查結果。「找到」指在植入的那一行（或以它為另一處）指出。\
        本頁由 `PlantedErrorTests` 產生，不合即測試失敗；`PLANTOOL_RECORD=1 swift test --filter PlantedErrorTests` 重寫，`PLANTOOL_PLANTS=100` 改變個數，結果寫到暫存資料夾的 `planted-errors.txt`。

        這些計畫是開發時就在看的：PT603 的權重擬合時，`seeds/`、Layouts 與範例都在所用的文字之中，其他規則也對照它們修訂過。對沒見過的計畫，所佔比率會較低。
        """,
        """
        A test plants errors, one at a time, into \(plans) whole plans (`seeds/` and five layouts), at places and with words that a seeded generator picks from lists that no rule reads, \
        and looks at the findings that are new. “Found” are those that are reported on the planted line, or name it as their other place. `PlantedErrorTests` makes this page and fails where it is not \
        what it finds; `PLANTOOL_RECORD=1 swift test --filter PlantedErrorTests` writes it again, `PLANTOOL_PLANTS=100` plants another number and writes `planted-errors.txt` in the folder for temporary files.

        The project was developed with these plans: the weights of PT603 were fitted to texts that `seeds/`, the layouts and the examples are among, and the other rules were corrected by them. Of plans that \
        it has never seen it finds a smaller share.
        """), "",
      words(
        "共 \(rows.count) 類、\(planted) 個錯誤，各類找到的比率平均 \(mean)%。",
        "\(planted) errors of \(rows.count) classes; as a mean over the classes \(mean) % are found."), "",
      words("| 植入的錯誤 | 次數 | 找到 | 其中錯誤或警告 | 規則 |", "| planted | times | found | as error or warning | by |"),
      "| --- | --- | --- | --- | --- |",
    ]
    for (error, row) in zip(PlantedError.all, rows) {
      let name = words(PlantedNames.chinese[error.name] ?? error.name, error.name)
      lines.append("| \(name) | \(row.planted) | \(row.found) | \(row.asWarning) | \(row.rules) |")
    }
    lines += [
      "", words("## 無害的更動", "## Harmless edits"), "",
      words(
        "同樣的計畫作不改變意思的更動；每一項新的檢查結果都是誤報。",
        "The same plans with edits that change no meaning; each new finding is a false alarm."),
      "", words("| 更動 | 次數 | 誤報 |", "| edit | times | false alarms |"), "| --- | --- | --- |",
    ]
    for (edit, made, findings) in harmless {
      lines.append("| \(words(edit.chinese, edit.english)) | \(made) | \(findings.count) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
