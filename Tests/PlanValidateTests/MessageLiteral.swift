import Foundation
import PlanTestSupport

/// A text for users as it is written in the sources, without the values that are put into it.
struct MessageLiteral {
  let file: String
  let text: String

  /// Every such text in one language: what stands behind `zh:` or `en:`, and the two texts that `words` takes.
  static func all(_ language: MessageLanguage) throws -> [MessageLiteral] {
    let folder = Package.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var literals: [MessageLiteral] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let source = try String(contentsOf: file, encoding: .utf8)
      literals += language.literals(in: source).map {
        MessageLiteral(file: file.lastPathComponent, text: withoutValues(joiningLines($0)))
      }
    }
    return literals
  }

  /// The text of a literal of several lines whose line breaks may be escaped.
  private static func joiningLines(_ text: String) -> String { text.replacing(/\\\n\s*/, with: "") }

  private static func withoutValues(_ text: String) -> String {
    var plain = ""
    var depth = 0
    var rest = text[...]
    while let character = rest.popFirst() {
      if depth > 0 {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      } else if character == "\\", rest.first == "(" {
        rest.removeFirst()
        depth = 1
      } else if character == "\\" {
        plain += rest.popFirst() == "\"" ? "\"" : " "
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}

/// The language of the texts that are looked for.
enum MessageLanguage {
  case zhHant, en

  /// The texts in a source file, as they are written there.
  func literals(in source: String) -> [String] {
    switch self {
    case .zhHant:
      source.matches(
        of: /(?s)(?:\bzh:|\bwords\()\s*(?:"""\n(.*?)\n\s*"""|"((?:[^"\\\n]|\\.)*)")/
      ).map { String($0.output.1 ?? $0.output.2 ?? "") }
    case .en:
      source.matches(
        of: /(?s)(?:\ben:|\bwords\(\s*"(?:[^"\\\n]|\\.)*",)\s*(?:"""\n(.*?)\n\s*"""|"((?:[^"\\\n]|\\.)*)")/
      ).map { String($0.output.1 ?? $0.output.2 ?? "") }
    }
  }
}
