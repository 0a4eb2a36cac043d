/// The bytes that the readers look for, by name.
package enum Ascii {
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  package static let asterisk: UInt8 = 0x2A
  package static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  package static let hyphen: UInt8 = 0x2D
  package static let dot: UInt8 = 0x2E
  package static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  package static let colon: UInt8 = 0x3A
  package static let less: UInt8 = 0x3C
  package static let greater: UInt8 = 0x3E
  static let openBracket: UInt8 = 0x5B
  package static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let underscore: UInt8 = 0x5F
  package static let backtick: UInt8 = 0x60
  package static let openBrace: UInt8 = 0x7B
  package static let pipe: UInt8 = 0x7C
  static let closeBrace: UInt8 = 0x7D
  package static let tilde: UInt8 = 0x7E

  package static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

  package static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  package static func isUTF8Continuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
