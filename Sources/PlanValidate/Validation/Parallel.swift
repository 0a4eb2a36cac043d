#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanModel
import PlanText
import PlanSystem
import Synchronization

/// Work on many files, or by many rules, by several threads.
package enum Parallel {
  /// The results of some work for each number below a count, in their order, whichever was done first.
  ///
  /// The threads are made here rather than taken from a pool: a plan may be nested as deep as the limits allow, for
  /// which the stacks of pools are too small.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let threads = min(threads, count)
    guard threads > 1 else { return (0..<count).map(work) }
    let next = Counter()
    let parts = (0..<threads).map { _ in Part<Result>() }
    let run: @Sendable (Part<Result>) -> Void = { part in
      while let number = next.take(below: count) { part.results.append((number, work(number))) }
    }
    // This thread works too; where the system gives no more of them, it does everything.
    let helpers = parts.dropFirst().compactMap { part in Helper { run(part) } }
    run(parts[0])
    for helper in helpers { helper.join() }
    return parts.flatMap(\.results).sorted { $0.number < $1.number }.map(\.result)
  }

  /// Does some work for each number below a count and hands each result over on this thread, in their order, as soon as
  /// it is there. `wait` is called every now and then while nothing comes; both say whether to go on.
  ///
  /// This thread does no work of its own, so that nothing waits for it; where the system gives no other, it does all.
  package static func deliver<Result: Sendable>(
    _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result, wait: (_ done: Int) -> Bool,
    to deliver: (Int, Result) throws -> Bool
  ) throws {
    let results = DeliveredResults<Result>()
    let next = Counter()
    let helpers =
      threads > 1 && count > 1
      ? (0..<min(threads, count)).compactMap { _ in
        Helper {
          while !results.isStopped, let number = next.take(below: count) { results.put(work(number), number) }
        }
      } : []
    defer {
      results.stop()
      for helper in helpers { helper.join() }
    }
    for number in 0..<count {
      var result = helpers.isEmpty ? work(number) : results.take(number)
      while result == nil {
        guard wait(results.done) else { return }
        result = results.take(number)
      }
      guard let result, try deliver(number, result) else { return }
    }
  }

  /// Gives out numbers, each once.
  private final class Counter: Sendable {
    private let next = Atomic(0)

    func take(below count: Int) -> Int? {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return number < count ? number : nil
    }
  }

  /// What one thread has done.
  ///
  /// Unchecked, as the compiler cannot see that it is never shared: only its thread adds to it, and only when that
  /// thread has been joined, which orders all that it wrote before, are the results read.
  private final class Part<Result: Sendable>: @unchecked Sendable {
    var results: [(number: Int, result: Result)] = []
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

  /// What a thread is to do, as an object that a C function can be handed, and the file that it does it for.
  private final class Box: Sendable {
    let body: @Sendable () -> Void
    let file = plan_faults_file()
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Does what a thread was started for, and gives up the reference that was kept for it.
  private static func run(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let box = Unmanaged<Box>.fromOpaque(box).takeRetainedValue()
    plan_faults_thread_begin(box.file)
    defer { plan_faults_thread_end() }
    box.body()
    return nil
  }
}
