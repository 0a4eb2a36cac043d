import PlanFormats

/// How much memory a command needs for a plan at least, so that a run that cannot end well is not begun.
struct MemoryNeed: Sendable {
  /// Bytes of memory for each byte of a plan in text.
  let text: Int
  /// The same for JSON.
  let json: Int
  /// Whether the file itself is to be written anew.
  var isRewriting = false

  // Measured with plans of 1 and 4 MB of rows, of paragraphs and of repeated real plans, by the growth of the address
  // space. Of each the least: what is refused could not have been done. Where that is not enough, the fault itself is
  // reported as one of memory.
  static let checking = MemoryNeed(text: 25, json: 11)
  static let fixing = MemoryNeed(text: 30, json: 20, isRewriting: true)
  static let formatting = MemoryNeed(text: 13, json: 4, isRewriting: true)
  static let converting = MemoryNeed(text: 6, json: 10)
  static let rendering = MemoryNeed(text: 6, json: 3)

  /// Refuses a plan that is known to need more than there is. Sizes are in bytes.
  func check(_ path: String, size: Int, syntax: PlanDocument.Syntax) throws(FileTrouble) {
    let need = bytes(size, syntax)
    guard let limit = MemoryLimit.narrowest(for: need), need > limit.left else { return }
    throw .outOfMemory(path, size: size, need: Self.sum(need, limit.used), limit: limit.bytes)
  }

  /// How many threads are worth while: as many as wanted, or fewer where memory is limited. What is larger than
  /// `sizeLimit` is not read.
  func threads(_ wanted: Int, for files: [String], upTo sizeLimit: Int) -> Int {
    let sizes = files.compactMap { path in
      FileState.of(path).map { bytes(min(Int($0.size), sizeLimit), path.hasSuffix(".json") ? .json : .text) }
    }
    // The C library keeps memory of its own for a thread, and plans of some kinds need three times as much as others.
    let each = Self.sum(Self.product(sizes.max() ?? 0, 3), 136 << 20)
    guard wanted > 1, let limit = MemoryLimit.narrowest(for: each) else { return wanted }
    return max(1, min(wanted, limit.left / each))
  }

  private func bytes(_ size: Int, _ syntax: PlanDocument.Syntax) -> Int {
    Self.product(size, syntax == .json ? json : text)
  }

  // A file system may say of a file that it has 2^62 bytes.

  private static func product(_ a: Int, _ b: Int) -> Int {
    let (product, overflows) = a.multipliedReportingOverflow(by: b)
    return overflows ? .max : product
  }

  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflows) = a.addingReportingOverflow(b)
    return overflows ? .max : sum
  }
}
