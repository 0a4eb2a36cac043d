import PlanModel
import PlanText

/// Reads the outline of a checklist: dimensions, items and focuses with boxes (`- [ ]`) and guidance (`>`).
///
/// The official checklists that plantool brings and the copy in a plan's attachment differ only in the level at which
/// they start.
struct ChecklistReader {
  private let tree: BlockTree
  /// The heading level of a dimension: 2 in a checklist file, 3 in a plan.
  let dimensionLevel: Int
  /// Whether 別名, 原名 and 欄位 may stand under a heading.
  let allowsFields: Bool
  /// The deepest heading: all that Markdown has in a file of its own, and three levels in a plan, as JSON has them.
  private var deepestLevel: Int { allowsFields ? 6 : dimensionLevel + 2 }
  private(set) var problems = ProblemList()

  private let fieldReader: FieldReader
  private var stack: [ChecklistNode] = []
  private var levels: [Int] = []
  private var comments: [PlanText] = []

  init(_ tree: BlockTree, dimensionLevel: Int, allowsFields: Bool) {
    self.tree = tree
    self.dimensionLevel = dimensionLevel
    self.allowsFields = allowsFields
    fieldReader = FieldReader(tree: tree)
  }

  private var source: [UInt8] { tree.bytes }

  /// Reads the blocks under the title or the section heading. The comments that are left over belong to whatever
  /// follows.
  mutating func read(_ blocks: [Block]) -> (nodes: [ChecklistNode], comments: [PlanText]) {
    stack = [ChecklistNode(level: .dimension, heading: "")]
    levels = [dimensionLevel - 1]
    for block in blocks {
      switch block.kind {
      case .heading: open(tree.heading(block))
      case .comment: comments.append(tree.comment(block))
      case .quote where stack.count > 1:
        let node = stack[stack.count - 1]
        stack[stack.count - 1].guidance += paragraphs(tree.lines(of: block)).map {
          Guidance($0, after: node.checkpoints.count)
        }
      case .item where stack.count > 1: read(tree.item(block))
      default: problems.add(.misplaced(.amongCheckpoints), at: block.range)
      }
    }
    while stack.count > 1 { close() }
    return (stack[0].nodes, comments)
  }

  private mutating func open(_ heading: MarkdownHeading) {
    while stack.count > 1, levels[levels.count - 1] >= heading.level { close() }
    let expected = levels[levels.count - 1] + 1
    if heading.level > deepestLevel {
      problems.add(.headingTooDeep(level: heading.level, deepest: deepestLevel), at: heading.range)
    } else if heading.level > expected {
      problems.add(.headingLevelSkipped(level: heading.level, expected: expected), at: heading.range)
    }
    stack.append(ChecklistNode(level: .focus, heading: tree.text(of: heading), comments: comments))
    levels.append(heading.level)
    comments = []
  }

  private mutating func close() {
    var node = stack.removeLast()
    levels.removeLast()
    node.guidance = node.guidance.map { Guidance($0.text, after: $0.after == node.checkpoints.count ? nil : $0.after) }
    node.level = MeasureTableReader.level(depth: stack.count, hasGroups: !node.nodes.isEmpty)
    stack[stack.count - 1].nodes.append(node)
  }

  private mutating func read(_ item: MarkdownItem) {
    if let ticked = item.checkbox {
      append(checkpoint(item, isTicked: ticked))
      return
    }
    if allowsFields {
      let reading = fieldReader.read(item, allowed: FieldName.ofChecklistNode)
      if reading.meant != nil {
        // A field ends before a line that is meant as another one.
        for stray in fieldReader.strays(in: item, allowed: FieldName.ofChecklistNode, column: item.start.column) {
          problems.add(.fieldNotListed(stray.unlisted), at: stray.range)
        }
      }
      switch reading {
      case .field(let field) where field.name == .alias: stack[stack.count - 1].aliases.append(field.value)
      case .field(let field) where field.name == .formerName:
        stack[stack.count - 1].formerNames.append(field.value)
      case .field(let field) where field.name == .excludedWords:
        stack[stack.count - 1].excludedWords.append(field.value.string)
      case .field(let field):
        stack[stack.count - 1].columns = ColumnList.read(field.value, problems: &problems).map(\.column)
      case .problem(let problem, let range, _): problems.add(problem, at: range)
      case .text: readGroup(item)
      }
      return
    }
    readGroup(item)
  }

  /// A sub-heading with boxes nested under it.
  private mutating func readGroup(_ item: MarkdownItem) {
    let blocks = Array(tree.inside(item))
    guard let title = blocks.first, title.kind == .paragraph else {
      problems.add(.misplaced(.amongCheckpoints), at: item.range)
      return
    }
    let group = MarkdownText.join(item.withWordsAsText.content.prefix(title.lines.count), source: source)
    for block in blocks.dropFirst() {
      if block.kind == .comment {
        comments.append(tree.comment(block))
        continue
      }
      guard block.kind == .item, case let inner = tree.item(block), let ticked = inner.checkbox else {
        problems.add(.misplaced(.amongCheckpoints), at: block.range)
        continue
      }
      append(checkpoint(inner, isTicked: ticked, group: group))
    }
    if blocks.count == 1 { problems.add(.misplaced(.amongCheckpoints), at: item.range) }
  }

  private mutating func append(_ checkpoint: CheckPoint) {
    var checkpoint = checkpoint
    checkpoint.comments = comments
    comments = []
    stack[stack.count - 1].checkpoints.append(checkpoint)
  }

  /// A box. In a file of its own the words by which answers are known stand under it.
  private mutating func checkpoint(_ item: MarkdownItem, isTicked: Bool, group: PlanText? = nil) -> CheckPoint {
    guard allowsFields else {
      return CheckPoint(group: group, text: MarkdownText.join(item.content, source: source), isTicked: isTicked)
    }
    var words = AnswerWords()
    var taken: [SourceRange] = []
    for block in tree.inside(item) where block.kind == .item {
      let reading = fieldReader.read(tree.item(block), allowed: FieldName.ofCheckpoint)
      if case .text = reading { continue }
      if case .problem(let problem, let range, _) = reading { problems.add(problem, at: range) }
      taken.append(block.range)
      guard let field = reading.meant else { continue }
      let value = field.value.string
      switch field.name {
      case .keyWords: words.keyWords.append(value)
      case .examples: words.examples += (words.examples.isEmpty ? "" : "、") + value
      case .excludedWords: words.excluded += (words.excluded.isEmpty ? "" : "、") + value
      default: words.isGeneral = true
      }
    }
    let text = MarkdownText.of(item, without: taken, code: [], source: source)
    return CheckPoint(group: group, text: text, isTicked: isTicked, answerWords: words)
  }

  /// The paragraphs of a quotation.
  private func paragraphs(_ lines: ArraySlice<MarkdownLine>) -> [PlanText] {
    let groups = lines.split { source.isBlank($0.range) }
    return groups.map { MarkdownText.join($0, source: source) }
  }
}

/// Lines of Markdown as one text.
enum MarkdownText {
  /// The lines with LF between them.
  static func join(_ lines: some RandomAccessCollection<MarkdownLine>, source: [UInt8]) -> PlanText {
    var builder = PlanTextBuilder(source)
    var isFirst = true
    for line in lines {
      if !isFirst { builder.append(CollectionOfOne(Ascii.lineFeed), for: line.start..<line.start) }
      isFirst = false
      if !line.isEmpty { builder.append(line.range) }
    }
    return builder.buildTrimmingBlanks()
  }

  /// The lines of an item that are not fields, with at most one blank line between two others outside of code.
  static func of(_ item: MarkdownItem, without taken: [SourceRange], code: [SourceRange], source: [UInt8]) -> PlanText {
    var builder = PlanTextBuilder(source)
    var pendingBreaks: [Int] = []
    // Both are in the order of the file.
    var rest = taken[...]
    var code = code[...]
    for line in item.content {
      while let next = rest.first, next.upperBound < line.start { rest.removeFirst() }
      if let next = rest.first, line.end >= next.lowerBound, !line.isEmpty { continue }
      while let next = code.first, next.upperBound < line.start { code.removeFirst() }
      if code.first.map({ $0.lowerBound <= line.start }) ?? false || !source.isBlank(line.range) {
        if !builder.isEmpty {
          for place in pendingBreaks.prefix(2) { builder.appendLineBreak(at: place) }
        }
        pendingBreaks.removeAll(keepingCapacity: true)
        builder.append(line.range)
      }
      pendingBreaks.append(line.end)
    }
    let text = builder.buildTrimmingBlanks()
    guard text.string.isEmpty else { return text }
    let start = item.firstLine.start
    return PlanText("", range: start..<start)
  }
}
