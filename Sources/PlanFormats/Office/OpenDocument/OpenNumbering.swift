/// Counts the items of lists and the headings (ODF 1.3, 5.3 and 5.1.2).
struct OpenNumbering {
  /// A list that is open.
  private struct List {
    let id: String?
    let styleName: String?
    let style: OpenListStyle?
    /// The counters that it counts with.
    let key: String
  }

  private var open: [List] = []
  /// What lists have counted, by their identifiers or the names of their styles.
  private var counters: [String: [Int: Int]] = [:]
  private var lists = 0
  private var lastKeys: [String: String] = [:]
  private var headings: [Int: Int] = [:]
  /// The number that the next paragraph gets.
  private var pending: (label: String, isBullet: Bool)?

  /// Begins a list. One without a style of its own has that of the list around it.
  mutating func beginList(
    style: OpenListStyle?, named name: String?, id: String?, continues: Bool, continuing: String?
  ) {
    if let outer = open.last {
      open.append(
        List(id: id, styleName: name ?? outer.styleName, style: style ?? outer.style, key: outer.key))
      return
    }
    lists += 1
    var key = "list \(lists)"
    if let continuing, let other = lastKeys["id " + continuing] {
      key = other
    } else if continues, let other = lastKeys["style " + (name ?? "")] {
      key = other
    }
    if let id { lastKeys["id " + id] = key }
    lastKeys["style " + (name ?? "")] = key
    open.append(List(id: id, styleName: name, style: style, key: key))
  }

  mutating func endList() {
    open.removeLast()
    pending = nil
  }

  /// Begins an item; a list header has no number. `style` is that of its first paragraph, where the list has none.
  mutating func beginItem(start: Int?, isHeader: Bool, style: OpenListStyle?) {
    pending = nil
    guard let list = open.last, !isHeader else { return }
    let level = open.count
    let used = list.style ?? style
    var counts = counters[list.key] ?? [:]
    let first = used?.levels[level]?.start ?? 1
    counts[level] = start ?? counts[level].map { $0 < .max ? $0 + 1 : $0 } ?? first
    for lower in counts.keys where lower > level { counts[lower] = nil }
    counters[list.key] = counts
    pending = used?.label(level: level, counts: counts)
  }

  /// The number of the paragraph that has just begun: the first of an item has one.
  mutating func takeLabel() -> (label: String, isBullet: Bool)? {
    defer { pending = nil }
    return pending
  }

  /// The number of a heading outside of lists.
  mutating func heading(level: Int, styles: OpenStyles) -> String? {
    headings[level] = headings[level].map { $0 < .max ? $0 + 1 : $0 } ?? styles.outlineStart(level: level)
    for lower in headings.keys where lower > level { headings[lower] = nil }
    return styles.outlineLabel(level: level, counts: headings)
  }
}
