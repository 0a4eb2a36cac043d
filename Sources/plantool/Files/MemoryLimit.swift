import PlanSystem

/// How much memory the process may have.
struct MemoryLimit {
  /// The limit, in bytes.
  let bytes: Int
  /// What of it is in use.
  let used: Int

  /// What can still be had.
  var left: Int { max(0, bytes - used) }

  /// The limit that leaves the least, if one is set and the system says what is in use. That of the container is looked
  /// up only where much is needed.
  static func narrowest(for need: Int) -> MemoryLimit? {
    var (spaceLimit, dataLimit): (Int64, Int64) = (-1, -1)
    plan_memory_limits(&spaceLimit, &dataLimit)
    let container = need > 64 << 20 ? containerLimit : -1
    guard max(spaceLimit, dataLimit, container) >= 0 else { return nil }
    var (space, data): (Int64, Int64) = (-1, -1)
    plan_memory_used(&space, &data)
    guard space >= 0 else { return nil }
    return [(spaceLimit, space), (dataLimit, data), (container, data)]
      .filter { $0.0 >= 0 }.map { MemoryLimit(bytes: Int($0.0), used: Int($0.1)) }
      .min { $0.left < $1.left }
  }

  /// The limit of the control group, which is that of the container; -1 for none.
  private static let containerLimit: Int64 = {
    let files = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
    return files.lazy.compactMap { file in
      (try? StandardStreams.readFile(file, isRegular: true, upTo: 4096)).flatMap { content in
        Int64(String(decoding: content.bytes.prefix { $0 > 0x20 }, as: UTF8.self))
      }
    }.first ?? -1
  }()
}
