#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// Results on their way from the threads that make them to the one that takes them in order.
final class DeliveredResults<Result: Sendable>: Sendable {
  private let waiting = Mutex<(results: [Int: Result], done: Int)>(([:], 0))
  private let stopped = Atomic(false)
  /// Says that a result has come.
  private let bell = Bell()

  /// How many results there were so far.
  var done: Int { waiting.withLock { $0.done } }

  /// Whether nobody wants any more.
  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// Says that nobody wants any more.
  func stop() { stopped.store(true, ordering: .relaxed) }

  func put(_ result: Result, _ number: Int) {
    waiting.withLock {
      $0.results[number] = result
      $0.done += 1
    }
    bell.ring()
  }

  /// The result of a number; nil where it has not come a tenth of a second from now.
  func take(_ number: Int) -> Result? {
    let limit = Bell.time(after: 100_000_000)
    while true {
      let heard = bell.rings
      if let result = waiting.withLock({ $0.results.removeValue(forKey: number) }) { return result }
      if !bell.wait(after: heard, until: limit) { return nil }
    }
  }
}

/// A bell that threads ring and one waits for.
///
/// Unchecked, as the compiler knows nothing of the locks of the system: what is changed is changed under the lock alone.
private final class Bell: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var count = 0

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  /// How often it has rung.
  var rings: Int {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return count
  }

  func ring() {
    pthread_mutex_lock(lock)
    count += 1
    pthread_cond_signal(condition)
    pthread_mutex_unlock(lock)
  }

  /// Waits until it has rung more often than that. Whether it has.
  func wait(after heard: Int, until limit: timespec) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    var limit = limit
    while count == heard {
      if pthread_cond_timedwait(condition, lock, &limit) != 0 { return count != heard }
    }
    return true
  }

  /// The time so many nanoseconds from now, which are less than a second.
  static func time(after nanoseconds: Int) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let sum = Int(time.tv_nsec) + nanoseconds
    time.tv_sec += sum / 1_000_000_000
    time.tv_nsec = sum % 1_000_000_000
    return time
  }
}
