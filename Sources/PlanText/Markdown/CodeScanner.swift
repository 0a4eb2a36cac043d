/// The code in Markdown: blocks between fences, lines that are indented by four columns, and spans between
/// backticks. Whoever reads a text for words, numbers or comments passes over it.
public enum CodeScanner {
  /// A stretch that is code.
  public struct Stretch: Sendable {
    /// With its fences or backticks.
    public let range: SourceRange
    /// Whether it is whole lines.
    public let isBlock: Bool
  }

  /// The code of a file or a text, in order: what Markdown takes for code. `countsIndentedProse` is whether lines that are
  /// only indented are code though they have words in Chinese: people indent paragraphs freely, and a program reads as
  /// code what nobody meant as such.
  public static func code(in text: SourceText, countsIndentedProse: Bool = true) -> [Stretch] {
    guard text.bytes.withUnsafeBufferPointer({ mayHoldCode($0) }) else { return [] }
    return BlockTree(text, indentedLines: countsIndentedProse ? .code : .codeWithoutChinese).code
  }

  /// Whether there is anything that code begins with. Most texts have none of it.
  static func mayHoldCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var columns = 0
    var isIndentation = true
    for byte in bytes {
      switch byte {
      case Ascii.backtick, Ascii.tilde: return true
      case Ascii.lineFeed, Ascii.carriageReturn: (columns, isIndentation) = (0, true)
      case Ascii.space where isIndentation: columns += 1
      case Ascii.tab where isIndentation: columns += 4
      default:
        if isIndentation, columns >= 4 { return true }
        isIndentation = false
      }
    }
    return false
  }
}

extension BlockTree {
  /// The code in the text, in order.
  fileprivate var code: [CodeScanner.Stretch] {
    var stretches: [CodeScanner.Stretch] = []
    for block in blocks {
      if block.kind == .code {
        stretches.append(CodeScanner.Stretch(range: block.range, isBlock: true))
      } else {
        for inline in inlines(of: block) where inline.kind == .code {
          stretches.append(CodeScanner.Stretch(range: inline.range, isBlock: false))
        }
      }
    }
    return stretches
  }
}

extension PlanText {
  /// The same text for those who look for words: blanks in the place of the lines of code, `x` in the place of what
  /// stands between backticks. Every byte stands where it stood. Lines that are only indented are words, unless there
  /// is no word of Chinese in them.
  public var withoutCode: PlanText {
    guard string.utf8.withContiguousStorageIfAvailable({ CodeScanner.mayHoldCode($0) }) ?? true else { return self }
    var bytes = Array(string.utf8)
    let stretches = CodeScanner.code(in: SourceText(name: "", bytes: bytes), countsIndentedProse: false)
    if stretches.isEmpty { return self }
    for stretch in stretches {
      for index in stretch.range where bytes[index] != Ascii.lineFeed {
        if stretch.isBlock {
          bytes[index] = Ascii.space
        } else if bytes[index] != Ascii.backtick {
          bytes[index] = UInt8(ascii: "x")
        }
      }
    }
    return part(0..<bytes.count, is: String(decoding: bytes, as: UTF8.self))
  }
}
