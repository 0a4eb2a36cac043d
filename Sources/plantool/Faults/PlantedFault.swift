import PlanText

#if DEBUG
  import PlanModel

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  /// Faults that tests plant, since there are no others to be had: PLANTOOL_PLANT=KIND:NAME breaks at every file whose
  /// path ends in NAME.
  enum PlantedFault {
    private enum Kind: String {
      case trap, overflow, abort, memory
      /// A trap that comes while another thread has printed something and not counted it yet.
      case late
      /// An interrupt, as by Ctrl-C.
      case interrupt
      /// Waits while there is a temporary file, until there is one named NAME.go.
      case wait
    }

    private static let planted: (kind: Kind, name: String)? = {
      guard let value = getenv("PLANTOOL_PLANT") else { return nil }
      let parts = String(cString: value).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
      return (kind, String(parts[1]))
    }()

    /// Breaks at a file, if a test has asked for it.
    static func act(on file: String) {
      guard let planted, file.hasSuffix(planted.name) else { return }
      switch planted.kind {
      case .trap, .late: precondition(file.isEmpty)
      case .overflow: _ = depth(of: file.utf8.count)
      case .abort: abort()
      case .memory: fillMemory()
      case .interrupt: kill(getpid(), SIGINT)
      case .wait: break
      }
    }

    /// Waits while there is a temporary file beside a file, if a test has asked for it.
    static func waitIfPlanted(at file: String) {
      guard let planted, planted.kind == .wait, file.hasSuffix(planted.name) else { return }
      for _ in 0..<3000 where access(file + ".go", F_OK) != 0 { usleep(10_000) }
    }

    /// Leaves time for a fault between what is printed and its count, if a test has asked for it.
    static func waitAfterPrinting() {
      if planted?.kind == .late { usleep(50_000) }
    }

    private static func depth(of number: Int) -> Int { number < 0 ? 0 : depth(of: number &+ 1) &+ number }

    private static func fillMemory() {
      var blocks: [[UInt8]] = []
      while true { blocks.append([UInt8](repeating: 1, count: 16 << 20)) }
    }
  }
#endif
