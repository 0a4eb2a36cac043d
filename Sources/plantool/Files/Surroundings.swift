#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanSystem

/// What the system says of itself and of how the program was begun. Foundation says it too, for seven more megabytes.
enum Surroundings {
  /// The variables of the environment that are set, of those asked for.
  static func variables(_ names: [String]) -> [String: String] {
    names.reduce(into: [:]) { found, name in
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
  }

  /// How many processors the process may use.
  static var processors: Int { max(1, Int(plan_processors())) }
}
