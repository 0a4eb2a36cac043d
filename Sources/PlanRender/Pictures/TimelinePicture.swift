import PlanText

/// What is due when, a row for each heading, on an axis of months.
struct TimelinePicture: Picture {
  /// A heading with measures.
  struct Row: Sendable {
    /// The heading above all others, the one right above, and the heading itself.
    let dimension: String
    let above: String
    var name: String
    /// The marks, by their columns.
    var marks: [Int: DayMark] = [:]
    /// The measures for which no day is known.
    var undated = 0
  }

  let title: String
  let rows: [Row]
  let scale: TimeScale
  /// The day whose state is shown.
  let asOf: CalendarDate?

  /// Across on A4 there are 1,032 pixels between margins of 12 mm.
  static let width = 1032
  /// Where the axis begins, and its length. The names stand before it, what has no day behind it.
  static let axis = (start: 282, width: 670)
  private static let nameColumns = 42
  private static let (headHeight, legendHeight, bandHeight, laneHeight) = (40, 26, 22, 13)

  /// A mark with its label, in a lane above the line of its row.
  private struct Label {
    let x: Int
    let words: String
    let mark: DayMark
    var lane = 0

    /// About what the characters take.
    var halfWidth: Int { DisplayWidth.of(words) * 6 / 2 + 2 }
  }

  private func labels(of row: Row) -> [Label] {
    var ends: [Int] = []
    return row.marks.sorted { $0.key < $1.key }.map { _, mark in
      let count = mark.count > 1 ? "（\(mark.count)）" : ""
      var label = Label(x: scale.x(of: mark.days.lowerBound), words: scale.words(of: mark.days) + count, mark: mark)
      let left = label.x - label.halfWidth
      label.lane = ends.firstIndex { $0 < left } ?? ends.count
      if label.lane == ends.count { ends.append(0) }
      ends[label.lane] = label.x + label.halfWidth
      return label
    }
  }

  func pieces(upTo height: Int) -> [SVGDrawing] {
    var pieces: [SVGDrawing] = []
    var current = begin()
    var dimension = ""
    var isEmpty = true
    for row in rows {
      let labels = labels(of: row)
      let needed = 24 + Self.laneHeight * max(1, (labels.map(\.lane).max() ?? 0) + 1)
      if !isEmpty, current.height + Self.bandHeight + needed + Self.legendHeight > height {
        pieces.append(ended(current))
        current = begin()
        (dimension, isEmpty) = ("", true)
      }
      if row.dimension != dimension || isEmpty {
        dimension = row.dimension
        drawBand(dimension, &current)
      }
      draw(row, labels, height: needed, &current)
      isEmpty = false
    }
    return pieces + [ended(current)]
  }

  private func begin() -> SVGDrawing {
    let late = rows.reduce(0) { $0 + $1.marks.values.reduce(0) { $0 + $1.counts[DayMark.State.late.rawValue] } }
    let state = asOf.map { "，\($0.roc)的狀態：逾期\(late)項次" } ?? ""
    var drawing = SVGDrawing(
      width: Self.width, height: Self.headHeight, label: "\(title)：\(rows.count)個標題下的完成期限\(state)")
    drawing.rectangle(x: 0, y: 0, width: Self.width, height: Self.headHeight, fill: "#fff")
    drawing.text(title, x: 4, y: Self.headHeight - 8, isBold: true)
    for line in scale.lines {
      drawing.text(line.words, x: scale.x(of: line.day) + 2, y: Self.headHeight - 8, size: SVGDrawing.small)
    }
    drawing.text("無日期", x: Self.width - 2, y: Self.headHeight - 8, size: SVGDrawing.small, anchor: .end)
    if let today {
      drawing.text("\(today.day.roc)", x: today.x, y: 12, size: SVGDrawing.small, anchor: .middle, isBold: true)
      drawing.path("M\(today.x - 4) 16h8l-4 6z", fill: SVGDrawing.ink)
    }
    return drawing
  }

  private var today: (day: CalendarDate, x: Int)? {
    asOf.flatMap { scale.period.contains($0) ? ($0, scale.x(of: $0)) : nil }
  }

  private func ended(_ drawing: SVGDrawing) -> SVGDrawing {
    var drawing = drawing
    let y = drawing.height + Self.legendHeight - 9
    drawing.rectangle(x: 0, y: drawing.height, width: Self.width, height: Self.legendHeight, fill: "#fff")
    let states = asOf == nil ? [DayMark.State.unknown] : [.done, .coming, .late]
    var x = 10
    for state in states {
      drawing.sign(of: state, x: x, y: y - 4)
      drawing.text(state.name, x: x + 12, y: y, size: SVGDrawing.small)
      x += 40 + DisplayWidth.of(state.name) * 6
    }
    drawing.text("（）內是作法項次；相近的日期合為一個記號。", x: x, y: y, size: SVGDrawing.small)
    drawing.height += Self.legendHeight
    return drawing
  }

  private func drawBand(_ name: String, _ drawing: inout SVGDrawing) {
    let top = drawing.height
    drawing.rectangle(x: 0, y: top, width: Self.width, height: Self.bandHeight, fill: "#e8e8e8")
    drawing.text(name.beginning(width: 120), x: 4, y: top + 16, isBold: true)
    drawing.height += Self.bandHeight
  }

  private func draw(_ row: Row, _ labels: [Label], height: Int, _ drawing: inout SVGDrawing) {
    let (top, axis) = (drawing.height, Self.axis)
    let (middle, bottom) = (top + height - 12, top + height)
    drawing.rectangle(x: 0, y: top, width: Self.width, height: height, fill: "#fff")
    for line in scale.lines {
      drawing.line((scale.x(of: line.day), top), (scale.x(of: line.day), bottom), stroke: "#ccc")
    }
    drawing.line((0, bottom), (Self.width, bottom), stroke: "#ccc")
    drawing.group(row.name) {
      $0.text(row.name.beginning(width: Self.nameColumns), x: 4, y: middle + 4)
    }
    drawing.line((axis.start, middle), (axis.start + axis.width, middle), stroke: "#666", isDashed: row.undated > 0)
    if let today { drawing.line((today.x, top), (today.x, bottom), width: "1.5", isDashed: true) }
    for label in labels {
      let y = middle - 11 - label.lane * Self.laneHeight
      drawing.group("\(row.name)：\(label.words) \(label.mark.words)") {
        if label.lane > 0 { $0.line((label.x, middle), (label.x, y + 2), stroke: "#999") }
        $0.sign(of: label.mark.worst, x: label.x, y: middle)
        $0.text(label.words, x: label.x, y: y, size: SVGDrawing.small, anchor: .middle)
      }
    }
    if row.undated > 0 { drawing.text("\(row.undated)", x: Self.width - 2, y: middle + 4, anchor: .end) }
    drawing.height += height
  }
}
