import Foundation

/// Archives and deflated streams that Python's zipfile and zlib made.
enum Archives {
  /// `mimetype`, stored; `content.xml`, deflated; a folder with a Chinese name.
  static let small = bytes(
    """
    UEsDBBQAAAAAAAAAIQBexjIMJwAAACcAAAAIAAAAbWltZXR5cGVhcHBsaWNhdGlvbi92bmQub2FzaXMub3BlbmRvY3VtZW50LnRleHRQSwMEFAAA
    AAgAAAAhAFH2eZYiAAAAIwIAAAsAAABjb250ZW50LnhtbLNJtHu6eOfjhsYXKzqeT139ZN/cZ5NnjYqMikBEbPQT7QBQSwMEFAAACAAAAAAhAAAA
    AAAAAAAAAAAAAAQAAADlnJYvUEsBAhQDFAAAAAAAAAAhAF7GMgwnAAAAJwAAAAgAAAAAAAAAAAAAAIABAAAAAG1pbWV0eXBlUEsBAhQDFAAAAAgA
    AAAhAFH2eZYiAAAAIwIAAAsAAAAAAAAAAAAAAIABTQAAAGNvbnRlbnQueG1sUEsBAhQDFAAACAAAAAAhAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAA
    AIABmAAAAOWcli9QSwUGAAAAAAMAAwChAAAAugAAAAAA
    """)

  /// `word/document.xml`, whose size and checksum stand behind its bytes.
  static let streamed = bytes(
    """
    UEsDBBQACAAIAAAAIQAAAAAAAAAAAAAAAAARAAAAd29yZC9kb2N1bWVudC54bWyzKde3sxkGGABQSwcIes7hZQkAAADIAAAAUEsBAhQDFAAIAAgA
    AAAhAHrO4WUJAAAAyAAAABEAAAAAAAAAAAAAAIABAAAAAHdvcmQvZG9jdW1lbnQueG1sUEsFBgAAAAABAAEAPwAAAEgAAAAAAA==
    """)

  /// A block with codes of its own, one with the fixed codes, one that is stored, and one whose copies overlap.
  static let streams: [(deflated: [UInt8], bytes: [UInt8])] = [
    (
      bytes(
        """
        7c9JVlNRAEXRvrNUJ/KKH2oQCBEISBWBgJRSvfK/wXCuMAwZhQ1X1jqt3bpXk/hq7Pt04W30i/7Hn+H4k2Y0o/+dCIYwT1gjjAj7hAnhknBPCIRG
        nCOuEreIe8QT4gXxjvhC7EkD0gppSBqTjklT0i3pmVTJHXmZvEneJR+Rz8k35CdyoXjKEmWDskM5pJxRrimPlEx11EXqOnWbekA9pV5RH6iJ3tIv
        0H+j//6xm/4n/ceB3/SRZmjztDXaiLZPm9Auafe0QGsyczKrMlsyezInMhcydzIvMr3sQHZFdig7lj2Wncreyj7LVrlOblluU25X7kjuXO5G7kmu
        yHv5JfkN+R35Q/kz+Wv5R/mszqlbVLeublvdgbpTdVfqHtQlDeznL19n/YP+Ag==
        """), text
    ),
    (
      bytes(
        """
        e7p45+OGxhcrOp5PXf1k39xnk2dxPR0VGhWiVAgA
        """), Array(text.prefix(600))
    ),
    (
      bytes(
        """
        ASwB0/7lo7njgIHoqIjnlavkvp3mk5oK5aO544CB6KiI55Wr5L6d5pOaCuWjueOAgeioiOeVq+S+neaTmgrlo7njgIHoqIjnlavkvp3mk5oK5aO5
        44CB6KiI55Wr5L6d5pOaCuWjueOAgeioiOeVq+S+neaTmgrlo7njgIHoqIjnlavkvp3mk5oK5aO544CB6KiI55Wr5L6d5pOaCuWjueOAgeioiOeV
        q+S+neaTmgrlo7njgIHoqIjnlavkvp3mk5oK5aO544CB6KiI55Wr5L6d5pOaCuWjueOAgeioiOeVq+S+neaTmgrlo7njgIHoqIjnlavkvp3mk5oK
        5aO544CB6KiI55Wr5L6d5pOaCuWjueOAgeioiOeVq+S+neaTmgrlo7njgIHoqIjnlavkvp0=
        """), Array(text.prefix(300))
    ),
    (bytes("7cExAQAAAMKgrOtfwhR+QAEAAAAAbwM="), [UInt8](repeating: 0x61, count: 5000)),
  ]

  /// What the first three say.
  static let text: [UInt8] = {
    let rare = String(String.UnicodeScalarView((0..<120).compactMap { Unicode.Scalar(0x4E00 + $0 * 7) }))
    return Array(
      (String(repeating: "壹、計畫依據\n", count: 40) + rare + String(repeating: "abcabcabcabc", count: 30)).utf8)
  }()

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64, options: .ignoreUnknownCharacters).map { [UInt8]($0) } ?? []
  }
}
