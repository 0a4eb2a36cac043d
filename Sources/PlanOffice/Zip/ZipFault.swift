/// Why an archive, or a file in it, cannot be read.
package enum ZipFault: Error, Sendable, Hashable {
  /// The bytes have no directory of an archive at their end: they are something else, or the end is missing.
  case noDirectory
  /// The directory, or what it says of a file, contradicts the bytes. The name is empty for the directory itself.
  case damaged(name: String)
  /// The checksum of a file is not that of its bytes.
  case checksum(name: String)
  /// A file is encrypted.
  case encrypted(name: String)
  /// A file is compressed in a way that office programs do not use; the number that stands for it (APPNOTE 4.4.5).
  case method(name: String, Int)
  /// Sizes of more than 32 bits, or an archive of several parts.
  case zip64
  case tooManyFiles(count: Int, limit: Int)
  /// A file says that it is larger than what is read, in bytes.
  case tooLarge(name: String, size: Int, limit: Int)
  /// A name that would lead out of the folder where somebody unpacks it.
  case unsafeName(String)
  /// Two files of one name: readers do not agree which one counts.
  case repeatedName(String)
}
