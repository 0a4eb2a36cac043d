import PlanOffice
import Testing

@Suite("Deflated streams")
struct InflateTests {
  @Test("are what zlib was given", arguments: Archives.streams.indices)
  func bytes(index: Int) throws {
    let stream = Archives.streams[index]
    #expect(try Inflate.bytes(of: stream.deflated[...], limit: stream.bytes.count) == stream.bytes)
  }

  @Test("that end too early are an error wherever they end", arguments: Archives.streams.indices)
  func truncated(index: Int) {
    let stream = Archives.streams[index]
    for count in stream.deflated.indices {
      #expect(throws: Inflate.Fault.truncated, "\(count) bytes") {
        try Inflate.bytes(of: stream.deflated[..<count], limit: stream.bytes.count)
      }
    }
  }

  @Test("make no more than was allowed", arguments: Archives.streams.indices)
  func limited(index: Int) {
    let stream = Archives.streams[index]
    for limit in [0, 1, stream.bytes.count / 2, stream.bytes.count - 1] {
      #expect(throws: Inflate.Fault.tooLarge) { try Inflate.bytes(of: stream.deflated[...], limit: limit) }
    }
  }

  @Test("with damaged bytes end all the same, within the limit", arguments: Archives.streams.indices)
  func damaged(index: Int) {
    let stream = Archives.streams[index]
    for place in stream.deflated.indices {
      for flip in [0x01, 0x10, 0x80, 0xFF] as [UInt8] {
        var deflated = stream.deflated
        deflated[place] ^= flip
        let bytes = try? Inflate.bytes(of: deflated[...], limit: stream.bytes.count)
        #expect((bytes?.count ?? 0) <= stream.bytes.count)
      }
    }
  }

  @Test(
    "that no compressor writes are refused",
    arguments: [
      // The fourth kind of block; a stored block whose lengths differ; a copy from before the beginning (fixed codes).
      [0x07], [0x01, 0x05, 0x00, 0x00, 0x00], [0x03, 0x02, 0x00],
      // A code of more patterns than there are: all lengths of the code for lengths are 1.
      [0x05, 0xE0, 0x93, 0x24, 0x49, 0x92, 0x24, 0x49, 0x92, 0x24],
    ] as [[UInt8]])
  func refused(deflated: [UInt8]) {
    #expect(throws: Inflate.Fault.damaged) { try Inflate.bytes(of: deflated[...], limit: 1000) }
  }
}
