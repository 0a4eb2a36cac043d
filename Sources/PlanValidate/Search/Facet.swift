import Synchronization

/// A part of an index that is large, and is given back when nobody needs it any more.
///
/// Few ask for it and hold it while they need it, so that each may wait for the lock.
struct PassingFacet<Value: Sendable>: ~Copyable {
  private let made = Mutex<Value?>(nil)

  /// The value, which is made if it is not there. Making it may ask for other facets, never in a circle.
  borrowing func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }

  /// Gives it back. Who asks again has it made again.
  borrowing func release() { made.withLock { $0 = nil } }
}

/// A part of an index that is worked out when it is first asked for, by whichever thread needs it first.
///
/// Rules ask for it at every turn, so that one that is there is had without a lock.
///
/// Unchecked, as the compiler does not know that a pointer may be handed to another thread: the value behind this one is
/// whole before the pointer is stored with release, every other thread loads it with acquire, and nobody changes it or
/// takes it away as long as the facet lives.
struct Facet<Value: Sendable>: ~Copyable, @unchecked Sendable {
  /// Where the value is; set once, under the lock.
  private let made = Atomic<UnsafePointer<Value>?>(nil)
  private let lock = Mutex(())

  deinit {
    guard let made = made.load(ordering: .acquiring) else { return }
    UnsafeMutablePointer(mutating: made).deinitialize(count: 1)
    made.deallocate()
  }

  /// The value, which is made if nobody has asked for it before. Making it may ask for other facets, never in a circle.
  borrowing func value(_ make: () -> Value) -> Value {
    made.load(ordering: .acquiring)?.pointee ?? madeNow(make)
  }

  @inline(never)
  private borrowing func madeNow(_ make: () -> Value) -> Value {
    lock.withLock { _ in
      // Another thread may have been first.
      if let known = made.load(ordering: .acquiring) { return known.pointee }
      let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)
      value.initialize(to: make())
      made.store(UnsafePointer(value), ordering: .releasing)
      return value.pointee
    }
  }
}
