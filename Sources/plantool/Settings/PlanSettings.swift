import PlanValidate

/// Everything that is in force for a plan.
struct PlanSettings {
  /// The configuration, if there is one.
  let configuration: Configuration?
  /// The files that were read for this: the configuration and the checklist that it names.
  let files: [String]
  /// What the command line says.
  let commandLine: CommandLineSettings
  /// Runs the rules as the settings say.
  let validator: Validator
  /// From when on the exit status is 1.
  let threshold: FailThreshold
}

/// What the command line says.
struct CommandLineSettings {
  let checklist: String?
  let layer: RuleSettings.Layer
  let failOn: String?
}
