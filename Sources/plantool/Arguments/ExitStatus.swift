/// The exit statuses, the same for every command.
enum ExitStatus: Int32, Sendable {
  /// Nothing at or above `--fail-on`.
  case success = 0
  /// Findings.
  case findings = 1
  /// The work could not be done.
  case failure = 2
  /// The command line is wrong (EX_USAGE of sysexits.h).
  case usage = 64
}
