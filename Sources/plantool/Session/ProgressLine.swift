import PlanText

/// The line that tells on a terminal how far a long run is. It goes to standard error, and is taken away before
/// anything else is printed.
struct ProgressLine {
  /// The width of the terminal in columns; nil where nothing is shown.
  private let columns: Int?
  private let language: Language
  private let total: Int
  private let start = ContinuousClock.now
  private var shownAt: ContinuousClock.Instant?
  private var isShown = false

  /// When the line is shown first, and how long it stays the same.
  private static let (patience, pause) = (Duration.milliseconds(500), Duration.milliseconds(200))

  /// A line for so many files.
  init(total: Int, _ session: Session) {
    self.total = total
    language = session.language
    columns = total > 1 && session.environment["TERM"] != "dumb" ? StandardStreams.errorColumns : nil
  }

  /// Shows how many files are done and how many findings they have, if it is time for that.
  mutating func show(done: Int, findings: Int) {
    guard let columns, done < total else { return }
    let now = ContinuousClock.now
    guard now - start > Self.patience, shownAt.map({ now - $0 > Self.pause }) ?? true else { return }
    shownAt = now
    isShown = true
    let line = text(done: done, findings: findings, elapsed: now - start)
    StandardStreams.showStatus(DisplayWidth.of(line, upTo: columns - 1) == nil ? "\(done)/\(total)" : line)
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    StandardStreams.showStatus("")
  }

  private func text(done: Int, findings: Int, elapsed: Duration) -> String {
    let left = done > 0 ? Int((elapsed / done * (total - done)).components.seconds) + 1 : nil
    return LocalizedText(
      zh: "已檢查 \(done)/\(total) 個檔案，\(findings) 項檢查結果" + (left.map { "，約剩 \($0) 秒" } ?? ""),
      en: "\(done)/\(total) files, \(findings) findings" + (left.map { ", about \($0) s left" } ?? ""))(language)
  }
}
