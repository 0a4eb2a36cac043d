import PlanText

/// Completion scripts, made from the commands' descriptions.
struct CompletionScript {
  let commands: [CommandSpec]
  let language: Language

  private var names: [String] { commands.map(\.name) }

  /// The words that can stand behind a command; for `help` the commands.
  private func words(_ command: CommandSpec) -> [String] { command.name == "help" ? names : command.operands.words }

  // MARK: bash

  var bash: String {
    """
    # bash completion for plantool
    _plantool() {
      local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"
      COMPREPLY=()
      if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "\(names.joined(separator: " "))" -- "$cur"))
        return
      fi
      case "${COMP_WORDS[1]}" in
    \(commands.map(bashCase).joined(separator: "\n"))
      esac
    }
    complete -o filenames -F _plantool plantool

    """
  }

  private func bashCase(_ command: CommandSpec) -> String {
    let valued = command.allOptions.filter { $0.value != nil }
    let values = valued.map { option -> String in
      let names = (["--\(option.name)"] + (option.letter.map { ["-\($0)"] } ?? [])).joined(separator: "|")
      let choices = option.value?.completions ?? []
      let words = "$(compgen -W \"\(choices.joined(separator: " "))\" -- \"$cur\")"
      let files = "$(compgen -f -- \"$cur\")"
      let reply = choices.isEmpty ? files : words + (option.value?.takesFiles == true ? " " + files : "")
      return "          \(names)) COMPREPLY=(\(reply)); return ;;"
    }
    let files = command.operands.takesFiles ? " $(compgen -f -- \"$cur\")" : ""
    return """
          \(command.name))
            case "$prev" in
      \(values.joined(separator: "\n"))
            esac
            if [[ "$cur" == -* ]]; then
              COMPREPLY=($(compgen -W "\(command.allOptions.map { "--\($0.name)" }.joined(separator: " "))" -- "$cur"))
            else
              COMPREPLY=($(compgen -W "\(words(command).joined(separator: " "))" -- "$cur")\(files))
            fi
            ;;
      """
  }

  // MARK: zsh

  var zsh: String {
    """
    #compdef plantool
    _plantool() {
      if (( CURRENT == 2 )); then
        local -a commands=(
    \(commands.map { "      \(quoted("\($0.name):\($0.summary(language))"))" }.joined(separator: "\n"))
        )
        _describe command commands
        return
      fi
      case "$words[2]" in
    \(commands.map(zshCase).joined(separator: "\n"))
      esac
    }
    _plantool "$@"

    """
  }

  private func zshCase(_ command: CommandSpec) -> String {
    let options = command.allOptions.map { option -> String in
      let text = option.summary(language).map { "[]:".contains($0) ? " " : String($0) }.joined()
      guard let value = option.value else { return quoted("--\(option.name)[\(text)]") }
      let words = "(\(value.completions.joined(separator: " ")))"
      return quoted(
        "--\(option.name)=[\(text)]:\(option.name):"
          + (value.completions.isEmpty
            ? "_files"
            : value.takesFiles ? "{_alternative \"words\\:word\\:\(words)\" \"files\\:file\\:_files\"}" : words))
    }
    let words = words(command)
    var operands: [String] = []
    if !words.isEmpty { operands.append(quoted("1:\(command.name):(\(words.joined(separator: " ")))")) }
    if command.operands.takesFiles { operands.append(quoted("*:file:_files")) }
    return
      "    \(command.name)) shift words; (( CURRENT-- )); _arguments \((options + operands).joined(separator: " ")) ;;"
  }

  // MARK: fish

  var fish: String {
    let nothingYet = "-n __fish_use_subcommand"
    let top = commands.map { "complete -c plantool -f \(nothingYet) -a \($0.name) -d \(quoted($0.summary(language)))" }
    let details = commands.flatMap { command -> [String] in
      let here = "-n \(quoted("__fish_seen_subcommand_from \(command.name)"))"
      let options = command.allOptions.map { option in
        let letter = option.letter.map { " -s \($0)" } ?? ""
        let value =
          option.value.map {
            $0.completions.isEmpty
              ? " -r" : " \($0.takesFiles ? "-r" : "-x") -a \(quoted($0.completions.joined(separator: " ")))"
          } ?? ""
        return "complete -c plantool \(here) -l \(option.name)\(letter)\(value) -d \(quoted(option.summary(language)))"
      }
      let words = words(command)
      let flag = command.operands.takesFiles ? "" : " -f"
      return options
        + (words.isEmpty ? [] : ["complete -c plantool \(here)\(flag) -a \(quoted(words.joined(separator: " ")))"])
    }
    return (["# fish completion for plantool"] + top + details).joined(separator: "\n") + "\n"
  }

  /// A word in single quotes, as all three shells read it.
  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
