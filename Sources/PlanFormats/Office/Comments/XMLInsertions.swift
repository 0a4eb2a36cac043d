import PlanOffice
import PlanText

/// XML that is put into other XML.
struct XMLInsertions {
  private var all: [(offset: Int, fragment: [UInt8])] = []

  /// Puts a fragment before the byte at an offset, behind those that were put there before.
  mutating func insert(_ fragment: XMLWriter, at offset: Int) { all.append((offset, fragment.written)) }

  /// The file with everything in it. Offsets outside are moved to its ends.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + all.reduce(0) { $0 + $1.fragment.count })
    var done = 0
    // Sorting by offset and then by order keeps what was put at the same place in its order.
    let order = all.indices.sorted { (all[$0].offset, $0) < (all[$1].offset, $1) }
    for index in order {
      let offset = min(max(all[index].offset, done), bytes.count)
      result += bytes[done..<offset]
      result += all[index].fragment
      done = offset
    }
    return result + bytes[done...]
  }

  /// A file with a fragment at the end of its root element.
  static func appending(_ fragment: XMLWriter, to bytes: [UInt8], _ namespaces: XMLNamespaces) throws(XMLFault)
    -> [UInt8]
  {
    var reader = try XMLReader(bytes, namespaces: namespaces)
    var root = 0..<0
    while let event = try reader.next() {
      if case .start = event, reader.depth == 1 { root = reader.range }
      if case .end = event, reader.depth == 0 {
        if reader.range.isEmpty { return try opened(bytes, root, fragment) }
        var insertions = XMLInsertions()
        insertions.insert(fragment, at: reader.range.lowerBound)
        return insertions.applied(to: bytes)
      }
    }
    throw .truncated
  }

  /// `<a/>` as `<a>…</a>`.
  private static func opened(_ bytes: [UInt8], _ root: Range<Int>, _ fragment: XMLWriter) throws(XMLFault) -> [UInt8] {
    let tag = bytes[root].dropLast(2)
    let name = tag.dropFirst().prefix { $0 > Ascii.space }
    return bytes[..<root.lowerBound] + tag + [UInt8(ascii: ">")] + fragment.written + Array("</".utf8) + name
      + [UInt8(ascii: ">")] + bytes[root.upperBound...]
  }
}
