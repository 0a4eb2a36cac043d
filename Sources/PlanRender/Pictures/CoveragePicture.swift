import PlanText

/// Which checkpoints of a checklist a plan answers: a row for each of its lowest headings, a box for each checkpoint.
struct CoveragePicture: Picture {
  /// What is known of a checkpoint. The raw value is what the legend calls it.
  enum Box: String, Sendable, CaseIterable {
    case stated = "計畫註明"
    case worded = "依文字推定"
    case notRecognised = "未見對應"
    case unknown = "無法判定"
    case notApplicable = "不適用"
  }

  struct Row: Sendable {
    /// The heading above all others, and the heading itself.
    let dimension: String
    let name: String
    let boxes: [Box]

    var met: Int { boxes.count { $0 == .stated || $0 == .worded } }
  }

  let title: String
  let rows: [Row]

  private static let width = 640
  private static let (bandHeight, lineHeight, legendHeight) = (22, 20, 26)
  private static let (nameColumns, boxStart, boxStep, mostInLine) = (38, 250, 20, 16)

  func pieces(upTo height: Int) -> [SVGDrawing] {
    var pieces: [SVGDrawing] = []
    var current = begin()
    var dimension: String?
    for row in rows {
      let lines = max(1, (row.boxes.count + Self.mostInLine - 1) / Self.mostInLine)
      let needed = lines * Self.lineHeight
      if dimension != nil, current.height + Self.bandHeight + needed + Self.legendHeight > height {
        pieces.append(ended(current))
        current = begin()
        dimension = nil
      }
      if row.dimension != dimension {
        dimension = row.dimension
        drawBand(row.dimension, &current)
      }
      draw(row, height: needed, &current)
    }
    return pieces + [ended(current)]
  }

  private func begin() -> SVGDrawing {
    let all = rows.flatMap(\.boxes)
    let counts = Box.allCases.map { box in "\(box.rawValue)\(all.count { $0 == box })" }.joined(separator: "、")
    var drawing = SVGDrawing(
      width: Self.width, height: Self.bandHeight, label: "\(title)：辦理事項\(all.count)項，\(counts)")
    drawing.rectangle(x: 0, y: 0, width: Self.width, height: Self.bandHeight, fill: "#fff")
    drawing.text(title.beginning(width: 80), x: 4, y: 15, isBold: true)
    return drawing
  }

  private func drawBand(_ name: String, _ drawing: inout SVGDrawing) {
    let own = rows.filter { $0.dimension == name }
    let (met, all) = own.reduce((0, 0)) { ($0.0 + $1.met, $0.1 + $1.boxes.count) }
    let top = drawing.height
    drawing.rectangle(x: 0, y: top, width: Self.width, height: Self.bandHeight, fill: "#e8e8e8")
    drawing.text(name.beginning(width: 70), x: 4, y: top + 16, isBold: true)
    drawing.text("\(met)/\(all)", x: Self.width - 4, y: top + 16, anchor: .end, isBold: true)
    drawing.height += Self.bandHeight
  }

  private func draw(_ row: Row, height: Int, _ drawing: inout SVGDrawing) {
    let top = drawing.height
    drawing.rectangle(x: 0, y: top, width: Self.width, height: height, fill: "#fff")
    drawing.group(row.name) { $0.text(row.name.beginning(width: Self.nameColumns), x: 4, y: top + 15) }
    for (number, box) in row.boxes.enumerated() {
      let x = Self.boxStart + number % Self.mostInLine * Self.boxStep
      let y = top + number / Self.mostInLine * Self.lineHeight + 3
      drawing.group("\(row.name) \(number + 1)：\(box.rawValue)") { $0.sign(of: box, x: x, y: y) }
    }
    if !row.boxes.isEmpty {
      drawing.text("\(row.met)/\(row.boxes.count)", x: Self.width - 4, y: top + 15, anchor: .end)
    }
    drawing.height += height
  }

  private func ended(_ drawing: SVGDrawing) -> SVGDrawing {
    var drawing = drawing
    let top = drawing.height
    drawing.rectangle(x: 0, y: top, width: Self.width, height: Self.legendHeight, fill: "#fff")
    var x = 4
    for box in Box.allCases {
      drawing.sign(of: box, x: x, y: top + 6)
      drawing.text(box.rawValue, x: x + 20, y: top + 17, size: SVGDrawing.small)
      x += 40 + DisplayWidth.of(box.rawValue) * 6
    }
    drawing.height += Self.legendHeight
    return drawing
  }
}

extension SVGDrawing {
  /// The sign of a checkpoint: full, ticked, empty, with a question mark, or crossed out.
  fileprivate mutating func sign(of box: CoveragePicture.Box, x: Int, y: Int) {
    rectangle(x: x, y: y, width: 14, height: 14, fill: box == .stated ? "#1b5e20" : "#fff", stroke: Self.ink)
    switch box {
    case .stated: path("M\(x + 3) \(y + 7)l3 4 5-8", stroke: "#fff")
    case .worded: path("M\(x + 3) \(y + 7)l3 4 5-8")
    case .notRecognised: break
    case .unknown: text("?", x: x + 7, y: y + 11, size: Self.small, anchor: .middle)
    case .notApplicable: line((x + 3, y + 7), (x + 11, y + 7))
    }
  }
}
