import PlanFormats
import PlanText

/// The telephone number of a person, in a field or a line that names a contact: 聯絡人：王科員，電話：02-1234-5678.
///
/// Numbers of an office (a switchboard, a service line, 1999) are public, and stand in measures; they are none of
/// these.
struct ContactPhone {
  let number: PlanText

  /// 02-****: the number with no more than its area code.
  var masked: String {
    String(String.UnicodeScalarView(DenseText(number).scalars.prefix { !"-)".unicodeScalars.contains($0) }.prefix(3)))
      .replacing("(", with: "") + "-****"
  }

  /// Every number of the kind in a document.
  static func all(in document: PlanDocument) -> [ContactPhone] {
    if let proposal = document.proposal {
      return proposal.sections.flatMap { section -> [ContactPhone] in
        guard case .contact(let contact) = section.content, let phone = contact.phone else { return [] }
        let dense = DenseText(phone)
        if offices.contains(where: phone.string.dense.has) { return [] }
        return dense.scalars.indices.lazy.compactMap { number(in: dense, at: $0) }.first.map { [$0] } ?? []
      }
    }
    return document.plan.sections.flatMap { section -> [ContactPhone] in
      let texts: [PlanText?] =
        if case .narrative(let body) = section.content {
          [section.intro, body, section.closing]
        } else {
          [section.intro, section.closing]
        }
      return texts.flatMap { $0.map(all) ?? [] }
    }
  }

  /// Words that name a person, and words that name an office instead.
  private static let people = ["聯絡人", "連絡人", "聯絡窗口", "連絡窗口", "承辦人"]
  private static let offices = ["總機", "專線", "服務台", "服務臺", "熱線", "免付費", "民眾", "傳真"]

  private static func all(in text: PlanText) -> [ContactPhone] {
    Paragraph.all(in: text).compactMap { paragraph in
      // A line of contact data is short.
      guard paragraph.string.utf8.count < 400 else { return nil }
      let words = paragraph.string.dense
      guard people.contains(where: words.has), !offices.contains(where: words.has) else { return nil }
      let dense = DenseText(paragraph.text)
      return dense.scalars.indices.lazy.compactMap { number(in: dense, at: $0) }.first
    }
  }

  /// 02-12345678, (02)1234-5678, 04-1234-5678, with an extension where there is one.
  private static func number(in dense: DenseText, at start: Int) -> ContactPhone? {
    let scalars = dense.scalars
    func isDigit(_ index: Int) -> Bool { index >= 0 && index < scalars.count && Numeral.digit(scalars[index]) != nil }
    guard !isDigit(start - 1), start == 0 || scalars[start - 1] != "-" else { return nil }
    var index = start
    let isOpen = dense.has("(", at: index)
    if isOpen { index += 1 }
    guard dense.has("0", at: index), isDigit(index + 1), !dense.has("9", at: index + 1) else { return nil }
    // A free line is the office's.
    if dense.has("0800", at: index) { return nil }
    let area = index
    while isDigit(index), index - area < 4 { index += 1 }
    guard (2...4).contains(index - area), dense.has(isOpen ? ")" : "-", at: index) else { return nil }
    index += 1
    if dense.has("-", at: index) { index += 1 }
    var digits = 0
    while isDigit(index) || (dense.has("-", at: index) && isDigit(index + 1) && (3...4).contains(digits)) {
      if isDigit(index) { digits += 1 }
      index += 1
    }
    guard (6...8).contains(digits) else { return nil }
    for word in ["轉", "分機", "#", "ext"] where dense.has(word, at: index) {
      var end = index + word.unicodeScalars.count
      while isDigit(end) { end += 1 }
      if isDigit(end - 1) { index = end }
      break
    }
    return ContactPhone(number: dense.part(start..<index))
  }
}
