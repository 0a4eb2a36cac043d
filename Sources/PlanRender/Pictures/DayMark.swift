import PlanText

/// Days of a timeline that are so near each other that they have one mark.
struct DayMark: Sendable {
  /// What is known about something that is due on a day.
  enum State: Int, Sendable, CaseIterable {
    /// Nobody named the day whose state is looked at.
    case unknown
    case done, coming, late

    /// What the legend calls it.
    var name: String {
      switch self {
      case .unknown: "完成期限"
      case .done: "已完成或已提報"
      case .coming: "尚未到期"
      case .late: "逾期"
      }
    }
  }

  /// The first and the last of the days.
  private(set) var days: ClosedRange<CalendarDate>
  /// How many measures are due in each state. A measure that is due on several of the days counts for each.
  private(set) var counts: [Int]

  init(_ day: CalendarDate, _ state: State) {
    days = day...day
    counts = State.allCases.map { $0 == state ? 1 : 0 }
  }

  mutating func add(_ day: CalendarDate, _ state: State) {
    days = min(days.lowerBound, day)...max(days.upperBound, day)
    counts[state.rawValue] += 1
  }

  var count: Int { counts.reduce(0, +) }

  /// The state that somebody has to see first.
  var worst: State { State.allCases.last { counts[$0.rawValue] > 0 } ?? .unknown }

  /// 逾期2、尚未到期3
  var words: String {
    State.allCases.reversed().filter { $0 != .unknown && counts[$0.rawValue] > 0 }
      .map { "\($0.name)\(counts[$0.rawValue])" }.joined(separator: "、")
  }
}

extension SVGDrawing {
  /// The sign of a state: a disc, a ring, and a hatched square, which are told apart without colours.
  mutating func sign(of state: DayMark.State, x: Int, y: Int) {
    switch state {
    case .unknown: circle(x: x, y: y, radius: 5, fill: "#444")
    case .done: circle(x: x, y: y, radius: 5, fill: "#1b5e20", stroke: "#1b5e20")
    case .coming: circle(x: x, y: y, radius: 5, fill: "#fff")
    case .late:
      let (left, top) = (x - 6, y - 6)
      rectangle(x: left, y: top, width: 12, height: 12, fill: "#fff", stroke: "#a00000")
      path(
        "M\(left) \(top + 6)L\(left + 6) \(top)M\(left) \(top + 12)L\(left + 12) \(top)M\(left + 6) \(top + 12)L\(left + 12) \(top + 6)",
        stroke: "#a00000")
    }
  }
}
