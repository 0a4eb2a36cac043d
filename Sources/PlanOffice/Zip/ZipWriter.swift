/// Writes a zip archive (PKWARE's APPNOTE) as office programs want it: sizes before the bytes, no extra fields, no entries for folders.
///
/// All entries are of 1980-01-01, the first day that the format knows: the same files give the same bytes.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  /// The central directory, which is written at the end.
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file. `name` has `/` between folders, and is none that the archive has already. Where compression
  /// saves nothing, or is not wanted, the bytes are stored as they are.
  package mutating func add(_ name: String, _ content: [UInt8], compressed: Bool = true) {
    let deflated = compressed ? Deflate.bytes(of: content) : content
    let isDeflated = deflated.count < content.count
    add(
      name, method: isDeflated ? 8 : 0, checksum: CRC32(of: content).value, size: content.count,
      packed: (isDeflated ? deflated : content)[...])
  }

  /// Adds a file of another archive, packed as it is there. It gets the date of all others.
  package mutating func copy(_ entry: ZipEntry, of archive: ZipReader) throws(ZipFault) {
    add(
      entry.name, method: entry.method, checksum: entry.checksum, size: entry.size,
      packed: archive.bytes[try archive.data(of: entry)])
  }

  private mutating func add(_ name: String, method: Int, checksum: UInt32, size: Int, packed: ArraySlice<UInt8>) {
    let start = bytes.count
    // What the local header and the directory have in common: version 2.0, flags, method, time, date, checksum, sizes.
    var header: [UInt8] = []
    header.append(20, bytes: 2)
    header.append(name.utf8.allSatisfy { $0 < 0x80 } ? 0 : Self.isUTF8, bytes: 2)
    header.append(method, bytes: 2)
    header.append(0, bytes: 2)
    header.append(Self.date, bytes: 2)
    header.append(Int(checksum), bytes: 4)
    header.append(packed.count, bytes: 4)
    header.append(size, bytes: 4)
    header.append(name.utf8.count, bytes: 2)
    header.append(0, bytes: 2)

    bytes.append(0x0403_4B50, bytes: 4)
    bytes += header
    bytes += name.utf8
    bytes += packed

    directory.append(0x0201_4B50, bytes: 4)
    directory.append(20, bytes: 2)
    directory += header
    // No comment, first disk, no attributes.
    directory.append(0, bytes: 2)
    directory.append(0, bytes: 2)
    directory.append(0, bytes: 2)
    directory.append(0, bytes: 4)
    directory.append(start, bytes: 4)
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  package consuming func finished() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append(0x0605_4B50, bytes: 4)
    bytes.append(0, bytes: 4)
    bytes.append(count, bytes: 2)
    bytes.append(count, bytes: 2)
    bytes.append(directory.count, bytes: 4)
    bytes.append(start, bytes: 4)
    bytes.append(0, bytes: 2)
    return bytes
  }

  /// The flag of a name that is UTF-8.
  private static let isUTF8 = 1 << 11
  /// 1980-01-01: the day, the month in the bits above 5, the years since 1980 above 9.
  private static let date = 1 | 1 << 5
}

extension [UInt8] {
  /// Adds a number, the lowest byte first.
  fileprivate mutating func append(_ number: Int, bytes count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
