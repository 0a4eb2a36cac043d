import PlanFormats
import PlanText

/// The comments of a file that are meant for plantool, and the places that they speak of: the lines of a text, the
/// entries of a JSON file.
///
/// An entry is an object in a list, such as a section, a heading or a measure, with the texts that are its own and not
/// those of an entry inside it; what is in no list belongs to the file. A comment that a text has before something is
/// in JSON one of that entry's comments, so that converting keeps what it does.
struct SuppressionPlaces: Sendable {
  /// The comments, in the order in which they count.
  private(set) var comments: [SuppressionComment] = []
  private let source: SourceText
  private let isText: Bool
  /// Where the entry changes, in order.
  private var changes: [(offset: Int, entry: Int)] = [(0, 0)]
  /// The texts of each entry.
  private var texts: [String] = [""]

  init(_ document: PlanDocument) {
    source = document.source
    isText = document.syntax == .text
    guard document.isReadable else { return }
    if isText {
      comments = document.blocks.map(SuppressionScanner.comments) ?? []
    } else if let node = document.json {
      visit(node, entry: 0, start: 0)
      comments = comments.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
        .map(\.element)
    }
  }

  /// The number of the line or entry at an offset.
  func number(at offset: Int) -> Int {
    if isText { return source.line(at: offset) }
    return changes[changes.halvingIndex { $0.offset > offset } - 1].entry
  }

  /// The words of a line or entry, without white space.
  func words(at number: Int) -> String {
    Self.folded(isText ? source.textOfLine(number) : texts[number])
  }

  /// A text without white space.
  static func folded(_ text: String) -> String {
    String(scalars: text.unicodeScalars.filter { !$0.properties.isWhitespace })
  }

  // MARK: JSON

  /// The keys whose texts are comments.
  private static let commentKeys: Set<String> = ["comments", "titleComments", "metadataComments", "innerComments"]

  private mutating func visit(_ node: JSONNode, entry: Int, start: Int) {
    switch node.value {
    case .object(let members):
      for member in members {
        if Self.commentKeys.contains(member.key.string) {
          // What stands behind everything else is in the comments of the file.
          let isLast = entry == 0 && member.key.string == "comments"
          addComments(member.node, entry: entry, position: isLast ? member.node.range.lowerBound : start)
        } else {
          visit(member.node, entry: entry, start: start)
        }
      }
    case .array(let elements):
      for element in elements {
        guard case .object = element.value else {
          visit(element, entry: entry, start: start)
          continue
        }
        let inner = texts.count
        texts.append("")
        changes.append((element.range.lowerBound, inner))
        visit(element, entry: inner, start: element.range.lowerBound)
        changes.append((element.range.upperBound, entry))
      }
    case .string(let text):
      texts[entry] += text.string + "\n"
      for found in text.comments {
        guard var comment = SuppressionComment(found.inside, range: found.range) else { continue }
        comment.target = entry
        comments.append(comment)
      }
    default: break
    }
  }

  private mutating func addComments(_ node: JSONNode, entry: Int, position: Int) {
    switch node.value {
    case .array(let elements): for element in elements { addComments(element, entry: entry, position: position) }
    // With the field that it stands before.
    case .object(let members):
      for member in members where member.key.string == "text" {
        addComments(member.node, entry: entry, position: position)
      }
    case .string(let text):
      guard var comment = SuppressionComment(text, range: text.range) else { return }
      comment.position = position
      comment.target = entry
      comments.append(comment)
    default: break
    }
  }
}
