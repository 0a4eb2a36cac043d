import PlanText

/// 巡檢工作日誌: what those on duty look at during a day, item by item and slot by slot.
public struct InspectionLog: Sendable {
  /// 時間: the day, or the blank for it.
  public var date: PlanText?
  /// 一、【環境】 …
  public var groups: [InspectionGroup]

  public init(date: PlanText? = nil, groups: [InspectionGroup] = []) {
    self.date = date
    self.groups = groups
  }
}

/// Items under one heading of an inspection log, or a free field if there is none.
public struct InspectionGroup: Sendable {
  /// The heading as written: 一、【環境】. Only the first group can be without.
  public var heading: PlanText?
  /// 08:30至10:30 …: the columns of its table.
  public var slots: [TimeSlot]
  /// 巡檢項目
  public var items: [InspectionItem]
  /// What was entered under the heading, as Markdown.
  public var text: PlanText?
  /// Comments before the heading.
  public var comments: [PlanText]

  public init(
    heading: PlanText?, slots: [TimeSlot] = [], items: [InspectionItem] = [], text: PlanText? = nil,
    comments: [PlanText] = []
  ) {
    self.heading = heading
    self.slots = slots
    self.items = items
    self.text = text
    self.comments = comments
  }
}

/// 巡檢項目: one thing to look at.
public struct InspectionItem: Sendable {
  /// (一), where it is numbered.
  public var label: Label?
  /// Where the label stands.
  public var labelRange: SourceRange
  /// What is looked at.
  public var text: PlanText
  /// What was found, one cell for each slot of the group.
  public var cells: [InspectionCell]

  public init(label: Label? = nil, labelRange: SourceRange = 0..<0, text: PlanText, cells: [InspectionCell] = []) {
    self.label = label
    self.labelRange = labelRange
    self.text = text
    self.cells = cells
  }

  /// An item whose words may begin with its number.
  package init(words: PlanText, cells: [InspectionCell]) {
    guard let found = Label.read(at: words.string) else {
      self.init(text: words, cells: cells)
      return
    }
    self.init(
      label: found.label, labelRange: words.sourceRange(of: 0..<found.label.writtenLength),
      text: words.part(found.length..<words.string.utf8.count).trimmed, cells: cells)
  }

  /// The words with their number in front, so that it is read as one.
  public var words: String {
    guard let label else { return text.string }
    let dense = label.text + text.string
    // Behind 1. another digit would make it a decimal.
    return Label.read(at: dense)?.label == label ? dense : label.text + " " + text.string
  }
}

/// A cell of an inspection log: boxes, words, or nothing.
public struct InspectionCell: Sendable {
  /// All that stands in the cell, boxes included: `□ 是`.
  public var text: PlanText

  public init(_ text: PlanText) { self.text = text }

  /// A box and the words behind it.
  public struct Box: Sendable, Hashable {
    /// The words up to the next box.
    public let words: String
    /// Whether it is ticked.
    public let isTicked: Bool
  }

  /// □, ☑ and [ ], [x], in order.
  public var boxes: [Box] {
    var boxes: [Box] = []
    var open: (isTicked: Bool, words: String.UnicodeScalarView)?
    func close() {
      if let open { boxes.append(Box(words: String(open.words).trimmingWhiteSpace(), isTicked: open.isTicked)) }
    }
    var rest = text.string.unicodeScalars[...]
    while let scalar = rest.first {
      if let mark = Self.mark(at: rest) {
        close()
        open = (mark.isTicked, String.UnicodeScalarView())
        rest = rest.dropFirst(mark.length)
      } else {
        open?.words.append(scalar)
        rest = rest.dropFirst()
      }
    }
    close()
    return boxes
  }

  private static func mark(at text: Substring.UnicodeScalarView) -> (isTicked: Bool, length: Int)? {
    switch text.first {
    case "□", "☐", "▢": return (false, 1)
    case "■", "☑", "☒": return (true, 1)
    case "[":
      switch String(text.prefix(3)) {
      case "[ ]": return (false, 3)
      case "[x]", "[X]": return (true, 3)
      default: return nil
      }
    default: return nil
    }
  }
}
