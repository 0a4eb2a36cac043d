/// A file in an archive, as the directory has it.
package struct ZipEntry: Sendable {
  package let name: String
  /// 0 is stored, 8 deflated (APPNOTE 4.4.5).
  package let method: Int
  /// In bytes, as it stands in the archive.
  package let packedSize: Int
  /// In bytes, once it is unpacked.
  package let size: Int
  /// The CRC-32 of the unpacked bytes.
  package let checksum: UInt32
  /// Whether a password is needed.
  package let isEncrypted: Bool
  /// Where the archive has the header and the bytes of the file.
  package let offset: Int
  /// Where the directory has what it says of the file.
  package let record: Range<Int>
}
