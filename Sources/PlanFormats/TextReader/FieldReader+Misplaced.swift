import PlanModel
import PlanText

extension FieldReader {
  // MARK: In the value of another

  /// The fields that stand on the first line of an item behind the value of its own: 機關：某分局 年度：107.
  func embedded(in item: MarkdownItem, allowed: [FieldName]) -> [StrayField] {
    let line = item.firstLine
    // Most fields have one colon.
    guard item.isBullet, item.label == nil, item.checkbox == nil, let colon = colon(in: line.range)?.range,
      hasColon(in: colon.upperBound..<line.end)
    else { return [] }
    let hostName = text(WhiteSpace.trimming(line.start..<colon.lowerBound, of: source))
    let key = NameKey(hostName.string).text
    guard let host = FieldName.named(key, among: allowed), host.isHost else { return [] }
    let starts = names(in: colon.upperBound..<line.end, allowed: allowed.filter { $0 != host })
    return starts.indices.map { index in
      let start = starts[index]
      let end = index + 1 < starts.count ? starts[index + 1].gap.lowerBound : line.end
      let value = WhiteSpace.trimming(start.colon..<max(start.colon, end), of: source)
      // Further lines would belong to the value.
      let isCertain = item.content.count == 1 && !value.isEmpty
      let name = text(start.name)
      let field = Field(
        name: start.field, writtenName: name,
        value: value.isEmpty ? PlanText("", range: start.colon..<start.colon) : text(value),
        range: start.gap.lowerBound..<end)
      let breakText = "\n" + String(repeating: " ", count: item.start.column) + "- "
      let unlisted = UnlistedField(
        name: name.string, suggestion: nil, mark: "", host: hostName.string, strangeColon: nil,
        mend: isInPlace(item) ? Mend(edits: [(range: start.gap, text: breakText)], isCertain: isCertain) : nil)
      return StrayField(field: field, unlisted: unlisted, range: start.name)
    }
  }

  private func hasColon(in range: SourceRange) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      switch source[index] {
      case Ascii.colon: return true
      // Chinese characters, which most of a plan is.
      case 0xE1...0xEE: index += 3
      case 0xEF:
        let (scalar, next) = source.scalar(at: index)
        if scalar == "：" || scalar == "\u{FE55}" { return true }
        index = next
      default: index += 1
      }
    }
    return false
  }

  /// Whether nothing but blanks stands in front of an item, so that another can be put on the next line.
  private func isInPlace(_ item: MarkdownItem) -> Bool {
    let marker = item.start.markerRange.lowerBound
    guard source[source.startOfLine(at: marker)..<marker].allSatisfy({ $0 == Ascii.space }) else { return false }
    let end = item.firstLine.end
    return end >= source.count || source[end] == Ascii.lineFeed
  }

  /// The names of fields, each with its colon, that stand behind white space, ；, ， or 、.
  private func names(in range: SourceRange, allowed: [FieldName])
    -> [(gap: SourceRange, name: SourceRange, colon: Int, field: FieldName)]
  {
    var found: [(gap: SourceRange, name: SourceRange, colon: Int, field: FieldName)] = []
    var gap: SourceRange?
    var hasValue = false
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, next) = source.scalar(at: index)
      if scalar.properties.isWhitespace || Self.separators.contains(scalar) {
        gap = (gap?.lowerBound ?? index)..<next
        index = next
        continue
      }
      if let before = gap, hasValue, let colon = colon(in: index..<range.upperBound), !colon.isStrange {
        let name = WhiteSpace.trimming(index..<colon.range.lowerBound, of: source)
        if let field = FieldName.named(text(name).string, among: allowed), field.isUnmistakable {
          found.append((before, name, colon.range.upperBound, field))
          index = colon.range.upperBound
          (gap, hasValue) = (nil, false)
          continue
        }
      }
      gap = nil
      hasValue = true
      index = next
    }
    return found
  }

  private static let separators: ScalarSet = "；;，,、"

  // MARK: With a number or a box

  /// The fields among the items of a measure that have a number or a box in front: 1. 完成期限：107年4月. In a list of
  /// which none says when or who in a few words, the names are words of a list of its own.
  func numbered(among blocks: BlockList, allowed: [FieldName]) -> [StrayField] {
    let found = blocks.compactMap { $0.kind == .item ? numbered(tree.item($0), allowed: allowed) : nil }
    let isMeant = found.contains { stray in
      stray.field.name.isShort && !stray.field.value.isBlank
        && !stray.field.value.string.unicodeScalars.contains { "。；！？".unicodeScalars.contains($0) }
    }
    return isMeant ? found : []
  }

  private func numbered(_ item: MarkdownItem, allowed: [FieldName]) -> StrayField? {
    guard !item.isBullet || item.label != nil || item.checkbox != nil else { return nil }
    let first = item.firstLine
    guard let (colon, isStrange) = colon(in: first.range), !isStrange else { return nil }
    let name = WhiteSpace.trimming(first.start..<colon.lowerBound, of: source)
    guard !name.isEmpty, let field = FieldName.named(NameKey(text(name).string).text, among: allowed),
      field.isUnmistakable
    else {
      return nil
    }
    let start = item.start.markerRange.lowerBound
    // A digit that is taken away is no matter of the layout.
    let mark = text(WhiteSpace.trimming(start..<name.lowerBound, of: source))
    let isBox = item.label == nil && item.checkbox == false
    let unlisted = UnlistedField(
      name: text(name).string, suggestion: nil, mark: mark.string, isItem: true, strangeColon: nil,
      mend: isBox ? Mend(edits: [(range: start..<name.lowerBound, text: "- ")], isCertain: true) : nil)
    return StrayField(
      field: Field(
        name: field, writtenName: text(name), value: value(of: item, after: colon.upperBound, allowed: allowed),
        range: item.range),
      unlisted: unlisted, range: start..<name.upperBound)
  }
}
