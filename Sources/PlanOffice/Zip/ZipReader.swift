/// Reads a zip archive by its central directory (APPNOTE.TXT 6.3): sizes and checksums are those of the directory, since
/// the headers in front of the files may lack them.
///
/// The directory is read and checked as a whole before any file is unpacked.
package struct ZipReader: Sendable {
  /// What is read at most.
  package struct Limits: Sendable {
    package var files: Int
    /// Of one file, unpacked, in bytes.
    package var size: Int

    package init(files: Int = 10_000, size: Int = 32 << 20) {
      self.files = files
      self.size = size
    }
  }

  package let bytes: [UInt8]
  /// The files in the order of the directory; folders, whose names end in “/”, are among them.
  package let entries: [ZipEntry]
  /// Where the directory stands, without the record at its end.
  package let directory: Range<Int>
  private let limits: Limits
  private let places: [String: Int]

  /// Reads the directory.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ZipFault) {
    guard let end = Self.endRecord(of: bytes) else { throw .noDirectory }
    let little = LittleEndian(bytes)
    let count = little.short(at: end + 10)
    let size = little.word(at: end + 12)
    let start = little.word(at: end + 16)
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF { throw .zip64 }
    if little.short(at: end + 4) != 0 || little.short(at: end + 8) != count { throw .zip64 }
    if count > limits.files { throw .tooManyFiles(count: count, limit: limits.files) }
    guard start <= end, size <= end - start else { throw .damaged(name: "") }

    var entries: [ZipEntry] = []
    var places: [String: Int] = [:]
    var next = start
    for _ in 0..<count {
      let entry = try Self.entry(at: next, to: start + size, little)
      try Self.check(entry.name)
      guard places.updateValue(entries.count, forKey: entry.name) == nil else { throw .repeatedName(entry.name) }
      entries.append(entry)
      next = entry.record.upperBound
    }
    self.bytes = bytes
    self.entries = entries
    self.places = places
    self.limits = limits
    directory = start..<next
  }

  /// The file of a name.
  package subscript(name: String) -> ZipEntry? { places[name].map { entries[$0] } }

  /// The unpacked bytes of a file; nil where there is none of that name.
  package func contents(of name: String) throws(ZipFault) -> [UInt8]? {
    guard let entry = self[name] else { return nil }
    return try contents(of: entry)
  }

  /// The unpacked bytes of a file. Its size is looked at first, and its checksum in the end.
  package func contents(of entry: ZipEntry) throws(ZipFault) -> [UInt8] {
    let name = entry.name
    if entry.isEncrypted { throw .encrypted(name: name) }
    guard entry.method == 0 || entry.method == 8 else { throw .method(name: name, entry.method) }
    guard entry.size <= limits.size else { throw .tooLarge(name: name, size: entry.size, limit: limits.size) }
    let packed = bytes[try data(of: entry)]
    let contents: [UInt8]
    if entry.method == 0 {
      contents = Array(packed)
    } else {
      do {
        contents = try Inflate.bytes(of: packed, limit: entry.size)
      } catch {
        throw .damaged(name: name)
      }
    }
    guard contents.count == entry.size else { throw .damaged(name: name) }
    guard CRC32(of: contents).value == entry.checksum else { throw .checksum(name: name) }
    return contents
  }

  /// Where the archive has the bytes of a file, as they are packed.
  package func data(of entry: ZipEntry) throws(ZipFault) -> Range<Int> {
    let little = LittleEndian(bytes)
    // The header in front of a file has a name and extra fields of its own, of other lengths than the directory's.
    guard entry.offset <= directory.lowerBound - 30, little.word(at: entry.offset) == 0x0403_4B50 else {
      throw .damaged(name: entry.name)
    }
    let start = entry.offset + 30 + little.short(at: entry.offset + 26) + little.short(at: entry.offset + 28)
    guard start <= directory.lowerBound, entry.packedSize <= directory.lowerBound - start else {
      throw .damaged(name: entry.name)
    }
    return start..<(start + entry.packedSize)
  }

  /// Where the record stands that ends an archive. A comment may follow it.
  private static func endRecord(of bytes: [UInt8]) -> Int? {
    let little = LittleEndian(bytes)
    var place = bytes.count - 22
    let first = max(0, place - 0xFFFF)
    while place >= first {
      if little.word(at: place) == 0x0605_4B50, little.short(at: place + 20) <= bytes.count - place - 22 {
        return place
      }
      place -= 1
    }
    return nil
  }

  private static func entry(at place: Int, to end: Int, _ little: LittleEndian) throws(ZipFault) -> ZipEntry {
    guard place <= end - 46, little.word(at: place) == 0x0201_4B50 else { throw .damaged(name: "") }
    let nameLength = little.short(at: place + 28)
    let length = 46 + nameLength + little.short(at: place + 30) + little.short(at: place + 32)
    guard length <= end - place else { throw .damaged(name: "") }
    let name = String(decoding: little.bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
    let (packedSize, size, offset) = (
      little.word(at: place + 20), little.word(at: place + 24), little.word(at: place + 42)
    )
    if [packedSize, size, offset].contains(0xFFFF_FFFF) { throw .zip64 }
    return ZipEntry(
      name: name, method: little.short(at: place + 10), packedSize: packedSize, size: size,
      checksum: UInt32(truncatingIfNeeded: little.word(at: place + 16)),
      isEncrypted: little.short(at: place + 8) & 1 == 1, offset: offset, record: place..<(place + length))
  }

  /// Nothing is written to a folder here, but an archive with such names was made to harm somebody.
  private static func check(_ name: String) throws(ZipFault) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isDrive = name.utf8.dropFirst().first == UInt8(ascii: ":")
    if name.isEmpty || parts.first == "" || parts.contains("..") || isDrive
      || name.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 })
    {
      throw .unsafeName(name)
    }
  }
}
