extension String {
  /// The beginning of a text for quoting in a message: white space and line breaks as single spaces, at most `limit` characters.
  public func excerpt(_ limit: Int = 24) -> String {
    var result = ""
    var count = 0
    var pendingSpace = false
    for character in self {
      if character.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if count >= limit { return result + "…" }
      if pendingSpace { result += " " }
      pendingSpace = false
      result.append(character)
      count += 1
    }
    return result
  }
}
