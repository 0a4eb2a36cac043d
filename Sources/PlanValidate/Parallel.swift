#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// Work on many files, or by many rules, by several threads.
package enum Parallel {
  /// The results of some work for each number below a count, in their order, whichever was done first.
  ///
  /// The threads are made here rather than taken from a pool: a plan may be nested as deep as the limits allow, for which the stacks of pools are too small.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let threads = min(threads, count)
    guard threads > 1 else { return (0..<count).map(work) }
    let job = Job(count: count, work)
    // This thread works too; where the system gives no more of them, it does everything.
    let helpers = (1..<threads).compactMap { _ in Helper { job.run() } }
    job.run()
    for helper in helpers { helper.join() }
    return job.results
  }

  /// Numbers given out one by one, and what came of each.
  private final class Job<Result: Sendable>: Sendable {
    private let work: @Sendable (Int) -> Result
    private let state: Mutex<(next: Int, results: [Result?])>

    init(count: Int, _ work: @escaping @Sendable (Int) -> Result) {
      self.work = work
      state = Mutex((0, Array(repeating: nil, count: count)))
    }

    /// Takes numbers until none is left.
    func run() {
      while let number = take() {
        let result = work(number)
        state.withLock { $0.results[number] = result }
      }
    }

    var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }

    private func take() -> Int? {
      state.withLock { state in
        guard state.next < state.results.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }
  }

  /// A thread with a stack as large as that of the first one.
  private struct Helper {
    private let thread: pthread_t

    /// Starts a thread; nil where the system has none to give.
    init?(_ body: @escaping @Sendable () -> Void) {
      var attributes = pthread_attr_t()
      guard pthread_attr_init(&attributes) == 0 else { return nil }
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, 8 << 20)
      let box = Unmanaged.passRetained(Box(body))
      #if canImport(Darwin)
        var started: pthread_t?
        let status = pthread_create(&started, &attributes, { run($0) }, box.toOpaque())
      #else
        var started = pthread_t()
        let status = pthread_create(&started, &attributes, { $0.flatMap(run) }, box.toOpaque())
      #endif
      guard status == 0 else {
        box.release()
        return nil
      }
      #if canImport(Darwin)
        guard let started else { return nil }
      #endif
      thread = started
    }

    func join() { pthread_join(thread, nil) }
  }

  /// What a thread is to do, as an object that a C function can be handed.
  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Does what a thread was started for, and gives up the reference that was kept for it.
  private static func run(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body()
    return nil
  }
}
