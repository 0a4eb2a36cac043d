import PlanText

/// One slip of the pen inside a name: a character put in, left out or replaced, two neighbours (or two pairs of
/// neighbours) exchanged, or a word of two characters put in or left out.
enum NameSlip {
  /// The number of characters that a name has with a slip, where it stands so in a text; nil where it stands right or
  /// not at all.
  static func length<Run: RandomAccessCollection<Unicode.Scalar>>(
    of name: [Unicode.Scalar], in run: Run, at start: Int
  ) -> Int? where Run.Index == Int {
    var same = 0
    while same < name.count, start + same < run.count, name[same] == run[start + same] { same += 1 }
    // What differs at the very end is where one word ends and another begins.
    guard same < name.count - 1, start + same < run.count, run[start + same] != TextRow.separator else { return nil }
    let here = start + same
    func goesOn(_ nameIndex: Int, _ runIndex: Int) -> Int? {
      let rest = name.count - nameIndex
      guard rest > 0, runIndex + rest <= run.count,
        run[runIndex..<(runIndex + rest)].elementsEqual(name[nameIndex...])
      else { return nil }
      return runIndex + rest - start
    }
    if here + 1 < run.count, name[same] == run[here + 1], name[same + 1] == run[here], name[same] != name[same + 1],
      let length = same + 2 == name.count ? same + 2 : goesOn(same + 2, here + 2)
    {
      return length
    }
    if same + 4 <= name.count, here + 4 <= run.count, name[same] == run[here + 2], name[same + 1] == run[here + 3],
      name[same + 2] == run[here], name[same + 3] == run[here + 1],
      let length = same + 4 == name.count ? same + 4 : goesOn(same + 4, here + 4)
    {
      return length
    }
    if let length = goesOn(same + 1, here + 1) {
      return tellsApart(name[same], run[here]) ? nil : length
    }
    guard name.count >= 6 else { return nil }
    if let length = goesOn(same, here + 1) { return isAddition(run[here]) ? nil : length }
    if let length = goesOn(same + 1, here) { return isAddition(name[same]) ? nil : length }
    guard name.count >= shortestWithWord else { return nil }
    if let length = goesOn(same, here + 2) {
      return mayBeMore(run[here], run[here + 1], behind: name[..<same]) ? length : nil
    }
    guard name.count > shortestWithWord, let length = goesOn(same + 2, here) else { return nil }
    return mayBeMore(name[same], name[same + 1], behind: name[..<same]) ? length : nil
  }

  /// In shorter names a word more makes another one.
  private static let shortestWithWord = 7

  /// Whether a name with two more characters may be the same. They are no word more where they stand twice in a row.
  private static func mayBeMore(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, behind before: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    first.isCommonHan && second.isCommonHan && !isAddition(first) && !isAddition(second)
      && !before.suffix(2).elementsEqual([first, second])
  }

  /// Whether two characters make two things of one name: numbers, letters, and opposites such as 新 and 舊.
  static func tellsApart(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    isOrdinal(a) || isOrdinal(b) || (opposites.contains(a) && opposites.contains(b))
  }

  /// Whether a character more makes another name, or another phrase, of one: 副, 各, 的.
  static func isAddition(_ scalar: Unicode.Scalar) -> Bool { isOrdinal(scalar) || additions.contains(scalar) }

  private static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || Numeral.chineseDigit(scalar) != nil || ordinals.contains(scalar)
  }

  private static let ordinals: ScalarSet = "十百千甲乙丙丁戊己庚辛"
  private static let opposites: ScalarSet = "上下左右東西南北前後內外大小新舊男女公私進出中高低初早晚日夜春夏秋冬正副市縣區鄉鎮里年月週日時班組科課室股隊局處所院"
  private static let additions: ScalarSet = "的之與及或和並各本副總大小新舊主非不未再"
}
