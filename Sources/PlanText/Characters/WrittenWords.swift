/// Words as they are written, for finding the same again. Strings that mean the same by Unicode's rules are told apart,
/// and so are compared and hashed at a tenth of the cost.
package struct WrittenWords: Hashable {
  let string: String

  package init(_ string: String) { self.string = string }

  package static func == (a: WrittenWords, b: WrittenWords) -> Bool { a.string.isWritten(b.string) }

  package func hash(into hasher: inout Hasher) {
    let isHashed: Void? = string.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in string.utf8 { hasher.combine(byte) } }
  }
}
