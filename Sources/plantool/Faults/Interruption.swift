import PlanSystem

/// Ctrl-C in the middle of work on many files: what is done is to be printed.
enum Interruption {
  /// Has the first interrupt noted; the second ends the process.
  static func prepare() { plan_interruption_prepare() }

  /// Whether somebody has asked to stop.
  static var isAsked: Bool { plan_interruption_is_asked() != 0 }

  /// Ends the process as an interrupt does, so that whoever waits for it sees that (130 in a shell).
  static func end() { plan_interruption_end() }
}
