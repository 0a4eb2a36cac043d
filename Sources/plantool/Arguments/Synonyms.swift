import PlanText

/// What people type who know other programs, and what it is called here.
enum Synonyms {
  private static let commands = [
    "check": "validate", "lint": "validate", "test": "validate", "verify": "validate", "檢查": "validate",
    "format": "fmt", "new": "init", "create": "init", "print": "render", "export": "render", "列印": "render",
    "印出": "render", "匯入": "import", "新增": "init", "填報": "split", "併入": "merge", "合併": "merge",
  ]

  private static let options = [
    "--no-color": "--color never", "--no-colour": "--color never", "--colour": "--color", "-q": "--summary",
    "--quiet": "--summary", "--silent": "--summary", "-v": "--all", "--verbose": "--all", "--json": "--format json",
    "-f": "--format", "--output-format": "--format", "--output-file": "--output", "--out": "--output",
    "-j": "--jobs", "--language": "--lang",
  ]

  /// The command that somebody means who types another word.
  static func command(for word: String) -> String? { commands[word.lowercased()] }

  /// What to write instead of an option of another program; nil where the command has nothing like it.
  static func option(for word: String, of spec: CommandSpec) -> String? {
    guard let meant = options[word], let name = meant.split(separator: " ").first?.dropFirst(2) else { return nil }
    return spec.allOptions.contains { $0.name == name } ? meant : nil
  }
}
