import PlanModel
import PlanText
import PlanValidate

/// Finds what is in force for a plan: its configuration, and over it the command line.
struct SettingsFinder {
  static let specs: [OptionSpec] = RuleOptions.specs + checklistSpecs

  /// The options for commands that want to know the checklist, and run no rules.
  static let checklistSpecs: [OptionSpec] = [
    ChecklistOption.spec,
    .file(
      "config", zh: "用這個設定檔，不找計畫旁邊的 .plantool.json",
      en: "use this configuration instead of the plan's nearest .plantool.json"),
    .flag("no-config", zh: "不用設定檔", en: "use no configuration"),
  ]

  private let commandLine: CommandLineSettings
  private let checklist: Checklist?
  private let file: String?
  private let isSearching: Bool
  private let asOf: CalendarDate?
  /// What was found for the plans of a folder.
  private var known: [String: Result<PlanSettings, any Error>] = [:]

  /// The files that the command line names for this.
  var files: [String] { [commandLine.checklist, file].compactMap { $0 } }

  init(_ arguments: ParsedArguments) throws {
    file = arguments.value("config")
    let isOff = arguments.has("no-config")
    if file != nil, isOff { throw UsageError.conflictingOptions("--config", "--no-config") }
    isSearching = file == nil && !isOff
    asOf = try DayOption.day(arguments)
    commandLine = CommandLineSettings(
      checklist: arguments.value("checklist"), layer: try RuleOptions.layer(arguments),
      failOn: arguments.value("fail-on"))
    checklist = try ChecklistOption.checklist(commandLine.checklist)
  }

  /// What is in force for a plan, or for the plans of a folder. Standard input belongs to the current folder.
  mutating func settings(for path: String, isFolder: Bool = false) throws -> PlanSettings {
    let folder =
      FilePath.real(path == "-" ? "." : isFolder ? path : FilePath.folder(of: path)) ?? FilePath.real(".") ?? "/"
    if let found = known[folder] { return try found.get() }
    let found = Result { try read(folder) }
    known[folder] = found
    return try found.get()
  }

  /// Plans whose configuration cannot be used, with what is wrong with it.
  typealias Faults = [(file: String, error: any Error)]

  /// What is in force for each of some plans, without those whose configuration cannot be used. If that is one for all
  /// of them, its faults are thrown.
  /// Standard input belongs where the file of its name would.
  mutating func settings(forAll files: [String], inputName: String? = nil) throws -> (
    plans: [(file: String, settings: PlanSettings)], faults: Faults
  ) {
    var plans: [(file: String, settings: PlanSettings)] = []
    var faults: Faults = []
    for file in files {
      do { plans.append((file, try settings(for: file == "-" ? inputName ?? file : file))) } catch {
        faults.append((file, error))
      }
    }
    if plans.isEmpty, let first = faults.first, Set(faults.map { Self.source(of: $0.error) }).count == 1 {
      throw first.error
    }
    return (plans, faults)
  }

  /// Names the plans that were left out. The plans of several folders can have one configuration, which is told of
  /// once.
  static func complain(about faults: Faults, _ session: Session) {
    var told: Set<String> = []
    for fault in faults {
      if told.insert(source(of: fault.error)).inserted { _ = session.complain(about: fault.error) }
      session.complain(
        LocalizedText(
          zh: "沒有檢查「\(fault.file)」：它的設定不能使用。", en: "“\(fault.file)” was not checked: its settings cannot be used."))
    }
  }

  /// What tells one faulty configuration from another.
  private static func source(of error: any Error) -> String { (error as? SettingsTrouble)?.source.name ?? "\(error)" }

  private func read(_ folder: String) throws -> PlanSettings {
    let path = try file ?? (isSearching ? Self.configuration(above: folder) : nil)
    let former = try path.map { try Supervision.begin($0, isPlan: false) }
    defer { if let former { Supervision.end(backTo: former) } }
    let configuration = try path.map { try Configuration(reading: try PlanFiles.read($0)) }
    let named = try checklist == nil ? configuration.flatMap(Self.checklist) : nil
    var validator = Validator(
      checklist: checklist ?? named?.checklist,
      settings: RuleSettings((configuration.map { [$0.layer] } ?? []) + [commandLine.layer]))
    validator.asOf = asOf
    return PlanSettings(
      configuration: configuration, files: [path, named?.file].compactMap { $0 }, commandLine: commandLine,
      validator: validator,
      threshold: commandLine.failOn.flatMap { FailThreshold($0) } ?? configuration?.failOn?.value ?? .error)
  }

  /// The configuration that is in force in a folder: the nearest above it.
  private static func configuration(above folder: String) throws -> String? {
    var folder = folder
    while true {
      let path = FilePath.join(folder, Configuration.fileName)
      if FilePath.isEntry(path) {
        let shown = FilePath.shown(path)
        try PlanFiles.refuseSpecial(shown)
        if let target = FilePath.real(path), !isReadable(target, within: world(of: folder)) {
          throw FileTrouble.configurationLeadsOut(shown)
        }
        return shown
      }
      if folder == "/" || isRepository(folder) { return nil }
      folder = FilePath.folder(of: folder)
    }
  }

  /// A repository is a world of its own.
  private static func isRepository(_ folder: String) -> Bool { FilePath.isEntry(FilePath.join(folder, ".git")) }

  /// The repository that a folder is in; the folder itself if it is in none.
  private static func world(of folder: String) -> String {
    var current = folder
    while !isRepository(current) {
      guard current != "/" else { return folder }
      current = FilePath.folder(of: current)
    }
    return current
  }
}
