extension String {
  /// As much of the end as so many columns hold, without a sign that something is cut.
  package func ending(width: Int) -> String {
    var used = 0
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      used += DisplayWidth.of(self[before])
      if used > width { break }
      start = before
    }
    return String(self[start...])
  }

  /// As much of the beginning as so many columns hold, with dots behind it where something is cut.
  package func beginning(width: Int) -> String {
    var used = 0
    let kept = prefix { character in
      used += DisplayWidth.of(character)
      return used <= width
    }
    return kept.endIndex == endIndex ? self : kept + "…"
  }
}
