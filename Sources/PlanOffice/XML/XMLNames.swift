/// The names in a file by what they mean: prefixes resolved, each name kept once.
struct XMLNames {
  private let known: XMLNamespaces
  /// The declarations in force, the innermost last: the prefix as written, and the prefix by which it is known.
  private var scopes: [(prefix: ArraySlice<UInt8>, known: String, depth: Int)]
  /// The names seen under the declarations in force, by the hash of their bytes.
  private var cache: [Entry?] = Array(repeating: nil, count: 512)

  private struct Entry {
    let written: ArraySlice<UInt8>
    let isAttribute: Bool
    let name: String
  }

  init(_ known: XMLNamespaces) {
    self.known = known
    scopes = [(Array("xml".utf8)[...], "xml:", 0)]
  }

  /// Takes in a declaration of an element at a depth.
  mutating func declare(_ prefix: ArraySlice<UInt8>, _ namespace: String, depth: Int) {
    scopes.append((prefix, known.prefix(of: namespace), depth))
    forget()
  }

  /// Ends the declarations of an element.
  mutating func leave(depth: Int) {
    guard let last = scopes.last, last.depth >= depth, depth > 0 else { return }
    while let last = scopes.last, last.depth >= depth { scopes.removeLast() }
    forget()
  }

  /// The name of an element or attribute; nil where nothing declares its prefix. An attribute without a prefix is in no
  /// namespace.
  mutating func name(_ written: ArraySlice<UInt8>, isAttribute: Bool) -> String? {
    var hash = written.count &* 31 &+ (isAttribute ? 7 : 0)
    for byte in written { hash = hash &* 33 &+ Int(byte) }
    let slot = hash & (cache.count - 1)
    if let entry = cache[slot], entry.isAttribute == isAttribute, entry.written == written { return entry.name }
    guard let name = resolve(written, isAttribute: isAttribute) else { return nil }
    cache[slot] = Entry(written: written, isAttribute: isAttribute, name: name)
    return name
  }

  private func resolve(_ written: ArraySlice<UInt8>, isAttribute: Bool) -> String? {
    guard let colon = written.firstIndex(of: UInt8(ascii: ":")) else {
      let local = String(decoding: written, as: UTF8.self)
      if isAttribute { return local }
      return (scopes.last { $0.prefix.isEmpty }?.known ?? "") + local
    }
    let prefix = written[..<colon]
    guard let scope = scopes.last(where: { $0.prefix == prefix }) else { return nil }
    return scope.known + String(decoding: written[(colon + 1)...], as: UTF8.self)
  }

  /// A declaration can give any name another meaning.
  private mutating func forget() {
    for index in cache.indices { cache[index] = nil }
  }
}
